"""Values of expressions that name a place in the calendar: days, months, quarters, seasons, years, decades."""

from __future__ import annotations

import calendar
import re
from datetime import date

from dossier.reading.dates.expression import Value
from dossier.reading.dates.scene import Scene
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import (
    SEASON_FIRST_MONTH,
    add_months,
    part_of_period,
    period,
    shifted,
)

_BCE = frozenset({"BC", "BCE"})


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
        if era and era.text in _BCE and year_token and year_token.text.isdecimal():
            return Value(f"BC{int(year_token.text):04d}-{month:02d}-{day:02d}")
        year = int(year_token.text) if year_token and year_token.text.isdigit() else 0
    weekday = found.get("weekday", "weekday-short")
    year = year or _year_for(month, day, int(weekday.value) if weekday else 0, scene)
    return Value(f"{year:04d}-{month:02d}-{day:02d}") if _real(year, month, day) else None


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
    if scene.tense > 0:
        ahead = [y for y in fitting if date(y, month, day) >= now]
        return ahead[0] if ahead else fitting[-1]
    if scene.tense < 0:
        behind = [y for y in fitting if date(y, month, day) <= now]
        return behind[-1] if behind else fitting[0]
    return min(fitting, key=lambda y: abs((date(y, month, day) - now).days) + (date(y, month, day) > now))


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
    day, near = int(str(found.tokens[-1].value)[:-2]), scene.here
    return Value(f"{near.year:04d}-{near.month:02d}-{day:02d}") if _real(near.year, near.month, day) else None


def month(found: Found, scene: Scene) -> Value | None:
    """March 2008; early June; last June; bare October."""
    number = int(found.get("month", "month-short").value)  # type: ignore[union-attr]
    era, digits = found.get("era"), found.get("digits")
    ancient = found.get("year") or digits
    if era and era.text in _BCE:
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
    if found.has("this", "that", "same"):
        return now.year
    if found.has("last"):
        return scene.day.year - (number >= scene.day.month)
    if found.has("next"):
        return scene.day.year + (number <= scene.day.month)
    if scene.narrative:
        return now.year
    if scene.tense > 0:
        return now.year + (number < now.month)
    return now.year - (number > now.month)


def month_in_year(found: Found, scene: Scene) -> Value | None:
    """January this year; in June last year; March of that year."""
    unit, name = found.get("unit"), found.get("month", "month-short")
    if unit is None or unit.value != "Y" or name is None:
        return None
    return Value(f"{year_meant(found, scene):04d}-{int(name.value):02d}")


def year_meant(found: Found, scene: Scene) -> int:
    """The year of "this year", "last year", "that year", "the year"."""
    if found.has("last"):
        return scene.day.year - 1
    if found.has("next"):
        return scene.day.year + 1
    return scene.here.year if found.has("that", "same") else scene.day.year


def quarter(found: Found, scene: Scene) -> Value | None:
    """The second quarter of 2022; the third quarter; Q3 2021."""
    named = found.get("quarter-name")
    if not named and not any(unit.value == "Q" for unit in found.all("unit")):
        return None
    which = int(named.text[-1]) if named else number_in(found, "ordinal", "nth-digits") or 0
    if not 1 <= which <= 4:
        return None
    year = year_of(found, scene)
    if not year:
        now = scene.now
        if len(found.all("unit")) > 1:
            year = year_meant(found, scene)
        elif found.has("last") and scene.day.month <= which * 3:
            year = scene.day.year - 1
        else:
            year = now.year - (which * 3 - 2 > now.month and scene.tense <= 0 and not scene.narrative)
    return Value(f"{year:04d}-Q{which}")


def half_year(found: Found, scene: Scene) -> Value | None:
    """The first half of 2022; the second half of the year; the first half of the 1990s."""
    ten, first = found.get("decade"), number_in(found, "ordinal", "nth-digits")
    token = found.get("last")
    which = first or (2 if token else 0)
    if which not in (1, 2):
        return None
    if ten:
        start = _decade_digits(ten.text, scene)
        years = f"{start}0/{start}4" if which == 1 else f"{start}5/{start}9"
        return Value(start, years)
    unit = found.get("unit")
    if unit and unit.value != "Y":
        return None
    return Value(f"{year_of(found, scene) or year_meant(found, scene):04d}-H{which}")


def fiscal_year(found: Found, scene: Scene) -> Value | None:
    """Fiscal 2022; the financial year 2022; this fiscal year."""
    unit = found.get("unit")
    if unit and unit.value != "Y":
        return None
    return Value(f"FY{year_of(found, scene) or year_meant(found, scene):04d}")


def season(found: Found, scene: Scene) -> Value | None:
    """The summer of 2022; last winter; this spring; the fall."""
    name = str(found.get("season").value)  # type: ignore[union-attr]
    year = year_of(found, scene)
    if not year:
        start = SEASON_FIRST_MONTH[name]
        now = scene.now
        if found.has("unit"):
            year = year_meant(found, scene)
        elif found.has("last"):
            year = scene.day.year - (add_months(date(scene.day.year, start, 1), 3) > scene.day)
        elif found.has("next"):
            year = now.year + (start <= now.month)
        elif found.has("that", "same"):
            year = scene.here.year
        elif found.has("this") or scene.tense > 0:
            year = now.year + (
                scene.tense > 0 and not found.has("this") and add_months(date(now.year, start, 1), 3) <= now
            )
        else:
            year = now.year - (start > now.month)
    return Value(f"{year:04d}-{name}")


def _decade_digits(text: str, scene: Scene) -> str:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 2:
        digits = str(full_year(digits, min(scene.day.year - 20, 1970)))
    return digits[:3]


def decade(found: Found, scene: Scene) -> Value | None:
    """The 1990s; the early '90s; the late nineties."""
    token, word, edge = found.get("decade"), found.get("decade-word"), found.get("edge", "early")
    if (
        token
        and len(token.text.rstrip("s'’")) == 2
        and token.start > 0
        and not found.has("the", "edge", "early", "apostrophe")
    ):
        return None
    timex = _decade_digits(token.text, scene) if token else str(word.value) if word else ""
    return Value(timex, part_of_period(timex, str(edge.value)) if edge else "") if timex else None


def century(found: Found, scene: Scene) -> Value | None:
    """The 19th century; the late 16th century; the first century BC."""
    unit, era, edge = found.get("unit", "units"), found.get("era"), found.get("edge", "early")
    if unit is None or unit.value not in ("C", "L"):
        return None
    which = number_in(found, "ordinal", "nth-digits")
    if any(t.sort == "number" for t in found.tokens):
        which = (which or 0) + sum(int(t.value) for t in found.tokens if t.sort == "number")
    if not which or which > 30 or unit.value == "L":
        return None
    if era and era.text in _BCE:
        return Value(f"BC{which - 1:02d}")
    timex = f"{which - 1:02d}"
    if unit.sort == "units":  # the 16th and 17th centuries
        last = number_in(Found("", tuple(found.all("ordinal", "nth-digits")[1:])), "ordinal", "nth-digits")
        return Value(timex, f"{timex}XX/{last - 1:02d}XX" if last and which < last <= 30 else "")
    thirds = {"START": (0, 33), "MID": (33, 66), "END": (66, 99)}.get(str(edge.value) if edge else "")
    return Value(timex, f"~{timex}{thirds[0]:02d}/{timex}{thirds[1]:02d}" if thirds and which > 1 else "")


def bc_year(found: Found, scene: Scene) -> Value | None:
    """44 BC; AD 79."""
    number, era = found.get("year", "digits"), found.get("era")
    if not number or not era or not number.text.isdigit() or len(number.text) > 4:
        return None
    return Value(f"{'BC' if era.text in _BCE else ''}{int(number.text):04d}")


def edge_of_year(found: Found, scene: Scene) -> Value | None:
    """The end of 2022; early 2009; the beginning of the year."""
    edge, unit = found.get("edge", "early", "year-end"), found.get("unit")
    year = year_of(found, scene)
    if unit:
        relative = "last" if found.has("last") else "next" if found.has("next") else ""
        base = scene.here if found.has("that", "same") else scene.today if unit.value == "D" else scene.now
        timex = period(shifted(base, {"last": -1, "next": 1, "": 0}[relative], str(unit.value)), str(unit.value))
    else:
        timex = f"{year or scene.day.year:04d}"
    return Value(timex, part_of_period(timex, str(edge.value)) if edge else "")


def year(found: Found, scene: Scene) -> Value | None:
    """A bare year."""
    return Value(found.tokens[0].text)


def year_range(found: Found, scene: Scene) -> Value | None:
    """1941-45, 2022/23, 2014–2016: the value is the first year, the period both."""
    first, second = found.tokens[0].text, found.tokens[-1].text
    if "/" in first:
        first, _, second = first.partition("/")
    if not second.isdigit():
        return None
    last = int(first[: len(first) - len(second)] + second) if len(second) < 4 else int(second)
    if len(found.tokens) > 1 and found.tokens[1].sort == "dash" and len(second) == 2 and last <= int(first):
        return Value(f"{first}-{second}") if 1 <= int(second) <= 12 else None
    return Value(first, f"{first}/{last:04d}") if int(first) < last < int(first) + 1000 else None
