"""Open ends and ranges: since X, until X, from A to B, between A and B."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dossier.edtf import parse
from dossier.reading.dates.scene import TimeExpression
from dossier.reading.dates.shapes import Tokens
from dossier.reading.dates.values import add_days, add_months

FROM_ON = frozenset({"since", "after", "following"})
UP_TO = frozenset({"until", "till", "before", "til"})
_JOINS = {
    "from": frozenset({"to", "until", "till", "through"}),
    "between": frozenset({"and"}),
    "of": frozenset({"to"}),  # "the drought of 2020 to 2023"
}
_STARTING = frozenset({"from", "starting", "beginning"})
_DATING = frozenset({"of", "on", "in"})
_DURING = frozenset({"in", "through", "during", "throughout", "of", "for"})
_ENDING = frozenset({"to", "through", "ended", "ending", "until"})
_SKIPPED = frozenset({"the", "a", "his", "her", "its", "their", "early", "late", "about", "around"})
_THING = 5  # words in which "between" stands before the first of two dates
_DASHES = frozenset("-–—")
_LISTING = frozenset({"and", "or", ",", "&"})
_ON_DAYS = frozenset({"on", "for", "between", "of", "the"})
_AFTER_DAYS = frozenset(
    {
        "in",
        "at",
        "of",
        "with",
        "for",
        "after",
        "when",
        "but",
        "because",
        "by",
        "to",
        "on",
        "near",
        "along",
        "between",
        "during",
        "over",
        "as",
        "while",
    }
)
_OF_ITS_OWN = frozenset(
    {"of", "after", "since", "in", "following", "under", "as", "from"}
)  # behind "the first six months"
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
_DAY_NUMBER = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_Placed = tuple[int, int, TimeExpression]


def with_bounds(tokens: Tokens, placed: list[_Placed]) -> list[TimeExpression]:
    """The expressions, with the period opened or joined as the words around them say."""
    found = [_opened(tokens, first, _from_first_day(tokens, first, past, one)) for first, past, one in placed]
    for at in range(len(placed) - 1):
        (_, past, a), (next_first, _, b) = placed[at], placed[at + 1]
        if next_first == past + 1 and tokens.word(past).lower() in _STARTING and (whole := _lasting(a, b)):
            found[at + 1] = replace(b, edtf=whole)
        if next_first == past + 1 and (whole := _months_of(tokens, past, a, b) or _ending_in(tokens, past, a, b)):
            found[at], found[at + 1] = replace(a, edtf=whole, kind="date"), replace(b, edtf=whole)
    for at in range(len(placed) - 1):
        (first, past, a), (next_first, _, b) = placed[at], placed[at + 1]
        if next_first != past + 1 or not _closed(a) or not _closed(b):
            continue
        before, between = tokens.word(first - 1).lower(), tokens.word(past).lower()
        if before in ("of", "in") and "between" in (tokens.word(first - n).lower() for n in range(2, _THING)):
            before = "between"  # "between the censuses of 1989 and 2009"
        if between == "and" and before in _DURING and (_follow(a, b) or _follow(b, a)):
            whole = _join(a.edtf, b.edtf) or _join(b.edtf, a.edtf)  # "in May and June", "in June and May"
            found[at], found[at + 1] = replace(a, edtf=whole), replace(b, edtf=whole)
        if between in _JOINS.get(before, ()) or (between in _DASHES and a.kind == "date"):
            b = _not_before(a, b)
            if joined := _join(a.edtf, b.edtf):
                found[at], found[at + 1] = replace(a, edtf=joined), replace(b, edtf=joined)
    return found


def _not_before(a: TimeExpression, b: TimeExpression) -> TimeExpression:
    """ "Between June and October", told in September: the October after that June."""
    if not (_MONTH.fullmatch(a.timex) and _MONTH.fullmatch(b.timex) and b.timex < a.timex):
        return b
    later = f"{int(a.timex[:4]) + (b.timex[5:] < a.timex[5:]):04d}{b.timex[4:]}"
    return replace(b, timex=later, edtf=b.edtf.replace(b.timex, later))


def _from_first_day(tokens: Tokens, first: int, past: int, one: TimeExpression) -> TimeExpression:
    """ "On 2 and 9 May", "between 7 and 11 June", "on May 2 and 9": from the first of the days to the last."""
    if one.kind != "date" or not _DAY.fullmatch(one.edtf):
        return one
    day, earlier, later = int(one.edtf[-2:]), 0, 0
    if tokens.word(first)[:2].strip("thsndr").isdigit():  # the day stands first
        at = first
        while tokens.word(at - 1).lower() in _LISTING and _is_day(tokens.word(at - 2)):
            at -= 2
        if at < first and tokens.word(at - 1).lower() in _ON_DAYS:
            earlier = int(_digits(tokens.word(at)))
    elif tokens.word(past - 1).isdigit() and tokens.word(past).lower() == "and" and _is_day(tokens.word(past + 1)):
        ends = not tokens.word(past + 2).isalnum() or tokens.word(past + 2).lower() in _AFTER_DAYS
        later = int(_digits(tokens.word(past + 1))) if ends else 0
    if not (0 < earlier < day or day < later):
        return one
    return replace(
        one,
        edtf=_join(f"{one.edtf[:-2]}{min(day, earlier or day):02d}", f"{one.edtf[:-2]}{max(day, later):02d}")
        or one.edtf,
    )


def _is_day(word: str) -> bool:
    return _DAY_NUMBER.fullmatch(word) is not None


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word)


def _follow(a: TimeExpression, b: TimeExpression) -> bool:
    """ "Through 2022 and 2023", "in May and June", "late 2021 and early 2022": one after the other, without a gap."""
    one, other = parse(a.edtf), parse(b.edtf)
    apart = not (_DAY.search(a.edtf) or _DAY.search(b.edtf))
    return bool(one and other and apart and one.end < date.max and add_days(one.end, 1) == other.start)


def _lasting(length: TimeExpression, start: TimeExpression) -> str:
    """For five days from Friday: from that day to the last of the five."""
    count = re.fullmatch(r"P(\d+)([DW])", length.timex)
    first = parse(start.edtf)
    if not count or not first or first.days > 1:
        return ""
    last = add_days(first.start, int(count[1]) * (7 if count[2] == "W" else 1) - 1)
    return f"{start.edtf}/{last}" if last > first.start else ""


def _months_of(tokens: Tokens, between: int, months: TimeExpression, year: TimeExpression) -> str:
    """The first three months of 2024: as a quarter, a half year, or from month to month."""
    count = re.fullmatch(r"P(\d+)M", months.timex)
    if not count or tokens.word(between).lower() not in ("of", "in") or not re.fullmatch(r"\d{4}", year.edtf):
        return ""
    words = tokens.text[months.start : months.end].lower().split()
    length, opens = int(count[1]), "first" in words or "opening" in words
    if not 1 <= length < 12 or not (opens or "last" in words or "final" in words):
        return ""
    return _from_month(year.edtf, 1 if opens else 13 - length, length)


def _from_month(year: str, first: int, length: int) -> str:
    if length == 3:
        return f"{year}-Q{(first + 2) // 3}"
    return f"{year}-{first:02d}/{year}-{first + length - 1:02d}" if length > 1 else f"{year}-{first:02d}"


def opening_months(tokens: Tokens, past: int, months: TimeExpression, published: str) -> str:
    """ "Sales rose in the first ten months": of the year of publication or, where they are not over, the one before.

    "" where something else is told to begin: "in the first ten months of the war", "since the vote".
    """
    count, now = re.fullmatch(r"P(\d{1,2})M", months.timex), parse(published)
    words = tokens.text[months.start : months.end].lower().split()
    if not count or not now or "first" not in words or tokens.word(past).lower() in _OF_ITS_OWN:
        return ""
    length, year = int(count[1]), now.end.year
    last = year if length <= now.end.month else year - 1
    return _from_month(f"{last:04d}", 1, length) if 1 < length < 12 else ""


def _ending_in(tokens: Tokens, between: int, length: TimeExpression, last: TimeExpression) -> str:
    """The three months to March 2024, the year or quarter ended 30 June: from as many months before to the one named.

    A firm's second quarter need not be that of the calendar.
    """
    count = re.fullmatch(r"P(\d+)([MY])", length.timex)
    words = tokens.text[length.start : length.end].lower()
    months = int(count[1]) * (12 if count[2] == "Y" else 1) if count else 12 if words == "the year" else 0
    starts = tokens.text[max(0, length.start - 5) : length.start].lower() == "from "
    months = months or (_IN_QUARTER if _QUARTER.fullmatch(length.timex) and not starts else 0)
    end = re.match(r"(\d{4})-(\d\d)(?!\d)", last.edtf) or re.fullmatch(r"(\d{4})-(\d\d)", last.timex)
    if not end or not 0 < months <= 600 or tokens.word(between).lower() not in _ENDING:
        return ""
    first = add_months(date(int(end[1]), int(end[2]), 1), 1 - months)
    return f"{first.year:04d}-{first.month:02d}/{end[0]}"


_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_IN_QUARTER = 3  # months


def _closed(expression: TimeExpression) -> bool:
    return bool(expression.edtf) and ".." not in expression.edtf and expression.kind == "date"


def _join(first: str, last: str) -> str:
    about = "~" if "~" in first + last else ""
    text = f"{about}{first.lstrip('~').split('/')[0]}/{last.lstrip('~').split('/')[-1]}"
    return text if parse(text) else ""


def open_after(edtf: str) -> str:
    """From the start of a period on: 2022-02/.."""
    about, body = ("~", edtf[1:]) if edtf.startswith("~") else ("", edtf)
    return f"{about}{body.split('/')[0]}/.." if edtf and not edtf.startswith("..") else edtf


def open_before(edtf: str) -> str:
    """Up to the end of a period: ../2022-02."""
    last = edtf.split("/")[-1].lstrip("~")
    return f"../{last}" if last and last != ".." else edtf


def _counted_from(tokens: Tokens, first: int, link: str) -> bool:
    """ "Since the invasion in 2022", "after the raids of October 10": what was dated is what is counted from."""
    before = [tokens.word(first - n).lower() for n in range(2, 7)]
    at = next((n for n, word in enumerate(before) if word in FROM_ON), 0)
    named = at > 1 and before[at - 1] in _SKIPPED and all(w.isalpha() for w in before[:at])
    return named and (link == "of" or before[at] == "since")


def _counted_to(tokens: Tokens, first: int) -> bool:
    """ "Before the reforms of 2013": the reforms are dated, and what is told came before them."""
    before = [tokens.word(first - n).lower() for n in range(2, 7)]
    at = next((n for n, word in enumerate(before) if word == "before"), 0)
    return at > 1 and before[at - 1] in _SKIPPED and all(w.isalpha() for w in before[:at])


def _opened(tokens: Tokens, first: int, expression: TimeExpression) -> TimeExpression:
    if not expression.edtf or expression.kind not in ("date", "time"):
        return expression
    word = tokens.word(first - 1).lower()
    if word in _SKIPPED:
        word = tokens.word(first - 2).lower()
    if word == "least":
        word = tokens.word(first - 3).lower()  # "until at least 2030"
    if word in FROM_ON or (word in _DATING and _counted_from(tokens, first, word)):
        return replace(expression, edtf=open_after(expression.edtf))
    if word in UP_TO or (word in _DATING and _counted_to(tokens, first)):
        return replace(expression, edtf=open_before(expression.edtf))
    return expression
