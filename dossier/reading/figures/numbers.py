"""Numbers as English writes them: 5.4 million, two dozen, three quarters, one in five, hundreds of thousands.

Works on tokens and knows nothing of what is counted; that is for dossier/reading/figures/finding.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.reading.figures.tokens import Token, low_at, touches, value_of, words

_BEYOND = 1e18  # what is longer is a code, not a count
_OPENING = 25  # words between the "Of" that opens a sentence and the part it tells of
_HYPHENS = ("-", "‑", "–")


class Number(NamedTuple):
    """tokens[first:last] write the value; an open end is None."""

    first: int
    last: int
    low: float | None
    high: float | None
    approx: bool = False
    bare: bool = False  # digits alone, no scale word: may be a year or a label
    fraction: bool = False
    scale: float = 1.0  # the scale word's worth, which "5-7 million" shares out


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """The number that starts at token i, the longest reading first."""
    for read in _OF_DIGITS if i < len(tokens) and tokens[i].is_digits else _READINGS:
        found = read(tokens, i)
        if found:
            return found if (found.low or 0.0) < _BEYOND else None
    return None


def _minus(tokens: Sequence[Token], i: int) -> Number | None:
    """Minus 40 degrees, −2.5 %, "was -2.5 %"."""
    sign = low_at(tokens, i)
    hyphen = sign == "-" and touches(tokens, i + 1) and not touches(tokens, i) and low_at(tokens, i - 1).isalpha()
    if not (sign in ("minus", "−") or hyphen) or low_at(tokens, i - 1)[:1].isdecimal():
        return None
    found = _digits(tokens, i + 1) or _spelled(tokens, i + 1)
    if found is None or found.low is None:
        return None
    return found._replace(first=i, low=-found.low, high=-found.low, bare=False)


def _many(tokens: Sequence[Token], i: int) -> Number | None:
    """Hundreds of thousands, dozens, tens of millions: at least so many."""
    worth = words("many").get(low_at(tokens, i))
    if worth is None:
        return None
    last, value = i + 1, float(worth)
    while low_at(tokens, last) == "of" and low_at(tokens, last + 1) in words("many") and value < _BEYOND:
        value *= words("many")[low_at(tokens, last + 1)]
        last += 2
    return Number(i, last, value, None, approx=True)


def _few(tokens: Sequence[Token], i: int) -> Number | None:
    """Several hundred, a few thousand, a couple of dozen."""
    at = i + 1 if low_at(tokens, i) == "a" else i
    least = words("few").get(low_at(tokens, at))
    if least is None:
        return None
    at += 1 + (low_at(tokens, at) == "couple" and low_at(tokens, at + 1) == "of")
    value, last = _scaled(tokens, at, float(least))
    return Number(i, last, value, None, approx=True) if last > at else None


def _share(tokens: Sequence[Token], i: int) -> Number | None:
    """One in five, nine out of ten, two in every three."""
    top, at = _plain(tokens, i)
    if top is None:
        return None
    if low_at(tokens, at) == "out" and low_at(tokens, at + 1) == "of":
        at += 3 if low_at(tokens, at + 2) == "every" else 2
    elif low_at(tokens, at) == "in":
        at += 2 if low_at(tokens, at + 1) == "every" else 1
    elif top < 10 and (joint := _share_joint(tokens, at)):
        return _share_of(tokens, i, top, joint)
    else:
        return None
    bottom, last = _plain(tokens, at)
    one = at + (low_at(tokens, at) == "a")
    if low_at(tokens, one) in ("hundred", "thousand", "million"):
        bottom, last = _scaled(tokens, one, 1.0)  # "fewer than one in a hundred", "three out of every hundred"
    if bottom is None or not _is_share(top, bottom) or (tokens[at].is_digits and 10 < bottom <= 100 and top > 9):
        return None
    return Number(i, last, top / bottom, top / bottom, fraction=True)


def _share_joint(tokens: Sequence[Token], at: int) -> int:
    """Behind "in" or "out of" in 'one [working man] in four', 'four [children] out of five'; 0 without."""
    for joint in (at + 1, at + 2):
        if not all(t.is_word and t.low not in words("plain_after") for t in tokens[at:joint]):
            return 0
        if low_at(tokens, joint) == "in":
            return joint + 1
        if (low_at(tokens, joint), low_at(tokens, joint + 1)) == ("out", "of"):
            return joint + 2
    return 0


def _share_of(tokens: Sequence[Token], i: int, top: float, at: int) -> Number | None:
    """One family in six: nothing counted may follow, unlike "two raids in five days"."""
    at += low_at(tokens, at) == "every"
    bottom, last = _plain(tokens, at)
    ends = last >= len(tokens) or not tokens[last].is_word or low_at(tokens, last) in words("after_shares")
    if bottom is None or not ends or tokens[at].is_digits or not _is_share(top, bottom):
        return None
    return Number(i, last, top / bottom, top / bottom, fraction=True)


def _is_share(top: float, bottom: float) -> bool:
    """Nine in ten, one in 500; 'one in 2019' is a year."""
    return (
        0 < top < bottom <= 100
        or (top < 10 and bottom in (1e3, 1e6))
        or (top == 1 and 100 < bottom <= 1e6 and not 1500 <= bottom <= 2100)
    )


def _fraction(tokens: Sequence[Token], i: int) -> Number | None:
    """Half, a quarter, two-thirds, ½, three and a half million."""
    if low_at(tokens, i) in words("glyphs"):
        value, last = _scaled(tokens, i + 1, words("glyphs")[low_at(tokens, i)])
        return Number(i, last, value, value, fraction=True)
    top, at = (1.0, i + 1) if low_at(tokens, i) in ("a", "one") else _plain(tokens, i)
    if low_at(tokens, i) == "half":
        return _half(tokens, i)
    if top is None or top >= 10:
        return None
    at += low_at(tokens, at) in _HYPHENS
    part = words("parts").get(low_at(tokens, at))
    plural = low_at(tokens, at).endswith("s")
    if part is None or (top > 1) != plural or (part == 2 and top > 1):
        return _and_a_half(tokens, i, top, at)
    if low_at(tokens, i) == "a" and not (_is_cut_off(tokens, at + 1) or _is_led(tokens, i)):
        return _half(tokens, at) if part == 2 else None
    if low_at(tokens, at + 1) == "of" and low_at(tokens, at + 2) == "a":
        value, last = _scaled(tokens, at + 3, top / part)
        if last > at + 3:
            return Number(i, last, value, value)  # "three quarters of a million"
        if low_at(tokens, at + 3) in ("percentage", "percent", "second"):
            return Number(i, at + 3, value, value)  # "a quarter of a percentage point", "a tenth of a second"
    return Number(i, at + 1, top / part, top / part, fraction=True)


def _is_cut_off(tokens: Sequence[Token], i: int) -> bool:
    """Whether 'a third', 'a quarter' ends here: 'a third of', 'by a quarter.', not 'a third term'."""
    return i >= len(tokens) or low_at(tokens, i) in words("change")["after"] or low_at(tokens, i) in (
        "of", ".", ",", ";", ":", ")", "in", "from", "since", "to", "and", "on", "compared", "this", "last", "over",
        "are", "were", "have",
    )  # fmt: skip


def _is_led(tokens: Sequence[Token], i: int) -> bool:
    """ "ALMOST a fifth", "less THAN a third had arrived": an amount was begun, so it is no place in a row."""
    before = low_at(tokens, i - 1)
    than = before == "than" and low_at(tokens, i - 2) in ("more", "less", "fewer", "higher", "lower")
    moves = any(before in words("change")[way] for way in ("up", "down"))
    if moves and (i + 2 >= len(tokens) or not tokens[i + 2].is_word or low_at(tokens, i + 2) in words("plain_after")):
        return True  # "shares dropped a fifth within a month"
    whole = before in ("which", "whom") and low_at(tokens, i - 2) == "of"  # "of which a third was borrowed"
    opened = before == "," and low_at(tokens, i + 2) in words("part_verbs") | {"was", "has"}
    if opened and any(t.text == "Of" for t in tokens[max(0, i - _OPENING) : i]):
        return True  # "Of the 480,000 tonnes landed since May, a quarter came late"
    return than or whole or before in words("approx") or before in words("part_leads")


def _half(tokens: Sequence[Token], i: int) -> Number | None:
    """Half of, half the, half a million, by half; not 'first half', 'half-time'."""
    before, after = low_at(tokens, i - 1), low_at(tokens, i + 1)
    if before in words("not_half") or after in (*_HYPHENS, "past", "time", "hour"):
        return None
    if after in ("a", "an") and low_at(tokens, i + 2) in words("scales"):
        value, last = _scaled(tokens, i + 2, 0.5)
        return Number(i, last, value, value, fraction=False)
    unit = low_at(tokens, i + 2)
    if after in ("a", "an") and (unit in words("units") or unit in words("money") or unit == "percentage"):
        return Number(i, i + 2, 0.5, 0.5)  # half a year, half a kilometre
    if after in words("scales"):
        value, last = _scaled(tokens, i + 1, 0.5)
        return Number(i, last, value, value)
    is_share = (
        after in words("half_before_noun")
        or after in words("part_verbs")
        or before in (*words("part_leads"), "by", "in", "than", "nearly", "almost", "about", "over")
    )
    return Number(i, i + 1, 0.5, 0.5, fraction=True) if is_share else None


def _and_a_half(tokens: Sequence[Token], i: int, top: float, at: int) -> Number | None:
    """Two and a half million, three-and-a-half."""
    rest = [t.low for t in tokens[at - (low_at(tokens, at - 1) in _HYPHENS) : at + 8] if t.low not in _HYPHENS]
    skipped = sum(t.low in _HYPHENS for t in tokens[at : at + 5])
    if rest[:3] == ["and", "a", "half"]:
        value, last = _scaled(tokens, at + 3 + skipped, top + 0.5)
        return Number(i, last, value, value)
    return None


def _digits(tokens: Sequence[Token], i: int) -> Number | None:
    """5, 1,000, 5.4 million, 5.4bn, 2½; not a number glued to letters before it."""
    if i >= len(tokens) or not tokens[i].is_digits:
        return None
    value, last = value_of(tokens[i].text), i + 1
    if low_at(tokens, last) in words("glyphs"):
        value, last = value + words("glyphs")[low_at(tokens, last)], last + 1
    bare = last == i + 1 and "," not in tokens[i].text
    if low_at(tokens, last) in words("suffixes") and touches(tokens, last):
        worth = words("suffixes")[low_at(tokens, last)]
        return Number(i, last + 1, _times(value, worth), _times(value, worth), scale=worth)
    scaled, end = _scaled(tokens, last, value)
    return Number(i, end, scaled, scaled, bare=bare and end == last, scale=scaled / value if value else 1.0)


def _spelled(tokens: Sequence[Token], i: int) -> Number | None:
    """Seven, twenty-five, two hundred and forty, seven million."""
    value, last = _plain(tokens, i)
    if value is None or (i < len(tokens) and tokens[i].is_digits):
        return None
    scaled, end = _scaled(tokens, last, value)
    if end > last:
        scaled, end = _added(tokens, end, scaled)
    return Number(i, end, scaled, scaled, scale=scaled / value if value else 1.0)


def _article(tokens: Sequence[Token], i: int) -> Number | None:
    """A million, a dozen, a hundred and five, a million and a half."""
    if low_at(tokens, i) != "a" or low_at(tokens, i + 1) not in words("scales"):
        return None
    value, last = _scaled(tokens, i + 1, 1.0)
    if [low_at(tokens, n) for n in range(last, last + 3)] == ["and", "a", "half"]:
        return Number(i, last + 3, value * 1.5, value * 1.5)
    value, last = _added(tokens, last, value)
    return Number(i, last, value, value)


def _plain(tokens: Sequence[Token], i: int) -> tuple[float | None, int]:
    """A number up to 99 in words, or one in digits; (None, i) where none stands."""
    word = low_at(tokens, i)
    if word and word[0].isdecimal():
        return value_of(word), i + 1
    if word in words("small"):
        return float(words("small")[word]), i + 1
    if word in words("tens"):
        at = i + 1 + (low_at(tokens, i + 1) in _HYPHENS)
        one = words("small").get(low_at(tokens, at), 0)
        if 0 < one < 10:
            return float(words("tens")[word] + one), at + 1
        return float(words("tens")[word]), i + 1
    return None, i


def _scaled(tokens: Sequence[Token], i: int, value: float) -> tuple[float, int]:
    """The value times the scale words that follow: 'hundred thousand'."""
    while True:
        at = i + (low_at(tokens, i) in _HYPHENS)
        worth = words("scales").get(low_at(tokens, at))
        if worth is None or (at > i and not touches(tokens, at)):
            return value, i
        value, i = _times(value, worth), at + 1


def _added(tokens: Sequence[Token], i: int, value: float) -> tuple[float, int]:
    """'two hundred and forty', 'one hundred and two thousand five hundred': all below the last scale word.

    What is added must be smaller than that word, and a hundred with its rest may itself be scaled.
    """
    scale = tokens[i - 1].low
    at = i + (low_at(tokens, i) == "and")
    more, last = _plain(tokens, at)
    if scale not in ("hundred", "thousand", "million") or more is None or tokens[at].is_digits:
        return value, i
    if scale == "hundred" and more < 100:
        value, last = _scaled(tokens, last, value + more)
        return _added(tokens, last, value)
    more, last = _scaled(tokens, last, more)
    more, last = _added(tokens, last, more)
    return (value + more, last) if more < words("scales")[scale] else (value, i)


def _times(value: float, worth: float) -> float:
    """The product without the crumbs of binary fractions: 32.3 billion is 32300000000."""
    return float(f"{value * worth:.15g}")


_OF_DIGITS = (_share, _fraction, _digits)
_READINGS = (_minus, _many, _share, _fraction, _few, _spelled, _article)
