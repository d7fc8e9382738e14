"""What looks like a time expression and is none: numbers that are no years, names, verbs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from dossier.data import load
from dossier.reading.dates.shapes import Found, Tokens

_NEAR = 12  # tokens within which a word of business tells what a half is half of
Check = Callable[[Tokens, int, int, Found], bool]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("dates_traps.yaml").items()}


def is_time(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Whether the tokens from `start` to `end`, which have the shape, also mean a time here."""
    check = _CHECKS.get(found.make)
    return check is None or check(tokens, start, end, found)


def _neighbours(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    return tokens.word(start - 1), tokens.word(end)


def _touching(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """The characters right before and after."""
    first, last = tokens.spans[start][1], tokens.spans[end - 1][2]
    return tokens.text[max(first - 1, 0) : first], tokens.text[last : last + 1]


def _year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    lists, (before, after) = _lists(), _neighbours(tokens, start, end)
    near_before, near_after = _touching(tokens, start, end)
    money = frozenset("$€£¥#№")
    if near_before in money or before in money or "%" in (near_after, after):
        return False
    if near_before and (near_before.isalnum() or near_before in "-–_/.:+") and before.lower() != "mid":
        if near_before not in "-–/" or tokens.spans[start - 1][2] - tokens.spans[start - 1][1] != 1:
            return False
        if tokens.word(start - 2).isupper() and len(tokens.word(start - 2)) > 1:
            return False
    low, next_low = before.lower(), after.lower()
    if near_after == "-" and tokens.word(end + 1)[:1].isalpha() and not tokens.word(end + 1).islower():
        return False  # a name: 2019-nCoV
    if low in lists["names_before"] or (before == "." and tokens.word(start - 2).lower() in lists["names_before"]):
        return False
    if next_low in lists["counted_after"] or (
        next_low == "-" and tokens.word(end + 1).lower() in lists["counted_after"]
    ):
        return False
    if low in lists["measures_before"]:
        return False
    year = int(found.tokens[0].text[:4])
    circa = before == "." and tokens.word(start - 2).lower() in ("c", "ca")
    sure = circa or low in lists["time_before"] or before == "(" or after == ")"
    if not 1400 <= year <= 2100:
        return (circa or low in lists["time_before"]) and not after[:1].islower()
    return sure or not (next_low.endswith("s") and after.islower() and not next_low.endswith("ss")
                        and low not in lists["noun_before"] and next_low not in lists["year_plurals"])  # fmt: skip


def _month(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    if end - start > 1:
        return not (
            found.tokens[-1].sort in ("month",) and found.tokens[-1].text == "May" and found.tokens[0].sort == "the"
        )
    lists, (before, after) = _lists(), _neighbours(tokens, start, end)
    if found.tokens[0].text in lists["month_names"] and after[:1].isupper() and before.lower() in ("and", "or"):
        return False
    if (
        before.lower() in lists["time_before"]
        or before.endswith("est")
        or (before.lower() in ("and", "or", "to", "-", "–") and _month_near(tokens, start - 2))
    ):
        return True
    name = found.tokens[0].text
    if name in lists["doubtful_months"]:
        return (
            before == "the"
            and after.islower()
            and after not in lists["time_before"]
            and after not in ("is", "was", "to", "and")
        )
    if name.isupper() and len(name) <= 4:
        return False
    return not (
        name in lists["month_names"] and (after[:1].isupper() or (before[:1].isupper() and before not in ("", ".")))
    )


def _month_near(tokens: Tokens, at: int) -> bool:
    return any(tokens.word(i).capitalize() in _lists()["months"] for i in range(at - 3, at + 1))


def _short(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """A day of the month must be one; "May 20 people" and "March 2,000" are none."""
    after = tokens.word(end).lower()
    last = found.tokens[-1]
    if last.sort == "digits" and (after in _lists()["counted_after"] or after == "%"):
        return False
    days = found.all("digits", "nth-digits")
    return not days or not re.search(r"[.,]", days[0].text)


def _season(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    name = found.get("season")
    if name is not None and name.text[0].isupper() and name is found.tokens[-1] and tokens.word(end)[:1].isupper():
        return False  # a name: the Winter War
    if name is not None and end - start == 1:
        alone = name.text.lower() not in ("fall", "spring") and tokens.word(start - 1).lower() in (
            "in",
            "during",
            "by",
            "until",
        )
        return alone and not tokens.word(end)[:1].isupper()
    if (
        name is None
        or name.text.lower() not in ("fall", "spring")
        or found.has("year", "edge", "early", "last", "next", "unit")
    ):
        return True
    before, after = tokens.word(start - 1).lower(), tokens.word(end).lower()
    if found.has("this") and name.text.lower() == "spring":
        return True
    return (before in _lists()["time_before"] or found.has("this")) and after not in ("of", "in", "from", "water")


def _unit(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "a second chance", "the first quarter of the game", "half an hour" told apart."""
    unit = found.get("unit")
    if unit is None:
        return True
    if unit.text.lower() in ("second", "sec") and found.tokens[-1] is unit and not found.has("digits", "dash"):
        return False
    return not (
        unit.text.lower() in ("quarter", "minute", "hour")
        and found.make == "article_unit"
        and tokens.word(end).lower() == "of"
    )


def _weekday(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Papers and names: "the Sunday Times", "Black Friday"."""
    before, after = _neighbours(tokens, start, end)
    return after not in _lists()["after_weekday_names"] and before not in _lists()["before_weekday_names"]


def _now(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "now-cancelled", "soon-to-open" describe a thing; "now that" gives a reason."""
    if tokens.word(end).lower() == "that" and tokens.word(start).lower() == "now":
        return False
    return tokens.word(end) != "-" or tokens.text[found.end : found.end + 1] != "-"


def _clock(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """6:40 or 6 p.m.; a bare 18.30 is a number and 3:2 a score."""
    token = found.tokens[0]
    if found.has("ampm", "oclock", "noon", "zone"):
        return True
    if token.text[-1] == "m":
        return True
    return ":" in token.text and tokens.word(start - 1).lower() in _lists()["time_before"]


def _part(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "in the morning" is a time; "the night club" is none."""
    return (
        tokens.word(start - 1).lower() in ("in", "during", "through", "throughout", "into")
        and not tokens.word(end).islower()
    )


def _ordinary(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """A numeric date inside a longer number or a path is none."""
    before, after = _touching(tokens, start, end)
    return not (before and (before.isalnum() or before in "/.-_$")) and not (after and after in "/-_%")


def _decade(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "in their 30s" is an age, "Boeing 707s" a thing."""
    return tokens.word(start - 1).lower() not in ("his", "her", "their", "my", "our", "your", "its")


def _the_past(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    return not tokens.word(end).isalpha() or (
        tokens.word(end).islower() and tokens.word(start - 1).lower() in ("in", "of", "from", "to")
    )


def _holiday(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    return tokens.word(end).lower() not in _lists()["after_holidays"]


def _shifted(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Three days later than planned" says how much, not when."""
    return tokens.word(end).lower() != "than"


def _nth_day(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "On the 17th" is a day, "on the 17th floor" is none."""
    before, after = tokens.word(start - 1).lower(), tokens.word(end)
    ends = not after.isalnum() or after.lower() in _lists()["after_time"]
    return before in ("on", "by", "until", "since") and ends and found.tokens[-1].text[-1].isalpha()


def _duration(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The Hundred Years' War is a name."""
    unit = found.get("units")
    named = unit is not None and unit.text.istitle() and tokens.word(start - 1) + found.tokens[0].text
    return not (named and named[0].isupper() and (tokens.word(end) in ("'", "’") or tokens.word(end).istitle()))


def _often(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The Daily News and Entertainment Weekly are papers."""
    before, after = _neighbours(tokens, start, end)
    return not (found.tokens[0].text.istitle() and (after.istitle() or before.istitle()))


def _window(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Following four decades of war" says after what, not when."""
    return found.tokens[0].text.lower() != "following"


def _quarter(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The quarter of a year, not that of a match or the quarter-final."""
    units = [str(unit.value) for unit in found.all("unit")]
    if not units or found.has("year"):
        return not units or "Q" in units
    if len(units) > 1 and units[0] == "Y":
        return units[1] == "Q"  # last year's third quarter
    if units[0] != "Q" or (tokens.word(end) == "-" and tokens.word(end + 1).lower().startswith("final")):
        return False
    near = {tokens.word(i).lower() for i in range(start - _NEAR, end + _NEAR)}
    return near.isdisjoint(_lists()["sports"]) or not near.isdisjoint(_lists()["business"])


def _of_unit(units: str) -> Check:
    """Whether the unit is one the shape makes sense for: quarters have numbers, weeks have Tuesdays."""

    def fits(tokens: Tokens, start: int, end: int, found: Found) -> bool:
        unit = found.get("unit")
        return unit is None or str(unit.value) in units

    return fits


def _the_unit(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The year and the quarter of a report: "for the year", "in the quarter"; never "the year of"."""
    introduced = tokens.word(start - 1).lower() in ("for", "in", "during")
    return (
        introduced
        and found.tokens[1].text in ("year", "quarter")
        and tokens.word(end).lower() not in ("of", "that", "when", "he")
    )


def _bare_units(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    name = found.tokens[0].text.istitle() and tokens.word(start - 1).istitle()
    if name or not _duration(tokens, start, end, found):
        return False
    return tokens.word(start - 1).lower() not in ("those", "these", "man", "business", "office", "working", "opening")


def _early_hours(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    units = found.get("units")
    return units is not None and units.value == "H"


def _military(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """0530 hours is a time of day, and so is 1600 GMT."""
    hours = found.tokens[1].text.lower() == "hours" or found.tokens[1].sort == "zone"
    return hours and re.fullmatch(r"(?:[01]\d|2[0-4])[0-5]\d", found.tokens[0].text) is not None


def _edge(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The end of the week; but without "of" only a year has one: "year's end"."""
    unit = found.get("unit")
    return unit is None or str(unit.value) in ("YmWDEC" if found.has("of") else "YmWD" if found.has("in") else "Y")


def _half_year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The first half of a year; alone it is one where results of business are told, not of a match."""
    unit = found.get("unit")
    if unit is not None or found.has("year", "decade"):
        return unit is None or str(unit.value) in "YE"
    near = (tokens.word(i).lower() for i in range(start - _NEAR, end + _NEAR))
    return tokens.word(end) != "-" and any(word in _lists()["business"] for word in near)


def _next_to(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "The day before" is a time; "the day before the vote" is dated by the vote."""
    after = tokens.word(end)
    return not after or not after.isalnum() or after.lower() in _lists()["after_time"]


_CHECKS: dict[str, Check] = {
    "quarter": _quarter,
    "often": _often,
    "window": _window,
    "century": _of_unit("C"),
    "half_year": _half_year,
    "next_to": _next_to,
    "fiscal_year": _of_unit("Y"),
    "month_in_year": _of_unit("Y"),
    "weekday_week": _of_unit("W"),
    "edge_of_year": _edge,
    "military": _military,
    "early_hours": _early_hours,
    "the_unit": _the_unit,
    "holiday": _holiday,
    "shifted": _shifted,
    "year": _year,
    "year_range": _year,
    "month": _month,
    "calendar_day": _short,
    "season": _season,
    "article_unit": _unit,
    "nth_day": _nth_day,
    "duration": _duration,
    "bare_units": _bare_units,
    "nearest_unit": _unit,
    "weekday": _weekday,
    "named": _now,
    "clock": _clock,
    "part_alone": _part,
    "numeric": _ordinary,
    "iso": _ordinary,
    "decade": _decade,
    "the_past": _the_past,
}
