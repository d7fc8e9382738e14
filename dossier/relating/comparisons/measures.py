"""One measure of one thing in two articles on the same things: a share, a price, a number of ships."""

from __future__ import annotations

from dossier.data import load
from dossier.language.negation import clause_around
from dossier.relating.alignment import exclude
from dossier.relating.comparisons.counting import counted
from dossier.relating.comparisons.moving import head_of
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.frames import Frame, Term
from dossier.relating.meeting_words import is_pointed, meet
from dossier.relating.numerals import Numeral

_REACH = 8  # words to either side of a number that tell what it measures
_BY = 3  # words after a direction within which a number says how far it went
_FEW = 12  # smaller numbers come out the same by chance
_SAME = 0.03  # as near as this two figures are one, rounded
_SPAN = 5.0  # one figure so many times the other measures something else


def measures(a: Frame, b: Frame, rare: frozenset[str]) -> Opinion | None:
    """What comes of the first two figures that measure the same thing."""
    for mine in a.numerals:
        for theirs in b.numerals:
            if mine.kind != theirs.kind or mine.kind not in ("cardinal", "share"):
                continue
            found = _of_whole(a, b, mine, theirs) or _verdict(a, b, mine, theirs, rare)
            if found:
                return found
    return None


def _of_whole(a: Frame, b: Frame, mine: Numeral, theirs: Numeral) -> Opinion | None:
    """ "38 of the 63 seats" and "36 of 63 seats": parts of one whole."""
    wholes = [_whole(f, n) for f, n in ((a, mine), (b, theirs))]
    if not wholes[0] or not wholes[1] or _value(wholes[0]) != _value(wholes[1]) or _value(wholes[0]) <= _FEW:
        return None
    words = (a.text_of(mine.start, wholes[0].end + 1), b.text_of(theirs.start, wholes[1].end + 1))
    if _value(mine) == _value(theirs):
        return Opinion("agrees", "measures", words, "give the same figure", 0.8)
    return Opinion("contradicts", "measures", words, "give different figures for the same thing", 0.75, passing=True)


def _whole(frame: Frame, number: Numeral) -> Numeral | None:
    """The number a number is a part of."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + 3]]
    skip = 2 if after[:2] == ["of", "the"] else 1 if after[:1] == ["of"] else 0
    return next((n for n in frame.numerals if skip and n.start == number.end + skip), None)


def _is_whole(frame: Frame, number: Numeral) -> bool:
    return any(_whole(frame, n) is number for n in frame.numerals)


def _verdict(a: Frame, b: Frame, mine: Numeral, theirs: Numeral, rare: frozenset[str]) -> Opinion | None:
    one, two = _value(mine), _value(theirs)
    small, large = sorted((one, two))
    near = [_window(f, n) for f, n in ((a, mine), (b, theirs))]
    met = [(x, y) for x in near[0] for y in near[1] if meet(x, y)]
    left = [[t for t in side if all(t is not m[n] for m in met)] for n, side in enumerate(near)]
    by = [(x, y) for x, y in met if is_pointed(x, y, rare)]
    if _is_whole(a, mine) or _is_whole(b, theirs):
        return None
    if not by or any(exclude(x.lemma, y.lemma) for x in left[0] for y in left[1]):
        return None
    if any(all(any(t.kind == kind for t in side) for side in left) for kind in ("name", "time")):
        return None
    moved = [_moved(f, n) for f, n in ((a, mine), (b, theirs))]
    if moved[0] and moved[1] and not meet(moved[0], moved[1]):
        return None
    words = (a.text_of(*_shown(mine, by[0][0])), b.text_of(*_shown(theirs, by[0][1])))
    if large - small <= _SAME * large and (large > _FEW or mine.kind == "share") and _of_one_kind(a, b, mine, theirs):
        return Opinion("agrees", "measures", words, "give the same figure", 0.75)
    return None


def _moved(frame: Frame, number: Numeral) -> Term | None:
    """What rose or fell by the number: "EXPORTS fell by 9 percent"."""
    return next((head_of(frame, d) for d in frame.directions if 0 <= number.start - d.end < _BY), None)


def _of_one_kind(a: Frame, b: Frame, mine: Numeral, theirs: Numeral) -> bool:
    """Shares, or numbers of one thing or of which only one side names the thing."""
    things = [counted(f, n).thing for f, n in ((a, mine), (b, theirs))]
    return mine.kind == "share" or None in things or meet(things[0], things[1])  # type: ignore[arg-type]


def _window(frame: Frame, number: Numeral) -> list[Term]:
    low, high = clause_around(frame.words, number.start)
    low, high = max(low, number.start - _REACH), min(high, number.end + _REACH)
    light = load("events.yaml")["light"]
    return [t for t in frame.terms if low <= t.index < high and t.kind != "number" and t.lemma not in light]


def _shown(number: Numeral, term: Term) -> tuple[int, int]:
    return min(number.start, term.index), max(number.end, term.index + 1)


def _value(number: Numeral) -> float:
    return number.low if number.low is not None else number.high or 0.0
