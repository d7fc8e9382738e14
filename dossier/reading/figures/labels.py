"""Numbers that are no quantities: times and ages (whens.py, ages.py), scores, names, codes, list numbers."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.dictionary import is_known
from dossier.reading.figures.nouns import is_plural
from dossier.reading.figures.numbers import Number
from dossier.reading.figures.qualifiers import phrase_here
from dossier.reading.figures.tokens import DASHES, Token, low_at, touches, value_of, words
from dossier.reading.figures.whens import counts, goes_on, is_age, is_clock, is_date, is_military, is_time_span
from dossier.world import is_demonym

_CLOSE = (".", ")", "]")


def is_label(tokens: Sequence[Token], first: int, last: int, number: Number, unit: str) -> bool:
    """Whether tokens[first:last] only look like a quantity."""
    if low_at(tokens, last - 1) == "x" and touches(tokens, last) and tokens[last].is_digits:
        return True  # 4x4
    if unit and unit not in words("durations"):
        return _is_rate(tokens, first)
    if (
        low_at(tokens, first) == "one"
        and unit == "day"
        and low_at(tokens, first - 1) not in ("in", "for", "within", "just", "only")
    ):
        return True  # "one day it would end"
    if unit:
        if is_military(tokens, first, unit):
            return True
        return is_age(tokens, first, last, unit) or is_time_span(tokens, first, last) or _is_rate(tokens, first)
    tests = (
        _is_glued,
        _is_one,
        _is_rate,
        is_date,
        is_clock,
        _is_score,
        _is_spoken,
        _is_named,
        _is_told,
        _is_listed,
        _is_code,
        _is_idiom,
    )
    return any(test(tokens, first, last, number) for test in tests) or is_age(tokens, first, last, unit)


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
        is_many = counts(tokens, last) and low_at(tokens, last + 1) not in _BEHIND_VERBS
        return last == first + 1 and not is_many and low_at(tokens, last) not in DASHES
    if last != first + 1 or word not in ("one", "zero"):
        return False
    if low_at(tokens, first - 1) == "not":
        return True  # "not one vote was lost"
    if word == "zero":
        return low_at(tokens, last) != "percent" and not counts(tokens, last)
    ranges = low_at(tokens, last) == "to" and (
        low_at(tokens, last + 1) in words("small") or low_at(tokens, last + 1).isdigit()
    )
    if low_at(tokens, first - 2) in ("at", "more", "less", "fewer") and low_at(tokens, first - 1) in (
        "least",
        "most",
        "than",
    ):
        return not goes_on(tokens, last)  # "at least one dose"
    return not ranges and low_at(tokens, last) not in words("one_nouns")


_BEHIND_VERBS = ("up", "out", "a", "an", "no")  # "trade among the six makes up 12 percent"


def _is_rate(tokens: Sequence[Token], first: int, *_: object) -> bool:
    """'per 100,000 people', 'every two years'."""
    return low_at(tokens, first - 1) in ("per", "every")


def _is_score(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'won 3-1', 'a 5-4 decision', '6-4, 6-3', '9/11', and dashed codes such as telephone numbers."""
    if not tokens[first].text.isdecimal():
        return False
    at = first - 2 if low_at(tokens, first - 1) == "to" and low_at(tokens, first - 2).isdecimal() else first
    if low_at(tokens, at - 1) == "of" and low_at(tokens, at - 2) in ("ratio", "odds", "score"):
        return True  # "shared at a ratio of 38 to 62"
    if _is_vote(tokens, first, last):
        return True
    left = _is_against(tokens, first - 1) and touches(tokens, first)
    right = _is_against(tokens, last) and touches(tokens, last)
    if (_is_against(tokens, first - 1) and not left) or (_is_against(tokens, last) and not right):
        at = last if _is_against(tokens, last) else first - 1
        return value_of(tokens[at - 1].text) >= value_of(tokens[at + 1].text)  # "won 20 - 13"
    if not (left or right):
        return False
    begin, end = (first - 2 if left else first), (last + 2 if right else last)
    values = [float(t.text) for t in tokens[begin:end] if t.text.isdecimal()]
    if len(values) != 2 or values[0] >= values[1] or "0" in {t.text[0] for t in tokens[begin:end]}:
        return True
    near = {low_at(tokens, i) for i in (begin - 3, begin - 2, begin - 1, end, end + 1)}
    return bool(near & words("score_near"))


def _is_against(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash stands at i between two whole numbers."""
    return low_at(tokens, i) in DASHES and low_at(tokens, i - 1).isdecimal() and low_at(tokens, i + 1).isdecimal()


def _is_spoken(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'flight three seven zero': digits read out one by one."""
    if low_at(tokens, first) not in words("small"):
        return False
    before, after = (low_at(tokens, i) in words("small") for i in (first - 1, first + 1))
    if before and after:
        return True
    return (before and low_at(tokens, first - 2) in words("small")) or (
        after and low_at(tokens, first + 2) in words("small")
    )


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
    is_hyphen = before in DASHES and touches(tokens, first)
    at = (
        first - 2 if is_hyphen or (before == "." and low_at(tokens, first - 2) in ("no", "vol", "art")) else first - 1
    )
    if before == "." and at == first - 2:
        return True  # "the No. 2 vote-getter"
    if before == "number" and _are(tokens, first - 2):
        return False  # "the dead now number 150"
    if low_at(tokens, at) in words("labels") and (number.bare or is_hyphen or tokens[first].text[0].isupper()):
        return not counts(tokens, last) or low_at(tokens, at) not in words("counting_labels")
    if not tokens[first].is_digits:
        return tokens[first].text[0].isupper() and low_at(tokens, first - 1) in words("before_named")
    if is_hyphen:
        return low_at(tokens, at)[:1].isalpha() and (number.bare or tokens[at].text.isupper())
    if number.bare and before in ("the", "a", "an", "new", "its", "first", "of") and _is_model(tokens, last):
        return True
    if not number.bare or first == 0 or tokens[first - 1].text.islower() or not tokens[first - 1].is_word:
        return False
    name = tokens[first - 1].text
    if (not name.isupper() and any(c.isupper() for c in name[1:])) or _is_counted_name(tokens, first - 1):
        return True  # "iPhone 4 owners", "twelve Mirage 2000 jets"
    starts = (
        first == 1
        or low_at(tokens, first - 2) in (".", "!", "?", "\n", '"', "“")
        or "\n" in low_at(tokens, first - 2)
    )
    if low_at(tokens, last) in words("people_verbs"):
        return False  # "in West Java 72 died"
    return not (starts and is_known(before)) and not counts(tokens, last)


def _are(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at i is a subject of many: "they number 40"."""
    at = i - (low_at(tokens, i) in ("now", "already", "still"))
    return low_at(tokens, at) in ("they", "dead", "who") or (at < i and is_plural(tokens[at]))


def _is_counted_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number stands before the name at i, so that one after it is the name's own."""
    if tokens[i].low.endswith(("'s", "’s")):
        return False  # "20 of Kenya's 47 counties"
    while i >= 0 and tokens[i].low not in words("small") and (tokens[i].text[0].isupper() or tokens[i].low in DASHES):
        i -= 1
    word = low_at(tokens, i - 1 if low_at(tokens, i) in ("the", "new", "more", "of") else i)
    return word in words("small") or word.isdecimal()


def _is_told(tokens: Sequence[Token], first: int, last: int, number: Number) -> bool:
    """'its 737 jets', where 'the Boeing 737' stands in the same text."""
    if low_at(tokens, first - 1) in DASHES and touches(tokens, first) and low_at(tokens, first - 2).isdecimal():
        first -= 2  # the 800 of "737-800"
    name = tokens[first].text
    if not number.bare or len(name) < 3 or not name.isdecimal():
        return False
    others = (n for n, token in enumerate(tokens) if token.text == name and n != first)
    return any(_is_named(tokens, n, n + 1, number) for n in others)


def _is_model(tokens: Sequence[Token], i: int) -> bool:
    """'the 737 MAX': a name goes on after the number, and it counts nothing."""
    if i >= len(tokens) or not tokens[i].is_word or not tokens[i].text[0].isupper():
        return False
    return not counts(tokens, i) and not tokens[i].low.endswith("s") and not is_demonym(tokens[i].text)


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
    if low_at(tokens, last) not in DASHES or not touches(tokens, last) or not touches(tokens, last + 1):
        return False
    return (
        low_at(tokens, last + 1)[:1].isalpha()
        and not number.fraction
        and not phrase_here(tokens, last + 1, "and_more")
        and not phrase_here(tokens, last + 1, "or_so")
    )
