"""What time a claim holds for, and how that is told to a reader."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dossier.edtf import Period, in_words, parse
from dossier.model import Claim, Gate

# What an article says of its own present held for some weeks before it came out and will hold for some after:
# a statement of December and one of January are about the same time, one of three years later is not.
LASTS = timedelta(days=92)
PRESENT = "publication"
_MONTH = timedelta(days=31)
_LONG_OVER = timedelta(days=730)  # before an article came out: what it tells without a date is no event of then
_PERFECT = re.compile(r"(?i)\b(?:has|have)\b(?! to\b)|[’']ve\b")
# "Since 2013" published in 2025: what is said of so long a stretch is surest of its end.
SUREST = timedelta(days=365)


def period_of(claim: Claim, issued: str) -> Period | None:
    """When the claim holds: "since 2013" up to the day its source came out, "until June" as June."""
    period = parse(claim.date) if claim.date else None
    if period is None:
        return None
    _, _, last = claim.date.partition("/")
    if period.start == date.min and last:
        period = parse(last) or period
    out = parse(issued) if issued else None
    if period.end == date.max and out is not None and out.end >= period.start:
        period = Period(period.start, out.end, period.about)
    return period


def of_its_days(claim: Claim, period: Period | None) -> Period | None:
    """`roughly` for what is at odds: news of one day tells how things stand then, not a month later.

    What came out some time in a month or a season is told of the season.
    """
    one_day = period is not None and period.days == 1 and not period.about
    return roughly(claim, period, _MONTH if one_day else LASTS)


def roughly(claim: Claim, period: Period | None, lasts: timedelta = LASTS) -> Period | None:
    """The same with a margin where the date is the article's own present, or only about right."""
    if period is None:
        return None
    lasting = claim.date_from in ("", PRESENT) and not is_undated_past(claim)
    before = lasting or period.about
    after = before or claim.date.endswith("/..")
    start = period.start - lasts if before and period.start - date.min > lasts else period.start
    if claim.date.endswith("/..") and period.end < date.max and period.end - start > SUREST:
        start = period.end - SUREST
    end = period.end + lasts if after and date.max - period.end > lasts else period.end
    return Period(start, end, period.about)


def is_undated_past(claim: Claim) -> bool:
    """ "It welcomed the guest": some day before the article came out, nobody knows which.

    What "has" happened is told for what it means now.
    """
    return claim.date.startswith("../") and claim.date_from in ("", PRESENT) and not _PERFECT.search(claim.quote)


def when(claim: Claim, period: Period | None) -> str:
    """For a reader: "December 2022", "since February 2022", "by June 2024"; "" when nothing is known."""
    if period is None:
        return ""
    if is_undated_past(claim):
        return f"by {_month(period.end)}"
    if "/" in claim.date and (period.start.year, period.start.month) == (period.end.year, period.end.month):
        return _month(period.start)
    return in_words(claim.date)


def apart(a: Period, b: Period) -> str:
    """How far two periods lie apart, in words: "two years", "some months".

    Counted in what the longer one is told in: 2018 and 2019 are a year apart, not a day.
    """
    first, second = sorted((a, b))
    days = (second.start - first.end).days
    if days < 0:
        return "at different times"
    longest = max(first.end - first.start, second.end - second.start)
    months = 12 * (second.start.year - first.end.year) + second.start.month - first.end.month
    if longest < _A_MONTH:
        if days < _WEEKS:
            return f"{_counted(days, 'day')} apart"
        months = round(days / 30)
    years = second.start.year - first.end.year if longest >= _A_YEAR else round(months / 12)
    if years >= 1 and (longest >= _A_YEAR or months >= _YEARS):
        return f"about {_counted(years, 'year')} apart"
    return f"about {_counted(max(1, months), 'month')} apart"


def _counted(number: int, what: str) -> str:
    return f"{_COUNTS.get(number, str(number))} {what}{'s' * (number != 1)}"


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")  # an hour names no day
A_FEW_DAYS = timedelta(days=3)
_WEEKS = 21  # days that are still counted as days
_YEARS = 10  # months from which years are counted
_A_WEEK = timedelta(days=7)  # what an article tells without a day is news
_TWO_WEEKS = timedelta(days=14)
_A_MONTH = timedelta(days=27)
_A_YEAR = timedelta(days=360)

_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
           10: "ten", 11: "eleven", 12: "twelve"}  # fmt: skip


def _month(day: date) -> str:
    return in_words(f"{day.year:04}-{day.month:02}")


def told_near(a: str, b: str, within: timedelta = _MONTH) -> bool:
    """Whether two sources came out within a month of each other, or so many days; unknown days are near any."""
    one, two = parse(a), parse(b)
    if one is None or two is None:
        return True
    first, second = sorted((one, two), key=lambda p: p.start)
    return second.start - first.end <= within


def told_apart(a: Claim, b: Claim, issued: tuple[str, str]) -> Gate:
    """The gate for what changes from day to day: by the times both claims name, else by the days they came out."""
    named = named_time(a), named_time(b)
    if all(named) and (_are_one(*named) or not passing(*named).open):
        return passing(*named)
    return passing(*issued)


def names_past_time(claim: Claim, issued: str) -> bool:
    """Whether it names a time itself that had ended when its source came out: "in 2016", "last spring"."""
    told, out = parse(named_time(claim)), parse(issued)
    return told is not None and out is not None and told.end < out.start


def names_earlier_time(a: Claim, b: Claim, issued: tuple[str, str]) -> bool:
    """Whether one names a time weeks before the other, which names none, came out: the fire of "last month"."""
    for claim, other, day in ((a, b, issued[1]), (b, a, issued[0])):
        told, out = parse(named_time(claim)), parse(day)
        if told and out and not named_time(other) and out.start - told.end > _TWO_WEEKS:
            return True
    return False


def both_name_times(a: Claim, b: Claim) -> bool:
    """Whether each names a time itself, which neither has from the sentences before or from its source."""
    return bool(named_time(a) and named_time(b))


def _are_one(a: str, b: str) -> bool:
    """ "2025-Q1" and "2025-01/2025-03": one span of days, however it is written."""
    one, two = parse(a), parse(b)
    return one is not None and two is not None and (one.start, one.end) == (two.start, two.end)


def named_time(claim: Claim) -> str:
    """The time a claim itself names (EDTF), "" when it has it from the sentences before or from its source."""
    told = claim.date_from and claim.date_from in " ".join(claim.quote.split())
    return claim.date if told and not _CLOCK.match(claim.date_from) else ""


def of_one_span(a: Claim, b: Claim, periods: tuple[Period | None, Period | None]) -> bool:
    """Whether what both count may be of one time: "since 2020" and "on Sunday" are two."""
    told = [period if named_time(claim) else None for claim, period in zip((a, b), periods)]
    spans = [period.end - period.start if period else None for period in told]
    for mine, span, other in ((told[0], spans[0], told[1]), (told[1], spans[1], told[0])):
        if mine and span and span > SUREST and (other is None or abs(other.start - mine.start) > SUREST / 2):
            return False
    return True


def of_one_day(a: Claim, b: Claim, periods: tuple[Period | None, Period | None], issued: tuple[str, str]) -> bool:
    """Whether what happens anew each day may be told of one: of the day a claim names, else of its article's week."""
    one, other = (_days_of(*told) for told in zip((a, b), periods, issued))
    return one is None or other is None or one.overlaps(other)


def _days_of(claim: Claim, period: Period | None, issued: str) -> Period | None:
    out = parse(issued)
    return period if named_time(claim) or out is None else Period(out.start - _A_WEEK, out.end)


def passing(a: str, b: str) -> Gate:
    """The gate for what changes from day to day: shut when the two days (EDTF) are known and differ."""
    one, two = parse(a), parse(b)
    if one is None or two is None:
        return Gate("period", True, "no two dates to compare")
    if one.overlaps(two):
        return Gate("period", True, "about the same time")
    return Gate("period", False, apart(one, two))


def dated_alike(named: tuple[str, str], issued: tuple[str, str], alike: bool = False) -> Gate:
    """The gate for what happened once: shut when both name a time (EDTF) and the two do not meet.

    It is shut too when one names a time after the other came out. Where the two say `alike`, a time that was long
    over then shuts it as well: what the other tells without a date happened in its own days.
    """
    if all(named):
        return passing(*named)
    out = [parse(day) for day in issued]
    for mine, theirs in ((named[0], out[1]), (named[1], out[0])):
        told = parse(mine) if mine else None
        if told and theirs and (told.start > theirs.end or (alike and theirs.start - told.end > _LONG_OVER)):
            return Gate("period", False, apart(told, theirs))
    return Gate("period", True, "not both of them dated by their own words")
