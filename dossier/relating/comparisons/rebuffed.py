"""One article gives a figure, another names that very figure to say that it is another: "531,000, not 600,000"."""

from __future__ import annotations

from dossier.data import load
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.standards import is_held_against, is_rejected
from dossier.relating.apart.terms import is_telling, meet
from dossier.relating.comparisons.opinion import Opinion

_SAME = 0.01  # as near as this the figure named is the other's
_FEW = 12  # smaller numbers are named by chance
_BEHIND = 6  # words after a number within which a time makes it one of another year
_NEAR = 10  # words from a figure within which stands what it measures


def rebuffed(a: Frame, b: Frame) -> Opinion | None:
    """The figure of one claim that the other rejects, with the one it puts in its place."""
    for one, other in ((a, b), (b, a)):
        for theirs in other.numerals:
            own = _in_its_place(other, theirs)
            told = own and next((n for n in one.numerals if _is_that(one, n, theirs)), None)
            if own and told and _on_one_thing(one, told, other, own):
                first, last = min(own.start, theirs.start), max(own.end, theirs.end)
                words = (one.text_of(told.start, told.end + 1), other.text_of(first, last))
                what = "give a figure and reject it for another"
                return Opinion("contradicts", "measures", words if one is a else words[::-1], what, 0.8)
    return None


@by_frame
def _in_its_place(frame: Frame, number: Numeral) -> Numeral | None:
    """What is said to be so instead of a figure that is rejected; None where that is only an earlier one."""
    if number.kind not in ("cardinal", "share") or not is_rejected(frame, number):
        return None
    after = frame.words[number.end : number.end + _BEHIND]
    if any(w.text.lower() in load("numerals.yaml")["back_then"] or w.text.isdigit() for w in after):
        return None
    others = [n for n in frame.numerals if n is not number and n.kind in ("cardinal", "share")]
    return next((n for n in others if _value(n) != _value(number) and not is_held_against(frame, n)), None)


def _is_that(frame: Frame, number: Numeral, named: Numeral) -> bool:
    """Whether it is the figure that the other names, told as such."""
    kinds = number.kind == named.kind or {number.kind, named.kind} == {"share", "cardinal"}
    near = abs(_value(number) - _value(named)) <= _SAME * _value(named)
    return kinds and near and _value(named) > _FEW and not is_held_against(frame, number)


def _on_one_thing(a: Frame, mine: Numeral, b: Frame, theirs: Numeral) -> bool:
    """Whether what stands round the two figures meets in a telling word, and they are of one kind."""
    near = [
        [t for t in f.terms if abs(t.index - n.start) <= _NEAR and t.kind in ("word", "name")]
        for f, n in ((a, mine), (b, theirs))
    ]
    met = any(meet(x, y) and is_telling(x) for x in near[0] for y in near[1])
    return met and mine.kind == theirs.kind


def _value(number: Numeral) -> float:
    return number.low if number.low is not None else number.high or 0.0
