"""The whole way from a text to its time expressions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dossier.reading.dates.bounds import with_bounds
from dossier.reading.dates.expression import TimeExpression, Value
from dossier.reading.dates.makers import MAKERS
from dossier.reading.dates.publication import merged, possible_days
from dossier.reading.dates.scene import Scene
from dossier.reading.dates.shapes import Found, Tokens, candidates
from dossier.reading.dates.tense import tense_around
from dossier.reading.dates.traps import is_time
from dossier.reading.dates.values import edtf_of, first_day

_DIRECTED = frozenset({
    "weekday", "month", "calendar_day", "season", "quarter", "holiday", "part_of_day", "moment", "nearest_weekday",
    "weekend", "day_range",
})  # fmt: skip
_DEICTIC = frozenset({"day", "weekday", "nearest_weekday", "ago", "tonight", "nearest_part"})
_AROUND = frozenset({"calendar_day", "month", "moment", "year", "day_range"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate with what its surroundings say, the same for every possible day of publication."""

    first: int
    past: int
    found: Found
    tense: int
    rate: bool


def find_dates(text: str, published: str) -> list[TimeExpression]:
    """Every time expression of `text`, in order, not overlapping.

    `published` is a date or EDTF period; what hangs on it is told no more exactly than every possible day allows.
    """
    tokens = Tokens(text)
    places = [
        _Place(i, j, found, tense_around(tokens, i, j) if found.make in _DIRECTED else 0, _is_rate(tokens, i))
        for i, j, found in candidates(tokens, lambda i, j, found: is_time(tokens, i, j, found))
    ]
    days = possible_days(published)
    tellings = [_resolved(places, day, _is_narrative(places, day)) for day in days]
    expressions = []
    for at, place in enumerate(places):
        values = [telling[at] for telling in tellings]
        value = merged([v for v in values if v is not None], published)
        if value is not None:
            expressions.append((place.first, place.past, _expression(place.found, value, published)))
    return with_bounds(tokens, expressions)


def _expression(found: Found, value: Value, published: str) -> TimeExpression:
    calendar = value.kind in ("date", "time")
    edtf = value.edtf or (edtf_of(value.timex, published) if calendar else "")
    return TimeExpression(found.start, found.end, value.timex, edtf, value.kind)


def _resolved(places: list[_Place], day: date, narrative: bool) -> list[Value | None]:
    """The value of each candidate, read in order, so that "a year later" knows the date before it."""
    values: list[Value | None] = []
    last: date | None = None
    last_timex = ""
    for place in places:
        scene = Scene(day, last, last_timex, place.tense, narrative, place.rate)
        value = MAKERS[place.found.make](place.found, scene)
        values.append(value)
        if value is not None and value.kind in ("date", "time") and (first := first_day(value.timex)):
            last, last_timex = first, value.timex
    return values


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Whether a number or a sum stands just before: "15 a year"."""
    return any(tokens.word(at - n)[:1].isdigit() for n in (1, 2, 3))


def _is_narrative(places: list[_Place], day: date) -> bool:
    """Whether the text tells of another time than its own: dates with years far from publication, few words like today."""
    far = near = 0
    for place in places:
        if place.found.make in _DEICTIC:
            near += 1
        elif place.found.make in _AROUND and (token := place.found.get("year")):
            if abs(int(token.text) - day.year) > 1:
                far += 1
            else:
                near += 1
    return far >= 3 and far > 2 * near
