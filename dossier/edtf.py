"""Dates as precise as their source: the part of EDTF this project writes, read into calendar days.

Forms: 2022, 2022-06, 2022-09-21, 2022-Q2 (quarter), 2022-21..24 (season spring..winter), 202X (decade),
20XX (century), ~2022 (about), 2022-02/2022-06, 2022-02/.. (open end), ../2022-02 (open start).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ONE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
}  # meteorological, northern half; winter ends next year
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
SEASON_NAMES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Calendar days from `start` to `end`, both inclusive; an open end is date.min or date.max."""

    start: date
    end: date
    about: bool = False

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end

    @property
    def days(self) -> int:
        """Length in days; very large for an open period."""
        return (self.end - self.start).days + 1


@lru_cache(maxsize=4096)
def parse(text: str) -> Period | None:
    """The period an EDTF text stands for, or None if it is not one of these forms or not a real date."""
    about = text.startswith("~")
    body = text.lstrip("~") if text.count("~") <= 1 else ""
    if "/" in body:
        first, _, last = body.partition("/")
        start = date.min if first == ".." else _bound(first, 0)
        end = date.max if last == ".." else _bound(last, 1)
        if first == last == "..":
            return None
    else:
        start, end = _bound(body, 0), _bound(body, 1)
    return Period(start, end, about) if start and end and start <= end else None


def _bound(text: str, side: int) -> date | None:
    """First (side 0) or last (side 1) day of a date without signs."""
    found = _ONE.fullmatch(text)
    if not found:
        return None
    year_text, quarter, month_text, day_text = found.groups()
    if "X" in year_text:
        return None if month_text or quarter else _year_bound(int(year_text.replace("X", "09"[side])), side)
    year = int(year_text)
    if year == 0:
        return None
    if quarter:
        return _month_bound(year, int(quarter) * 3 - (0 if side else 2), side)
    if not month_text:
        return _year_bound(year, side)
    month = int(month_text)
    if day_text:
        return _day(year, month, int(day_text))
    if month in _SEASONS:
        month = _SEASONS[month][side]
        return _month_bound(year + (month > 12), (month - 1) % 12 + 1, side)
    return _month_bound(year, month, side) if 1 <= month <= 12 else None


def _year_bound(year: int, side: int) -> date | None:
    return date(year, 12, 31) if side and year else date(year, 1, 1) if year else None


def _month_bound(year: int, month: int, side: int) -> date | None:
    if year > date.max.year:
        return None
    return date(year, month, calendar.monthrange(year, month)[1] if side else 1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_season(text: str) -> bool:
    """Whether the text is a year and a season: "2022-21", spring 2022."""
    return len(text) == 7 and text[5:] in SEASON_NAMES


def in_words(text: str) -> str:
    """An EDTF text as a reader would write it: "21 September 2022", "about 2022", "since February 2022"."""
    if not text or parse(text) is None:
        return text
    if text.startswith("~"):
        told, start, rest = in_words(text[1:]).partition(" ")
        return f"{told} about {rest}" if start and told in ("since", "until") else f"about {told}{start}{rest}"
    if "/" in text:
        first, _, last = text.partition("/")
        if first == "..":
            return f"until {in_words(last)}"
        return f"since {in_words(first)}" if last == ".." else f"{in_words(first)} to {in_words(last)}"
    year, _, rest = text.partition("-")
    if year.endswith("XX"):
        century = int(year[:2]) + 1
        return f"{century}{_ordinal_ending(century)} century"
    if "X" in year:
        return f"{year[:3]}0s"
    if rest.startswith("Q"):
        return f"{('first', 'second', 'third', 'fourth')[int(rest[1]) - 1]} quarter of {year}"
    if rest in SEASON_NAMES:
        return f"{SEASON_NAMES[rest]} {year}"
    month, _, day = rest.partition("-")
    if not month:
        return year
    of_month = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {of_month}" if day else of_month


def _ordinal_ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
