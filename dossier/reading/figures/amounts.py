"""Numbers with the currency or unit written on them, and ranges of them: $5.4bn, 40 %, 5-7 km, the 200m."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.reading.figures.changes import change_of
from dossier.reading.figures.numbers import Number, number_at
from dossier.reading.figures.qualifiers import phrase_here
from dossier.reading.figures.tokens import DASHES, Token, low_at, touches, unit_lengths, words

_FAR = 5  # times: what is so much more is no other end of a range: "fell half a cent to 78 cents"


class Amount(NamedTuple):
    """tokens[first:last] with the unit written on it, if any: $5.4bn, 40 %, 12 km."""

    first: int
    last: int
    number: Number
    unit: str = ""


def amount_at(tokens: Sequence[Token], i: int) -> Amount | None:
    """A number with the currency before it and the currency or unit after it."""
    in_digits = i < len(tokens) and tokens[i].is_digits  # nothing before them belongs to the amount
    if not in_digits and (extended := _unit_and_a_half(tokens, i)):
        return extended
    unit, at = ("", i) if in_digits else _currency(tokens, i)
    number = number_at(tokens, at)
    if number is None:
        return None
    if number.bare and number.first == i + 1 and tokens[i].text in words("letters"):
        return None  # N95, K2
    if unit:
        if number.bare and low_at(tokens, number.last) == "m" and number.low:
            number = number._replace(last=number.last + 1, low=number.low * 1e6, high=number.low * 1e6)  # "£12 m"
        last = number.last + (low_at(tokens, number.last) in words("money"))
        return Amount(i, last, number._replace(bare=False), unit)
    after, last = _unit_after(tokens, number.last)
    return Amount(i, last, number._replace(bare=False) if after else number, after)


def _unit_and_a_half(tokens: Sequence[Token], i: int) -> Amount | None:
    """'a year and a half', 'an hour and a half', 'one mile and a half'."""
    if low_at(tokens, i) not in ("a", "an", "one") or low_at(tokens, i + 2) != "and":
        return None
    unit = words("units").get(low_at(tokens, i + 1))
    if not unit or low_at(tokens, i + 3) != "a" or low_at(tokens, i + 4) != "half":
        return None
    return Amount(i, i + 5, Number(i, i + 5, 1.5, 1.5), unit)


def _currency(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The currency a sign or code names before a number: $, US$, USD."""
    if i >= len(tokens):
        return "", i
    if tokens[i].text in words("currencies"):
        return words("currencies")[tokens[i].text], i + 1
    if tokens[i].text.isupper() and low_at(tokens, i + 1) == "$" and touches(tokens, i + 1):
        return words("currencies").get(tokens[i].text + "$", "dollar"), i + 2
    if tokens[i].text in words("letters") and touches(tokens, i + 1) and tokens[i + 1].is_digits:
        return words("letters")[tokens[i].text], i + 1
    at = i + 2 if low_at(tokens, i + 1) == "." else i + 1
    if tokens[i].text in words("codes") and low_at(tokens, at)[:1].isdecimal():
        return words("codes")[tokens[i].text], at
    return "", i


def _unit_after(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The unit or currency written right after a number, and where it ends."""
    at = i + (low_at(tokens, i) in DASHES and (touches(tokens, i) or low_at(tokens, i + 1) in words("durations")))
    word = low_at(tokens, at)
    is_unit = word in unit_lengths() or word in words("money")  # "light" begins one
    if at > i and not is_unit and word not in words("compounds"):
        return ("time", at + 1) if word == "fold" else ("", i)
    if at > i and not is_unit:
        return word, at + 1
    joined = "".join([t.text for t in tokens[at : at + 2]])
    if joined[:1] == "°" and joined in words("units"):
        return words("units")[joined], min(at + 2, len(tokens))
    if low_at(tokens, at + 1) == "/" and (slashed := joined + low_at(tokens, at + 2)) in words("units"):
        return words("units")[slashed], at + 3
    skip = 1 if low_at(tokens, at) in ("us", "u.s.") or _is_demonym(tokens, at) else 0
    if low_at(tokens, at + skip) in words("money") and (skip == 0 or at == i):
        return words("money")[low_at(tokens, at + skip)], at + skip + 1
    if at < len(tokens) and tokens[at].text in words("codes"):
        return words("codes")[tokens[at].text], at + 1
    for length in unit_lengths().get(low_at(tokens, at), ()):
        here = _joined(tokens, at, length)
        for spelled in (" ".join([t.text for t in here]), " ".join([t.low for t in here])):
            if len(here) == length and spelled in words("units") and not _is_no_unit(tokens, at, spelled):
                return words("units")[spelled], tokens.index(here[-1], at) + 1
    return "", i


def _joined(tokens: Sequence[Token], at: int, length: int) -> Sequence[Token]:
    """So many words from `at` on, hyphens between two of them left out: "square-metre", "light-year"."""
    here = tokens[at : at + length]
    if length == 1 or low_at(tokens, at + 1) not in DASHES or not touches(tokens, at + 1):
        return here
    return [t for t in tokens[at : at + 2 * length - 1] if t.low not in DASHES][:length]


def _is_no_unit(tokens: Sequence[Token], at: int, spelled: str) -> bool:
    """ "One MP" sits in parliament, "two C-130 planes" are not warm."""
    if spelled == "MP":
        return not touches(tokens, at)
    return spelled in ("C", "F") and (low_at(tokens, at + 1) in DASHES or not tokens[at - 1].is_digits)


def _is_demonym(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].text[0].isupper() and low_at(tokens, i + 1) in words("money")


def with_range(tokens: Sequence[Token], amount: Amount) -> Amount:
    """'5-7 %', 'between $5 and $7 billion', '5 to 7': both ends, the unit and scale of the second shared."""
    first = amount.first
    while low_at(tokens, first - 1) in words("approx") and low_at(tokens, first - 2) == "by":
        first -= 1  # "by ABOUT 640 barrels"
    at, before = amount.last, low_at(tokens, first - 1)
    if low_at(tokens, at) in DASHES and touches(tokens, at) and low_at(tokens, at + 1) == "to":
        at += 1  # "10- to 12-fold"
    joint = low_at(tokens, at)
    between = before == "between" and joint == "and"
    is_dash = joint in DASHES
    small_or = joint == "or" and not amount.unit and amount.number.low is not None and amount.number.low < 10
    if not (between or is_dash or joint == "to" or small_or) or amount.number.low != amount.number.high:
        return amount
    second = amount_at(tokens, at + 1)
    if second is None or second.number.low is None or second.number.low != second.number.high:
        return amount
    low, high = amount.number.low, second.number.high
    if low is None or high is None:
        return amount
    if amount.unit and second.unit and amount.unit != second.unit:
        return amount
    if (amount.unit == "percentage" or before == "by") and amount.unit and not second.unit:
        return amount  # "weakened 2.4% to 12.15", "leads by 3 points to 45": the step and the new level
    if amount.number.scale == 1 and second.number.scale > 1 and low < high / second.number.scale:
        low *= second.number.scale
    goes = low_at(tokens, amount.first - 2) in words("going")
    moved = before == "from" and (goes or change_of(tokens, at + 1, second.last, second.unit))
    # "slipped $1.20 to $83.45" gives the step and the new level, each with its sign.
    signed = amount.unit and amount.first < amount.number.first
    step = (
        joint == "to"
        and before != "from"
        and (
            signed
            or amount.number.fraction
            or (amount.unit and high > _FAR * low)
            or (before == "by" and (amount.unit or not second.unit))
        )
    )
    if low >= high or moved or (step and change_of(tokens, first, amount.last, amount.unit)):
        return amount
    first = amount.first - 1 if between or before == "from" else amount.first
    both = second.number._replace(first=first, low=low, high=high, bare=False)
    return Amount(first, second.last, both, second.unit or amount.unit)


def with_shared(tokens: Sequence[Token], amount: Amount) -> Amount:
    """'grew from 5 to 7 million': the first number has the scale and unit of the second."""
    number = amount.number
    if low_at(tokens, amount.first - 1) != "from" or low_at(tokens, amount.last) != "to" or number.low is None:
        return amount
    second = amount_at(tokens, amount.last + 1)
    if second is None or (amount.unit and amount.unit != second.unit):
        return amount
    if number.scale == 1 and second.number.scale > 1 and number.low < 1000:
        value = number.low * second.number.scale
        number = number._replace(low=value, high=value)
    return amount._replace(number=number, unit=second.unit)


def in_metres(tokens: Sequence[Token], amount: Amount) -> Amount:
    """'the 200m', '30m high', '30m down the slope': metres, where '30m' alone is millions."""
    number, at = amount.number, amount.last
    if not amount.unit and at < len(tokens) and tokens[at].text == "m" and phrase_here(tokens, at + 1, "extents"):
        return amount._replace(number=number._replace(bare=False), unit="metre", last=at + 1)  # "12 m high"
    if amount.unit or number.low is None or low_at(tokens, amount.last - 1) != "m":
        return amount
    if not phrase_here(tokens, amount.last, "extents"):
        led = low_at(tokens, amount.first - 1) in ("the", "men", "women")
        if not led or "." in tokens[amount.first].text:
            return amount  # "a quarter of the 1.2m refugees"
    value = number.low / 1e6
    return amount._replace(number=number._replace(low=value, high=value), unit="metre")
