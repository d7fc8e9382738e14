"""Numbers and lengths that are no times: counts, scores, matches, names with numbers in them."""

from __future__ import annotations

import re

from dossier.reading.dates.shapes import Found, Tokens
from dossier.reading.dates.trap_words import Check, neighbours, word_lists

_NEAR = 12  # tokens within which a word of business tells what a half is half of


def _touching(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """The characters right before and after."""
    first, last = tokens.spans[start][1], tokens.spans[end - 1][2]
    return tokens.text[max(first - 1, 0) : first], tokens.text[last : last + 1]


def is_year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Four digits that count nothing, cost nothing and name nothing."""
    known, (before, after) = word_lists(), neighbours(tokens, start, end)
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
    if low in known["names_before"] or (before == "." and tokens.word(start - 2).lower() in known["names_before"]):
        return False
    if next_low in known["counted_after"] or (
        next_low == "-" and tokens.word(end + 1).lower() in known["counted_after"]
    ):
        return False
    if low in known["measures_before"]:
        # "until at least 2030" is a time; "at least 2030 people" is none
        return low == "least" and tokens.word(start - 3).lower() in known["before_at_least"] and not after.isalpha()
    year = int(found.tokens[0].text[:4])
    circa = before == "." and tokens.word(start - 2).lower() in ("c", "ca")
    sure = circa or low in known["time_before"] or before == "(" or after == ")"
    if not 1400 <= year <= 2100:
        low = "between" if low == "and" and tokens.word(start - 3).lower() == "between" else low
        return (circa or low in known["time_before"]) and (not after[:1].islower() or next_low in known["after_time"])
    return sure or not (next_low.endswith("s") and after.islower() and not next_low.endswith("ss")
                        and low not in known["noun_before"] and next_low not in known["year_plurals"])  # fmt: skip


def is_named_year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """In the year 79; not "the year 20 people died"."""
    unit, after = found.get("unit"), tokens.word(end)
    ends = not after.isalnum() or after.lower() in word_lists()["after_time"]
    return unit is not None and unit.value == "Y" and ends


def is_short(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """A day of the month must be one; "May 20 people" and "March 2,000" are none."""
    after = tokens.word(end).lower()
    last = found.tokens[-1]
    if last.sort == "digits" and (after in word_lists()["counted_after"] or after == "%"):
        return False
    days = found.all("digits", "nth-digits")
    return not days or not re.search(r"[.,]", days[0].text)


def is_ordinary(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """A numeric date inside a longer number or a path is none."""
    before, after = _touching(tokens, start, end)
    return not (before and (before.isalnum() or before in "/.-_$")) and not (after and after in "/-_%")


def is_decade(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "in their 30s" is an age, "Boeing 707s" a thing."""
    return tokens.word(start - 1).lower() not in ("his", "her", "their", "my", "our", "your", "its")


def is_nth_day(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "On the 17th" is a day, "on the 17th floor" is none."""
    before, after = tokens.word(start - 1).lower(), tokens.word(end)
    ends = not after.isalnum() or after.lower() in word_lists()["after_time"]
    return before in word_lists()["before_nth"] and ends and found.tokens[-1].text[-1].isalpha()


def is_clock(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """6:40 or 6 p.m.; a bare 18.30 is a number and 3:2 a score."""
    token = found.tokens[0]
    if found.has("ampm", "oclock", "noon", "zone"):
        return True
    if token.text[-1] == "m":
        return True
    before = tokens.word(start - 1).lower()
    return ":" in token.text and (before == "at" or before in word_lists()["time_before"])


def is_military(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """0530 hours is a time of day, and so is 1600 GMT."""
    hours = found.tokens[1].text.lower() == "hours" or found.tokens[1].sort == "zone"
    return hours and re.fullmatch(r"(?:[01]\d|2[0-4])[0-5]\d", found.tokens[0].text) is not None


def is_early_hours(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The early hours of a day; not its early weeks."""
    units = found.get("units")
    return units is not None and units.value == "H"


def is_edge(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The end of the week, later in the day; without "of" and "in" only of years, months, weeks: "year's end"."""
    unit = found.get("unit")
    allowed = {"of": "YmWDEC", "in": "YmWDE", "apostrophe": "YmW"}
    return unit is None or str(unit.value) in next((u for sort, u in allowed.items() if found.has(sort)), "Y")


def is_the_unit(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The year and the quarter of a report: "for the year", "in the quarter"; never "the year of"."""
    before = tokens.word(start - 1).lower()
    introduced = before in ("for", "in", "during") or (before == "of" and tokens.word(start - 2) == "months")
    if found.tokens[1].text in ("century", "decade"):
        return before == "of" and not tokens.word(end).isalpha()  # "the coldest winter of the century"
    return (
        introduced
        and found.tokens[1].text in ("year", "quarter")
        and tokens.word(end).lower() not in ("of", "that", "when", "he")
    )


def is_unit(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "a second chance", "the first quarter of the game", "half an hour" told apart."""
    unit = found.get("unit")
    if unit is None:
        return True
    return not (
        unit.text.lower() in ("quarter", "minute", "hour")
        and found.make == "article_unit"
        and tokens.word(end).lower() == "of"
    )


def of_unit(units: str) -> Check:
    """Whether the unit is one the shape makes sense for: quarters have numbers, weeks have Tuesdays."""

    def fits(tokens: Tokens, start: int, end: int, found: Found) -> bool:
        unit = found.get("unit")
        return unit is None or str(unit.value) in units

    return fits


def is_duration(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The Hundred Years' War is a name."""
    unit = found.get("units")
    named = unit is not None and unit.text.istitle() and tokens.word(start - 1) + found.tokens[0].text
    return not (named and named[0].isupper() and (tokens.word(end) in ("'", "’") or tokens.word(end).istitle()))


def is_bare_units(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Years of war" is a length; "those years" and Mr Weeks are none."""
    name = found.tokens[0].text.istitle() and tokens.word(start - 1).istitle()
    if name or not is_duration(tokens, start, end, found):
        return False
    record = found.tokens[0].text == "Minutes" or (
        tokens.word(start) == "minutes" and tokens.word(start - 1).lower() == "the"
    )
    if record and tokens.word(end).lower() in word_lists()["after_records"]:
        return False  # "the minutes of the May meeting showed"
    return tokens.word(start - 1).lower() not in ("those", "these", "man", "business", "office", "working", "opening")


def is_quarter(tokens: Tokens, start: int, end: int, found: Found) -> bool:
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
    return near.isdisjoint(word_lists()["sports"]) or not near.isdisjoint(word_lists()["business"])


def is_half_year(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The first half of a year; alone it is one where results of business are told, not of a match."""
    unit = found.get("unit")
    if unit is not None or found.has("year", "decade"):
        return unit is None or str(unit.value) in "YE"
    near = (tokens.word(i).lower() for i in range(start - _NEAR, end + _NEAR))
    return tokens.word(end) != "-" and any(word in word_lists()["business"] for word in near)


def is_shifted(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Three days later than planned" says how much, not when."""
    return tokens.word(end).lower() != "than"


def is_next_to(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "The day before" is a time; "the day before the vote" is dated by the vote."""
    after = tokens.word(end)
    return not after or not after.isalnum() or after.lower() in word_lists()["after_time"]


def stands_last(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "The week before last" is a time; in "the day before last week's vote" another follows."""
    return end >= len(tokens) or tokens.at(end).sort in (
        "none",
        "comma",
        "apostrophe",
        "in",
        "at",
        "and",
        "to",
        "dash",
    )


def is_window(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "Following four decades of war" says after what; "to last six weeks" says how long."""
    before = tokens.word(start - 1).lower()
    lasts = found.tokens[0].text == "last" and before in word_lists()["before_lasting"]
    return found.tokens[0].text.lower() != "following" and not lasts
