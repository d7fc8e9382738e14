"""Real processes that die, or whose system calls fail, at the n-th call that changes the disk."""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from typing import IO, Any

_PROGRAM = f"{os.sep}dossier{os.sep}"
CALLS = ("replace", "rename", "unlink", "mkdir", "rmdir", "open", "fsync", "write", "ftruncate", "link")


class Fault:
    """Counts the calls that touch the disk, knows which lines made them, and does something at the n-th."""

    def __init__(self, at: int, what: Callable[[], None], lasting: bool = False) -> None:
        self.at, self.what, self.lasting, self.seen = at, what, lasting, 0
        self.calls: list[str] = []

    def arm(self, streams: bool = False) -> None:
        """Count from now on; with `streams` also what is written, flushed and closed through opened files."""
        for name in CALLS:
            setattr(os, name, self._counted(getattr(os, name)))
        if streams:
            builtins.open = io.open = self._watched(io.open)  # type: ignore[assignment]

    def _watched(self, call: Callable[..., IO[Any]]) -> Callable[..., object]:
        def opened(file: object, mode: str = "r", *more: object, **named: object) -> object:
            stream = call(file, mode, *more, **named)
            return Watched(stream, self._counted) if set(mode) & set("wax+") else stream

        return opened

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **more: object) -> object:
            self.seen += 1
            self.calls.append(f"{getattr(call, '__name__', '')} {_lines()}")
            if self.seen == self.at or (self.lasting and self.seen > self.at):
                self.what()
            return call(*args, **more)

        return counted


def _lines() -> str:
    """The lines of the program that led here."""
    found, frame = "", sys._getframe(2)
    while frame := frame.f_back:  # type: ignore[assignment]
        if _PROGRAM in frame.f_code.co_filename:
            found += f"{frame.f_code.co_name}:{frame.f_lineno} "
    return found


def telling(calls: list[str]) -> list[int]:
    """The numbers of the calls that differ: each line's first, second and last, however often it makes them."""
    made: dict[str, list[int]] = {}
    for number, call in enumerate(calls, 1):
        made.setdefault(call, []).append(number)
    return sorted({number for numbers in made.values() for number in (*numbers[:2], numbers[-1])})


class Watched:
    """A file opened for writing whose calls are counted."""

    def __init__(self, stream: IO[Any], counted: Callable[[Callable[..., object]], Callable[..., object]]) -> None:
        self._stream = stream
        self.write, self.flush, self.close = map(counted, (stream.write, stream.flush, stream.close))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def die() -> None:
    """As a power cut or `kill -9` would."""
    os.kill(os.getpid(), signal.SIGKILL)


def failing(number: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


def in_child(work: Callable[[], object]) -> int:
    """Run in a process of its own; its exit status, negative when a signal ended it."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = int(work() or 0)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended)


# One of each class that Python makes of what a system call reports.
ERRORS = {name: getattr(errno, name) for name in ("ENOSPC", "EACCES", "EINTR")}
