"""Values of durations and of sets: two and a half years, several days, every Monday, 15 a year."""

from __future__ import annotations

from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import length

_UNITS = "CEYmWDHMS"  # the longest first
_ANY_YEAR = "X" * 4  # TIMEX3 writes so what recurs every year


def unit_in(found: Found) -> str | None:
    """The letter of the unit."""
    token = found.get("units") or found.get("unit")
    return str(token.value) if token else None


def amount_in(found: Found) -> float | None:
    """How many: 27, twenty-five, two and a half, a, a couple; None where the text keeps it vague."""
    half = 0.5 if found.has("half") else 0.0
    scale = int(token.value) if (token := found.get("scale")) else 1
    if digits := found.get("digits", "year"):
        try:
            return (float(digits.text.replace(",", "")) + half) * scale
        except ValueError:
            return None
    if numbers := found.all("number"):
        total = 0
        for token in numbers:
            value = int(token.value)
            total = max(total, 1) * value if value >= 100 else total + value
        return (total + half) * scale
    if vague := found.get("vague"):
        return float(vague.value) if vague.value != "X" else None
    if (half and found.tokens[0].sort in ("half",)) or (half and found.tokens[1].sort == "half"):
        return 0.5
    return 1 + half


def duration(found: Found, scene: Scene) -> Value | None:
    """27 years, a 12-hour flight, thirty minutes, half a year."""
    unit = unit_in(found)
    return Value(length(amount_in(found), unit), kind="duration") if unit else None


def two_lengths(found: Found, scene: Scene) -> Value | None:
    """Two years and six months; not "between two weeks and three months"."""
    at = next(i for i, token in enumerate(found.tokens) if token.sort == "and")
    parts = [Found(found.make, found.tokens[:at]), Found(found.make, found.tokens[at + 1 :])]
    one, more = (length(amount_in(part), unit_in(part) or "") for part in parts)
    longest_first = _UNITS.find(unit_in(parts[0]) or "") < _UNITS.find(unit_in(parts[1]) or "")
    return Value(one + more.removeprefix("PT" if "T" in one else "P"), kind="duration") if longest_first else None


def article_unit(found: Found, scene: Scene) -> Value | None:
    """A year: a rate after a number ("15 a year"), else a duration."""
    unit = unit_in(found)
    if unit is None:
        return None
    return Value(length(amount_in(found), unit), kind="set" if scene.rate else "duration")


def full_unit(found: Found, scene: Scene) -> Value | None:
    """Full-year results, a whole-day strike."""
    unit, year = unit_in(found), found.get("year")
    if unit is None or found.tokens[0].text.lower() not in ("full", "whole"):
        return None
    return Value(year.text) if year and unit == "Y" else Value(length(1, unit), kind="duration")


def bare_units(found: Found, scene: Scene) -> Value | None:
    """Years of war; decades-long: a vague length."""
    unit = unit_in(found)
    return Value(length(None, unit), kind="duration") if unit else None


def every(found: Found, scene: Scene) -> Value | None:
    """Every year; every two weeks; every March; every winter; every morning."""
    unit = unit_in(found)
    if unit:
        count = 2 if found.has("other") else amount_in(found)
        return Value(length(count if count is not None else 1, unit), kind="set")
    if month := found.get("month", "month-short"):
        return Value(f"{_ANY_YEAR}-{int(month.value):02d}", kind="set")
    if season := found.get("season"):
        return Value(f"{_ANY_YEAR}-{season.value}", kind="set")
    part = found.get("part")
    return Value(f"{_ANY_YEAR}-XX-XXT{part.value}", kind="set") if part else None


def every_day(found: Found, scene: Scene) -> Value | None:
    """Every Monday; Mondays."""
    token, part = found.get("weekday", "weekday-short", "weekdays"), found.get("part", "parts")
    return Value(f"{_ANY_YEAR}-WXX-{token.value}" + (f"T{part.value}" if part else ""), kind="set") if token else None


def span(found: Found, scene: Scene) -> Value | None:
    """Weeklong, a quarter century."""
    return Value(str(found.tokens[-1].value), kind="duration")


def rate(found: Found, scene: Scene) -> Value | None:
    """Twice a week; three times per day."""
    unit = unit_in(found)
    return Value(length(1, unit), kind="set") if unit else None


def often(found: Found, scene: Scene) -> Value | None:
    """Annually, monthly, daily; weekends."""
    if found.has("weekends"):
        return Value(f"{_ANY_YEAR}-WXX-WE", kind="set")
    return Value(str(found.tokens[0].value), kind="set")
