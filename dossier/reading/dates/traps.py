"""What looks like a time expression and is none: what data/dates_traps.yaml asks of the words beside a shape.

Where more than a word beside it decides, a function of the shape's name says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from dossier.data import load
from dossier.language.listed import listed_words
from dossier.reading.dates.shapes import Found, Tokens

_listed = partial(listed_words, "dates_traps.yaml")
_NEAR = 12  # tokens within which a word of business tells what a half is half of
_MONEY = frozenset("$€£¥#№")


def is_time(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Whether the tokens from `start` to `end`, which have the shape, also mean a time here."""
    check = _CHECKS.get(found.make)
    return _fits(tokens, start, end, found) and (check is None or check(tokens, start, end, found))


@cache
def _asked(make: str) -> dict[str, frozenset[str]]:
    """What is asked of a shape: the words or the named lists of each demand."""
    asked: dict[str, str] = load("dates_traps.yaml")["asked"].get(make, {})
    lists = load("dates_traps.yaml")
    return {
        demand: frozenset(w for word in words.split() for w in lists.get(word, (word,)))
        for demand, words in asked.items()
    }


def _fits(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Whether the words right before and after, and its unit, are such as the shape is a time with."""
    asked = _asked(found.make)
    if not asked:
        return True
    before, after = tokens.word(start - 1), tokens.word(end)
    unit = found.get("unit", "units")
    if "unit" in asked and unit is not None and str(unit.value) not in asked["unit"]:
        return False
    if "before" in asked and before.lower() not in asked["before"]:
        return False
    if "ends" in asked and after.isalnum() and after.lower() not in asked["ends"]:
        return False
    return asked.get("not_before", frozenset()).isdisjoint((before, before.lower())) and asked.get(
        "not_after", frozenset()
    ).isdisjoint((after, after.lower()))


def _is_month(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """May, March, April and June are words and names too."""
    name, last = found.tokens[0].text, found.tokens[-1]
    if end - start > 1:
        return not (last.sort == "month" and last.text == "May" and found.tokens[0].sort == "the")
    before, after = tokens.word(start - 1), tokens.word(end)
    if name in _listed("month_names") and after[:1].isupper() and before.lower() in ("and", "or"):
        return False
    if (
        before.lower() in _listed("time_before")
        or before.endswith("est")
        or (before.lower() == "to" and tokens.word(start - 2).lower() in ("year", "months", "weeks", "quarter"))
        or (before.lower() in ("and", "or", "to", "-", "–") and _month_near(tokens, start - 2))
    ):
        return True
    if name in _listed("doubtful_months"):
        follows = after.islower() and after not in _listed("time_before") | {"is", "was", "to", "and"}
        return before == "the" and follows
    named = after[:1].isupper() or (before[:1].isupper() and before not in ("", "."))
    return not (name in _listed("month_names") and named)


def _month_near(tokens: Tokens, at: int) -> bool:
    return any(tokens.word(i).capitalize() in _listed("months") for i in range(at - 3, at + 1))


def _is_season(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "In winter" is a time, the Winter War and a fall from a horse are none."""
    name = found.get("season")
    before, after = tokens.word(start - 1).lower(), tokens.word(end)
    if name is None:
        return True
    low = name.text.lower()
    if name.text[0].isupper() and name is found.tokens[-1] and after[:1].isupper():
        return False  # a name: the Winter War
    if end - start == 1:
        begins = _listed("season_begins") if low in ("fall", "spring") else _listed("before_season")
        return before in begins and not after[:1].isupper()
    if low not in ("fall", "spring") or found.has("year", "edge", "early", "last", "next", "unit"):
        return True
    if before in ("on", "of", "for", "with") and after.isalpha() and after.lower() not in _listed("after_time"):
        return False  # "will vote on the spring budget"
    if found.has("this") and low == "spring":
        return True
    if before == "of" and low == "fall" and found.has("the"):
        return False  # "part of the fall"
    told = before in _listed("time_before") or found.has("this")
    return told and after.lower() not in ("of", "in", "from", "water")


def _is_now(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "now-cancelled", "soon-to-open" describe a thing; "now that" gives a reason, "the future of" a fate."""
    after = tokens.word(end)
    if found.tokens[-1].text.lower() == "future" and after.lower() in ("of", "for"):
        return end - start > 2  # "for the foreseeable future of the firm"
    if (tokens.word(start).lower(), after.lower()) in (("now", "that"), ("soon", "as")):
        return False
    return after != "-" or tokens.text[found.end : found.end + 1] != "-"


def _is_part(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "In the morning" is a time; "in the morning papers" is none."""
    after = tokens.word(end)
    return not after.islower() or after in (_listed("after_part") - {"to", "of"}) | {"that"}


def _is_small(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Dawn may be a name."""
    return found.tokens[0].text.islower()


def _is_the_past(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "In the past" is a time; "the past president" is none."""
    after = tokens.word(end)
    return not after.isalpha() or (after.islower() and tokens.word(start - 1).lower() in ("in", "of", "from", "to"))


def _is_often(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The Daily News and Entertainment Weekly are papers."""
    beside = (tokens.word(start - 1), tokens.word(end))
    if found.tokens[0].text in ("daily", "weekly") and beside[0].istitle() and beside[1] in _listed("papers_do"):
        return False  # "the Lima daily found"
    return not (found.tokens[0].text.istitle() and any(word.istitle() for word in beside))


def _is_year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Four digits that count nothing, cost nothing and name nothing."""
    before, after = tokens.word(start - 1), tokens.word(end)
    near_before, near_after = _touching(tokens, start, end)
    if near_before in _MONEY or before in _MONEY or "%" in (near_after, after):
        return False
    if near_before and (near_before.isalnum() or near_before in "-–_/.:+") and before.lower() != "mid":
        if near_before not in "-–/" or tokens.spans[start - 1][2] - tokens.spans[start - 1][1] != 1:
            return False
        if tokens.word(start - 2).isupper() and len(tokens.word(start - 2)) > 1:
            return False
    low, next_low = before.lower(), after.lower()
    if near_after == "-" and tokens.word(end + 1)[:1].isalpha() and not tokens.word(end + 1).islower():
        return False  # a name: 2019-nCoV
    if low in _listed("names_before") or (
        before == "." and tokens.word(start - 2).lower() in _listed("names_before")
    ):
        return False
    counted = _listed("counted_after")
    if next_low in counted or (next_low == "-" and tokens.word(end + 1).lower() in counted):
        return False
    if low in _listed("measures_before"):
        # "until at least 2030" is a time; "at least 2030 people" is none
        return low == "least" and tokens.word(start - 3).lower() in _listed("before_at_least") and not after.isalpha()
    year = int(found.tokens[0].text[:4])
    circa = before == "." and tokens.word(start - 2).lower() in ("c", "ca")
    sure = circa or low in _listed("time_before") or before == "(" or after == ")"
    if not 1400 <= year <= 2100:
        low = "between" if low == "and" and tokens.word(start - 3).lower() == "between" else low
        ends = not after[:1].islower() or next_low in _listed("after_time")
        return (circa or low in _listed("time_before")) and ends
    plural = next_low.endswith("s") and after.islower() and not next_low.endswith("ss")
    return sure or not (plural and low not in _listed("noun_before") and next_low not in _listed("year_plurals"))


def _touching(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """The characters right before and after."""
    first, last = tokens.spans[start][1], tokens.spans[end - 1][2]
    return tokens.text[max(first - 1, 0) : first], tokens.text[last : last + 1]


def _is_short(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """A day of the month must be one; "May 20 people" and "March 2,000" are none."""
    after, days = tokens.word(end).lower(), found.all("digits", "nth-digits")
    if found.tokens[-1].sort == "digits" and (after in _listed("counted_after") or after == "%"):
        return False
    return not days or not re.search(r"[.,]", days[0].text)


def _is_ordinary(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """A numeric date inside a longer number or a path is none."""
    before, after = _touching(tokens, start, end)
    return not (before and (before.isalnum() or before in "/.-_$")) and not (after and after in "/-_%")


def _is_clock(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """6:40 or 6 p.m.; a bare 18.30 is a number and 3:2 a score."""
    text, before = found.tokens[0].text, tokens.word(start - 1).lower()
    if found.has("ampm", "oclock", "noon", "zone") or text[-1] == "m":
        return True
    return ":" in text and (before == "at" or before in _listed("time_before"))


def _is_military(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """0530 hours is a time of day, and so is 1600 GMT."""
    hours = found.tokens[1].text.lower() == "hours" or found.tokens[1].sort == "zone"
    return hours and re.fullmatch(r"(?:[01]\d|2[0-4])[0-5]\d", found.tokens[0].text) is not None


def _is_edge(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The end of the week, later in the day; without "of" and "in" only of years, months, weeks: "year's end"."""
    unit = found.get("unit")
    allowed = {"of": "YmWDEC", "in": "YmWDE", "apostrophe": "YmW"}
    return unit is None or str(unit.value) in next((u for sort, u in allowed.items() if found.has(sort)), "Y")


def _is_the_unit(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The year and the quarter of a report: "for the year", "in the quarter"; never "the year of"."""
    before, after, unit = tokens.word(start - 1).lower(), tokens.word(end), found.tokens[1].text
    if unit in ("century", "decade"):
        return before == "of" and not after.isalpha()  # "the coldest winter of the century"
    introduced = before in ("for", "in", "during") or (before == "of" and tokens.word(start - 2) == "months")
    return introduced and unit in ("year", "quarter") and after.lower() not in ("of", "that", "when", "he")


def _is_unit(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "A year"; not "a quarter of the crop"."""
    unit = found.get("unit")
    shared = unit is not None and unit.text.lower() in ("quarter", "minute", "hour")
    part = unit is not None and unit.text == "quarter" and tokens.word(start - 1).lower() in _listed("before_parts")
    after = tokens.word(end).lower()
    part = part or (unit is not None and unit.text == "quarter" and after in _listed("compared"))
    return not part and not (shared and after == "of")


def _is_duration(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The Hundred Years' War is a name, "three quarters of those" a share."""
    unit = found.get("units")
    if unit and unit.text == "quarters" and tokens.word(end) == "of":
        return not _listed("told_by_quarters").isdisjoint((tokens.word(end + 1), tokens.word(end + 2)))
    named = unit is not None and unit.text.istitle() and tokens.word(start - 1) + found.tokens[0].text
    return not (named and named[0].isupper() and (tokens.word(end) in ("'", "’") or tokens.word(end).istitle()))


def _is_bare_units(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Years of war" is a length; Mr Weeks is none."""
    text, before = found.tokens[0].text, tokens.word(start - 1)
    if (text.istitle() and before.istitle()) or not _is_duration(tokens, start, end, found):
        return False
    record = text == "Minutes" or (tokens.word(start) == "minutes" and before.lower() == "the")
    # "the minutes of the May meeting showed"
    return not (record and tokens.word(end).lower() in _listed("after_records"))


def _is_quarter(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The quarter of a year, not that of a match or the quarter-final."""
    units = [str(unit.value) for unit in found.all("unit")]
    if name := found.get("quarter-name"):
        return units == ["Y"] or (not units and (name.text[0] == "Q" or found.has("year")))
    if not units or found.has("year"):
        return not units or "Q" in units
    if len(units) > 1 and units[0] == "Y":
        return units[1] == "Q"  # last year's third quarter
    if units[0] != "Q" or (tokens.word(end) == "-" and tokens.word(end + 1).lower().startswith("final")):
        return False
    near = {tokens.word(i).lower() for i in range(start - _NEAR, end + _NEAR)}
    return near.isdisjoint(_listed("sports")) or not near.isdisjoint(_listed("business"))


def _is_half_year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The first half of a year; alone it is one where results of business are told, not of a match."""
    unit = found.get("unit")
    if unit is not None or found.has("year", "decade"):
        return unit is None or str(unit.value) in "YE"
    near = (tokens.word(i).lower() for i in range(start - _NEAR, end + _NEAR))
    return tokens.word(end) != "-" and any(word in _listed("business") for word in near)


def _stands_last(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "The week before last" is a time; in "the day before last week's vote" another follows."""
    return end >= len(tokens) or tokens.at(end).sort in _listed("sorts_behind")


def _is_window(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Following four decades of war" says after what; "to last six weeks" says how long."""
    opens = found.tokens[0].text
    lasts = opens == "last" and tokens.word(start - 1).lower() in _listed("before_lasting")
    return opens.lower() != "following" and not lasts


_CHECKS: dict[str, Callable[[Tokens, int, int, Found], bool]] = {
    "twice_away": _stands_last,
    "quarter": _is_quarter,
    "often": _is_often,
    "window": _is_window,
    "half_year": _is_half_year,
    "edge_of_year": _is_edge,
    "military": _is_military,
    "military_day": _is_military,
    "the_unit": _is_the_unit,
    "year": _is_year,
    "year_range": _is_year,
    "month": _is_month,
    "calendar_day": _is_short,
    "season": _is_season,
    "article_unit": _is_unit,
    "duration": _is_duration,
    "bare_units": _is_bare_units,
    "named": _is_now,
    "part_alone": _is_part,
    "part_bare": _is_small,
    "clock": _is_clock,
    "numeric": _is_ordinary,
    "iso": _is_ordinary,
    "the_past": _is_the_past,
}
