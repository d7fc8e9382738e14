"""Pairs grouped by matter: everything that meets the same point of one claim.

A matter contains the claims paired with that claim, or with two others of the matter. Two claims linked only through
a third one are in two matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from dossier.model import Claim, Relation
from dossier.rendering.arranged import Arranged
from dossier.rendering.quoting import stretch

Point = tuple[str, str, int]  # the question, the claim, which of the things that it says
Ends = tuple[Point, Point]
_SIDES = {"yes": 0, "": 0, "mixed": 1, "no": 2}
_SURE = 0.9  # of the agreements shown with so much nine in ten held in articles nobody had read before
_JOINED = 2  # pairs by which a claim belongs to a matter though none joins it with the claim in the middle


@dataclass(frozen=True, slots=True)
class Matter:
    """One point that several claims speak of, with the pairs found among them."""

    head: Claim  # what all the others meet
    relations: tuple[Relation, ...]  # at least one
    claims: tuple[Claim, ...]  # in the order in which they are shown, those of one source together
    words: dict[str, tuple[str, ...]]  # by claim those that count

    @property
    def count(self) -> int:
        """How many pairs."""
        return len(self.relations)

    @property
    def sources(self) -> tuple[str, ...]:
        """The articles that speak of it, by id."""
        return tuple(self.first)

    @property
    def first(self) -> dict[str, Claim]:
        """By source, the claim that is shown first."""
        found: dict[str, Claim] = {}
        for claim in self.claims:
            found.setdefault(claim.source, claim)
        return found

    def facing(self, most: int) -> list[Claim]:
        """The central claim with some that it meets, one of each source, in display order, from both sides."""
        met = {i for r in self.relations if self.head.id in r.between for i in r.between}
        others = {c.source: c for c in reversed(self.claims) if c.id in met and c.source != self.head.source}
        beside = [c for c in self.claims if others.get(c.source) is c][: most - 1]
        return [c for c in self.claims if c is self.head or c in beside]


def matters(view: Arranged, found: Sequence[Relation]) -> list[Matter]:
    """These relations, of one type, grouped by what they are about; what most origins speak of comes first.

    For disputes, agreements count too: those who say 200 appear once, against all who say 300.
    """
    return list(first_matters(view, found))


def first_matters(view: Arranged, found: Sequence[Relation]) -> Iterator[Matter]:
    """The same one after the other, for who needs the first only."""
    ends = _ends(view, [*found, *_agreements(view, found)])
    near: dict[Point, dict[Point, None]] = defaultdict(dict)
    for first, second in ends:
        near[first][second] = near[second][first] = None
    left = dict(zip(ends, enumerate(found), strict=False))  # the agreements that only hold together stand behind
    told: list[tuple[int, int, int, str, tuple[Relation, ...]]] = []
    for head in sorted(near, key=lambda p: (-len(near[p]), _unclear(view.claim[p[1]]), p)):
        if any((head, other) in left or (other, head) in left for other in near[head]):
            around = _around(head, near)
            inside = [(p, q) for p in around for q in near[p] if q in around and (p, q) in left]
            taken = sorted((left.pop(pair) for pair in inside), key=lambda item: item[0])
            relations = tuple(relation for _, relation in taken)
            sources = {view.claim[i].source for r in relations for i in r.between}
            told.append((_doubt(relations), -view.independent(sources), taken[0][0], head[1], relations))
    return (
        _matter(view, view.claim[head], relations) for *_, head, relations in sorted(told, key=itemgetter(0, 1, 2))
    )


def _around(head: Point, near: dict[Point, dict[Point, None]]) -> dict[Point, None]:
    close = {head: None, **near[head]}
    met = Counter(further for point in near[head] for further in near[point])
    return close | {point: None for point, n in met.items() if n >= _JOINED}


def _ends(view: Arranged, relations: Iterable[Relation]) -> list[Ends]:
    """What each relation links: of both claims, the words that decided."""
    said: dict[tuple[str, str], list[range]] = defaultdict(list)
    return [
        (_point(view, r, 0, said[r.question, r.between[0]]), _point(view, r, 1, said[r.question, r.between[1]]))
        for r in relations
    ]


def _point(view: Arranged, relation: Relation, side: int, said: list[range]) -> Point:
    """The deciding words of one side, or nearly the same words seen earlier; on a question it is always one point."""
    claim = relation.between[side]
    if relation.question in view.question:
        return relation.question, claim, 0
    here = stretch(view.claim[claim].quote, relation.words[side])
    place = next((n for n, other in enumerate(said) if _same(here, other)), len(said))
    if place == len(said):
        said.append(here)
    return relation.question, claim, place


def _same(one: range, other: range) -> bool:
    """Whether two stretches of a quote overlap by at least half of the longer one."""
    shared = min(one.stop, other.stop) - max(one.start, other.start)
    return 2 * shared >= max(len(one), len(other))


def _agreements(view: Arranged, found: Sequence[Relation]) -> list[Relation]:
    """The agreements among claims that are at odds with others."""
    if not found or found[0].type == "agrees":
        return []
    at_odds = {(r.question, i) for r in found for i in r.between}
    near = {id(r): r for _, i in sorted(at_odds) for r in view.relations_of.get(i, ()) if r.type == "agrees"}
    return [r for r in near.values() if all((r.question, i) in at_odds for i in r.between)]


def _unclear(claim: Claim) -> tuple[bool, int]:
    return claim.status != "reviewed", len(claim.quote)


def _doubt(relations: Sequence[Relation]) -> int:
    """What an editor confirmed comes first, then what is sure in all its parts, mere hints last."""
    if any(r.status == "confirmed" for r in relations):
        return 0
    if all(r.is_hint for r in relations):
        return 3
    return 1 if all(r.question or r.score >= _SURE for r in relations) else 2


def _matter(view: Arranged, head: Claim, relations: tuple[Relation, ...]) -> Matter:
    words: dict[str, dict[str, None]] = {}
    for relation in relations:
        for claim in view.pair(relation):
            words.setdefault(claim.id, {}).update(dict.fromkeys(view.words_in(relation, claim)))
    said = {claim: tuple(found) for claim, found in words.items()}
    claims = view.pair(relations[0]) if len(relations) == 1 else _in_order(view, head, relations[0], said)
    return Matter(head, relations, claims, said)


def _in_order(view: Arranged, head: Claim, relation: Relation, claims: Iterable[str]) -> tuple[Claim, ...]:
    """Agreements by date, after the source that all others match; disputes side by side, newest first."""
    found = [view.claim[i] for i in sorted(claims, key=view.rank.__getitem__)]
    if relation.type == "agrees":
        found.sort(key=lambda c: c.source != head.source)
    elif relation.type != "updates":
        found.sort(key=lambda c: (_SIDES[c.stance_on(relation.question)], -view.order[c.source]))
    return tuple(found)
