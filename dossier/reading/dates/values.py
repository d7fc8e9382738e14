"""Calendar arithmetic on TIMEX3 values, and what period each names in EDTF."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_LENGTHS = {"F": (2, "W"), "Q": (3, "M"), "m": (1, "M"), "h": (6, "M"), "E": (10, "Y"), "C": (100, "Y"),
            "L": (1000, "Y"), "N": (1, "D")}  # fmt: skip
_VAGUE_LENGTHS = {"F": "W", "Q": "Q", "m": "M", "h": "M", "E": "Y", "C": "Y", "L": "Y", "N": "D"}
_CLOCK = "SMH"
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_HALF = re.compile(r"(\d{4})-H([12])")


def length(count: float | None, unit: str) -> str:
    """A duration: 27 years -> P27Y, some days -> PXD, thirty minutes -> PT30M."""
    head = "PT" if unit in _CLOCK else "P"
    if count is None:
        return f"{head}X{_VAGUE_LENGTHS.get(unit, unit)}"
    times, letter = _LENGTHS.get(unit, (1, unit))
    if unit == "Y" and count != int(count) and (count * 12) == int(count * 12) and count < 1:
        return f"P{int(count * 12)}M"
    if unit == "H" and count < 1:
        return f"PT{int(count * 60)}M"
    return f"{head}{_plain(count * times)}{letter}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last; held inside the calendar."""
    at = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Some days on; held inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shifted(day: date, count: float, unit: str) -> date:
    """The day `count` units after (before, when negative) `day`."""
    count = max(min(count, 10_000_000), -10_000_000)
    months = {"m": 1, "Q": 3, "h": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}.get(unit)
    if months:
        return add_months(day, int(count * months))
    return add_days(day, int(count * {"D": 1, "N": 1, "W": 7, "F": 14}.get(unit, 0)))


def period(day: date, unit: str) -> str:
    """The unit that holds the day: its year, month, week ..."""
    if unit == "E":
        return f"{day.year // 10:03d}"
    if unit in "CL":
        return f"{day.year // 100:02d}"
    if unit == "Y":
        return f"{day.year:04d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "h":
        return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
    if unit == "m":
        return f"{day.year:04d}-{day.month:02d}"
    if unit in "WF":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.isoformat()


@lru_cache(maxsize=4096)
def first_day(timex: str) -> date | None:
    """The first day of a calendar value, None for durations and references."""
    if week := _WEEK.match(timex):
        try:
            return date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        except ValueError:
            return None
    body = timex[:10]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", body):
            return date.fromisoformat(body)
        if found := re.match(r"(\d{4})(?:-(?:(\d\d)|Q(\d)|H(\d)|(SP|SU|FA|WI)))?", timex):
            year, month, quarter, half, season = found.groups()
            at = int(month or 0) or (int(quarter) * 3 - 2 if quarter else 0) or (int(half) * 6 - 5 if half else 0)
            return date(int(year), at or SEASON_FIRST_MONTH.get(season or "", 1), 1)
        if re.fullmatch(r"\d{2,3}", timex):
            return date(int(timex.ljust(4, "0")), 1, 1)
    except ValueError:
        return None
    return None


_GRAINS = (
    ("D", r"\d{4}-\d\d-\d\d"),
    ("W", r"\d{4}-W"),
    ("m", r"\d{4}-\d\d"),
    ("Q", r"\d{4}-[QHSFW]"),
    ("Y", r"\d{4}"),
)
_ORDER = "DWmQY"
_RANKS = {"S": 0, "M": 0, "H": 0, "N": 0, "F": 1, "h": 3, "E": 5, "C": 5, "L": 5}


def is_finer(unit: str, timex: str) -> bool:
    """Whether a unit is smaller than what a value tells: days against 2015-12, months against 2015."""
    grain = next((name for name, shape in _GRAINS if re.match(shape, timex)), "")
    rank = _RANKS[unit] if unit in _RANKS else _ORDER.index(unit)
    return bool(grain) and rank < _ORDER.index(grain)


def is_day(timex: str) -> bool:
    """Whether the value is as exact as a day."""
    return re.match(r"\d{4}-\d\d-\d\d", timex) is not None


@lru_cache(maxsize=4096)  # most times of an article are years, and few
def edtf_of(timex: str, published: str) -> str:
    """The period a calendar value names, as EDTF; references hang on the publication date (EDTF)."""
    if timex == "PRESENT_REF":
        return published
    if timex == "PAST_REF":
        return "../" + published.split("/")[-1].lstrip("~") if published else ""
    if timex == "FUTURE_REF":
        return published.split("/")[0].lstrip("~") + "/.." if published else ""
    if week := _WEEK.match(timex):
        first = first_day(timex)
        return f"{first}/{first + timedelta(1 if week[3] else 6)}" if first else ""
    if half := _HALF.match(timex):
        return f"{half[1]}-01/{half[1]}-06" if half[2] == "1" else f"{half[1]}-07/{half[1]}-12"
    if found := re.fullmatch(r"FY(\d{4})", timex):
        return "~" + found[1]
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        return f"{found[1]}-{_SEASONS[found[2]]}"
    if re.fullmatch(r"\d{3}", timex):
        return timex + "X"
    if re.fullmatch(r"\d{2}", timex):
        return timex + "X" * 2
    if found := re.match(r"\d{4}-\d\d-\d\d", timex):
        return found[0]
    return timex if re.fullmatch(r"\d{4}(-\d\d|-Q\d)?", timex) and first_day(timex) else ""


def part_of_period(timex: str, part: str) -> str:
    """The early, middle or late part of a year, decade or month, marked as about; "" where it makes no sense."""
    which = {"START": 0, "MID": 1, "END": 2}.get(part)
    if which is None:
        return ""
    if re.fullmatch(r"\d{4}", timex):
        return f"~{timex}-{('01', '05', '09')[which]}/{timex}-{('04', '08', '12')[which]}"
    if re.fullmatch(r"\d{3}", timex):
        return f"~{timex}{'036'[which]}/{timex}{'369'[which]}"
    if re.fullmatch(r"\d{4}-\d\d", timex):
        last = calendar.monthrange(int(timex[:4]) or 4, int(timex[5:]))[1]
        return f"~{timex}-{('01', '11', '21')[which]}/{timex}-{('10', '20', str(last))[which]}"
    return ""


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
