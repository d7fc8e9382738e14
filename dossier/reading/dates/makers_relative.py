"""Values of expressions that hang on publication or on the last date read: ago, later, last week, Tuesday."""

from __future__ import annotations

import re
from datetime import date

from dossier.edtf import parse
from dossier.reading.dates.makers_duration import amount_in, unit_in
from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import (
    add_days,
    add_months,
    edtf_of,
    is_finer,
    length,
    part_of_period,
    period,
    shifted,
)

_YEARS = {"E": 10, "C": 100, "L": 1000}
_YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"(\d{4})(-[QH]\d)")  # a quarter or half of a year


def ago(found: Found, scene: Scene) -> Value | None:
    """Two weeks ago; a year ago: as exact as the unit; a single year back is about that month."""
    return _moved(found, scene.day, -1)


def ago_vague(found: Found, scene: Scene) -> Value | None:
    """Years ago."""
    return Value("PAST_REF")


def shifted_on(found: Found, scene: Scene) -> Value | None:
    """A year later; three days earlier: counted from the last date read."""
    later, unit, count = found.get("later"), unit_in(found), amount_in(found)
    sign = int(later.value) if later else 1
    if unit == "Y" and count and count == int(count) and (part := _PART.fullmatch(scene.last_timex)):
        # "the third quarter ... a year earlier" compares with the same quarter.
        year = min(max(int(part[1]) + sign * int(count), 1), 9999)
        return Value(f"{year:04d}{part[2]}")
    if unit == "Y" and count in (1, 2, 3) and _YEAR.fullmatch(scene.last_timex):
        return Value(period(shifted(scene.here, sign * count, "Y"), "Y"))  # "in 2015 ... two years earlier"
    return _hazy(scene, scene.last_timex, unit, sign * (count or 0)) or _moved(found, scene.here, sign)


def _hazy(scene: Scene, timex: str, unit: str | None, count: float) -> Value | None:
    """Some days or months on from a date known to the month or the year: no more exact than that was."""
    around = parse(edtf_of(timex, "")) if timex else None
    if not unit or not around or not is_finer(unit, timex):
        return None
    first, last = (period(shifted(day, count, unit), "m") for day in (around.start, around.end))
    return Value(timex, f"~{first}/{last}" if first < last else first if len(timex) > 4 else "")


def year_before(found: Found, scene: Scene) -> Value | None:
    """Year-ago, the year-earlier period: the same part of the year before; the year-ago quarter."""
    if len(units := found.all("unit")) > 1:
        base = scene.here if _PART.fullmatch(scene.last_timex) else shifted(scene.day, -1, str(units[1].value))
        return Value(period(shifted(base, -1, str(units[0].value)), str(units[1].value)))
    unit = unit_in(found) or "Y"
    part = _PART.fullmatch(scene.last_timex)
    if unit == "Y" and part:
        return Value(f"{int(part[1]) - 1:04d}{part[2]}")
    base = scene.here if found.has("later") else scene.day
    return Value(period(shifted(base, -1, unit), unit))


def next_to(found: Found, scene: Scene) -> Value | None:
    """The year before, the day after: counted from the last date read."""
    unit = unit_in(found)
    if unit is None or unit not in "DWmYE":
        return None
    sign = -1 if found.tokens[-1].text.lower() == "before" else 1
    if hazy := _hazy(scene, scene.last_timex, unit, sign):
        return hazy
    return Value(period(shifted(scene.here, sign, unit), unit))


def _moved(found: Found, base: date, sign: int) -> Value | None:
    unit, count = unit_in(found), amount_in(found)
    if unit is None:
        return None
    if count is None:
        here = period(base, "D" if unit in "SMHD" else "Y")
        return Value("PAST_REF") if sign < 0 else Value("FUTURE_REF", f"{here}/..")
    if unit in "YECL" and sign < 0 and count * _YEARS.get(unit, 1) >= base.year:
        return Value("PAST_REF")  # 66 million years ago
    day = shifted(base, sign * count, unit)
    timex = period(day, unit)
    exact = count <= 3 and unit == "Y"
    near = f"~{day.year:04d}-{day.month:02d}" if exact else f"~{timex}" if unit == "Y" else ""
    if unit in "WF" and count > 2:
        near = "~" + edtf_of(timex, "")  # "five weeks ago" is not counted to the day
    return Value(timex, near)


def from_now(found: Found, scene: Scene) -> Value | None:
    """Three weeks from now."""
    return _moved(found, scene.day, 1)


def before_that(found: Found, scene: Scene) -> Value | None:
    """Two days before: counted from the last date read."""
    back = -(amount_in(found) or 0)
    return _hazy(scene, scene.last_timex, unit_in(found), back) or _moved(found, scene.here, -1)


def shifted_vague(found: Found, scene: Scene) -> Value | None:
    """Years later, hours earlier."""
    later = found.get("later")
    near = scene.here.isoformat() if unit_in(found) in ("S", "M", "H") and len(scene.last_timex) >= 10 else ""
    if later and int(later.value) < 0:
        return Value("PAST_REF", near)
    return Value("FUTURE_REF", f"{scene.here.year:04d}/.." if scene.last else "")


def window(found: Found, scene: Scene) -> Value | None:
    """The past six years, the next two weeks: a duration that ends or begins at publication."""
    unit, count, back = unit_in(found), amount_in(found), found.has("last")
    if unit is None:
        return None
    if found.has("units") and not found.has("digits", "year", "number", "vague", "half"):
        count = None  # "the past months"
    timex = length(count, unit)
    if count is None or unit in "SMH":
        return Value(timex, kind="duration")
    base = scene.here if scene.narrative or (not back and scene.tense < 0) else scene.day
    other = period(
        shifted(base, -count if back else count, unit), "D" if unit in "DNWF" else "m" if unit == "m" else "Y"
    )
    here = period(base, "D" if unit in "DNWF" else "m" if unit == "m" else "Y")
    first, last = (other, here) if back else (here, other)
    return Value(timex, f"{first}/{last}" if first < last else "", kind="duration")


def past_unit(found: Found, scene: Scene) -> Value | None:
    """The past year is a length that ends now; the last quarter, the previous day are places in the calendar."""
    past = any(t.text.lower() == "past" for t in found.tokens)
    return window(found, scene) if past else nearest_unit(found, scene)


def nearest_unit(found: Found, scene: Scene) -> Value | None:
    """Last week, this year, next month, that year, the following day, later this year."""
    unit = unit_in(found)
    if unit is None or unit in "SMHL":
        return None
    if unit in "DN" and found.has("that", "same") and scene.last_day:
        return Value(
            scene.last_day.isoformat() + ("TNI" if unit == "N" else ""), kind="time" if unit == "N" else "date"
        )
    step, base = _step(found, scene)
    hangs = base != scene.day and scene.last is not None
    if hangs and (hazy := _hazy(scene, scene.told_timex(unit), unit, step)):
        return hazy
    timex = period(shifted(base, step, unit), unit)
    if unit == "E" and hangs and step > 0:
        return Value(timex, f"{base.year:04d}/{base.year + 10:04d}")  # "over the following decade"
    edge, later = found.get("edge", "early"), found.get("later")
    part = str(edge.value) if edge else ""
    edtf = part_of_period(timex, part) if part else ""
    if later and not part:
        edtf = _rest_of(timex, unit, int(later.value), scene)
    return Value(timex, edtf, kind="time" if unit == "N" else "date")


def the_unit(found: Found, scene: Scene) -> Value | None:
    """For the year, in the quarter: the running year, the last finished quarter."""
    unit = unit_in(found) or ""
    return Value(period(shifted(scene.now, -1 if unit == "Q" else 0, unit), unit))


def _rest_of(timex: str, unit: str, sign: int, scene: Scene) -> str:
    """Later (earlier) this year: what remains (has gone) of it, to the month."""
    if unit != "Y" or timex != period(scene.day, "Y"):
        return ""
    here = period(scene.day, "m")
    return f"{here}/{timex}-12" if sign > 0 else f"{timex}-01/{here}"


def _step(found: Found, scene: Scene) -> tuple[int, date]:
    """How many units away, and from which day: publication, or the last date for that, same, following."""
    last, onward, told = found.get("last"), found.get("next"), scene.told(unit_in(found) or "Y")
    if last:
        return -1, told if last.value == "before" else scene.day
    if onward:
        from_text = onward.value == "after" or (
            onward.value == "next" and found.has("the") and scene.last is not None
        )
        return 1, told if from_text else scene.day
    return 0, told if found.has("that", "same") or scene.narrative else scene.day


def weekday(found: Found, scene: Scene) -> Value | None:
    """A bare weekday: the nearest one in the direction of the tense, the day of publication counting as past."""
    return Value(_weekday(_number(found), scene.tense, scene.now).isoformat())


def _number(found: Found) -> int:
    token = found.get("weekday", "weekday-short")
    return int(token.value) if token else 0


def _weekday(number: int, tense: int, now: date) -> date:
    behind = add_days(now, -((now.isoweekday() - number) % 7))
    return add_days(behind, 7) if tense > 0 and behind < now else behind


def nearest_weekday(found: Found, scene: Scene) -> Value | None:
    """Last Tuesday, next Friday, this Sunday."""
    number, day = _number(found), scene.day
    last, onward = found.get("last"), found.get("next")
    if last:
        base = scene.here if last.value == "before" else day
        return Value(add_days(base, -((base.isoweekday() - number - 1) % 7 + 1)).isoformat())
    if onward:
        from_text = onward.value == "after" or (found.has("the") and scene.last is not None)
        base = scene.here if from_text else day
        # "Next Thursday" said on a Wednesday is not tomorrow: that would be "Thursday".
        weeks = onward.value == "next" and not from_text and number > base.isoweekday()
        return Value(add_days(base, (number - base.isoweekday() - 1) % 7 + 1 + 7 * weeks).isoformat())
    ahead = add_days(day, (number - day.isoweekday()) % 7)
    return Value((add_days(ahead, -7) if scene.tense < 0 and ahead > day else ahead).isoformat())


def weekday_week(found: Found, scene: Scene) -> Value | None:
    """Tuesday last week."""
    if unit_in(found) != "W":
        return None
    step, base = _step(found, scene)
    monday = add_days(base, 7 * step - base.isoweekday() + 1)
    return Value(add_days(monday, _number(found) - 1).isoformat())


def weekend(found: Found, scene: Scene) -> Value | None:
    """The weekend, this weekend, last weekend."""
    step, base = _step(found, scene) if found.has("last", "next", "that", "same") else (0, scene.now)
    onward = found.get("next")
    if onward and onward.value == "coming":
        step = int(base.isoweekday() > 5)
    if (
        found.has("the")
        and not found.has("last", "next", "that", "same")
        and scene.tense <= 0
        and base.isoweekday() < 6
    ):
        step = -1
    return Value(period(add_days(base, 7 * step), "W") + "-WE")


def recent(found: Found, scene: Scene) -> Value | None:
    """Recent years, recent weeks: the last few of them, about."""
    unit = unit_in(found) or "Y"
    return Value("PAST_REF", _lately(scene, {"Y": 60, "E": 240, "m": 9}.get(unit, 2)))


def _lately(scene: Scene, months: int) -> str:
    since, here = add_months(scene.day, -months), scene.day
    return f"~{period(since, 'm')}/{period(here, 'm')}"


def future_units(found: Found, scene: Scene) -> Value | None:
    """The coming months; the following weeks, from the last date on."""
    token = found.get("next")
    from_text = token is not None and token.value == "after" and scene.last is not None
    return Value("FUTURE_REF", f"{scene.here.isoformat()}/.." if from_text else "")


def day(found: Found, scene: Scene) -> Value | None:
    """Today, yesterday, tomorrow, later today."""
    token = found.get("day")
    return Value(add_days(scene.day, int(token.value)).isoformat()) if token else None


def named(found: Found, scene: Scene) -> Value | None:
    """Now, currently, recently, soon, the future: references without a length."""
    token = found.get("present", "vague-past", "vague-future", "future", "vague-past-noun")
    if token and token.text.lower() in ("recently", "lately"):
        return Value("PAST_REF", _lately(scene, 12))
    return Value(str(token.value)) if token else None


def the_past(found: Found, scene: Scene) -> Value | None:
    """The past, as a noun."""
    return Value("PAST_REF") if found.tokens[-1].text.lower() == "past" else None


def named_time(found: Found, scene: Scene) -> Value | None:
    """The present time."""
    return Value("PRESENT_REF")
