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
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from dossier.store.records import Misfit, from_json, to_json

T = TypeVar("T")
FOLDER = ".cache/dossier"
_PACKAGE = Path(__file__).parents[1]
_SMALL = 2**17  # characters of an entry that is held in memory
_PARTS = {".py", ".yaml", ".json"}


def key_of(*parts: str) -> str:
    """One name for all of these together."""
    return hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "replace")).hexdigest()


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

    def text(self, kind: str, parts: tuple[str, ...], make: Callable[[], str]) -> str:
        """The text kept for these parts, else a new one, which is kept."""
        if self.folder is None:
            return make()
        key = key_of(engine(), kind, *parts)
        kept = self._read(kind, key)
        if kept is None:
            kept = make()
            self._write(kind, key, kept)
        return kept

    def record(self, kind: str, parts: tuple[str, ...], form: Any, make: Callable[[], T]) -> T:
        """The same for records of a declared form, such as tuple[Claim, ...]."""
        kept: T | None = self.look_up(kind, parts, form)
        if kept is not None:
            return kept
        made = make()
        self.keep(kind, parts, made)
        return made

    def look_up(self, kind: str, parts: tuple[str, ...], form: Any) -> Any:
        """The records kept for these parts, None where there are none or they are not of that form."""
        kept = self._read(kind, key_of(engine(), kind, *parts)) if self.folder else None
        if kept is not None:
            with contextlib.suppress(Misfit):
                return (_recalled if len(kept) < _SMALL else _recalled_whole)(kept, form)
        return None

    def keep(self, kind: str, parts: tuple[str, ...], made: object) -> None:
        """Keep records for these parts."""
        if self.folder is not None:
            self._write(kind, key_of(engine(), kind, *parts), to_json(made))

    def _read(self, kind: str, key: str) -> str | None:
        """What lies under a key, when it is whole and its own."""
        assert self.folder is not None
        try:
            head, _, body = (self.folder / kind / key).read_bytes().partition(b"\n")
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

    def tidy(self, most: int = 256 * 2**20) -> None:
        """Delete the oldest entries beyond so many bytes, so that the folder does not grow with every edit."""
        found = []
        for file in self.folder.glob("*/*") if self.folder else ():
            with contextlib.suppress(OSError):
                about = file.lstat()
                found.append((about.st_mtime, about.st_size, file))
        for _, size, file in sorted(found, reverse=True):
            most -= size
            if most < 0:
                with contextlib.suppress(OSError):
                    file.unlink()


@lru_cache(maxsize=5_000)
def _recalled(text: str, form: Any) -> Any:
    """While the site is served most entries are asked for again and again."""
    return from_json(text, form)


@lru_cache(maxsize=1)
def _recalled_whole(text: str, form: Any) -> Any:
    """And of the large ones the last: what was compared is the same after a note."""
    return from_json(text, form)


def _seal(key: str, body: bytes) -> str:
    return hashlib.sha256(key.encode() + body).hexdigest()


def open_cache(root: Path) -> Cache:
    """The cache of a dossier's folder; none where a link would lead the writing elsewhere."""
    top = root / FOLDER
    linked = any(p.is_symlink() for p in (top, top.parent, *top.glob("*")))
    return Cache(None if linked else top)
