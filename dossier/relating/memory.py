"""Claims taken apart and pairs compared in the last run, for the next one: in this process, and pairs on a shelf too.

A pair is compared again when one of its claims, the codebook, or what is known of all claims together has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any, Protocol, TypeVar

from dossier.model import Claim, Codebook, Gate
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.forking import forked, may_fork
from dossier.relating.frames import Frame, frame_of
from dossier.relating.selecting import Found

Compare = Callable[[Frame, Frame, Setting, Mapping[str, str]], list[Found]]
Row = tuple[Opinion, str, tuple[Gate, ...], float]
Rows = tuple[Row, ...]
Meeting = tuple[int, int, Opinion]  # claims by their places in two articles, and what comes of their points
Meet = Callable[[Sequence[Frame], Sequence[Frame]], Iterable[Meeting]]
Met = tuple[str, tuple[Meeting, ...]]  # both articles by a hash, and their meetings
Shelved = tuple[str, Rows]  # both claims by their hashes, and what holds between them
T = TypeVar("T")
R = TypeVar("R")
_CLAIMS = 1_000  # claims taken apart, and pairs compared, in one block: about a second's work
_PAIRS = 1_500
_ENOUGH = 4  # blocks from which sending them pays


class Shelf(Protocol):
    """Where pairs lie between runs; never trusted, so it gives what it kept or None."""

    def look_up(self, kind: str, parts: tuple[str, ...], form: Any) -> Any:
        """What was kept for these parts."""

    def keep(self, kind: str, parts: tuple[str, ...], made: object) -> None:
        """Keep it."""


@dataclass(slots=True)
class Memory:
    """What one run leaves to the next; an empty one makes no difference to what comes out."""

    codebook: Codebook | None = None
    known: tuple[Setting, Mapping[str, str]] | None = None
    frames: dict[tuple[Claim, str], Frame] = field(default_factory=dict)
    # By the frames' identity: both stay alive in `frames` as long as their pair stands here.
    pairs: dict[tuple[int, int], list[Found]] = field(default_factory=dict)
    articles: dict[str, tuple[Meeting, ...]] = field(default_factory=dict)
    shelf: Shelf | None = None
    compared: int = 0  # pairs the last run had to look at

    def framed(
        self, claims: Sequence[Claim], issued: Mapping[str, str], codebook: Codebook, executor: Executor | None = None
    ) -> list[Frame]:
        """The claims taken apart, those of the last run as they were."""
        same = self.codebook == codebook
        last, self.articles = (self.frames if same else {}), (self.articles if same else {})
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
        unknown = [pair for pair in pairs if (id(pair[0]), id(pair[1])) not in last]
        parts = (repr(setting), repr(sorted(family.items())))
        shelved = dict((self.shelf and self.shelf.look_up("pairs", parts, tuple[Shelved, ...])) or ())
        names = _names(pairs) if self.shelf else {}
        rows: dict[tuple[int, int], Rows] = {}
        missing: list[tuple[Frame, Frame]] = []
        for a, b in unknown:
            kept = shelved.get(names[id(a)] + names[id(b)]) if shelved else None
            if kept is None:
                missing.append((a, b))
            else:
                rows[id(a), id(b)] = kept
        made = in_blocks(partial(_compared, compare, setting, family), missing, _PAIRS, executor, forks=True)
        rows |= {(id(a), id(b)): row for (a, b), row in zip(missing, made)}
        self.known, self.pairs, self.compared = (setting, family), {}, len(missing)
        result: list[Found] = []
        for a, b in pairs:
            key = (id(a), id(b))
            found = last[key] if key in last else [Found(a, b, *row) for row in rows[key]]
            self.pairs[key] = found
            result += found
        if self.shelf and missing:
            shelf = ((names[id(a)] + names[id(b)], _rows(self.pairs[id(a), id(b)])) for a, b in pairs)
            self.shelf.keep("pairs", parts, tuple(shelf))
        return result

    def meetings(
        self, couples: Iterable[tuple[Sequence[Frame], Sequence[Frame]]], meet: Meet
    ) -> list[tuple[Meeting, ...]]:
        """What comes of the points of two articles at a time on one matter, in the order of the couples."""
        couples = list(couples)
        names = _names([(frame, frame) for couple in couples for frames in couple for frame in frames])
        parts = (repr(self.codebook),)
        keys = ["/".join(_hashed("".join(names[id(f)] for f in frames)) for frames in couple) for couple in couples]
        last = self.articles or dict((self.shelf and self.shelf.look_up("meetings", parts, tuple[Met, ...])) or ())
        self.articles = {
            key: last[key] if key in last else tuple(meet(*couple)) for key, couple in zip(keys, couples)
        }
        if self.shelf and self.articles.keys() != last.keys():
            self.shelf.keep("meetings", parts, tuple(self.articles.items()))
        return [self.articles[key] for key in keys]


def in_blocks(
    work: Callable[[list[T]], list[R]], items: list[T], size: int, executor: Executor | None, forks: bool = False
) -> Iterable[R]:
    """What `work` makes of the items, in their order; in blocks elsewhere when that pays.

    `forks` for work of which little comes back: without an executor children of this process may do it.
    """
    if len(items) <= _ENOUGH * size:
        return work(items)
    if executor is None:
        return forked(work, items, size) if forks and may_fork() else work(items)
    blocks = [items[at : at + size] for at in range(0, len(items), size)]
    return chain.from_iterable(executor.map(work, blocks))


def _taken_apart(codebook: Codebook, keys: list[tuple[Claim, str]]) -> list[Frame]:
    return [frame_of(claim, codebook, issued) for claim, issued in keys]


def _compared(
    compare: Compare, setting: Setting, family: Mapping[str, str], pairs: list[tuple[Frame, Frame]]
) -> list[Rows]:
    return [_rows(compare(a, b, setting, family)) for a, b in pairs]


def _rows(found: list[Found]) -> Rows:
    """What was found without the frames, which whoever asked has."""
    return tuple((f.opinion, f.type, f.gates, f.score) for f in found)


def _names(pairs: list[tuple[Frame, Frame]]) -> dict[int, str]:
    """A hash of each claim with the time it speaks of: all that a pair is compared by, beside the setting."""
    frames = {id(frame): frame for pair in pairs for frame in pair}
    said = {i: repr((f.claim, f.period, f.near)) for i, f in frames.items()}
    return {i: _hashed(text) for i, text in said.items()}


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
