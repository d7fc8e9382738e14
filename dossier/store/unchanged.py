"""Whether every file is as it was: then what a command found the last time still holds, and it need not look again.

Files are told by their bytes, never by their dates: only what this process has read itself is not read again while
neither clock of the file has moved since. Where that cannot be done (a link leads elsewhere, there is too
much to read) nothing counts as known.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, TypeVar

from dossier.store.cache import open_cache
from dossier.store.files import bytes_told
from dossier.store.settings import site_folder

T = TypeVar("T")
_MOST_FILES, _MOST_BYTES = 200_000, 2**30  # a site of 20,000 claims holds some 400 MiB
_COMPILED = "__pycache__"  # Python writes it when it likes


def told(root: Path, what: str, form: Any, make: Callable[[], T], worth: Callable[[T], bool] = lambda _: True) -> T:
    """What `make` gave when all files were as they are now, else what it gives.

    It is kept when it is worth that, and when no file changed while it was made.
    """
    kept = open_cache(root)
    before = state_of(root)
    known: T | None = kept.look_up("told", (what, before), form) if before else None
    if known is not None:
        return known
    made = make()
    if before and worth(made) and state_of(root) == before:
        kept.keep("told", (what, before), made)
    return made


def state_of(root: Path, apart: Collection[Path] = ()) -> str:
    """A hash of the dossier's files, but for its site and the folders `apart`."""
    return tree_hash(root, [*apart, site_folder(root)])


def tree_hash(top: Path, apart: Collection[Path] = ()) -> str:
    """A hash of names and bytes of all below a folder but what is hidden at its top; "" where it cannot be told."""
    found = hashlib.sha256()
    files = size = 0
    top = top.absolute()  # a folder named in another way than the others would not be left out
    try:
        for path, status in _walk(str(top), {str(folder.absolute()) for folder in apart}, hidden=False):
            kind = stat.S_IFMT(status.st_mode)
            files, size = files + 1, size + status.st_size
            if kind not in (stat.S_IFREG, stat.S_IFDIR) or files > _MOST_FILES or size > _MOST_BYTES:
                return ""
            told = bytes_told(path, status) if kind == stat.S_IFREG else b""
            found.update(os.fsencode(f"{path[len(str(top)) :]}\0{kind}\0") + told)
    except OSError:
        return ""
    return found.hexdigest()


def _walk(folder: str, apart: Collection[str], hidden: bool = True) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as listing:
        inside = sorted(listing, key=lambda entry: entry.name)
    for entry in inside:
        if entry.name == _COMPILED or entry.path in apart or (entry.name.startswith(".") and not hidden):
            continue
        status = entry.stat(follow_symlinks=False)
        yield entry.path, status
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(entry.path, apart)
