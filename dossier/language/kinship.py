"""Words that may mean the same or the opposite in some sense: enough only where all else of two sentences meets.

From WordNet (data/kinship.json), with rarer words and more of their senses than `lexical` trusts on its own, and from
data/opposites.yaml.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain, product

from dossier.data import load
from dossier.language.lexical import are_opposite, closeness
from dossier.language.words import lemma_of

_STANDS_FOR = 0.7
_PREFIXES = ("non-", "non", "un", "in", "im", "il", "ir", "dis", "mis", "de")


@lru_cache(maxsize=20_000)
def may_be_same(a: str, b: str) -> bool:
    """Whether some sense of one is a sense of the other, or the next wider one: recapture/retake."""
    if max(closeness(a, b), closeness(b, a)) >= _STANDS_FOR and not may_be_opposite(a, b):
        return True
    one, two = _plain(a), _plain(b)
    return _listed("near", a, b) or (one != a and two != b and may_be_same(one, two))


@lru_cache(maxsize=20_000)
def may_be_opposite(a: str, b: str) -> bool:
    """Whether some sense of one excludes a sense of the other: sober/drunk, humanely/cruelly."""
    if (
        are_opposite(a, b)
        or b in _opposites().get(a, ())
        or _listed("against", a, b)
        or _undone(a, b)
        or _undone(b, a)
    ):
        return True
    one, two = _plain(a), _plain(b)
    return one != a and two != b and may_be_opposite(one, two)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """For each word of opposites.yaml those it excludes, both ways."""
    found: dict[str, set[str]] = {}
    for line in chain.from_iterable(load("opposites.yaml").values()):
        one, _, other = line.partition(" / ")
        for a, b in product(one.split(), other.split()):
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
    return {word: frozenset(others) for word, others in found.items()}


def _listed(name: str, a: str, b: str) -> bool:
    first, second = sorted((a, b))
    return f" {second} " in f" {load('kinship.json')[name].get(first, '')} "


def _undone(a: str, b: str) -> bool:
    """ "Refundable" and "non-refundable", "heard" and "unheard"."""
    bare = a.removesuffix("-free").removesuffix("less")
    told = [a[len(prefix) :] for prefix in _PREFIXES if a.startswith(prefix)]
    return len(b) > 4 and (any(b in (rest, lemma_of(rest)) for rest in told) or (bare != a and b.startswith(bare)))


def _plain(word: str) -> str:
    """The adjective of an adverb: humanely -> humane; any other word as it is."""
    if not word.endswith("ly") or len(word) < 6:
        return word
    stem = word[:-2]
    return stem[:-1] + "y" if stem.endswith("i") else stem
