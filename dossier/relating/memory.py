"""Claims taken apart and pairs compared in the last run of this process, for the next one.

A pair is compared again when one of its claims, the codebook, or what is known of all claims together has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TypeVar

from dossier.model import Claim, Codebook, Gate
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.frames import Frame, frame_of
from dossier.relating.selecting import Found

Compare = Callable[[Frame, Frame, Setting, Mapping[str, str]], list[Found]]
Row = tuple[Opinion, str, tuple[Gate, ...], float]
T = TypeVar("T")
R = TypeVar("R")
_CLAIMS = 1_500  # claims taken apart, and pairs compared, in one block: about a second's work
_PAIRS = 5_000
_ENOUGH = 4  # blocks from which sending them pays


@dataclass(slots=True)
class Memory:
    """What one run leaves to the next; an empty one makes no difference to what comes out."""

    codebook: Codebook | None = None
    known: tuple[Setting, Mapping[str, str]] | None = None
    frames: dict[tuple[Claim, str], Frame] = field(default_factory=dict)
    # By the frames' identity: both stay alive in `frames` as long as their pair stands here.
    pairs: dict[tuple[int, int], list[Found]] = field(default_factory=dict)
    compared: int = 0  # pairs the last run had to look at

    def framed(
        self, claims: Sequence[Claim], issued: Mapping[str, str], codebook: Codebook, executor: Executor | None = None
    ) -> list[Frame]:
        """The claims taken apart, those of the last run as they were."""
        last = self.frames if self.codebook == codebook else {}
        keys = [(claim, issued.get(claim.source, "")) for claim in claims]
        before, self.codebook = self.frames, codebook
        missing = list(dict.fromkeys(key for key in keys if key not in last))
        made = dict(zip(missing, in_blocks(partial(_taken_apart, codebook), missing, _CLAIMS, executor)))
        self.frames = {key: last.get(key) or made[key] for key in keys}
        alive = {id(frame) for frame in self.frames.values()}
        self.pairs = {pair: found for pair, found in self.pairs.items() if alive.issuperset(pair)}
        del before  # only now may the frames that went be dropped, and their places in memory be taken by others
        return [self.frames[key] for key in keys]

    def found(
        self,
        pairs: Iterable[tuple[Frame, Frame]],
        setting: Setting,
        family: Mapping[str, str],
        compare: Compare,
        executor: Executor | None = None,
    ) -> list[Found]:
        """What holds between these pairs, in their order."""
        last = self.pairs if self.known == (setting, family) else {}
        pairs = list(pairs)
        missing = [pair for pair in pairs if (id(pair[0]), id(pair[1])) not in last]
        made = iter(in_blocks(partial(_compared, compare, setting, family), missing, _PAIRS, executor))
        self.known, self.pairs, self.compared = (setting, family), {}, len(missing)
        result: list[Found] = []
        for a, b in pairs:
            key = (id(a), id(b))
            found = last[key] if key in last else [Found(a, b, *row) for row in next(made)]
            self.pairs[key] = found
            result += found
        return result


def in_blocks(
    work: Callable[[list[T]], list[R]], items: list[T], size: int, executor: Executor | None
) -> Iterable[R]:
    """What `work` makes of the items, in their order; in blocks elsewhere when that pays."""
    if executor is None or len(items) <= _ENOUGH * size:
        return work(items)
    blocks = [items[at : at + size] for at in range(0, len(items), size)]
    return chain.from_iterable(executor.map(work, blocks))


def _taken_apart(codebook: Codebook, keys: list[tuple[Claim, str]]) -> list[Frame]:
    return [frame_of(claim, codebook, issued) for claim, issued in keys]


def _compared(
    compare: Compare, setting: Setting, family: Mapping[str, str], pairs: list[tuple[Frame, Frame]]
) -> list[list[Row]]:
    """What was found without the frames, which whoever asked has."""
    found = (compare(a, b, setting, family) for a, b in pairs)
    return [[(f.opinion, f.type, f.gates, f.score) for f in one] for one in found]
