"""Numbers that are no quantities: years, days, times, ages, scores, names, list numbers."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.dictionary import is_known
from dossier.reading.figures.numbers import Number
from dossier.reading.figures.tokens import Token, low_at, touches, value_of, words
from dossier.world import is_demonym

_DASHES = ("-", "–", "—", "‑")
_CLOSE = (".", ")", "]")


def is_label(tokens: Sequence[Token], first: int, last: int, number: Number, unit: str) -> bool:
    """Whether tokens[first:last] only look like a quantity."""
    if low_at(tokens, last - 1) == "x" and touches(tokens, last) and tokens[last].is_digits:
        return True  # 4x4
    if unit in words("money").values() and _is_bond(tokens, first, last):
        return True
    if unit and unit not in words("durations"):
        return _is_rate(tokens, first)
    if (
        low_at(tokens, first) == "one"
        and unit == "day"
        and low_at(tokens, first - 1) not in ("in", "for", "within", "just", "only")
    ):
        return True  # "one day it would end"
    if unit:
        return _is_age(tokens, first, last, unit) or _is_time_span(tokens, first, last) or _is_rate(tokens, first)
    tests = (_is_glued, _is_one, _is_rate, _is_date, _is_clock, _is_score, _is_named, _is_listed, _is_code, _is_idiom)
    return any(test(tokens, first, last, number) for test in tests) or _is_age(tokens, first, last, unit)


def _is_bond(tokens: Sequence[Token], first: int, last: int) -> bool:
    """The 2028 dollar bond: the year in which it falls due, and no sum."""
    year = tokens[first].text
    named = low_at(tokens, last - 1) in words("money") and low_at(tokens, last) in words("dated_papers")
    return named and len(year) == 4 and year.isdigit() and 1990 <= int(year) <= 2100


def _is_glued(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """G20, 7th, 1990s, 5G, B2B; and '24/7', '10:30'."""
    before, after = low_at(tokens, first - 1), low_at(tokens, last)
    if not tokens[first].is_digits:
        return False
    if touches(tokens, first) and (before[-1:].isalnum() or before in ("/", ":", ".", "#", "@", "_", "'", "’")):
        return True
    if touches(tokens, last) and after[:1].isalpha():
        return True
    return touches(tokens, last) and after in ("/", ":", "_", "'", "’") and low_at(tokens, last + 1)[:1].isalnum()


def _is_one(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'one' is mostly a pronoun; 'zero' mostly a figure of speech; 'all five' stands for what was named."""
    word = low_at(tokens, first)
    if low_at(tokens, first - 1) in ("all", "the", "these", "those", "other") and word in words("small"):
        return last == first + 1 and not _counts(tokens, last) and low_at(tokens, last) not in _DASHES
    if last != first + 1 or word not in ("one", "zero"):
        return False
    if word == "zero":
        return low_at(tokens, last) != "percent" and not _counts(tokens, last)
    ranges = low_at(tokens, last) == "to" and (
        low_at(tokens, last + 1) in words("small") or low_at(tokens, last + 1).isdigit()
    )
    return not ranges and low_at(tokens, last) not in words("one_nouns")


def _is_rate(tokens: Sequence[Token], first: int, *_: object) -> bool:
    """'per 100,000 people', 'every two years'."""
    return low_at(tokens, first - 1) in ("per", "every")


def _is_date(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """A year, or a day of a month: 'in 2022', 'September 21', '3 May'."""
    if not number.bare or "." in tokens[first].text:
        return False
    value = value_of(tokens[first].text)
    months = words("months")
    if value <= 31 and _month_near(tokens, first, last, months):
        return True
    if not (1500 <= value <= 2100 and len(tokens[first].text) == 4):
        return False
    counts = _counts(tokens, last) and _is_plural(tokens[last])
    return not counts or low_at(tokens, first - 1) in words("year_before") or low_at(tokens, first - 1) in months


def _month_near(tokens: Sequence[Token], first: int, last: int, months: frozenset[str]) -> bool:
    """A month's name beside the number, or beside its partner in 'September 21-23' and '21 and 22 May'."""

    def is_month(i: int) -> bool:
        at_hand = 0 <= i < len(tokens) and tokens[i].text[0].isupper()
        return low_at(tokens, i).rstrip(".") in months and at_hand

    joints = (*_DASHES, "and", "to", "or", ",")
    before, after = first - 1, last + (low_at(tokens, last) == "of")
    if low_at(tokens, before) == ".":
        before -= 1
    if is_month(before) or is_month(after):
        return True
    if low_at(tokens, first - 1) in joints and low_at(tokens, first - 2).isdecimal() and is_month(first - 3):
        return True
    return low_at(tokens, last) in joints and low_at(tokens, last + 1).isdecimal() and is_month(last + 2)


def _is_clock(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'7 pm', '0600 GMT', '10 o’clock'."""
    after = low_at(tokens, last)
    if after in ("a", "p") and low_at(tokens, last + 1) == "." and low_at(tokens, last + 2) == "m":
        return True
    small = number.low is not None and number.low <= 2400
    return after in words("time_after") and small


def _is_score(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'won 3-1', 'a 5-4 decision', '6-4, 6-3', '9/11', and dashed codes such as telephone numbers."""
    if not tokens[first].text.isdecimal():
        return False
    if _is_vote(tokens, first, last):
        return True
    left = low_at(tokens, first - 1) in _DASHES and touches(tokens, first) and low_at(tokens, first - 2).isdecimal()
    right = low_at(tokens, last) in _DASHES and touches(tokens, last) and low_at(tokens, last + 1).isdecimal()
    if not (left or right):
        return False
    begin, end = (first - 2 if left else first), (last + 2 if right else last)
    values = [float(t.text) for t in tokens[begin:end] if t.text.isdecimal()]
    if len(values) != 2 or values[0] >= values[1] or "0" in {t.text[0] for t in tokens[begin:end]}:
        return True
    near = {low_at(tokens, i) for i in (begin - 3, begin - 2, begin - 1, end, end + 1)}
    return bool(near & words("score_near"))


def _is_vote(tokens: Sequence[Token], first: int, last: int) -> bool:
    """'approved 67 to 32': the larger number first, nothing counted, and no way up or down."""
    if low_at(tokens, first - 1) == "to" and low_at(tokens, first - 2).isdecimal():
        first, last = first - 2, first - 1
    if low_at(tokens, last) != "to" or not low_at(tokens, last + 1).isdecimal() or first == 0:
        return False
    before = low_at(tokens, first - 1)
    if (
        not tokens[first - 1].is_word
        or before in ("from", "by")
        or low_at(tokens, last + 2) not in (".", ",", ";", "in", "on")
    ):
        return False
    moves = any(before in words("change")[way] for way in ("up", "down", "same"))
    return value_of(tokens[first].text) > value_of(tokens[last + 1].text) and not moves


def _is_named(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'Boeing 737', 'Article 5', 'Covid-19', 'Group of Seven', 'Big Four'."""
    before = low_at(tokens, first - 1)
    is_hyphen = before in _DASHES and touches(tokens, first)
    at = (
        first - 2 if is_hyphen or (before == "." and low_at(tokens, first - 2) in ("no", "vol", "art")) else first - 1
    )
    if low_at(tokens, at) in words("labels") and (number.bare or tokens[first].text[0].isupper()):
        return not _counts(tokens, last) or low_at(tokens, at) not in (
            "day",
            "week",
            "game",
            "no",
            "class",
            "top",
            "number",
        )
    if low_at(tokens, at) == "no" and before == ".":
        return True
    if is_hyphen and low_at(tokens, at) == "top":
        return True
    if not tokens[first].is_digits:
        return tokens[first].text[0].isupper() and low_at(tokens, first - 1) in (
            "of",
            "big",
            "final",
            "agenda",
            "fantastic",
        )
    if is_hyphen:
        return low_at(tokens, at)[:1].isalpha() and number.bare
    if number.bare and before in ("the", "a", "an", "new", "its", "first", "of") and _is_model(tokens, last):
        return True
    if not number.bare or first == 0 or tokens[first - 1].text.islower() or not tokens[first - 1].is_word:
        return False
    starts = (
        first == 1
        or low_at(tokens, first - 2) in (".", "!", "?", "\n", '"', "“")
        or "\n" in low_at(tokens, first - 2)
    )
    return not (starts and is_known(before)) and (not _counts(tokens, last) or _acts(tokens, last))


def _is_model(tokens: Sequence[Token], i: int) -> bool:
    """'the 737 MAX': a name goes on after the number, and it counts nothing."""
    if i >= len(tokens) or not tokens[i].is_word or not tokens[i].text[0].isupper():
        return False
    return not _counts(tokens, i) and not tokens[i].low.endswith("s") and not is_demonym(tokens[i].text)


def _counts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural noun in lower case follows, so that something is counted."""
    for word in tokens[i : i + 5]:
        if word.low in _DASHES:
            continue
        if not word.is_word or word.low in words("plain_after"):
            return False
        if word.text[0].islower() and _is_plural(word):
            return True
    return False


def _acts(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word that looks like a plural is a verb: 'costs $799', 'runs the show'."""
    after = low_at(tokens, i + 1)
    return after[:1].isdecimal() or after in words("currencies") or after in ("the", "a", "an", "its", "at", "on")


def _is_plural(word: Token) -> bool:
    return word.low in words("irregular") or (word.low.endswith("s") and not word.low.endswith(("ss", "us", "is")))


def _is_listed(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'1. First point', '(3)', '[12]', '2)'."""
    if not number.bare:
        return False
    before, after = low_at(tokens, first - 1), low_at(tokens, last)
    if before in ("(", "[") and after in (")", "]"):
        return True
    starts = first == 0 or "\n" in before or (before in (".", "!", "?", ":", ";") and not touches(tokens, first))
    return starts and after in _CLOSE and touches(tokens, last)


def _is_code(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """A leading zero, '+1 555', '#1': numbers to dial or to look up."""
    word = tokens[first].text
    leading = word[0] == "0" and len(word) > 1 and word[1].isdecimal()
    return leading or (low_at(tokens, first - 1) in ("#", "№", "+", "§") and touches(tokens, first))


def _is_idiom(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'two-way', 'one-off', 'four-star': no count of anything."""
    if low_at(tokens, last) not in _DASHES or not touches(tokens, last) or not touches(tokens, last + 1):
        return False
    return low_at(tokens, last + 1)[:1].isalpha() and not number.fraction


def _is_age(tokens: Sequence[Token], first: int, last: int, unit: str) -> bool:
    """'aged 45', 'Ann Lee, 45,', 'are under 30', 'died at 91'; but 'a 45-year-old' is 45 years."""
    if low_at(tokens, last) == "of" and low_at(tokens, last + 1) == "age":
        return True
    before = low_at(tokens, first - 1)
    if before in ("aged", "age") or (before == "of" and low_at(tokens, first - 2) == "age"):
        return True
    if (
        before in ("and", "or")
        and low_at(tokens, first - 2).isdecimal()
        and low_at(tokens, first - 3) in ("aged", "ages")
    ):
        return True
    if unit or last != first + 1 or not 0 < _small_value(tokens[first]) < 120:
        return False
    if before in ("under", "over", "above", "below") and low_at(tokens, first - 2) in words("age_verbs"):
        return not _counts(tokens, last) and not _goes_on(tokens, last)
    if before in ("under", "over", "above", "below") and low_at(tokens, first - 2) in words("aged_people"):
        return not _counts(tokens, last)
    if not tokens[first].is_digits:
        return False
    near = {low_at(tokens, n) for n in range(first - 4, first - 1)}  # "died last year at 61"
    if before == "at" and near & {"die", "dies", "died", "dead", "aged"}:
        return not _counts(tokens, last)
    if before in ("is", "was", "turned", "turns") and low_at(tokens, first - 2) in words("aged_one"):
        return low_at(tokens, last) in ("", ".", ",", "and", "when", "but", "now")
    at = first - 3 if low_at(tokens, first - 2) == "." else first - 2  # "Ann Lee Jr., 45,", "the singer, 33,"
    name = at >= 0 and tokens[at].is_word and (tokens[at].text[0].isupper() or low_at(tokens, last) == ",")
    return (
        before == "," and name and low_at(tokens, last) in (",", ".") and not low_at(tokens, last + 1)[:1].isdecimal()
    )


def _small_value(word: Token) -> float:
    """The number a digit or a small number word stands for, 0 for others."""
    return value_of(word.text) if word.is_digits else float(words("small").get(word.low, 0))


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the phrase goes on with a word of its own, so that the number counts it."""
    return i < len(tokens) and tokens[i].is_word and tokens[i].low not in words("plain_after")


def _is_time_span(tokens: Sequence[Token], first: int, last: int) -> bool:
    """'two years ago', 'the last six years', 'a year later', 'the 10-year note': they say when, not how much."""
    if low_at(tokens, last) in words("bonds") and low_at(tokens, first + 1) in _DASHES:
        return True
    after, before = low_at(tokens, last), low_at(tokens, first - 1)
    if before in ("about", "some", "nearly", "almost", "over", "around"):
        before = low_at(tokens, first - 2)
    if after in ("ago", "later", "earlier"):
        return True
    if before == "last" and low_at(tokens, first - 2) in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "must",
        "can",
    ):
        return False  # "the truce is to last 72 hours"
    if before == "in" and any(_is_superlative(low_at(tokens, first - back)) for back in (2, 3, 4)):
        return True  # "the highest level in six years"
    return before in ("last", "past", "next", "previous", "coming", "recent") or (
        before in ("first", "final") and low_at(tokens, first - 2) in ("the", "its", "their")
    )


def _is_superlative(word: str) -> bool:
    return (word.endswith("est") and len(word) > 5) or word in ("best", "worst", "most", "least", "first")
