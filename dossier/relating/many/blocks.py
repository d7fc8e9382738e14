"""Work cut into blocks that fit a worker: of many claims only those of the blocks at work are held whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from itertools import chain
from typing import TypeVar

from dossier.relating.apart.frames import Frame
from dossier.relating.many.forking import forked, may_fork

T = TypeVar("T")
R = TypeVar("R")
_ENOUGH = 4  # blocks from which sending them pays
_FIRST = 50  # of a block such a part is done here before children are forked


def in_blocks(
    work: Callable[[list[T]], list[R]], items: list[T], size: int, executor: Executor | None, forks: bool = False
) -> Iterable[R]:
    """What `work` makes of the items, in their order; in blocks, elsewhere when that pays.

    `forks` for work of which little comes back: without an executor children of this process may do it. A few are
    done here before: the word lists and the dictionary that they need are then loaded, and the children inherit them.
    """
    if len(items) <= _ENOUGH * size:
        return work(items)
    if executor is None and forks and may_fork():
        few = max(1, size // _FIRST)
        return chain(work(items[:few]), forked(work, items[few:], size))
    blocks = (items[at : at + size] for at in range(0, len(items), size))
    return chain.from_iterable(map(work, blocks) if executor is None else executor.map(work, blocks))


def near_together(pairs: Sequence[tuple[Frame, Frame]]) -> list[tuple[Frame, Frame]]:
    """The pairs in an order in which those of one claim stand near each other: by the rarest word that both claims
    have, or a question."""
    held = Counter(word for frame in {frame for pair in pairs for frame in pair} for word in _words(frame))

    def topic(pair: tuple[Frame, Frame]) -> str:
        shared = _words(pair[0]) & _words(pair[1]) or _questions(pair[0]) & _questions(pair[1])
        return min(shared, key=lambda word: (held[word], word), default="")

    return sorted(pairs, key=topic)


def _words(frame: Frame) -> set[str]:
    return {word for word, _ in frame.card.keys}


def _questions(frame: Frame) -> set[str]:
    return {position.question for position in frame.claim.positions}
