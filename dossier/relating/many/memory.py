"""Claims taken apart and pairs compared in the last run, for the next one: in this process, and on a shelf too.

A claim is taken apart again when it or the codebook has changed; a pair is compared again when one of its claims, the
codebook, or what is known of all claims together has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from dossier.model import Claim, Codebook, Gate, Relation
from dossier.relating.apart.cards import Card
from dossier.relating.apart.frames import Frame, frame_name, frame_of
from dossier.relating.candidates import Candidates
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.many import shelving
from dossier.relating.many.blocks import in_blocks, near_together
from dossier.relating.many.couples import Articles, Couple, Pair, Sources
from dossier.relating.many.light import light_frame, lighten
from dossier.relating.many.shelving import Shelf, Shelves, hashed
from dossier.relating.selecting import Found

Gates = tuple[Gate, ...]
Row = tuple[Opinion, str, Gates, float]  # something found, without the two claims
Rows = tuple[Row, ...]
Meeting = tuple[int, int, Opinion]  # claims by their places in two articles, and what comes of their points
Met = tuple[Meeting, ...]
Compare = Callable[[Frame, Frame], list[Found]]
Meet = Callable[[Sequence[Frame], Sequence[Frame]], Iterable[Meeting]]
Key = tuple[Claim, str]  # a claim and when its source came out
T = TypeVar("T")
_CLAIMS = 1_000  # claims taken apart, and pairs compared, in one block: about a second's work
_PAIRS = 1_500
_LARGE = 12_000  # pairs of many claims: who is taken apart for a block serves more of them
_COUPLES = 10  # of articles on one matter
_MANY = 4_000  # claims from which only those that are being compared are held whole
_HELD = 200_000  # pairs of which is remembered what was found; of more only the shelf tells
_PART = 300_000  # pairs looked at before what was found is told; of more it is not remembered how they were chosen


@dataclass(slots=True)
class Memory:
    """What one run leaves to the next; an empty one makes no difference to what comes out."""

    codebook: Codebook | None = None
    under: str = ""  # a hash of what is known of all claims together
    frames: dict[Key, Frame] = field(default_factory=dict)
    candidates: Candidates = field(default_factory=Candidates)
    # By the frames' identity: both stay alive in `frames` as long as their pair stands here.
    pairs: dict[tuple[int, int], list[Found]] = field(default_factory=dict)
    related: dict[str, shelving.Relations] = field(default_factory=dict)  # by the keys of couples of articles
    places: shelving.Couples = ()  # where all that holds is kept
    shelf: Shelf | None = None
    many: bool = False  # whether the frames are light, and made so again when they have been compared
    apart: int = 0  # claims the last run had to take apart,
    compared: int = 0  # and pairs it had to look at

    def framed(
        self, claims: Sequence[Claim], issued: Mapping[str, str], codebook: Codebook, executor: Executor | None = None
    ) -> list[Frame]:
        """The claims taken apart, those of the last run as they were, those with a card only when compared."""
        same = self.codebook == codebook
        last = self.frames if same else {}
        before, self.codebook = self.frames, codebook
        keys = [(claim, issued.get(claim.source, "")) for claim in claims]
        known = [last.get(key) for key in keys]
        missing = [key for key, frame in zip(keys, known) if frame is None]
        cards = _cards_on(self.shelf, codebook)
        carded = _carded(missing, codebook, cards) if self.shelf else {}
        anew = [key for key in missing if key not in carded]
        self.many = len(keys) > _MANY
        made = dict(zip(anew, _of_many(anew, codebook, executor) if self.many else _taken_apart(codebook, anew)))
        frames = [frame or carded.get(key) or made[key] for key, frame in zip(keys, known)]
        self.frames = dict(zip(keys, frames))
        self.apart = len(made)
        if self.shelf and made:
            by_source = grouped(frames, lambda frame: frame.claim.source)
            for source in {claim.source for claim, _ in made}:
                cards.put(source, ((frame.name, frame.card) for frame in by_source[source]))
        alive = {id(frame) for frame in self.frames.values()}
        self.pairs = {pair: found for pair, found in self.pairs.items() if alive.issuperset(pair)}
        del before  # only now may the frames that went be dropped, and their places in memory be taken by others
        return frames

    def pairs_of(self, frames: Sequence[Frame]) -> list[Pair]:
        """The claims to compare with each other, each pair once, in order."""
        numbers = self.candidates.pairs(frames)
        if len(numbers) > _PART:
            self.candidates = Candidates()
        return [(frames[n], frames[m]) for n, m in numbers]

    def found(
        self,
        pairs: Sequence[Pair],
        under: str,
        compare: Compare,
        executor: Executor | None = None,
    ) -> list[Found]:
        """What is found between these pairs, in their order, where all hang on `under`.

        The pairs of an article under which they are kept come all at once.
        """
        last = self.pairs if self.under == under else {}
        missing = unknown = [pair for pair in pairs if _both(pair) not in last]
        shelves = (
            Shelves(self.shelf, "pairs", tuple[tuple[str, Rows], ...], under) if self.shelf and unknown else None
        )
        new = {both: found for both in map(_both, pairs) if (found := last.get(both))}
        alike: dict[Gates, Gates] = {}
        if shelves:
            missing = []
            for source, own in grouped(unknown, _home).items():
                kept = shelves.of(source)
                for a, b in own:
                    row = kept.get(a.name + b.name) if kept else None
                    if row is None:
                        missing.append((a, b))
                    elif row:
                        new[id(a), id(b)] = _between(a, b, row, alike)
        work = partial(_compared, compare, self.codebook if self.many else None)
        ordered, size = (near_together(missing), _LARGE) if self.many else (missing, _PAIRS)
        for (a, b), row in zip(ordered, in_blocks(work, ordered, size, executor, forks=True)):
            if row:
                new[id(a), id(b)] = _between(a, b, row, alike)
        told, self.under, self.pairs, self.compared = new, under, {}, self.compared + len(missing)
        if len(pairs) + len(last) <= _HELD:
            self.pairs = told = last | {both: new.get(both, []) for both in map(_both, pairs)}
        if shelves and missing:
            whole = grouped(pairs, _home)
            for source in grouped(missing, _home):
                own = whole[source]
                shelves.put(source, ((a.name + b.name, _rows(told.get((id(a), id(b)), []))) for a, b in own))
        return [found for pair in pairs for found in told.get(_both(pair), ())]

    def meetings(self, couples: Sequence[Articles], meet: Meet) -> Iterable[Met]:
        """What comes of the points of two articles at a time on one matter, in the order of the couples."""
        work = partial(_met, meet, self.codebook if self.many else None)
        return in_blocks(work, list(couples), _COUPLES, None, forks=True)

    def relations(
        self, couples: Sequence[Couple], relate: Callable[[list[Couple]], Iterable[tuple[Sources, Relation]]]
    ) -> list[Relation]:
        """What holds between all these articles; `relate` is asked about those of which it is not known."""
        shelves, known, self.compared = shelving.related(self.shelf), self.related, 0
        for source, own in grouped((c for c in couples if c.key not in known), _first).items():
            kept = shelves.of(source)
            known |= {c.key: kept[c.key] for c in own if c.key in kept}
        self.related = known = {c.key: known[c.key] for c in couples if c.key in known}
        if missing := [couple for couple in couples if couple.key not in known]:
            for part in _parts(missing):
                made: dict[Sources, list[Relation]] = {}
                for sources, relation in relate(part):
                    made.setdefault(sources, []).append(relation)
                known |= {couple.key: tuple(made.get(couple.sources, ())) for couple in part}
            whole = grouped(couples, _first)
            for source in grouped(missing, _first):
                shelves.put(source, ((c.key, known[c.key]) for c in whole[source]))
        self.places = tuple(
            (source, tuple(c.key for c in own if known[c.key])) for source, own in grouped(couples, _first).items()
        )
        return [relation for couple in couples for relation in known[couple.key]]


def _parts(couples: Iterable[Couple]) -> Iterator[list[Couple]]:
    """The couples in parts that are looked at one after the other; those kept under one article stay together."""
    part: list[Couple] = []
    pairs = 0
    for own in grouped(couples, _first).values():
        part += own
        pairs += sum(len(couple.pairs) for couple in own)
        if pairs > _PART:
            yield part
            part, pairs = [], 0
    if part:
        yield part


def _first(couple: Couple) -> str:
    """The article under which a couple is kept."""
    return couple.sources[0]


def grouped(items: Iterable[T], by: Callable[[T], str]) -> dict[str, list[T]]:
    """The items by what they are grouped by, in their order."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(by(item), []).append(item)
    return groups


def _both(pair: Pair) -> tuple[int, int]:
    return id(pair[0]), id(pair[1])


def _home(pair: Pair) -> str:
    """The source under which a pair is kept."""
    return pair[0].claim.source


def _cards_on(shelf: Shelf | None, codebook: Codebook) -> Shelves:
    """Cards by the names of claims."""
    return Shelves(shelf, "cards", tuple[tuple[str, Card], ...], hashed(repr(codebook)))


def _carded(keys: list[Key], codebook: Codebook, cards: Shelves) -> dict[Key, Frame]:
    """Frames of the claims whose cards were kept, to be filled when somebody asks."""
    found: dict[Key, Frame] = {}
    for source, own in grouped(keys, lambda key: key[0].source).items():
        kept = cards.of(source)
        for claim, issued in own if kept else ():
            name = frame_name(claim, issued)
            if name in kept:
                found[claim, issued] = light_frame(claim, codebook, issued, kept[name], name)
    return found


def _taken_apart(codebook: Codebook, keys: list[Key]) -> list[Frame]:
    return [frame_of(claim, codebook, issued) for claim, issued in keys]


def _of_many(keys: list[Key], codebook: Codebook, executor: Executor | None) -> Iterable[Frame]:
    """Light frames: the claims are taken apart in blocks, of which only the cards stay."""
    cards = in_blocks(partial(_cards, codebook), keys, _CLAIMS, executor, forks=True)
    return (light_frame(claim, codebook, issued, card) for (claim, issued), card in zip(keys, cards))


def _cards(codebook: Codebook, keys: list[Key]) -> list[Card]:
    return [frame.card for frame in _taken_apart(codebook, keys)]


def _compared(compare: Compare, many: Codebook | None, pairs: list[Pair]) -> list[Rows]:
    rows = [_rows(compare(a, b)) for a, b in pairs]
    if many:
        lighten((frame for pair in pairs for frame in pair), many)
    return rows


def _met(meet: Meet, many: Codebook | None, couples: list[tuple[Sequence[Frame], Sequence[Frame]]]) -> list[Met]:
    met = [tuple(meet(*couple)) for couple in couples]
    if many:
        lighten((frame for couple in couples for article in couple for frame in article), many)
    return met


def _between(a: Frame, b: Frame, rows: Rows, alike: dict[Gates, Gates]) -> list[Found]:
    """What was found, with the frames. What was read or sent holds few different gates, thousands of times."""
    return [Found(a, b, said, kind, alike.setdefault(gates, gates), score) for said, kind, gates, score in rows]


def _rows(found: list[Found]) -> Rows:
    """What was found without the frames, which whoever asked has."""
    return tuple((f.opinion, f.type, f.gates, f.score) for f in found)
