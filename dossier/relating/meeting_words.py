"""By which words two articles on the same things are seen to speak of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from dossier.relating.frames import Frame, Term

_OFTEN = 3  # what more claims of an article mention tells none of them apart
_PART = 12  # or more than one in so many of a long article
_TELLING = 3.2  # weight of a word that may tell which thing is meant
_FEW = 12  # a number larger than this hardly stands in both by chance


def keys_of(term: Term) -> frozenset[str]:
    """What a word may be met by: itself, its synonyms, words formed from it, its country."""
    return frozenset({term.lemma, *_shared(term.keys)})


def pointed(frames: Sequence[Frame]) -> frozenset[str]:
    """The words, and what they may be met by, that few of an article's claims hold."""
    count = Counter(k for f in frames for k in {k for t in f.terms if t.kind in ("word", "name") for k in keys_of(t)})
    most = max(_OFTEN, len(frames) // _PART)
    return frozenset(k for k, n in count.items() if n <= most)


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


def is_pointed(x: Term, y: Term, rare: frozenset[str]) -> bool:
    """Whether two words that meet show that one thing is meant: few claims hold them, or it is one large number."""
    if x.kind == "number":
        return x.lemma == y.lemma and float(x.lemma[2:] or 0) > _FEW
    common = ({x.lemma} & {y.lemma}) | (_shared(x.keys) & _shared(y.keys))
    return x.kind in ("word", "name") and is_telling(x) and is_telling(y) and not common.isdisjoint(rare)


def is_telling(term: Term) -> bool:
    """Whether a word is rare enough to tell one thing from another."""
    return term.weight >= _TELLING


@lru_cache(maxsize=50_000)
def _shared(keys: frozenset[str]) -> frozenset[str]:
    """Of what a word may be met by: its synonyms, words formed from it, its country."""
    return frozenset(k for k in keys if k[0] in "gk" or k.isupper())
