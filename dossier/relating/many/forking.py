"""The same work on all processors of this machine: children are forked, so they have what it is done on already.

Sending claims to other processes costs more than comparing them; a forked child inherits them, and only what it finds
comes back.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_shared: list[Any] = []  # what the children inherit: the work and the items


def may_fork() -> bool:
    """Whether children may be forked and there is a second processor for them.

    Not beside other threads (a server that rebuilds has some): what they hold locked would stay locked in the child.
    """
    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
        and parent_process() is None
    )


def forked(work: Callable[[list[T]], list[R]], items: list[T], size: int) -> Iterator[R]:
    """What `work` makes of the items, in their order: blocks of `size` are worked out by a child per processor.

    When a child dies, what is left is worked out here.
    """
    starts = range(0, len(items), size)
    _shared[:] = [work, items, size]
    gc.freeze()  # the children's collectors leave alone what they share, or every page of it would be copied
    done = 0
    try:
        with ProcessPoolExecutor(min(len(os.sched_getaffinity(0)), len(starts)), get_context("fork")) as pool:
            for made in pool.map(_block, starts):
                yield from made
                done += 1
    except BrokenProcessPool:
        for start in starts[done:]:
            yield from work(items[start : start + size])
    finally:
        gc.unfreeze()
        _shared.clear()


def _block(start: int) -> Any:
    work, items, size = _shared
    return work(items[start : start + size])
