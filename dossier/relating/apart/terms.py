"""The telling words of a claim, and by what one of them may be met in another claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_TELLING = 3.2  # weight of a word that may tell which thing is meant


@dataclass(frozen=True, slots=True, eq=False)  # one place in one frame: never compared by what it holds
class Term:
    """A telling word of a claim: where it stands, how telling it is, what it may be met by, whether negated."""

    lemma: str
    text: str
    index: int
    weight: float
    kind: str  # word | name | number | time
    keys: frozenset[str]
    negated: bool
    shared: frozenset[str] = field(init=False, repr=False)  # of its keys: synonyms, words formed from it, its country
    met_by: frozenset[str] = field(init=False, repr=False)  # these, and the word itself

    def __post_init__(self) -> None:
        shared, met_by = _met_by(self.lemma, self.keys)
        object.__setattr__(self, "shared", shared)
        object.__setattr__(self, "met_by", met_by)


@lru_cache(maxsize=50_000)
def _met_by(lemma: str, keys: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The same sets for all claims that have the word."""
    shared = frozenset(k for k in keys if k[0] in "gki" or k.isupper())
    return shared, shared | {lemma}


def meet(x: Term, y: Term) -> bool:
    """Whether two words may stand for one thing."""
    if x.lemma == y.lemma:
        return True
    return not (x.kind == "time" or y.kind == "time" or x.shared.isdisjoint(y.shared))  # a number has its lemma alone


def meetable(terms: Iterable[Term]) -> frozenset[str]:
    """By what these words may be met: where two such sets have nothing in common, no two of the words meet."""
    return frozenset().union(*[t.met_by for t in terms])


def all_met(ours: Iterable[Term], theirs: Sequence[Term], met_by: frozenset[str]) -> list[tuple[Term, Term]]:
    """The pairs of their words that meet. `met_by` is all by which theirs may be met: most words of ours are not."""
    return [(x, y) for x in ours if not x.met_by.isdisjoint(met_by) for y in theirs if meet(x, y)]


def left_over(sides: Sequence[Sequence[Term]], met: Sequence[tuple[Term, Term]]) -> list[list[Term]]:
    """The words of either side that meet none of the other."""
    taken = {term for couple in met for term in couple}
    return [[t for t in side if t not in taken] for side in sides]


def alone_on_both(sides: Iterable[Iterable[Term]]) -> frozenset[str]:
    """The kinds of words that are left over on either side: a name here, and another there."""
    return frozenset.intersection(*[frozenset(t.kind for t in side) for side in sides])


def is_telling(term: Term) -> bool:
    """Whether a word is rare enough to tell one thing from another."""
    return term.weight >= _TELLING
