"""Putting files in place so that a reader, at any moment and after any crash, finds either the old or the new.

A change to one folder of claims goes through `.pending/` inside it: everything is prepared there, the new
ledger is put in place (from that moment the change counts), then the files are. `recover` ends a change that
was cut off: before the ledger it is taken back, after it it is finished.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.problems import Problem, Where

try:
    import fcntl
except ImportError:  # Windows: two runs at once are not kept apart there
    fcntl = None  # type: ignore[assignment]

PENDING = ".pending"
NOT_RENAMED = "this was not renamed"
_PREPARED = re.compile(r"new-([0-9a-f]{64}|none)-(.+)\.tmp")
_KEPT = re.compile(r"kept-([0-9a-f]{64})-(.+)\.tmp")
_TAKEN_AWAY = re.compile(r"gone-([0-9a-f]{64})-(.+)\.tmp")


class Busy(OSError):
    """Another run holds the folder and does not let go."""


def unwritten(where: Where, why: Exception, undone: str = "nothing was written here") -> Problem:
    """The message for what the disk, or another run, did not let us write or rename; all is as it was."""
    if isinstance(why, Busy):
        return Problem(where, "busy", str(why), "wait for it to end, then run again")
    what = f"{undone}: {getattr(why, 'strerror', None) or why}"
    return Problem(where, "cannot-write", what, "make room on the disk or make the folder writable, then run again")


def saved_meanwhile(where: Where) -> Problem:
    """The message for a file that a person saved while we were at work; it stays theirs."""
    what = "nothing was written here: somebody saved the file meanwhile"
    return Problem(where, "cannot-write", what, "run again")


class Unfinished(OSError):
    """A change counts already, but some files wait in the pending folder for the next run."""


@dataclass(frozen=True, slots=True)
class Change:
    """New content for files (name -> text, hash of what it replaces or "") and names taken away (name -> hash)."""

    place: Mapping[str, tuple[str, str]]
    remove: Mapping[str, str]
    ledger: str


def sha(data: bytes) -> str:
    """The hash a ledger keeps."""
    return hashlib.sha256(data).hexdigest()


def sha_of(file: Path) -> str:
    """The hash of a file's bytes; "" when there is no such plain file."""
    try:
        return "" if file.is_symlink() or not file.is_file() else sha(file.read_bytes())
    except OSError:
        return "unreadable"  # equals no hash: whatever it is, it is not ours


def write_changed(folder: Path, files: Mapping[str, str | bytes]) -> int:
    """Write those files below `folder` that differ from what lies there; the number written."""
    written = 0
    for name, content in sorted(files.items()):
        data = content.encode() if isinstance(content, str) else content
        file = folder / name
        if not file.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{name} would be written outside {folder}")
        with contextlib.suppress(OSError):
            if file.read_bytes() == data:
                continue
        file.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(file, data)
        written += 1
    return written


@contextlib.contextmanager
def prepared(file: Path, data: bytes) -> Iterator[Path]:
    """What the file is to hold, written beside it until it takes its place; else nothing is left over."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        _write(beside, data)
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def put_in_place(file: Path, data: bytes) -> None:
    """Write beside the file and replace it in one step; on failure the old file stands."""
    with prepared(file, data) as ready:
        ready.replace(file)


def put_new(file: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; FileExistsError when somebody made it meanwhile."""
    with prepared(file, data) as ready:
        put_under_another_name(ready, file)


def put_under_another_name(old: Path, new: Path) -> None:
    """Rename a file; FileExistsError when another one has the new name. Cut off in between, it has both."""
    if old == new:
        return
    try:
        os.link(old, new)
    except FileExistsError:
        if not os.path.samestat(old.lstat(), new.lstat()):
            raise
        if old.name.casefold() == new.name.casefold() and old.parent == new.parent:
            old.replace(new)  # where names differ in case only they are one
            if old not in old.parent.iterdir():
                return  # or the disk tells them apart, and a run was cut off here
    except OSError:  # a disk without second names
        if _exists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new)) from None
        old.replace(new)
        return
    old.unlink()


def renamed(before: Path, after: Path, where: Where) -> list[Problem]:
    """Rename a file, or a folder that no other run is at work in; why not."""
    try:
        after.parent.mkdir(exist_ok=True)
        if before.is_dir():
            with alone(before):
                before.rename(after)
        else:
            put_under_another_name(before, after)
    except OSError as error:
        return [unwritten(where, error, NOT_RENAMED)]
    return []


@contextlib.contextmanager
def alone(folder: Path, patience: float = 60.0) -> Iterator[None]:
    """Hold a folder against a second run; waits for the other to finish, `Busy` when it does not."""
    handle = os.open(folder, os.O_RDONLY) if fcntl else -1
    try:
        _lock(handle, patience)
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def _lock(handle: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while handle >= 0:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise Busy(f"another run has been working here for {patience:.0f} seconds") from None
            time.sleep(0.05)
        except OSError:
            return None  # a file system without locks


def commit(folder: Path, ledger: Path, change: Change) -> None:
    """Carry out a change; when it fails before the ledger stands, everything is as it was."""
    pending = folder / PENDING
    moved: list[tuple[Path, Path]] = []
    few = len(change.place) <= 16 or not hasattr(os, "sync")
    try:
        pending.mkdir(exist_ok=True)
        for name, (text, old) in sorted(change.place.items()):
            _write(pending / f"new-{old or 'none'}-{name}.tmp", text.encode(), settle=few)
        _write(pending / "ledger.tmp", change.ledger.encode(), settle=few)
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
        if not counts and not _exists(folder / found[2]):
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
        is_free = not _exists(target) if old == "none" else sha_of(target) == old
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


def _write(file: Path, data: bytes, settle: bool = True) -> None:
    """Write a file, never through a link; with `settle` wait until it reached the disk."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o644)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if settle:
            os.fsync(stream.fileno())


def _clear(pending: Path) -> None:
    for left in pending.iterdir():
        if left.is_symlink() or not left.is_dir():
            left.unlink()
    pending.rmdir()


def _exists(file: Path) -> bool:
    return os.path.lexists(file)


def _is_name(name: str) -> bool:
    """A bare file name: nothing in a pending folder may point elsewhere."""
    return name == Path(name).name and not name.startswith(".")
