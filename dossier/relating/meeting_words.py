"""By which words two articles on the same things are seen to speak of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

from dossier.data import load
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term, is_telling, meetable

_OFTEN = 3  # what more claims of an article mention tells none of them apart
_CENTRAL = 3  # what so many claims of both articles together mention may be what they are about
_PART = 12  # or more than one in so many of a long article
_FEW = 12  # a number larger than this hardly stands in both by chance
_GROUND = 0.2  # of a part like this of its claims is said what an article is about


@dataclass(frozen=True, slots=True, eq=False)  # one couple of articles: never compared by what it holds
class Matter:
    """What two articles tell of: the words few claims of either hold, and those that many claims of both hold."""

    rare: frozenset[str] = frozenset()
    central: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()  # the countries that both are about, or either where they share none
    weights: Mapping[frozenset[str], float] = field(default_factory=dict)  # of each word, by what it may be met by

    def telling(self, term: Term) -> float:
        """The larger, the fewer claims of the two articles hold a word."""
        return self.weights[term.met_by]


def matter_of(ours: Sequence[Frame], theirs: Sequence[Frame]) -> Matter:
    """What two articles that tell of the same things have in common."""
    one, two = _counts(ours), _counts(theirs)
    rare = (frozenset(k for k, n in c.items() if n <= _most(f)) for c, f in ((one, ours), (two, theirs)))
    central = frozenset(k for k, n in one.items() if two[k] and n + two[k] >= _CENTRAL)
    grounds = ground_of(ours), ground_of(theirs)
    home = grounds[0] & grounds[1] or grounds[0] | grounds[1]
    return Matter(next(rare) & next(rare), central, home, _weights([*ours, *theirs]))


def _weights(frames: Sequence[Frame]) -> dict[frozenset[str], float]:
    """How telling each word is among these claims."""
    counts = Counter(k for f in frames for k in meetable(f.terms))
    words = {t.met_by for f in frames for t in f.terms}
    return {keys: log1p(len(frames) / max(counts[k] for k in keys)) for keys in words}


def ground_of(article: Sequence[Frame]) -> frozenset[str]:
    """The countries a good part of an article's claims are about."""
    counts = Counter(place for frame in article for place in frame.claim.countries)
    return frozenset(p for p, n in counts.items() if n >= _GROUND * len(article))


def _counts(frames: Sequence[Frame]) -> Counter[str]:
    """How many of an article's claims hold a word, or what it may be met by."""
    return Counter(k for f in frames for k in {k for t in f.terms if t.kind in ("word", "name") for k in t.met_by})


def _most(frames: Sequence[Frame]) -> int:
    return max(_OFTEN, len(frames) // _PART)


def looked_up(frame: Frame, rare: frozenset[str]) -> frozenset[str]:
    """Those of a claim's words that few claims of either article hold, and its large numbers."""
    terms = (t for t in frame.terms if t.kind in ("word", "name") and is_telling(t))
    large = frozenset(t.lemma for t in frame.terms if t.kind == "number" and is_pointed(t, t, rare))
    return large | frozenset(k for t in terms for k in t.met_by if k in rare)


def is_pointed(x: Term, y: Term, rare: frozenset[str]) -> bool:
    """Whether two words that meet show that one thing is meant: few claims hold them, or it is one large number."""
    if x.kind == "number":
        return x.lemma == y.lemma and float(x.lemma[2:] or 0) > _FEW
    common = ({x.lemma} & {y.lemma}) | (x.shared & y.shared)
    return x.kind in ("word", "name") and is_telling(x) and is_telling(y) and not common.isdisjoint(rare)


def is_central(x: Term, y: Term, matter: Matter) -> bool:
    """Whether one names what both articles are about and the other only "the project", "the measure"."""
    for one, other in ((x, y), (y, x)):
        named = one.kind == "word" and is_telling(one) and not one.met_by.isdisjoint(matter.central)
        if named and other.lemma in load("predicates.yaml")["stand_ins"]:
            return True
        bears = other.kind == "word" and other.lemma in load("predicates.yaml")["bearers"]
        if bears and one.kind == "name" and all(not t.met_by.isdisjoint(matter.central) for t in (one, other)):
            return True
    return False


def is_one_name(a: Frame, x: Term, b: Frame, y: Term) -> bool:
    """Whether two names that meet may be one: "Sohel RANA" is not the "RANA Plaza" that bears his name."""
    if x.kind != "name" or y.kind != "name" or any(k.isupper() for k in x.keys):
        return True
    first = [_is_name(f, t.index + 1) for f, t in ((a, x), (b, y))]
    last = [_is_name(f, t.index - 1) for f, t in ((a, x), (b, y))]
    return not (first[0] and not first[1] and last[1]) and not (first[1] and not first[0] and last[0])


def _is_name(frame: Frame, at: int) -> bool:
    return any(t.index == at and t.kind == "name" for t in frame.terms)


def is_foreign(term: Term, matter: Matter) -> bool:
    """A country that only one of the two articles names: whatever is told of it, the other tells of another."""
    keys = term.met_by
    known = matter.rare | matter.central
    return bool(known) and any(k.isupper() for k in keys) and keys.isdisjoint(known)


def is_abroad(frame: Frame, matter: Matter) -> bool:
    """Whether a claim is on a country that neither article is about: Malawi, beside Zambia's toll."""
    named = _countries_in(frame) if matter.home else ()
    return bool(named) and matter.home.isdisjoint(named) and matter.home.isdisjoint(frame.claim.countries)


@by_frame
def _countries_in(frame: Frame) -> frozenset[str]:
    return frozenset(k for t in frame.terms for k in t.keys if k.isupper())


def without_forenames(left: Sequence[Term], met: Sequence[Term]) -> list[Term]:
    """ "Mr", "Nuno" and "chief executive" before a name that both have tell of nobody else."""
    named = {t.index for t in met if t.kind == "name"}
    for term in sorted(left, key=lambda t: -t.index):
        if term.kind == "name" and term.index + 1 in named:
            named.add(term.index)
    standing_in = load("predicates.yaml")["stand_ins"]  # "the step" may be whatever the other calls by its name
    return [t for t in left if t.index not in named and t.lemma not in standing_in]
