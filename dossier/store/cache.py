"""What was worked out before, by a hash of everything it was worked out from, in one folder that may be deleted.

The folder is never trusted: an entry counts only when it names its own key and hashes to what it says, and it is read
as data of a known form. Anything else is as good as no entry, so a cache changes how long a build takes and nothing
in it. Keys hold the engine's own files, so another version of the engine finds nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from dossier.store.records import Misfit, from_json, to_json
from dossier.store.writing import is_left_over

T = TypeVar("T")
Parts = tuple[str | bytes, ...]
FOLDER = ".cache/dossier"
_PACKAGE = Path(__file__).parents[1]
_PARTS = {".py", ".yaml", ".json"}


def key_of(*parts: str | bytes) -> str:
    """One name for all of these together."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "replace")
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()


@cache
def engine() -> str:
    """A hash of the program's own files: what another version worked out counts for nothing."""
    found = hashlib.sha256()
    for path in sorted(p for p in _PACKAGE.rglob("*") if p.suffix in _PARTS):
        found.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries below one folder; without a folder nothing is kept."""

    folder: Path | None = None

    def record(self, kind: str, parts: Parts, form: Any, make: Callable[[], T], of: str = "") -> T:
        """The records kept for these parts, of a declared form such as tuple[Claim, ...], else new ones, now kept.

        What is recorded `of` something is held too: for the same parts this process gets the very same object, and
        what lies on disk is not asked.
        """
        if self.folder is None:
            return make()
        place, key = (self.folder, kind, of), key_of(engine(), kind, *parts)
        if of and place in _held and _held[place][0] == key:
            return cast(T, _held[place][1])
        text = self._read(kind, key)
        made: T | None = None if text is None else _decoded(text, form)
        if made is None:
            made = make()
            self._write(kind, key, to_json(made))
        if of:
            _held[place] = key, made
        return made

    def look_up(self, kind: str, parts: Parts, form: Any) -> Any:
        """The records kept for these parts, None where there are none or they are not of that form."""
        text = self._read(kind, key_of(engine(), kind, *parts)) if self.folder else None
        return None if text is None else _decoded(text, form)

    def keep(self, kind: str, parts: Parts, made: object) -> None:
        """Keep records for these parts."""
        if self.folder is not None:
            self._write(kind, key_of(engine(), kind, *parts), to_json(made))

    def _read(self, kind: str, key: str) -> str | None:
        """The text of what lies under a key, when it is whole and its own."""
        assert self.folder is not None
        try:
            with open(self.folder / kind / key, "rb", opener=_at_once) as stream:
                head, _, body = stream.read().partition(b"\n")
            return body.decode() if head.decode() == _seal(key, body) else None
        except (OSError, ValueError):
            return None

    def _write(self, kind: str, key: str, text: str) -> None:
        """Keep an entry; a folder that cannot be written keeps nothing."""
        assert self.folder is not None
        try:
            body = text.encode()
        except UnicodeEncodeError:
            return
        file = self.folder / kind / key
        beside = file.with_name(f"{key}.{os.getpid()}.tmp")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_seal(key, body).encode() + b"\n" + body)
            beside.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def tidy(self, most: int) -> None:
        """Delete what is beyond so many bytes (`room_for`), so that the folder does not grow with every edit.

        Of the kind that takes up most the oldest goes. What is found between pairs is small, is written once and
        costs most to work out; by age alone it would go first, for the pages that every edit adds.
        """
        kinds: dict[str, list[tuple[float, int, Path]]] = {}
        for file in self.folder.glob("*/*") if self.folder else ():
            with contextlib.suppress(OSError):
                if is_left_over(file.name):
                    file.unlink()
                about = file.lstat()
                kinds.setdefault(file.parent.name, []).append((about.st_mtime, about.st_size, file))
        taken = {kind: sum(size for _, size, _ in found) for kind, found in kinds.items()}
        for found in kinds.values():
            found.sort(reverse=True)  # the oldest at the end
        while sum(taken.values()) > most:
            largest = max(taken, key=taken.__getitem__)
            _, size, file = kinds[largest].pop()
            taken[largest] -= size
            with contextlib.suppress(OSError):
                file.unlink()


def room_for(claims: int) -> int:
    """How many bytes what is kept of so many claims may take: one whole build of 20,000 leaves some 900 MiB.

    With less room than a build takes, the next edit would have to make anew what was thrown away.
    """
    return 256 * 2**20 + claims * 64 * 2**10


# The last object of each thing of which this process recorded something, with the key of all it was made from.
_held: dict[tuple[Path, str, str], tuple[str, object]] = {}


def _decoded(text: str, form: Any) -> Any:
    with contextlib.suppress(Misfit):
        return from_json(text, form)
    return None


def _at_once(path: str, flags: int) -> int:
    """Open a file, and a pipe that lies in its place without waiting for somebody to write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _seal(key: str, body: bytes) -> str:
    return hashlib.sha256(key.encode() + body).hexdigest()


def open_cache(root: Path) -> Cache:
    """The cache of a dossier's folder; none where a link would lead the writing elsewhere, or it is another's."""
    top = root / FOLDER
    try:
        linked = any(p.is_symlink() for p in (top, top.parent, *top.glob("*")))
    except OSError:
        linked = True
    return Cache(None if linked else top)
