"""Values of holidays: fixed days, days that hang on Easter, and the fourth Thursday of a month."""

from __future__ import annotations

import calendar
from datetime import date

from dossier.reading.dates.expression import Value
from dossier.reading.dates.makers_day import year_of
from dossier.reading.dates.scene import Scene
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import add_days, easter


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
