"""Changing one folder of claims so that a reader, at any moment and after any crash, finds the old or the new.

Everything is prepared in `.pending/` inside the folder. Then the new ledger is put in place: from that moment the
change counts. Then the files are. `recover` ends a change that was cut off: before the ledger it is taken back, after
it it is finished.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.store.writing import sha, sha_of, write

PENDING = ".pending"
_PREPARED = re.compile(r"new-([0-9a-f]{64}|none)-(.+)\.tmp")
_KEPT = re.compile(r"kept-([0-9a-f]{64})-(.+)\.tmp")
_TAKEN_AWAY = re.compile(r"gone-([0-9a-f]{64})-(.+)\.tmp")


class Unfinished(OSError):
    """A change counts already, but some files wait in the pending folder for the next run."""


@dataclass(frozen=True, slots=True)
class Change:
    """New content for files (name -> text, hash of what it replaces or "") and names taken away (name -> hash)."""

    place: Mapping[str, tuple[str, str]]
    remove: Mapping[str, str]
    ledger: str


def commit(folder: Path, ledger: Path, change: Change) -> None:
    """Carry out a change; when it fails before the ledger stands, everything is as it was."""
    pending = folder / PENDING
    moved: list[tuple[Path, Path]] = []
    few = len(change.place) <= 16 or not hasattr(os, "sync")
    try:
        pending.mkdir(exist_ok=True)
        for name, (text, old) in sorted(change.place.items()):
            write(pending / f"new-{old or 'none'}-{name}.tmp", text.encode(), settle=few)
        write(pending / "ledger.tmp", change.ledger.encode(), settle=few)
        if not few:
            os.sync()  # one wait for the disk instead of hundreds
        for name, old in sorted(change.remove.items()):
            gone = pending / f"gone-{old}-{name}.tmp"
            (folder / name).replace(gone)
            if sha_of(gone) == old:
                moved.append((gone, folder / name))
            else:  # a person saved it while we were at work: it is theirs now
                gone.replace(folder / name)
        _settle(pending)
        (pending / "ledger.tmp").replace(ledger)
    except BaseException:
        for gone, back in moved:
            with contextlib.suppress(OSError):
                gone.replace(back)
        with contextlib.suppress(OSError):
            _clear(pending)
        raise
    _settle(folder)
    finish(folder, {name: sha(text.encode()) for name, (text, _) in change.place.items()})


def recover(folder: Path, hashes: Mapping[str, str]) -> None:
    """End a change that was cut off; `hashes` are those of the ledger as it stands."""
    pending = folder / PENDING
    if not pending.is_dir() or pending.is_symlink():
        return
    for gone in sorted(pending.iterdir()):
        found = _TAKEN_AWAY.fullmatch(gone.name)
        if not found or not _is_name(found[2]) or gone.is_symlink():
            continue
        counts = hashes.get(found[2]) != found[1] and sha_of(gone) == found[1]
        if not counts and not os.path.lexists(folder / found[2]):
            gone.replace(folder / found[2])
    finish(folder, hashes)


def finish(folder: Path, hashes: Mapping[str, str]) -> None:
    """Put prepared files in place where the ledger says so, unless a person was there in between."""
    pending = folder / PENDING
    failed = None
    for kept in sorted(pending.glob("kept-*.tmp")):
        found = _KEPT.fullmatch(kept.name)
        if found and _is_name(found[2]) and not kept.is_symlink():
            _give_back(kept, folder / found[2], found[1], hashes.get(found[2], ""))
    for prepared in sorted(pending.iterdir()):
        found = _PREPARED.fullmatch(prepared.name)
        if not found or not _is_name(found[2]) or prepared.is_symlink():
            continue
        target, old = folder / found[2], found[1]
        is_meant = hashes.get(found[2]) == sha_of(prepared)
        is_free = not os.path.lexists(target) if old == "none" else sha_of(target) == old
        if is_meant and is_free:
            failed = _moved(prepared, target, "" if old == "none" else old) or failed
    _settle(folder)
    if failed:
        raise Unfinished(failed.errno, failed.strerror) from failed
    with contextlib.suppress(OSError):
        _clear(pending)


def _moved(file: Path, target: Path, old: str) -> OSError | None:
    """Move a file, trying twice: an interrupted call is the common failure. What went wrong, if it did.

    A second name holds what is replaced, so that what a person saved between our last look and the replacement is
    found afterwards and given back. Where the disk knows no second names, that instant stays open; a program that
    saves by replacing the file, between the two calls here, is not seen either.
    """
    kept = file.with_name(f"kept-{old}-{target.name}.tmp")
    new = sha_of(file)
    if old:
        with contextlib.suppress(OSError):
            os.link(target, kept)
    for _ in range(2):
        try:
            file.replace(target)
            _give_back(kept, target, old, new)
            return None
        except OSError as error:
            failed = error
    return failed


def _give_back(kept: Path, target: Path, old: str, new: str) -> None:
    """What we replaced goes back when it was no longer the tool's own; else its second name goes."""
    if not kept.is_file():
        return
    if sha_of(kept) not in (old, new) and sha_of(target) == new:
        kept.replace(target)
    else:
        kept.unlink()


def _settle(folder: Path) -> None:
    """Make sure that new names in a folder reached the disk, where the system offers that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(pending: Path) -> None:
    for left in pending.iterdir():
        if left.is_symlink() or not left.is_dir():
            left.unlink()
    pending.rmdir()


def _is_name(name: str) -> bool:
    """A bare file name: nothing in a pending folder may point elsewhere."""
    return name == Path(name).name and not name.startswith(".")
