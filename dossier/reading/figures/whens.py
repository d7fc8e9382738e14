"""Numbers that tell when: years, days of a month, times of the day, spans told from today."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.figures.following import counts, is_plural
from dossier.reading.figures.numbers import Number
from dossier.reading.figures.tokens import DASHES, Token, low_at, value_of, words


def is_date(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """A year, or a day of a month: 'in 2022', 'September 21', '3 May'."""
    if not number.bare or "." in tokens[first].text:
        return False
    value = value_of(tokens[first].text)
    months = words("months")
    if value <= 31 and _month_near(tokens, first, last, months):
        return True
    if not (1500 <= value <= 2100 and len(tokens[first].text) == 4):
        return False
    has_count = counts(tokens, last) and is_plural(tokens[last])
    return not has_count or low_at(tokens, first - 1) in words("year_before") or low_at(tokens, first - 1) in months


def _month_near(tokens: Sequence[Token], first: int, last: int, months: frozenset[str]) -> bool:
    """A month's name beside the number, or beside its partner in 'September 21-23' and '21 and 22 May'."""

    def is_month(i: int) -> bool:
        at_hand = 0 <= i < len(tokens) and tokens[i].text[0].isupper()
        return low_at(tokens, i).rstrip(".") in months and at_hand

    joints = (*DASHES, "and", "to", "or", ",")
    before, after = first - 1, last + (low_at(tokens, last) == "of")
    if low_at(tokens, before) == ".":
        before -= 1
    if is_month(before) or is_month(after):
        return True
    if low_at(tokens, first - 1) in joints and low_at(tokens, first - 2).isdecimal() and is_month(first - 3):
        return True
    return low_at(tokens, last) in joints and low_at(tokens, last + 1).isdecimal() and is_month(last + 2)


def is_clock(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'7 pm', '0600 GMT', '10 o’clock'."""
    after = low_at(tokens, last)
    small = number.low is not None and number.low <= 2400
    return after in words("time_after") and small


def is_time_span(tokens: Sequence[Token], first: int, last: int) -> bool:
    """'two years ago', 'the last six years', 'a year later', 'the 10-year note': they say when, not how much."""
    if low_at(tokens, last) in words("bonds") and low_at(tokens, first + 1) in DASHES:
        return True
    after, before = low_at(tokens, last), low_at(tokens, first - 1)
    if before in ("about", "some", "nearly", "almost", "over", "around"):
        before = low_at(tokens, first - 2)
    if after in ("ago", "later", "earlier"):
        return True
    if before == "last" and low_at(tokens, first - 2) in words("before_lasting"):
        return False  # "the truce is to last 72 hours"
    if before == "in" and any(_is_superlative(tokens, first - back) for back in (2, 3, 4)):
        return True  # "the highest level in six years"
    return before in ("last", "past", "next", "previous", "coming", "recent") or (
        before in ("first", "final") and low_at(tokens, first - 2) in ("the", "its", "their")
    )


def _is_superlative(tokens: Sequence[Token], i: int) -> bool:
    word = low_at(tokens, i)
    if low_at(tokens, i - 1) == "at":
        return False  # "killed at least 360 people in eighteen months"
    return (word.endswith("est") and len(word) > 5) or word in ("best", "worst", "most", "least", "first")
