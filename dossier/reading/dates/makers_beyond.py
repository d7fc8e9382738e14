"""Values that lie one step beyond a nearer one: the week before last, two Sundays ago, the same month last year."""

from __future__ import annotations

from dossier.reading.dates.makers_day import month, year_of
from dossier.reading.dates.makers_duration import amount_in, unit_in
from dossier.reading.dates.makers_period import season
from dossier.reading.dates.makers_relative import nearest_weekday, weekend
from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import add_days, first_day, period, shifted

_NEAREST = {
    "month": month,
    "month-short": month,
    "season": season,
    "weekday": nearest_weekday,
    "weekday-short": nearest_weekday,
    "weekend": weekend,
}
_YEARLY = ("month", "month-short", "season")


def twice_away(found: Found, scene: Scene) -> Value | None:
    """The week before last, the year after next, the summer before last, the Thursday after next."""
    way = 1 if found.has("next") else -1
    if (found.tokens[-2].text.lower() == "after") != (way > 0):
        return None
    if unit := found.get("unit"):
        return Value(period(shifted(scene.day, 2 * way, str(unit.value)), str(unit.value)))
    name = next(t for t in found.tokens if t.sort in _NEAREST)
    if name.sort == "weekend" and way > 0:
        return Value(period(add_days(scene.day, 7), "W") + "-WE")
    nearest = _NEAREST[name.sort](Found("", (found.tokens[-1], name)), scene)
    if nearest is None:
        return None
    if name.sort in _YEARLY:
        return Value(f"{int(nearest.timex[:4]) + way:04d}{nearest.timex[4:]}")
    day = first_day(nearest.timex)
    if day is None:
        return None
    beyond = add_days(day, 7 * way)
    return Value(period(beyond, "W") + "-WE" if name.sort == "weekend" else beyond.isoformat())


def ago_to_the_unit(found: Found, scene: Scene) -> Value | None:
    """Two years ago this month; ten years ago today; a year ago this June."""
    at = next(n for n, token in enumerate(found.tokens) if token.sort == "ago")
    span, (*this, grain) = Found("", found.tokens[:at]), found.tokens[at + 1 :]
    unit, count = unit_in(span), amount_in(span)
    if unit is None or count is None:
        return None
    if unit == "Y" and count >= scene.day.year:
        return Value("PAST_REF")
    day = shifted(scene.day, -count, unit)
    if grain.sort in _NEAREST:
        return _NEAREST[grain.sort](Found("", (*this, grain)), Scene(day))
    return Value(
        add_days(day, int(grain.value)).isoformat() if grain.sort == "day" else period(day, str(grain.value))
    )


def same_of_year(found: Found, scene: Scene) -> Value | None:
    """The same month last year, the same quarter of 2019; this time last year."""
    units = found.all("unit")
    if units and units[-1].value != "Y" and not found.has("year"):
        return None
    year = year_of(found, scene) or scene.day.year - 1
    if found.has("time"):
        return Value(f"{year:04d}", f"~{year:04d}-{scene.day.month:02d}")
    unit = str(units[0].value)
    base = scene.told(unit)
    return Value(period(shifted(base, year - base.year, "Y"), unit)) if unit in "DWmQ" else None
