"""The whole way from a text to its time expressions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile
from typing import NamedTuple

from dossier.edtf import parse
from dossier.language.listed import listed_words
from dossier.reading.dates.bounds import opening_months, with_bounds
from dossier.reading.dates.makers import maker_of
from dossier.reading.dates.makers_day import year_meant
from dossier.reading.dates.publication import merged, possible_days
from dossier.reading.dates.scene import Scene, TimeExpression, Value
from dossier.reading.dates.shapes import Found, Tokens, candidates
from dossier.reading.dates.tense import counted_on, is_foretold, is_stop, tense_around
from dossier.reading.dates.traps import is_time
from dossier.reading.dates.values import edtf_of, first_day, is_day

_DIRECTED = frozenset({
    "weekday", "month", "calendar_day", "season", "quarter", "holiday", "part_of_day", "early_hours", "moment",
    "nearest_weekday", "weekend", "day_range", "window", "military_day", "edge_of_year",
})  # fmt: skip
_DATED = frozenset({"month", "calendar_day", "day_range"})
_IN_YEAR = frozenset({"month_in_year", "day_in_year"})
_OF_WEEK = frozenset({"weekday", "part_of_day", "military_day"})
_BESIDE, _JOINED_BY = frozenset({"in", "on", "and", ","}), 3
_LEADING = frozenset({"in", "on", "the", "during", "early", "late", "by"})
_ENDS = re.compile(r"[.!?][”\"’)]* ")
_REACH = 20  # words back in which a verb says that a time was put off
_YEAR_ALONE = re.compile(r"\d{4}")
_WITH_MONTH = re.compile(r"\d{4}-\d\d")
_SOME, _MANY = 3, 5  # years far from publication, one with its month counting two: a single one is an aside
_GENERATION, _MEMORY = 30, 150  # years: what lies further back is sooner history
_SINCE = 8  # words before a date among which "since" takes it along
_COMPARING = 5  # words before a date within which another time is held against it
_BY_THE_WAY = frozenset({"than", "compared", "against", "except"})
_FEW = 5  # finite verbs by which a text shows its tense
_TENSES = {
    "present": ("is", "are", "has", "have", "says", "does", "do"),
    "past": ("was", "were", "had", "said", "did"),
}
_JOINING = frozenset({"and", "to", "or", "through", "until", "-", "–", "—", ",", "/"})
_AGAIN = frozenset({"in", "on", "again", "by"})  # "on 16 October AND ON 3 December 2014"
_DEICTIC = frozenset({"day", "weekday", "nearest_weekday", "ago", "tonight", "nearest_part"})
_OF_TODAY = frozenset({
    *_DEICTIC, "nearest_unit", "window", "the_unit", "recent", "weekend", "quarter", "fiscal_year",
    "future_units", "nearest_part",
})  # fmt: skip


class _Place(NamedTuple):
    """A candidate with what its surroundings say, the same for every possible day of publication."""

    first: int
    past: int
    found: Found
    tense: int
    rate: bool
    year: int
    reaches_on: bool  # "since the war began in 1998" tells of a time that goes on
    compared: bool = False  # "lower than in 2019", "90 percent of the level of 2019": by the way
    beside: bool = (
        False  # no more than "in", "and" and commas between it and the one before: "last year, in May and June"
    )
    foretold: bool = False  # what was said at the time before, in the same sentence, would come then
    year_by: Found | None = None  # joined to a month that says whose: "between June and October that year"
    opens: bool = False  # first in its sentence, but for "in" and "the"
    follows: bool = False  # in the sentence of the one before, or the next of its paragraph


def find_dates(text: str, published: str) -> list[TimeExpression]:
    """Every time expression of `text`, in order, not overlapping.

    `published` is a date or EDTF period; what hangs on it is told no more exactly than every possible day allows.
    """
    tokens = Tokens(text)
    places = _places(tokens)
    days = possible_days(published)
    now = _tells_of_now(tokens)
    tellings = [_resolved(places, day, not now and _is_narrative(places, day)) for day in days]
    expressions = []
    for at, place in enumerate(places):
        values = [telling[at] for telling in tellings]
        value = merged([v for v in values if v is not None], published)
        if value is not None:
            one = _expression(place.found, value, published)
            if one.kind == "duration" and not one.edtf:
                ahead = counted_on(tokens, place.first, place.past, one.timex, published)
                one = replace(one, edtf=ahead or opening_months(tokens, place.past, one, published))
            expressions.append((place.first, place.past, one))
    return with_bounds(tokens, expressions)


def _places(tokens: Tokens) -> list[_Place]:
    """The candidates; read from the end, so that a date without a year can take that of the one it is joined to."""
    places: list[_Place] = []
    for i, j, found in reversed(candidates(tokens, lambda i, j, found: is_time(tokens, i, j, found))):
        tense = tense_around(tokens, i, j) if found.make in _DIRECTED else 0
        of_week = found.make in _OF_WEEK or (found.make == "moment" and not found.has("month", "month-short"))
        if found.make in _DIRECTED and _is_put_off(tokens, i, of_week):
            tense = 1
        year, year_by, after = 0, None, places[-1] if places else None
        if after and _joined(tokens, j, found, after):
            token = after.found.get("year")
            year = int(token.text) if token else after.year
            year_by = after.found if after.found.make in _IN_YEAR else after.year_by
        before = [tokens.word(i - n).lower() for n in range(1, _SINCE)]
        opens = found.has("year") and _opens(tokens, i)
        rate, by_the_way = _is_rate(tokens, i), _is_by_the_way(before)
        places.append(_Place(i, j, found, tense, rate, year, *by_the_way, year_by=year_by, opens=opens))
    ordered = places[::-1]
    return ordered[:1] + [_after(tokens, a, b) for a, b in pairwise(ordered)]


def _after(tokens: Tokens, before: _Place, place: _Place) -> _Place:
    """The candidate as the one before it bears on it."""
    between = tokens.text[before.found.end : place.found.start]
    follows = "\n" not in between and len(_ENDS.findall(between)) < 2
    if place.found.make in _DIRECTED and is_foretold(tokens, before.past, place.first, place.past, place.tense):
        return place._replace(tense=1, foretold=True, follows=follows)
    beside = _beside(tokens, before.past, place.first)
    return place._replace(beside=beside, follows=follows) if beside or follows else place


def _beside(tokens: Tokens, past: int, first: int) -> bool:
    return past < first <= past + _JOINED_BY and all(tokens.word(i).lower() in _BESIDE for i in range(past, first))


def _opens(tokens: Tokens, first: int) -> bool:
    before = next((tokens.word(first - n) for n in (1, 2, 3) if tokens.word(first - n).lower() not in _LEADING), "")
    return before in ("", ".", "?", "!")


def _is_by_the_way(before: list[str]) -> tuple[bool, bool]:
    """Whether "since" takes a time along, and whether it is compared with, by the words before it, the last first."""
    clause = before[: next((n for n, word in enumerate(before) if not word[:1].isalnum()), len(before))]
    near = clause[: _COMPARING - 1]
    compared = not _BY_THE_WAY.isdisjoint(near) or (near[:1] == ["of"] and near[1:2] in (["level"], ["levels"]))
    return "since" in clause, compared


def _is_put_off(tokens: Tokens, first: int, of_week: bool) -> bool:
    """ "Gave them until Monday", "suspended flights until May", "put it off to 3 June": ahead."""
    before = [tokens.word(first - n).lower() for n in range(1, _REACH)]
    if of_week and (before[0] in ("until", "till") or (before[0] == "to" and before[1] != "night")):
        return "from" not in before[:5] or before[0] != "to"
    deferring, clause = (
        listed_words("dates_tense.yaml", "deferring"),
        takewhile(lambda word: not is_stop(word), before),
    )
    return before[0] in ("until", "till", "to", "for") and not deferring.isdisjoint(clause)


def _joined(tokens: Tokens, past: int, found: Found, after: _Place) -> bool:
    """Whether a date without a year stands beside one of its kind: "between March and June 1944"."""
    of_its_kind = after.found.make in _DATED or after.found.make in _IN_YEAR
    joining = [tokens.word(i).lower() for i in range(past, min(after.first, past + _JOINED_BY))]
    near = after.first == past + len(joining) and joining[:1] and joining[0] in _JOINING
    dated = found.make in _DATED and of_its_kind and near and all(word in _AGAIN for word in joining[1:])
    return bool(dated) and not found.has("year", "last", "next", "this")


def _expression(found: Found, value: Value, published: str) -> TimeExpression:
    calendar = value.kind in ("date", "time")
    edtf = value.edtf or (edtf_of(value.timex, published) if calendar else "")
    return TimeExpression(found.start, found.end, value.timex, edtf if parse(edtf) else "", value.kind)


def _resolved(places: list[_Place], day: date, narrative: bool) -> list[Value | None]:
    """The value of each candidate, read in order, so that "a year later" knows the date before it."""
    values: list[Value | None] = []
    stated = [0] * len(places)  # the year that a date says, or that its neighbour says for it
    last: date | None = None
    last_month: date | None = None
    last_day: date | None = None
    last_timex = month_timex = ""
    story = False  # the last date read was one of another year, told as such: what happens next happens then
    recent = False  # a history has come to what was "last year": the months behind it are of that time
    for at, place in enumerate(places):
        told = (last_month, month_timex, last_day)
        beside = stated[at - 1] if at and place.beside and place.found.make in _DATED else 0
        goes_on = story and place.follows and place.tense < 0 and _may_go_on(place.found)
        history = (narrative and last is not None and not recent) or goes_on  # of the year told, once one is
        joined = place.year or beside
        scene = Scene(day, last, last_timex, place.tense, history, joined, place.rate, *told, place.foretold)
        if place.year_by and not joined:
            scene = replace(scene, year=year_meant(place.year_by, scene))
        story = _is_long_ago(place, day) or goes_on
        value = maker_of(place.found.make)(place.found, scene)
        values.append(value)
        if _is_dated_by_now(place.found):
            recent = True
        elif (year := place.found.get("year")) and year.text.isdecimal():
            recent = int(year.text) > day.year
        if value and value.kind == "date" and (beside or _YEAR_ALONE.fullmatch(value.timex)):
            stated[at] = int(value.timex[:4])
        if (
            value is not None
            and value.kind in ("date", "time")
            and len(value.timex) > 3
            and (first := first_day(value.timex))
            and not (
                last and (place.compared or place.reaches_on)
            )  # "two days later" hangs on what was told, not on since when
        ):
            last, last_timex = first, value.timex
            if _WITH_MONTH.match(value.timex):
                last_month, month_timex = first, value.timex
            if is_day(value.timex):
                last_day = first
    return values


def _may_go_on(found: Found) -> bool:
    """Whether a month may be of the year told before: not "this February", "last May"."""
    return found.make in _DATED and not found.has("last", "this")


def _is_long_ago(place: _Place, day: date) -> bool:
    """Whether a sentence begins to tell of a past year: "In 2019, …", "… in September 1999"."""
    year = place.found.get("year")
    if place.found.make in _IN_YEAR and place.found.has("that", "same"):
        return True  # "in June of that year"
    told = bool(year and year.text.isdecimal() and int(year.text) < day.year - 1) and not place.reaches_on
    return told and (place.opens or place.found.make in _DATED)


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Whether a number or a sum stands just before: "15 a year"."""
    return any(tokens.word(at - n)[:1].isdigit() for n in (1, 2, 3))


def _tells_of_now(tokens: Tokens) -> bool:
    """Whether the present tense weighs as much as the past: an analysis may name many years and is no history."""
    words = Counter(word for word, _, _ in tokens.spans)
    present, past = (sum(words[w] for w in _TENSES[tense]) for tense in ("present", "past"))
    return present >= _FEW and present >= past


def _is_narrative(places: list[_Place], day: date) -> bool:
    """Whether the text tells of another time than its own: years far from publication, few words like today.

    What opens with a day or a month of its own year is news, however far back it goes later.
    """
    if any(_opens_now(place.found, day) for place in places[:1]):
        return False
    far = near = today = old = 0
    for place in places:
        make, token = place.found.make, place.found.get("year")
        if make in _DEICTIC or _is_dated_by_now(place.found):
            near += 2
        elif token and token.text.isdecimal():
            if int(token.text) < day.year - 1:
                far += (1 if make in ("year", "year_range") else 2) * (not place.reaches_on)
                old += _oldness(day.year - int(token.text)) * (not place.reaches_on)
            elif int(token.text) <= day.year + 1:
                near += 2
        today += make in _OF_TODAY and not _tells_on(place.found)
    return far > 2 * near and (far >= _MANY or (far + old >= _SOME and not today))


def _is_dated_by_now(found: Found) -> bool:
    """Last November, this March: dated from publication, not from what was told before."""
    return found.make in _DATED | {"season"} and found.has("last", "next", "this") and not _tells_on(found)


def _opens_now(found: Found, day: date) -> bool:
    year = found.get("year")
    return bool(found.make in _DATED and year and year.text == f"{day.year:04d}")


def _oldness(years: int) -> int:
    """How much more a year says that a text tells of the past, the further back it lies."""
    return (years > _GENERATION) + (years > _MEMORY)


def _tells_on(found: Found) -> bool:
    """That year, the following day, the previous week: they hang on the date before them, not on publication."""
    onward = any(t.value == "next" for t in found.all("next")) and found.has("the") and found.make == "nearest_unit"
    return (
        found.has("that", "same") or onward or any(t.value in ("before", "after") for t in found.all("last", "next"))
    )
