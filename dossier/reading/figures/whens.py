"""Numbers that tell when or how old: years, days of a month, times of the day, spans told from today, ages."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.figures.nouns import is_plural
from dossier.reading.figures.numbers import Number
from dossier.reading.figures.tokens import DASHES, Token, low_at, value_of, words


def counts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural noun in lower case follows, so that something is counted."""
    for word in tokens[i : i + 5]:
        if word.low in DASHES:
            continue
        if not word.is_word or word.low in words("plain_after"):
            return False
        if word.text[0].islower() and is_plural(word):
            return True
    return False


def goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the phrase goes on with a word of its own, so that the number counts it."""
    return i < len(tokens) and tokens[i].is_word and tokens[i].low not in words("plain_after")


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
    if low_at(tokens, first - 1) == "the" and 1900 <= value <= 2050 and value % 100:
        return True  # "the 1967 murders"
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


def is_military(tokens: Sequence[Token], first: int, unit: str) -> bool:
    """'until 1015 hours': a time of the day."""
    at = low_at(tokens, first - 1) in ("at", "by", "till", "until", "from", "around", "since")
    return at and unit == "hour" and tokens[first].text.isdecimal() and len(tokens[first].text) == 4


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


def is_age(tokens: Sequence[Token], first: int, last: int, unit: str) -> bool:
    """'aged 45', 'Ann Lee, 45,', 'are under 30', 'died at 91'; but 'a 45-year-old' is 45 years."""
    before = low_at(tokens, first - 1)
    if before in ("aged", "age") or (before == "of" and low_at(tokens, first - 2) == "age"):
        return True
    if before in ("and", "or", "to", ",") and _goes_on_from_age(tokens, first - 1):
        return True
    if unit or last != first + 1 or not 0 < _small_value(tokens[first]) < 120:
        return False
    if before in ("under", "over", "above", "below") and low_at(tokens, first - 2) in words("age_verbs"):
        return not counts(tokens, last) and not goes_on(tokens, last)
    if before in ("under", "over", "above", "below") and low_at(tokens, first - 2) in words("aged_people"):
        return not counts(tokens, last)
    if not tokens[first].is_digits:
        return False
    near = {low_at(tokens, n) for n in range(first - 4, first - 1)}  # "died last year at 61"
    if before == "at" and near & {"die", "dies", "died", "dead", "aged"}:
        return not counts(tokens, last)
    if before in ("is", "was", "turned", "turns") and low_at(tokens, first - 2) in words("aged_one"):
        return low_at(tokens, last) in ("", ".", ",", "and", "when", "but", "now")
    at = first - 3 if low_at(tokens, first - 2) == "." else first - 2  # "Ann Lee Jr., 45,", "the singer, 33,"
    name = at >= 0 and tokens[at].is_word and (tokens[at].text[0].isupper() or low_at(tokens, last) == ",")
    return (
        before == "," and name and low_at(tokens, last) in (",", ".") and not low_at(tokens, last + 1)[:1].isdecimal()
    )


def _goes_on_from_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing but numbers stands between "aged" and the comma or "and" at i: 'aged 5, 8 and 12'."""
    while i >= 0 and (tokens[i].text.isdecimal() or low_at(tokens, i) in ("and", "or", "to", ",")):
        i -= 1
    return low_at(tokens, i) in ("aged", "ages")


def _small_value(word: Token) -> float:
    """The number a digit or a small number word stands for, 0 for others."""
    return value_of(word.text) if word.is_digits else float(words("small").get(word.low, 0))
