"""Values of expressions that name a day, a holiday or a month."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import add_days, add_months, easter, part_of_period, period

BCE = frozenset({"BC", "BCE", "B.C."})


def number_in(found: Found, *sorts: str) -> int | None:
    """The first whole number among tokens of these classes."""
    token = found.get(*sorts)
    if token is None:
        return None
    digits = re.match(r"\d+", str(token.value))
    return int(digits[0]) if digits else None


def full_year(text: str, near: int) -> int:
    """A year as written, two digits taken to the century that brings it nearest to `near`."""
    year = int(text)
    if len(text) > 2:
        return year
    return min((year + c for c in range(1000, 2300, 100)), key=lambda y: (abs(y - near), y))


def year_of(found: Found, scene: Scene) -> int | None:
    """The year written in the expression."""
    token = found.get("year")
    if token is None:
        return None
    return int(token.text)


def year_meant(found: Found, scene: Scene) -> int:
    """The year of "this year", "last year", "that year", "the year", "the following year"."""
    for token, step in ((found.get("last"), -1), (found.get("next"), 1)):
        if token:
            return step + (scene.here if token.value in ("before", "after") else scene.day).year
    return scene.here.year if found.has("that", "same") else scene.day.year


def iso(found: Found, scene: Scene) -> Value | None:
    """2022-09-21."""
    text = found.tokens[0].text
    return Value(text) if "Q" in text or "W" in text or _real(*map(int, text.split("-"))) else None


def numeric(found: Found, scene: Scene) -> Value | None:
    """21.09.2022, 9/21/2022, 2022/09/21: whichever order makes a date; a dot puts the day first."""
    text = found.tokens[0].text
    a, b, c = re.split(r"[./]", text)
    if len(a) == 4:
        year, month, day = int(a), int(b), int(c)
    else:
        day_first = "." in text or int(a) > 12
        day, month = (int(a), int(b)) if day_first else (int(b), int(a))
        year = full_year(c, scene.day.year)
    return Value(f"{year:04d}-{month:02d}-{day:02d}") if _real(year, month, day) else None


def _real(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def calendar_day(found: Found, scene: Scene) -> Value | None:
    """March 27, 2008; 27 March; Tuesday the 5th."""
    month_token, era = found.get("month", "month-short"), found.get("era")
    days = found.all("digits", "nth-digits", "ordinal")
    if not days:
        return None
    written = re.match(r"\d+", str(days[0].value))
    day = int(written[0]) if written else 0
    if month_token is None:
        near = scene.now.replace(day=1)
        year, month = near.year, near.month
    else:
        month = int(month_token.value)
        year_token = found.get("year") or (days[1] if len(days) > 1 else None)
        if era and era.text in BCE and year_token and year_token.text.isdecimal():
            return Value(f"BC{int(year_token.text):04d}-{month:02d}-{day:02d}")
        year = int(year_token.text) if year_token and year_token.text.isdigit() else 0
    weekday = found.get("weekday", "weekday-short")
    year = year or _year_for(month, day, int(weekday.value) if weekday else 0, scene)
    return Value(f"{year:04d}-{month:02d}-{day:02d}") if _real(year, month, day) else None


_SOON, _LONG_AGO = 60, 300  # days


def _year_for(month: int, day: int, weekday: int, scene: Scene) -> int:
    """The year of a day and month without one, by the weekday, the tense, and nearness."""
    if scene.year:
        return scene.year
    now = scene.now
    years = [y for y in (now.year - 1, now.year, now.year + 1) if _real(y, month, day)]
    if not years:
        return now.year
    if scene.narrative:
        return now.year
    fitting = [y for y in years if weekday and date(y, month, day).isoweekday() == weekday] or years
    nearest = min(fitting, key=lambda y: abs((date(y, month, day) - now).days) + (date(y, month, day) > now))
    told = [y for y in fitting if scene.tense * (date(y, month, day) - now).days >= 0][:: scene.tense or 1]
    near, far = (abs((date(y, month, day) - now).days) for y in (nearest, (told or fitting)[0]))
    if not weekday and near < _SOON and far > _LONG_AGO:
        return nearest  # "was put off to 22 March", told on 15 March; a year back would be said so
    return told[0] if scene.tense and told else nearest


def day_range(found: Found, scene: Scene) -> Value | None:
    """March 3-5, 2022: the value is the first day, the period both."""
    month_token, days = found.get("month", "month-short"), found.all("digits", "nth-digits", "ordinal")
    if not month_token or len(days) < 2:
        return None
    month = int(month_token.value)
    first, last = (int(m[0]) if (m := re.match(r"\d+", str(t.value))) else 0 for t in days[:2])
    year = year_of(found, scene) or _year_for(month, first, 0, scene)
    if not (_real(year, month, first) and _real(year, month, last) and first < last):
        return None
    start, end = f"{year:04d}-{month:02d}-{first:02d}", f"{year:04d}-{month:02d}-{last:02d}"
    return Value(start, f"{start}/{end}")


def nth_day(found: Found, scene: Scene) -> Value | None:
    """On the 17th: of the month spoken of."""
    if not found.tokens[-1].text[-1].isalpha():
        return None  # "on the 13/14"
    day, near = int(str(found.tokens[-1].value)[:-2]), scene.here
    if near > scene.day:  # a time to come was told before: "the vote due on 18 June ... agreed on the 13th"
        near = scene.day if day <= scene.day.day else add_months(scene.day.replace(day=1), -1)
    return _on(day, near)


def _on(day: int, near: date) -> Value | None:
    return Value(f"{near.year:04d}-{near.month:02d}-{day:02d}") if _real(near.year, near.month, day) else None


def week_of(found: Found, scene: Scene) -> Value | None:
    """The week of Oct. 23."""
    day = calendar_day(found, scene)
    return Value(period(date.fromisoformat(day.timex), "W")) if day and len(day.timex) == 10 else None


def month(found: Found, scene: Scene) -> Value | None:
    """March 2008; early June; last June; bare October."""
    number = int(found.get("month", "month-short").value)  # type: ignore[union-attr]
    era, digits = found.get("era"), found.get("digits")
    ancient = found.get("year") or digits
    if era and era.text in BCE:
        return Value(f"BC{int(ancient.text):04d}-{number:02d}") if ancient and ancient.text.isdecimal() else None
    year = year_of(found, scene)
    if not year and digits and digits.text.isdigit():
        year = int(digits.text) if era else full_year(digits.text, scene.day.year)
    if not year:
        year = _year_of_month(number, found, scene)
    timex = f"{year:04d}-{number:02d}"
    edge = found.get("edge", "early")
    return Value(timex, part_of_period(timex, str(edge.value)) if edge else "")


def _year_of_month(number: int, found: Found, scene: Scene) -> int:
    if scene.year:
        return scene.year
    now = scene.now
    if found.has("that", "same"):
        return scene.here.year
    if found.has("this"):
        return now.year
    if found.has("last"):
        return scene.day.year - (number >= scene.day.month)
    if onward := found.get("next"):
        if scene.last and (onward.value == "after" or (scene.narrative and found.has("the"))):
            return year_after(number, scene)
        return scene.day.year + (number <= scene.day.month)
    if scene.narrative:
        return now.year
    if scene.tense > 0:
        return now.year + (number < now.month)
    return now.year - (number > now.month)


def year_after(month: int, scene: Scene) -> int:
    """Of which year the following January, the following spring is: the next such after the last date read."""
    told = scene.told("m")  # "in 2020 … the following spring" names no month of that year
    if told.year == scene.here.year and (scene.last_month or len(scene.last_timex) > len("2020")):
        return told.year + (month <= told.month)
    return scene.here.year + 1


def month_in_year(found: Found, scene: Scene) -> Value | None:
    """January this year; in June last year; March of that year."""
    unit, name = found.get("unit"), found.get("month", "month-short")
    if unit is None or unit.value != "Y" or name is None:
        return None
    return Value(f"{year_meant(found, scene):04d}-{int(name.value):02d}")


def day_in_year(found: Found, scene: Scene) -> Value | None:
    """13 March last year; May 2 of this year."""
    unit = found.get("unit")
    of_year = unit is not None and unit.value == "Y"
    return calendar_day(found, replace(scene, year=year_meant(found, scene)) if of_year else scene)


def holiday(found: Found, scene: Scene) -> Value | None:
    """Christmas; Easter 2022; last Thanksgiving."""
    rule = str(found.get("holiday").value)  # type: ignore[union-attr]
    now, written = scene.now, year_of(found, scene)
    if written:
        return Value(_holiday_in(written, rule).isoformat())
    years = [now.year + i for i in (-1, 0, 1) if 1 <= now.year + i <= 9999]
    days = [_holiday_in(y, rule) for y in years]
    if found.has("next") or (scene.tense > 0 and not found.has("last", "this")):
        return Value(next((d for d in days if d >= now), days[-1]).isoformat())
    if found.has("this"):
        return Value(_holiday_in(now.year, rule).isoformat())
    return Value(next((d for d in reversed(days) if d <= now), days[0]).isoformat())


def _holiday_in(year: int, rule: str) -> date:
    """The day of a holiday: "12-25", "easter-2", "11-4-4" (month, weekday, which; 5 = the last)."""
    if rule == "black-friday":
        return add_days(_holiday_in(year, "11-4-4"), 1)
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:]))
    parts = [int(p) for p in rule.split("-")]
    if len(parts) == 2:
        return date(year, *parts)
    month, weekday, which = parts
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    day = first + 7 * (which - 1)
    return date(year, month, day if day <= calendar.monthrange(year, month)[1] else day - 7)
