"""Figures: quantities in a text with their value, their unit, what they count, and rise or fall.

Dates, years, times, ages, ordinals, scores, labels ('Boeing 737') are not figures. Numbers themselves are
read by dossier/reading/numbers.py, rise and fall by dossier/reading/changes.py; the vocabulary stands in
data/figures.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dossier.model import Figure
from dossier.reading.changes import change_of, what_changed
from dossier.reading.labels import is_label
from dossier.reading.nouns import counted, phrase_at, unit_of
from dossier.reading.numbers import Number, Token, low_at, number_at, tokens_of, touches, words

_DASHES = ("-", "–", "—", "‑")
_LONGEST_PHRASE = 4
_RESTATES = (", or ", " or ", " (", ", i.e. ")  # "fell 95 cents, or 1.1 percent": one fall, said twice


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """text[start:end] states the figure, its 'about' or 'more than' included."""

    start: int
    end: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class _Amount:
    """tokens[first:last] with the unit written on it, if any: $5.4bn, 40 %, 12 km."""

    first: int
    last: int
    number: Number
    unit: str = ""


def find_figures(text: str) -> list[FoundFigure]:
    """Every figure of the text, in order."""
    tokens = tokens_of(text)
    found: list[FoundFigure] = []
    i = 0
    while i < len(tokens):
        if not _may_start(tokens[i]):
            i += 1
            continue
        factor = _factor(tokens, i, text) or _fold(tokens, i, text)
        if factor:
            found.append(factor)
            i += 1
            continue
        amount = _amount(tokens, i)
        if amount is None or is_label(tokens, amount.first, amount.last, amount.number, amount.unit):
            i = amount.last if amount and amount.number.bare else i + 1
            continue
        amount = _shared(tokens, _range(tokens, amount))
        figure, first, last = _figure(tokens, amount, text)
        if found and not figure.change and text[found[-1].end : tokens[first].start] in _RESTATES:
            figure = replace(figure, change=found[-1].figure.change, of=figure.of or found[-1].figure.of)
        found.append(FoundFigure(tokens[first].start, tokens[last - 1].end, figure))
        i = last
    return found


@cache
def _starters() -> frozenset[str]:
    """Words a figure's number or factor may begin with; all other words are passed over at once."""
    tables = ("small", "tens", "many", "few", "glyphs", "currencies")
    found = {word for name in tables for word in words(name)}
    return frozenset({*found, *words("change")["factors"], "a", "half", "twice"})


def _may_start(token: Token) -> bool:
    if token.is_digits or token.low in _starters() or token.low.endswith("fold"):
        return True
    return token.text.isupper() or token.text in words("codes")  # A$5, Rs 5


def _figure(tokens: Sequence[Token], amount: _Amount, text: str) -> tuple[Figure, int, int]:
    """The figure of an amount, and the tokens it spans with its qualifiers."""
    number, last = amount.number, amount.last
    first, low, high, approx = _before(tokens, amount.first, number)
    for name in ("and_more", "and_less", "or_so"):
        length = _phrase_at(tokens, last, name)
        if length:
            last += length
            low, high = (None if name == "and_less" else low), (None if name == "and_more" else high)
            approx = approx or name == "or_so"
            break
    if low_at(tokens, last) == "+" and touches(tokens, last):
        high, last = None, last + 1
    unit, of, last = (amount.unit, "", last)
    if not unit or unit == "percentage" or number.fraction:
        unit, of, last = counted(tokens, last, first, unit, number.fraction, text)
    elif low_at(tokens, last) == "of":
        of = counted(tokens, last, first, unit, True, text)[1]
    change = change_of(tokens, first, last, "percentage" if number.fraction else unit)
    if change and not of:
        of = _changed_after(tokens, last, text) or what_changed(tokens, first, text)
    unit = unit or unit_of(of)
    raw = text[tokens[first].start : tokens[last - 1].end]
    return Figure(raw, low, high, unit, of, change, approx), first, last


def _changed_after(tokens: Sequence[Token], last: int, text: str) -> str:
    """'a 3 % increase in births': what stands after the noun of change."""
    for at in range(last, last + 3):
        if low_at(tokens, at) in words("change")["after"] and low_at(tokens, at + 1) in ("in", "of"):
            return phrase_at(tokens, at + 2, text)
    return ""


# ---------------------------------------------------------------- amounts and ranges


def _amount(tokens: Sequence[Token], i: int) -> _Amount | None:
    """A number with the currency before it and the currency or unit after it."""
    unit, at = _currency(tokens, i)
    number = number_at(tokens, at)
    if number is None:
        return None
    if unit:
        last = number.last + (low_at(tokens, number.last) in words("money"))
        return _Amount(i, last, replace(number, bare=False), unit)
    after, last = _unit_after(tokens, number.last)
    if after == "won" and number.bare:
        after, last = "", number.last  # "District 9 won"
    return _Amount(i, last, replace(number, bare=number.bare and not after), after)


def _currency(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The currency a sign or code names before a number: $, US$, USD."""
    if i >= len(tokens):
        return "", i
    if tokens[i].text in words("currencies"):
        return words("currencies")[tokens[i].text], i + 1
    if tokens[i].text.isupper() and low_at(tokens, i + 1) == "$" and touches(tokens, i + 1):
        return words("currencies").get(tokens[i].text + "$", "dollar"), i + 2
    at = i + 2 if low_at(tokens, i + 1) == "." else i + 1
    if tokens[i].text in words("codes") and low_at(tokens, at)[:1].isdecimal():
        return words("codes")[tokens[i].text], at
    return "", i


def _unit_after(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The unit or currency written right after a number, and where it ends."""
    at = i + (low_at(tokens, i) in _DASHES and touches(tokens, i))
    if at > i and low_at(tokens, at) not in words("compounds"):
        return ("time", at + 1) if low_at(tokens, at) == "fold" else ("", i)
    if at > i and low_at(tokens, at) not in words("units") and low_at(tokens, at) not in words("money"):
        return low_at(tokens, at), at + 1
    joined = "".join(t.text for t in tokens[at : at + 2])
    if joined[:1] == "°" and joined in words("units"):
        return words("units")[joined], at + 2
    skip = 1 if low_at(tokens, at) in ("us", "u.s.") or _is_demonym(tokens, at) else 0
    if low_at(tokens, at + skip) in words("money") and (skip == 0 or at == i):
        return words("money")[low_at(tokens, at + skip)], at + skip + 1
    if at < len(tokens) and tokens[at].text in words("codes"):
        return words("codes")[tokens[at].text], at + 1
    for length in (3, 2, 1) if at < len(tokens) and tokens[at].low in _edge_words("units", 0) else ():
        words_here = tokens[at : at + length]
        for spelled in (" ".join(t.text for t in words_here), " ".join(t.low for t in words_here)):
            if len(words_here) == length and spelled in words("units"):
                return words("units")[spelled], at + length
    return "", i


def _is_demonym(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].text[0].isupper() and low_at(tokens, i + 1) in words("money")


def _range(tokens: Sequence[Token], amount: _Amount) -> _Amount:
    """'5-7 %', 'between $5 and $7 billion', '5 to 7': both ends, the unit and scale of the second shared."""
    at, before = amount.last, low_at(tokens, amount.first - 1)
    joint = low_at(tokens, at)
    between = before == "between" and joint == "and"
    is_dash = joint in _DASHES
    small_or = joint == "or" and not amount.unit and amount.number.low is not None and amount.number.low < 10
    if not (between or is_dash or joint == "to" or small_or) or amount.number.low != amount.number.high:
        return amount
    second = _amount(tokens, at + 1)
    if second is None or second.number.low is None or second.number.low != second.number.high:
        return amount
    low, high = amount.number.low, second.number.high
    if low is None or high is None:
        return amount
    if amount.unit and second.unit and amount.unit != second.unit:
        return amount
    if amount.number.scale == 1 and second.number.scale > 1 and low < high / second.number.scale:
        low *= second.number.scale
    moved = before == "from" and change_of(tokens, at + 1, second.last, second.unit)
    # "slipped $1.20 to $83.45" gives the step and the new level, each with its sign.
    signed = amount.unit and amount.first < amount.number.first
    step = joint == "to" and before != "from" and (signed or before == "by")
    if low >= high or moved or (step and change_of(tokens, amount.first, amount.last, amount.unit)):
        return amount
    if small_or and high - low > 1:
        return amount
    first = amount.first - 1 if between or before == "from" else amount.first
    both = replace(second.number, first=first, low=low, high=high, bare=False)
    return _Amount(first, second.last, both, second.unit or amount.unit)


def _shared(tokens: Sequence[Token], amount: _Amount) -> _Amount:
    """'grew from 5 to 7 million': the first number has the scale and unit of the second."""
    number = amount.number
    if low_at(tokens, amount.first - 1) != "from" or low_at(tokens, amount.last) != "to" or number.low is None:
        return amount
    second = _amount(tokens, amount.last + 1)
    if second is None or (amount.unit and amount.unit != second.unit):
        return amount
    if number.scale == 1 and second.number.scale > 1 and number.low < 1000:
        value = number.low * second.number.scale
        number = replace(number, low=value, high=value)
    return replace(amount, number=number, unit=second.unit)


# ---------------------------------------------------------------- doubled, sevenfold


def _factor(tokens: Sequence[Token], i: int, text: str) -> FoundFigure | None:
    """'exports doubled', 'has more than tripled': a factor and its direction."""
    rule = words("change")["factors"].get(low_at(tokens, i))
    if rule is None or tokens[i].text[0].isupper() or low_at(tokens, i + 1) in _DASHES:
        return None
    is_plain = low_at(tokens, i) in ("double", "triple", "treble", "quadruple")
    if is_plain and low_at(tokens, i - 1) not in _MAY_DOUBLE and low_at(tokens, i + 1) not in ("the", "its", "their"):
        return None
    first, low, high, approx = _before(tokens, i, Number(i, i + 1, float(rule[0]), float(rule[0])))
    of = what_changed(tokens, first, text, is_verb=True)
    raw = text[tokens[first].start : tokens[i].end]
    figure = Figure(raw, low, high, "", of, rule[1], approx)
    return FoundFigure(tokens[first].start, tokens[i].end, figure)


_MAY_DOUBLE = (
    "to",
    "will",
    "would",
    "could",
    "may",
    "might",
    "can",
    "should",
    "than",
    "nearly",
    "almost",
    "not",
    "must",
)


def _fold(tokens: Sequence[Token], i: int, text: str) -> FoundFigure | None:
    """'sevenfold', 'twofold', 'tenfold'; and 'twice as many', 'twice the size'."""
    word = low_at(tokens, i)
    stem = word.removesuffix("fold")
    if stem != word and (stem in words("small") or stem in words("tens")):
        value = float(words("small").get(stem) or words("tens").get(stem, 0))
    elif word == "twice" and low_at(tokens, i + 1) in ("as", "the", "its", "their", "that"):
        value = 2.0
    else:
        return None
    first, low, high, approx = _before(tokens, i, Number(i, i + 1, value, value))
    change = change_of(tokens, first, i + 1, "time")
    of = what_changed(tokens, first, text) if change else ""
    figure = Figure(text[tokens[first].start : tokens[i].end], low, high, "time", of, change, approx)
    return FoundFigure(tokens[first].start, tokens[i].end, figure)


# ---------------------------------------------------------------- about, more than, up to


def _before(tokens: Sequence[Token], i: int, number: Number) -> tuple[int, float | None, float | None, bool]:
    """Where the figure starts with its qualifiers, its ends and whether it is rough."""
    low, high, approx = number.low, number.high, number.approx
    first = i
    for _ in range(2):
        for name in ("at_least", "at_most", "approx"):
            length = _phrase_before(tokens, first, name)
            if length:
                first -= length
                low, high = (None if name == "at_most" else low), (None if name == "at_least" else high)
                approx = approx or name == "approx"
                break
    if low is None and high is None:
        low, high = number.low, number.high
    return first, low, high, approx


def _phrase_before(tokens: Sequence[Token], i: int, name: str) -> int:
    """How many tokens before i make up a phrase of the table, 0 for none."""
    if low_at(tokens, i - 1) not in _edge_words(name, -1):
        return 0
    for length in range(min(_LONGEST_PHRASE, i), 0, -1):
        phrase = " ".join(t.low for t in tokens[i - length : i])
        if phrase in words(name) and not (phrase in "<>" and touches(tokens, i - 1)):
            return length
    return 0


def _phrase_at(tokens: Sequence[Token], i: int, name: str) -> int:
    if low_at(tokens, i) not in _edge_words(name, 0):
        return 0
    for length in (2, 1):
        if " ".join(t.low for t in tokens[i : i + length]) in words(name):
            return length
    return 0


@cache
def _edge_words(name: str, side: int) -> frozenset[str]:
    """The first (0) or last (-1) words of a table's phrases: where none of them stands, no phrase does."""
    return frozenset(phrase.lower().split(" ")[side] for phrase in words(name))
