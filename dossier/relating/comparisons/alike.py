"""One act told by two articles on one matter in words of their own: much of the one is said by the other too."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.relating.alignment import Alignment, align, exclude
from dossier.relating.apart.acts import is_told_as_act, stands_as_verb
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import calls_untrue
from dossier.relating.apart.terms import Term, is_telling, meet
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.wordings import met_words, opposed
from dossier.relating.meeting_words import Matter, is_pointed

_TOLD = 4  # so many telling words in common
_THINGS = 3  # of which so many are no names, for many things are told of one man,
_POINTED = 2  # and so many stand in few claims of either article,
_SHARED = 0.4  # and this share of the shorter claim


def alike(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """Whether both tell of one act done to the same things, and nothing in them tells two such acts apart."""
    if [*map(_met_by(b).isdisjoint, _each_met_by(a))].count(False) < _THINGS:
        return None  # seen by one look, for most pairs have little in common
    pair = align(a, b)
    telling = [(x, y) for x, y in pair.met if x.kind in ("name", "number") or is_telling(x) or is_telling(y)]
    if len(telling) < _TOLD or max(pair.cover_a, pair.cover_b) < _SHARED:
        return None
    acts = [(x, y) for x, y in pair.met if _is_told(a, x) and _is_told(b, y)]
    things = [{t.index for t in side if t.kind != "name"} for side in zip(*telling, *acts)]
    if not acts or min(map(len, things)) < _THINGS or any(x.negated != y.negated for x, y in acts):
        return None
    if sum(is_pointed(x, y, matter.rare) for x, y in telling) < _POINTED or _apart(pair, matter):
        return None
    return Opinion("agrees", "alike", (met_words(pair, 0), met_words(pair, 1)), "tell of the same thing", 0.72)


@by_frame
def _each_met_by(frame: Frame) -> tuple[frozenset[str], ...]:
    """Each of its words, with all by which it may be met."""
    return tuple(t.keys | {t.lemma} for t in frame.terms)


@by_frame
def _met_by(frame: Frame) -> frozenset[str]:
    return frozenset().union(*_each_met_by(frame))


def _is_told(frame: Frame, term: Term) -> bool:
    return is_told_as_act(frame, term) and stands_as_verb(frame, term)


def _apart(pair: Alignment, matter: Matter) -> bool:
    """Whether each has a name, a time or a number of the same that the other lacks, or what excludes the other's."""
    left = pair.left_a, pair.left_b
    named = [[t for t in side if t.kind == "name" and t.met_by.isdisjoint(matter.central)] for side in left]
    dated = [[t for t in side if t.kind == "time"] for side in left]
    counted = [_counted(f, side) for f, side in zip((pair.a, pair.b), left)]
    return (
        all(named)
        or all(dated)
        or any(meet(x, y) for x in counted[0] for y in counted[1])
        or any(exclude(x.lemma, y.lemma) for x in left[0] for y in left[1])
        or pair.order_turned
        or pair.ends_turned
        or calls_untrue(pair.a) != calls_untrue(pair.b)
        or bool(opposed(pair))
    )


def _counted(frame: Frame, left: Sequence[Term]) -> list[Term]:
    """What the numbers count that the other side does not give."""
    behind = {n.index + 1 for n in left if n.kind == "number"}
    return [t for t in frame.terms if t.index in behind]
