"""Values of times of day: 6:40 p.m., Friday morning, tonight, noon."""

from __future__ import annotations

import re

from dossier.reading.dates.makers_day import calendar_day
from dossier.reading.dates.makers_relative import _weekday, nearest_weekday
from dossier.reading.dates.scene import Scene, Value
from dossier.reading.dates.shapes import Found
from dossier.reading.dates.values import add_days

_ANY_DAY = "-".join(("X" * 4, "X" * 2, "X" * 2))  # TIMEX3 writes so what recurs every day


def clock_in(found: Found) -> str | None:
    """The time of day as hh:mm, with Z for universal time."""
    zone = found.get("zone")
    mark = "Z" if zone and zone.value == "Z" and not found.has("left") else ""
    if noon := found.get("noon"):
        return str(noon.value) + mark
    token = found.get("time-digits") or found.get("digits")
    if token is None:
        return None
    shape = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?(am|pm)?", token.text)
    if not shape:
        return None
    hour, minute, half = int(shape[1]), shape[2] or "00", shape[3] or ""
    if sign := found.get("ampm"):
        half = str(sign.value)
    part = found.get("part")
    if not half and part and part.value in ("AF", "EV") and hour < 12:
        half = "pm"
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute}{mark}" if hour <= 24 else None


def _day_in(found: Found, scene: Scene) -> str:
    """The day an expression names, else the day spoken of."""
    if word := found.get("day"):
        return add_days(scene.day, int(word.value)).isoformat()
    if found.has("tonight") or (found.has("this") and not found.has("weekday", "weekday-short")):
        return scene.day.isoformat()
    if found.has("month", "month-short"):
        dash = next((i for i, t in enumerate(found.tokens) if t.sort == "dash"), len(found.tokens))
        kept = tuple(  # of "the night of 13-14 February" the first day
            t
            for i, t in enumerate(found.tokens)
            if i not in (dash, dash + 1) and t.sort not in ("time-digits", "noon", "part") and not _is_hour(t, found)
        )
        value = calendar_day(Found("calendar_day", kept), scene)
        return value.timex if value else ""
    if name := found.get("weekday", "weekday-short"):
        if found.has("last", "next", "this", "that", "same"):
            value = nearest_weekday(found, scene)
            return value.timex if value else ""
        return _weekday(int(name.value), scene.tense, scene.now).isoformat()
    return ""


def _is_hour(token: object, found: Found) -> bool:
    """The digits before "pm" are the hour, not the day."""
    at = found.tokens.index(token)
    after = found.tokens[at + 1] if at + 1 < len(found.tokens) else None
    return bool(after and after.sort in ("ampm", "oclock")) or getattr(token, "sort", "") in (
        "ampm",
        "oclock",
        "zone",
    )


def moment(found: Found, scene: Scene) -> Value | None:
    """18:00 on 5 March 2020; yesterday at noon."""
    at, day = clock_in(found), _day_in(found, scene)
    return Value(f"{day}T{at}", kind="time") if at and day else None


def clock(found: Found, scene: Scene) -> Value | None:
    """A time alone belongs to the day spoken of."""
    at = clock_in(found)
    return Value(f"{scene.today.isoformat()}T{at}", kind="time") if at else None


def part_of_day(found: Found, scene: Scene) -> Value | None:
    """Friday morning; the night of June 5; yesterday evening."""
    part, day = found.get("part"), _day_in(found, scene)
    if not day:
        return None
    return Value(f"{day}T{part.value if part else 'MO'}", kind="time")  # "MO": the early hours, the small hours


early_hours = part_of_day


def nearest_part(found: Found, scene: Scene) -> Value | None:
    """This morning; last night; the next morning."""
    part = found.get("part")
    last, onward = found.get("last"), found.get("next")
    if part is None:
        return None
    base = scene.today if found.has("that", "same", "the") else scene.day
    step = -1 if last else 1 if onward else 0
    return Value(f"{add_days(base, step).isoformat()}T{part.value}", kind="time")


def tonight(found: Found, scene: Scene) -> Value | None:
    """Tonight."""
    return Value(f"{scene.day.isoformat()}TNI", kind="time")


def overnight(found: Found, scene: Scene) -> Value | None:
    """Overnight."""
    return Value(f"{scene.today.isoformat()}TNI", kind="time")


def part_alone(found: Found, scene: Scene) -> Value | None:
    """The morning, of the day spoken of."""
    part = found.get("part")
    return Value(f"{scene.today.isoformat()}T{part.value}", kind="time") if part else None


def part_bare(found: Found, scene: Scene) -> Value | None:
    """At dawn, by nightfall: of the day spoken of, else of any day."""
    part = found.tokens[0].value
    if len(scene.last_timex) >= 10:
        return Value(f"{scene.here.isoformat()}T{part}", kind="time")
    return Value(f"{_ANY_DAY}T{part}", kind="set")


def military(found: Found, scene: Scene) -> Value:
    """0530 hours, 1600 GMT."""
    digits, zone = found.tokens[0].text, found.get("zone")
    mark = "Z" if zone and zone.value == "Z" else ""
    return Value(f"{scene.today.isoformat()}T{digits[:2]}:{digits[2:]}{mark}", kind="time")


def military_day(found: Found, scene: Scene) -> Value | None:
    """0900 GMT on Friday."""
    rest = Found(found.make, found.tokens[2:])
    at, day = military(found, scene), _day_in(rest, scene)
    return Value(f"{day}T{at.timex[11:]}", kind="time") if day else None
