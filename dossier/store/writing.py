"""Putting single files in place: whole or not at all, and whose turn it is to write in a folder."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import time
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from dossier.problems import Problem, Where

try:
    import fcntl
except ImportError:  # Windows: two runs at once are not kept apart there
    fcntl = None  # type: ignore[assignment]

_BESIDE = re.compile(r".+\.([0-9]+)\.tmp")  # a file being written, with the number of the process
NOT_RENAMED = "this was not renamed"


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
        write(beside, data)
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def clear_left_over(*folders: Path) -> None:
    """Delete what runs that were killed left beside the files they wrote, in these folders and below them."""
    for place, _, names in chain.from_iterable(map(os.walk, folders)):
        for name in names:
            if name.startswith(".") and is_left_over(name):
                with contextlib.suppress(OSError):
                    Path(place, name).unlink()


def is_left_over(name: str) -> bool:
    """Whether a file was being written by a process that is no more; a run that begins has written none yet."""
    found = _BESIDE.fullmatch(name)
    if not found or os.name != "posix":  # elsewhere asking would end the process
        return False
    try:
        os.kill(int(found[1]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:  # it is somebody else's
        return False
    return int(found[1]) == os.getpid()


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
        if os.path.lexists(new):
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


def write(file: Path, data: bytes, settle: bool = True) -> None:
    """Write a file, never through a link; with `settle` wait until it reached the disk."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o644)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if settle:
            os.fsync(stream.fileno())
