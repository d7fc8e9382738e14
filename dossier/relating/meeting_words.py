"""By which words two articles on the same things are seen to speak of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.data import load
from dossier.relating.frames import Frame, Term

_OFTEN = 3  # what more claims of an article mention tells none of them apart
_CENTRAL = 3  # what so many claims of both articles together mention may be what they are about
_PART = 12  # or more than one in so many of a long article
_TELLING = 3.2  # weight of a word that may tell which thing is meant
_FEW = 12  # a number larger than this hardly stands in both by chance
_GROUND = 0.2  # of a part like this of its claims is said what an article is about


@dataclass(frozen=True, slots=True)
class Matter:
    """What two articles tell of: the words few claims of either hold, and those that many claims of both hold."""

    rare: frozenset[str] = frozenset()
    central: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()  # the countries that both are about, or either where they share none


def matter_of(ours: Sequence[Frame], theirs: Sequence[Frame]) -> Matter:
    """What two articles that tell of the same things have in common."""
    one, two = _counts(ours), _counts(theirs)
    rare = (frozenset(k for k, n in c.items() if n <= _most(f)) for c, f in ((one, ours), (two, theirs)))
    central = frozenset(k for k, n in one.items() if two[k] and n + two[k] >= _CENTRAL)
    grounds = ground_of(ours), ground_of(theirs)
    return Matter(next(rare) & next(rare), central, grounds[0] & grounds[1] or grounds[0] | grounds[1])


def ground_of(article: Sequence[Frame]) -> frozenset[str]:
    """The countries a good part of an article's claims are about."""
    counts = Counter(place for frame in article for place in frame.claim.countries)
    return frozenset(p for p, n in counts.items() if n >= _GROUND * len(article))


def keys_of(term: Term) -> frozenset[str]:
    """What a word may be met by: itself, its synonyms, words formed from it, its country."""
    return _keys_of(term.lemma, term.keys)


@lru_cache(maxsize=50_000)
def _keys_of(lemma: str, keys: frozenset[str]) -> frozenset[str]:
    return frozenset({lemma, *_shared(keys)})


def _counts(frames: Sequence[Frame]) -> Counter[str]:
    """How many of an article's claims hold a word, or what it may be met by."""
    return Counter(k for f in frames for k in {k for t in f.terms if t.kind in ("word", "name") for k in keys_of(t)})


def _most(frames: Sequence[Frame]) -> int:
    return max(_OFTEN, len(frames) // _PART)


def looked_up(frame: Frame, rare: frozenset[str]) -> frozenset[str]:
    """Those of a claim's words that few claims of either article hold, and its large numbers."""
    terms = (t for t in frame.terms if t.kind in ("word", "name") and t.weight >= _TELLING)
    large = frozenset(t.lemma for t in frame.terms if t.kind == "number" and is_pointed(t, t, rare))
    return large | frozenset(k for t in terms for k in keys_of(t) if k in rare)


def meet(x: Term, y: Term) -> bool:
    """Whether two words may stand for one thing."""
    if x.kind in ("number", "time") or y.kind in ("number", "time"):
        return x.lemma == y.lemma
    return x.lemma == y.lemma or not _shared(x.keys).isdisjoint(_shared(y.keys))


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


def is_pointed(x: Term, y: Term, rare: frozenset[str]) -> bool:
    """Whether two words that meet show that one thing is meant: few claims hold them, or it is one large number."""
    if x.kind == "number":
        return x.lemma == y.lemma and float(x.lemma[2:] or 0) > _FEW
    common = ({x.lemma} & {y.lemma}) | (_shared(x.keys) & _shared(y.keys))
    return x.kind in ("word", "name") and is_telling(x) and is_telling(y) and not common.isdisjoint(rare)


def is_central(x: Term, y: Term, matter: Matter) -> bool:
    """Whether one names what both articles are about and the other only "the project", "the measure"."""
    for one, other in ((x, y), (y, x)):
        named = one.kind == "word" and is_telling(one) and not keys_of(one).isdisjoint(matter.central)
        if named and other.lemma in load("predicates.yaml")["stand_ins"]:
            return True
        bears = other.kind == "word" and other.lemma in load("predicates.yaml")["bearers"]
        if bears and one.kind == "name" and all(not keys_of(t).isdisjoint(matter.central) for t in (one, other)):
            return True
    return False


def is_foreign(term: Term, matter: Matter) -> bool:
    """A country that only one of the two articles names: whatever is told of it, the other tells of another."""
    keys = keys_of(term)
    known = matter.rare | matter.central
    return bool(known) and any(k.isupper() for k in keys) and keys.isdisjoint(known)


def is_abroad(frame: Frame, matter: Matter) -> bool:
    """Whether a claim is on a country that neither article is about: Malawi, beside Zambia's toll."""
    named = {k for t in frame.terms for k in t.keys if k.isupper()}
    away = bool(named) and named.isdisjoint(matter.home) and matter.home.isdisjoint(frame.claim.countries)
    return bool(matter.home) and away


def without_forenames(left: Sequence[Term], met: Sequence[Term]) -> list[Term]:
    """ "Mr", "Nuno" and "chief executive" before a name that both have tell of nobody else."""
    named = {t.index for t in met if t.kind == "name"}
    for term in sorted(left, key=lambda t: -t.index):
        if term.kind == "name" and term.index + 1 in named:
            named.add(term.index)
    standing_in = load("predicates.yaml")["stand_ins"]  # "the step" may be whatever the other calls by its name
    return [t for t in left if t.index not in named and t.lemma not in standing_in]


def is_telling(term: Term) -> bool:
    """Whether a word is rare enough to tell one thing from another."""
    return term.weight >= _TELLING


@lru_cache(maxsize=50_000)
def _shared(keys: frozenset[str]) -> frozenset[str]:
    """Of what a word may be met by: its synonyms, words formed from it, its country."""
    return frozenset(k for k in keys if k[0] in "gki" or k.isupper())
