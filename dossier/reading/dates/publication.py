"""A publication known only roughly: every day it may have been, and what all of them agree on."""

from __future__ import annotations

from datetime import date

from dossier.edtf import parse
from dossier.reading.dates.scene import Value
from dossier.reading.dates.values import add_days, add_months, edtf_of

_UNKNOWN = [date(1950, 1, 1), date(2050, 6, 15)]  # far apart: what hangs on publication comes out different
_EVERY_DAY = 62  # longer periods are tried at their ends and at firsts of a month
_SAMPLES = 24


def possible_days(published: str) -> list[date]:
    """The days on which the text may have been published, or a choice of them where they are many."""
    period = parse(published)
    if period is None or (period.start == date.min and period.end == date.max):
        return _UNKNOWN
    first = period.end if period.start == date.min else period.start
    last = first if period.end == date.max else period.end
    count = (last - first).days
    if count <= _EVERY_DAY:
        return [add_days(first, n) for n in range(count + 1)]
    months = (last.year - first.year) * 12 + last.month - first.month
    step = max(1, months // _SAMPLES)
    return [first, *(add_months(first.replace(day=1), n) for n in range(step, months + 1, step)), last]


def merged(values: list[Value], published: str) -> Value | None:
    """What all tellings agree on: the same value, or else the tightest period that holds them all."""
    if not values:
        return None
    first = values[0]
    if all(v == first for v in values):
        return first
    timexes = sorted({v.timex for v in values})
    timex = timexes[0] if len(timexes) == 1 else _common(timexes)
    if parse(published) is None:
        return Value(timex, "", first.kind)
    return Value(timex, _hull([v.edtf or edtf_of(v.timex, published) for v in values]), first.kind)


def _common(timexes: list[str]) -> str:
    """2022-09-20 and 2022-09-27 -> 2022-09; 2022-10 and 2023-10 -> October of some year."""
    for cut in (10, 7, 4):
        if len({t[:cut] for t in timexes}) == 1 and all(t[cut : cut + 1] in ("", "-", "T") for t in timexes):
            return timexes[0][:cut]
    if len({t[4:] for t in timexes}) == 1:
        return "X" * 4 + timexes[0][4:]
    return "X" * 4


def _hull(periods: list[str]) -> str:
    """The tightest EDTF period that holds all."""
    known = [p for p in (parse(text) for text in periods if text) if p is not None]
    if not known:
        return ""
    about = "~" if any(p.about for p in known) else ""
    start, end = min(p.start for p in known), max(p.end for p in known)
    if start == date.min:
        return f"../{_shortest(end, end)}"
    if end == date.max:
        return f"{_shortest(start, start)}/.."
    return about + _shortest(start, end)


def _shortest(start: date, end: date) -> str:
    """A span of days in months or years where it lies within one, else from month to month."""
    if start == end:
        return start.isoformat()
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04d}-{start.month:02d}" if (end - start).days > 13 else f"{start}/{end}"
    if start.year == end.year and start.month == 1 and end.month == 12:
        return f"{start.year:04d}"
    return f"{start.year:04d}-{start.month:02d}/{end.year:04d}-{end.month:02d}"
