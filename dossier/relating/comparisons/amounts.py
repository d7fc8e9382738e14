"""One amount in two articles on the same things: who both tell of 250 million dollars tell of the same money."""

from __future__ import annotations

from dossier.data import load
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.standards import is_held_against, is_limit, is_whole
from dossier.relating.apart.terms import Term, is_telling, meet
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter, is_pointed

_LARGE = 100  # from here on an amount with two digits that are not nought stands in both for a reason
_MILLION = 1_000_000  # and from here with one
_TENS = 10
_FEW = 2  # more of a rare thing than this are the same: "the eleven managers"
_FEW_DAYS = 12  # and more days than this, which all things last, where two more words meet:
_BOTH = 2  # "a new election WITHIN 60 days"
_SOME = 2.8  # weight of a word that may show what a number is about
_NEAR = 12  # words to either side of a number within which such a word stands


def same_amount(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """The first amount that both tell, of one unit, and with what shows that one thing is meant."""
    for mine in a.numerals:
        for theirs in b.numerals:
            if mine.kind == theirs.kind == "cardinal" and mine.low == theirs.low and mine.low:
                units = _unit(a, mine), _unit(b, theirs)
                one_unit = units[0] is None or units[1] is None or meet(units[0], units[1]) or _are_people(units)
                if one_unit and _of_one(a, b, mine, theirs, matter):
                    words = (_told(a, mine, units[0]), _told(b, theirs, units[1]))
                    return Opinion("agrees", "amounts", words, "give the same figure", 0.72)
    return None


def _lasts(frame: Frame, number: Numeral) -> bool:
    """Whether days, months or the like are counted."""
    return any(w.lemma in load("numerals.yaml")["spans"] for w in frame.words[number.end : number.end + 1])


def _are_people(units: tuple[Term | None, Term | None]) -> bool:
    """ "787 WORKERS", "787 MINERS": people, under whichever name."""
    return all(t is not None and t.lemma in load("amounts.yaml")["counted_people"] for t in units)


def _unit(frame: Frame, number: Numeral) -> Term | None:
    """What stands right behind a number: "250 million DOLLARS", "four BERTHS"."""
    return next((t for t in frame.terms if t.index == number.end and t.kind == "word"), None)


def _of_one(a: Frame, b: Frame, mine: Numeral, theirs: Numeral, matter: Matter) -> bool:
    if is_held_against(a, mine) or is_held_against(b, theirs) or is_whole(a, mine) or is_whole(b, theirs):
        return False  # "4 billion rather than the 7.3 billion", "of the 120 houses 95 are gone"
    if is_limit(a, mine) != is_limit(b, theirs):
        return False
    things = _unit(a, mine), _unit(b, theirs)
    near = [[t for t in _near(f, n) if t not in things] for f, n in ((a, mine), (b, theirs))]
    met = [(x, y) for x in near[0] for y in near[1] if meet(x, y)]
    if _lasts(a, mine) or _lasts(b, theirs):
        opened = [f.words[n.start - 1].text.lower() if n.start else "" for f, n in ((a, mine), (b, theirs))]
        besides = {x.lemma for x, _ in met if x.kind == "word" and is_telling(x)}
        return (mine.low or 0) > _FEW_DAYS and len(besides) + (opened[0] == opened[1]) >= _BOTH and bool(besides)
    left = [[t for t in side if all(t is not m[n] for m in met)] for n, side in enumerate(near)]
    names = [[t for t in side if t.kind == "name" and t.met_by.isdisjoint(matter.central)] for side in left]
    telling = (mine.low or 0) >= _MILLION and _digits(mine.low or 0) > 1  # no two owe 3.2 billion by chance
    if all(names) and not (telling and None not in things):
        return False
    thing = things[0] is not None and things[1] is not None and is_pointed(things[0], things[1], matter.rare)
    if (mine.low or 0) >= _LARGE and _digits(mine.low or 0) > 1:
        return None not in things or bool(met)
    if (mine.low or 0) >= _MILLION:
        return bool(met)
    return thing and (mine.low or 0) > _FEW


def _digits(value: float) -> int:
    """How many digits tell: 2 of 250 million, 1 of 500,000."""
    while value and value % _TENS == 0:
        value /= _TENS
    return len(f"{value:g}".replace(".", ""))


def _near(frame: Frame, number: Numeral) -> list[Term]:
    first, last = number.start - _NEAR, number.end + _NEAR
    kinds = ("word", "name")
    return [t for t in frame.terms if first <= t.index < last and t.kind in kinds and t.weight >= _SOME]


def _told(frame: Frame, number: Numeral, unit: Term | None) -> str:
    return frame.text_of(number.start, unit.index + 1 if unit else number.end + _lasts(frame, number))
