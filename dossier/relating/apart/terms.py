"""The telling words of a claim, and by what one of them may be met in another claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


def keys_of(term: Term) -> frozenset[str]:
    """What a word may be met by: itself, its synonyms, words formed from it, its country."""
    return _keys_of(term.lemma, term.keys)


@lru_cache(maxsize=50_000)
def _keys_of(lemma: str, keys: frozenset[str]) -> frozenset[str]:
    return frozenset({lemma, *shared_keys(keys)})


def meet(x: Term, y: Term) -> bool:
    """Whether two words may stand for one thing."""
    if x.kind in ("number", "time") or y.kind in ("number", "time"):
        return x.lemma == y.lemma
    return x.lemma == y.lemma or not shared_keys(x.keys).isdisjoint(shared_keys(y.keys))


def meetable(terms: Iterable[Term]) -> frozenset[str]:
    """By what these words may be met: where two such sets have nothing in common, no two of the words meet."""
    return frozenset().union(*(keys_of(t) for t in terms))


def all_met(ours: Iterable[Term], theirs: Sequence[Term], met_by: frozenset[str]) -> list[tuple[Term, Term]]:
    """The pairs of their words that meet. `met_by` is all by which theirs may be met: most words of ours are not."""
    return [(x, y) for x in ours if not keys_of(x).isdisjoint(met_by) for y in theirs if meet(x, y)]


def left_over(sides: Sequence[Sequence[Term]], met: Sequence[tuple[Term, Term]]) -> list[list[Term]]:
    """The words of either side that meet none of the other."""
    taken = {term for couple in met for term in couple}
    return [[t for t in side if t not in taken] for side in sides]


def is_telling(term: Term) -> bool:
    """Whether a word is rare enough to tell one thing from another."""
    return term.weight >= _TELLING


@lru_cache(maxsize=50_000)
def shared_keys(keys: frozenset[str]) -> frozenset[str]:
    """Of what a word may be met by: its synonyms, words formed from it, its country."""
    return frozenset(k for k in keys if k[0] in "gki" or k.isupper())
