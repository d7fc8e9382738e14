"""A publication known only roughly: every day it may have been, and what all of them agree on."""

from __future__ import annotations

from datetime import date

from dossier.edtf import parse
from dossier.reading.dates.expression import Value
from dossier.reading.dates.values import add_days, edtf_of

_UNKNOWN = date(2000, 1, 1)
_EVERY_DAY = 62  # longer periods are tried at their ends and at each first of a month


def possible_days(published: str) -> list[date]:
    """The days on which the text may have been published; an unreadable date counts as one fixed day."""
    period = parse(published)
    if period is None or (period.start == date.min and period.end == date.max):
        return [_UNKNOWN]
    first = period.end if period.start == date.min else period.start
    last = first if period.end == date.max else period.end
    count = (last - first).days
    if count <= _EVERY_DAY:
        return [add_days(first, n) for n in range(count + 1)]
    days = [add_days(first, n) for n in range(count + 1)]
    firsts = [d for d in days if d.day == 1]
    return sorted({first, *firsts[:: max(1, len(firsts) // 24)], last})


def merged(values: list[Value], published: str) -> Value | None:
    """What all tellings agree on: the same value, or else the tightest period that holds them all."""
    if not values:
        return None
    first = values[0]
    if all(v == first for v in values):
        return first
    timexes = sorted({v.timex for v in values})
    timex = timexes[0] if len(timexes) == 1 else _common(timexes)
    return Value(timex, _hull([v.edtf or edtf_of(v.timex, published) for v in values]), first.kind)


def _common(timexes: list[str]) -> str:
    """2022-09-20 and 2022-09-27 -> 2022-09; 2022-10 and 2023-10 -> October of some year."""
    for cut in (10, 7, 4):
        if len({t[:cut] for t in timexes}) == 1 and all(t[cut : cut + 1] in ("", "-", "T") for t in timexes):
            return timexes[0][:cut]
    if len({t[4:] for t in timexes}) == 1:
        return "X" * 4 + timexes[0][4:]
    return timexes[0][:4] if timexes[0][:4].isdigit() else timexes[0]


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
