"""Numbers of the dead, the hurt, the missing while they are still being counted: each hour finds another one.

Reports of one day give a dozen tolls of one disaster, and all were right when they were written. So such numbers
are at odds only where the lower one came out well after the higher one.
"""

from __future__ import annotations

from datetime import timedelta

from dossier.edtf import parse
from dossier.language.words import Word
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.times import PRESENT

HOURS = timedelta(days=1)  # reports so near were written hours apart, and either may be the older
_EARLY = 3  # in the first months of a year what is told may be of the year before
_OTHER_YEAR = frozenset({"since", "than", "until", "like"})  # "the worst SINCE 2015" tells of another year

# What an opinion says of two such numbers, by how it passes.
COUNTED_ON = {
    "now": "give different numbers, the later one after more was known",
    "counting": "give different numbers, while the count went on",
}


def counted_on(a: Frame, b: Frame, values: tuple[float, float], ways: tuple[int, ...]) -> str:
    """ "now" where the later of two reports gives what a later count finds, "counting" for hours between; or "".

    `ways`: +1 for what a later count may find higher, -1 for lower; none for what is counted once.
    """
    one, two = parse(a.issued), parse(b.issued)
    if one is None or two is None or not ways:
        return ""
    first, second = values if one.start < two.start else values[::-1]
    if one.start != two.start and any((second - first) * way > 0 for way in ways):
        return "now"
    return "counting" if all(values) and abs(one.start - two.start) <= HOURS else ""


def of_other_years(a: Frame, b: Frame) -> bool:
    """Whether one tells of a year that is not the other's: "the 2015 incident", beside reports of 2019."""
    one, two = _years(a), _years(b)
    return bool(one) and bool(two) and one.isdisjoint(two)


@by_frame
def _years(frame: Frame) -> frozenset[int]:
    """The years a claim names, else those it is dated to, else the one it was told in; none if nothing is known."""
    named = {
        int(n.low) for n in frame.numerals if n.kind == "year" and n.low and not _is_beside(frame.words, n.start)
    }
    if named:
        return frozenset(named)
    if frame.period and frame.claim.date_from not in ("", PRESENT):
        return frozenset(range(frame.period.start.year, frame.period.end.year + 1))
    out = parse(frame.issued)
    return frozenset({out.end.year, out.end.year - (out.end.month <= _EARLY)}) if out else frozenset()


def _is_beside(words: tuple[Word, ...], at: int) -> bool:
    """Whether the year only says with what it compares."""
    return not _OTHER_YEAR.isdisjoint(w.text.lower() for w in words[max(0, at - 2) : at])
