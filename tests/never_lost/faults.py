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

from runs import MORE

CALLS = ("replace", "rename", "unlink", "mkdir", "rmdir", "open", "fsync", "write", "ftruncate", "link")


class Fault:
    """Counts the calls that touch the disk, and does something at the n-th."""

    def __init__(self, at: int, what: Callable[[], None], lasting: bool = False) -> None:
        self.at, self.what, self.lasting, self.seen = at, what, lasting, 0

    def arm(self, streams: bool = False) -> None:
        """Count from now on; with `streams` also what is written, flushed and closed through opened files."""
        for name in CALLS:
            setattr(os, name, self._counted(getattr(os, name)))
        if streams:
            os.fdopen = self._watched(os.fdopen)  # type: ignore[assignment]
            builtins.open = io.open = self._watched(io.open)  # type: ignore[assignment]

    def _watched(self, call: Callable[..., IO[Any]]) -> Callable[..., object]:
        def opened(file: object, mode: str = "r", *more: object, **named: object) -> object:
            stream = call(file, mode, *more, **named)
            return Watched(stream, self._counted) if set(mode) & set("wax+") else stream

        return opened

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **more: object) -> object:
            self.seen += 1
            if self.seen == self.at or (self.lasting and self.seen > self.at):
                self.what()
            return call(*args, **more)

        return counted


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


_NAMES = ("ENOSPC", "EIO", "EACCES", "EINTR", *(("EROFS", "EDQUOT") if MORE > 1 else ()))
ERRORS = {name: getattr(errno, name) for name in _NAMES}
