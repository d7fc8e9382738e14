"""Numbers in a sentence, in digits or words, with the room they leave: 40, forty, at least 40, 2 million, third."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category

from dossier.data import load
from dossier.language.lexical import is_verb
from dossier.language.words import Word, lows_of, once

_WHOLE = 20  # "in ten", "out of twelve": a larger whole is a count of its own
_TOLERANCE = 0.1  # "about 100" and 108 do not contradict
_ROUNDED = 0.03  # as near as this one of two numbers may be the other rounded
_LARGE = 100
_MILLION = 1_000_000
_ONE = frozenset({"a", "an"})
_SEVERAL = frozenset({"several", "few"})  # "several dozen" is no dozen
_CLOCK = 3  # characters from one number to the next in "12:30"
_MORE = 1.16  # so many times a number another may be where "more than" is told


@dataclass(frozen=True, slots=True, eq=False)  # one place in one text
class Numeral:
    """A number at words[start:end]; low or high is None where it is open; an ordinal names a place in a row."""

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str  # cardinal | share (in percent) | ordinal | year | day (of a month) | label (a name: "Article 5")
    about: bool = False

    @property
    def value(self) -> float:
        """Its lower end, else its upper one."""
        return self.low if self.low is not None else self.high or 0.0

    def clashes(self, other: Numeral) -> bool:
        """True when no value fits both, rounding and "about" allowed for."""
        slack = _TOLERANCE if self.about or other.about else 0.0
        return _below(self.high, other.low, slack) or _below(other.high, self.low, slack)

    def is_one_with(self, other: Numeral) -> bool:
        """Whether one may be the other told roughly: 12,000 and 11,900, "a fifth" and 18 percent; not 57 and 58."""
        apart, larger = abs(self.value - other.value), max(self.value, other.value)
        if self.kind == "share" and (self.about or other.about):
            return apart <= _TOLERANCE * larger
        roughly = self.about or other.about or self.leaves_room_for(other) or other.leaves_room_for(self)
        rounded = apart <= max(map(_last_place, (self.value, other.value))) / 2
        return apart == 0 or ((roughly or rounded) and apart <= _ROUNDED * larger)

    def leaves_room_for(self, other: Numeral) -> bool:
        """ "More than 200" and 231."""
        told = self.low is not None and self.high is None and other.low is not None and other.high is not None
        return told and self.value <= other.value <= _MORE * self.value

    def comes_to(self, other: Numeral) -> bool:
        """Whether one is the other, told roughly or left open upward."""
        near = abs(self.value - other.value) <= _TOLERANCE * max(self.value, other.value)
        if near and (self.about or other.about):
            return True
        return self.is_one_with(other) or self.leaves_room_for(other) or other.leaves_room_for(self)

    @property
    def tells_much(self) -> bool:
        """817, 12,500, 3 million: hardly two things come to it; 30 and 500 count many a thing."""
        return self.value >= _MILLION or (self.value >= _LARGE and self.value >= 10 * _last_place(self.value))

    @property
    def is_vague(self) -> bool:
        """ "Dozens", "hundreds"."""
        return self.low is not None and self.high is not None and self.low < self.high


def _last_place(value: float) -> float:
    """What the last digit that is told counts: 1,000 of 12,000, 0.1 of 35.4."""
    whole, _, parts = f"{value:.2f}".partition(".")
    told = parts.rstrip("0")
    return float(10 ** -len(told)) if told else float(10 ** (len(whole) - len(whole.rstrip("0"))))


def _below(high: float | None, low: float | None, slack: float) -> bool:
    return high is not None and low is not None and high < low - abs(low) * slack


@cache
def _tables() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    data = load("numerals.yaml")
    return data["cardinals"], load("figures.yaml")["scales"], data["ordinals"]


@cache
def _openings(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a list by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in load("numerals.yaml")[name]:
        phrase = tuple(str(entry).split())
        found.setdefault(phrase[-1], []).append(phrase)
    return found


@once
def numerals(words: Sequence[Word]) -> tuple[Numeral, ...]:
    """All numbers of a sentence, in order."""
    found: list[Numeral] = []
    lows = lows_of(words)
    i = 0
    while i < len(words):
        if not _may_start(lows[i]):
            i += 1
            continue
        value, end, kind = _read_share(words, i)
        if end == i:
            i += 1
            continue
        at = i - (is_money(words, i) or (i > 0 and lows[i - 1] in _ONE))  # "nearly $3 billion", "at least a dozen"
        before = tuple(lows[max(0, at - 4) : at])
        low = None if _opens(before, "at_most") else value
        high = None if _opens(before, "at_least") else value
        broken = kind == "share" and words[end - 1].text.lower() not in ("%", "percent", "cent")
        found.append(Numeral(i, end, low, high, kind, broken or _opens(before, "about")))
        i = end
    return tuple(found)


def is_money(words: Sequence[Word], at: int) -> bool:
    """Whether the sign of a currency stands before the number."""
    return at > 0 and category(words[at - 1].text[-1]) == "Sc"


@lru_cache(maxsize=50_000)
def _may_start(low: str) -> bool:
    """Most words are no number: seen at once."""
    cardinals, scales, ordinals = _tables()
    if low[0].isdigit() or "-" in low or low in load("numerals.yaml")["fractions"] or low in ("a", "every"):
        return True
    return low in ordinals or low in cardinals or low in scales


def _opens(before: tuple[str, ...], name: str) -> bool:
    return any(before[-len(entry) :] == entry for entry in _openings(name).get(before[-1] if before else "", ()))


def _read_share(words: Sequence[Word], i: int) -> tuple[float, int, str]:
    """A number with its "percent"; fractions in percent too: "a fifth of", "two thirds", "half the", "one in ten"."""
    low = [w.text.lower() for w in words[i : i + 3]] + ["", "", ""]
    if low[0] == "every" and low[1] in _tables()[2]:
        return 100.0 / _tables()[2][low[1]], i + 2, "share"
    parts = load("numerals.yaml")["fractions"]
    count = _tables()[0].get(low[0], 1.0 if low[0] == "a" else 0.0)
    ends = low[2] in ("of", "") or not low[2].isalpha() or (low[0] == "a" and _is_led(words, i))
    if count and low[1] in parts and (ends or low[1].endswith("s")):
        return count * parts[low[1]], i + 2, "share"
    if low[0] == "half" and low[1] in ("of", "the"):
        return parts["half"], i + 1, "share"
    value, end, kind = _read(words, i) if low[0] not in ("a", "every") else (0.0, i, "")
    value, end = _and_a_half(words, value, end) if kind == "cardinal" else (value, end)
    after = [w.text.lower() for w in words[end : end + 2]] + ["", ""]
    if kind == "cardinal" and after[0] in ("%", "percent"):
        return value, end + 1, "share"
    if kind == "cardinal" and after[:2] == ["per", "cent"]:
        return value, end + 2, "share"
    if kind == "cardinal" and value:
        whole, last = _out_of(words, end)
        if whole > value:
            return 100.0 * value / whole, last, "share"
    return value, end, kind


def _is_led(words: Sequence[Word], i: int) -> bool:
    """Whether the words before tell that a part follows, no place in a row: "ALMOST a fifth", "less than a third"."""
    before = tuple(w.text.lower() for w in words[max(0, i - 4) : i])
    return any(_opens(before, name) for name in ("at_most", "at_least", "about", "parting"))


def _out_of(words: Sequence[Word], i: int) -> tuple[float, int]:
    """The whole of "nine OUT OF TEN", "four people IN TEN"; 0 when none follows within two words."""
    for at in range(i, min(i + 3, len(words) - 1)):
        low = words[at].text.lower()
        size = 2 if (low, words[at + 1].text.lower()) == ("out", "of") else int(low == "in")
        if size and at + size < len(words):
            whole, end, kind = _read(words, at + size)
            other = size == 1 and end < len(words) and _counts_others(words[end], at > i)
            if kind == "cardinal" and 1 < whole <= _WHOLE and whole == int(whole) and not other:
                return whole, end
            return 0.0, i
        if low in _tables()[0] or not low.isalpha():
            break
    return 0.0, i


def _counts_others(word: Word, counted: bool) -> bool:
    """ "Two people in ten DAYS", "in three TOWNS": the second number counts something of its own."""
    low = word.text.lower()
    plural = low.endswith("s") and word.lemma != low and not is_verb(word.lemma)
    return low in load("grammar.yaml")["spans_of_time"] or (counted and plural)


def is_counted_inside(number: Numeral, word: Word) -> bool:
    """Whether a word between a number and its whole tells what is counted: "one PUPIL in eight"."""
    cardinals, scales, _ = _tables()
    low = word.text.lower()
    small = (
        low in cardinals or low in scales or low in load("numerals.yaml")["fractions"] or low in ("percent", "cent")
    )
    return number.kind == "share" and low.isalpha() and not small and word.lemma not in ("out", "every", "half")


def _and_a_half(words: Sequence[Word], value: float, end: int) -> tuple[float, int]:
    """ "One AND A HALF million", "a million AND A HALF"."""
    if [w.text.lower() for w in words[end : end + 3]] != ["and", "a", "half"]:
        return value, end
    scales = _tables()[1]
    behind, before = (scales.get(w.text.lower()) for w in (words[min(end + 3, len(words) - 1)], words[end - 1]))
    return ((value + 0.5) * behind, end + 4) if behind else (value + 0.5 * (before or 1.0), end + 3)


def _read(words: Sequence[Word], i: int) -> tuple[float, int, str]:
    """The number at i, where it ends (i when there is none), and its kind."""
    cardinals, scales, ordinals = _tables()
    low = words[i].text.lower()
    if low in ordinals and low != "second":
        return ordinals[low], i + 1, "ordinal"
    if low == "second" and (i == 0 or not words[i - 1].text[0].isdigit()):
        return 2, i + 1, "ordinal"
    following = [w.text.lower() for w in words[i + 1 : i + 3]]
    if low == "half" and following[:1] and following[0] in _ONE and following[-1] in scales:
        whole, end, kind = _read(words, i + 2)
        return whole / 2, end, kind
    if low[0].isdigit():
        if i + 1 < len(words) and words[i + 1].text.lower() in ("st", "nd", "rd", "th"):
            return float(low.replace(",", "") or 0) if low.isdigit() else 0.0, i + 2, "ordinal"
        return _digits(words, i)
    before = words[i - 1].text.lower() if i else ""
    if low in scales and before in _SEVERAL:
        return 0.0, i, ""
    if low not in cardinals and not (low in scales and before in ("a", "one")):
        parts = low.split("-")
        if len(parts) == 2 and all(p in cardinals for p in parts):
            return cardinals[parts[0]] + cardinals[parts[1]], i + 1, "cardinal"
        return 0.0, i, ""
    total, end = float(cardinals.get(low) or scales.get(low) or 0), i + 1
    while end < len(words) and words[end].text.lower() in scales:
        total, end = total * scales[words[end].text.lower()], end + 1
    return total, end, "cardinal"


def _digits(words: Sequence[Word], i: int) -> tuple[float, int, str]:
    _, scales, _ = _tables()
    text = words[i].text
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return 0.0, i, ""
    if len(text) == 4 and text.isdigit() and 1500 <= value <= 2100:
        return value, i + 1, "year"
    before = i - 2 if i > 1 and words[i - 1].text == "." else i - 1  # "Sept. 27"
    if text.isdigit() and value <= 31 and any(_is_month(words, k) for k in (before, i + 1)):
        return value, i + 1, "day"
    end = i + 1
    while end < len(words) and words[end].text.lower() in scales:
        value, end = value * scales[words[end].text.lower()], end + 1
    return value, end, "label" if end == i + 1 and _is_label(words, i) else "cardinal"


def _is_label(words: Sequence[Word], i: int) -> bool:
    """ "Article 5", "No. 5", "L.I. 2462", "F-16", "PS752", "12:30": the number is a name or a time."""
    if _is_joined(words, i):
        return True
    at = i - 2 if i > 1 and words[i - 1].text == "." else i - 1
    if at < 0 or not words[i].text.isdigit():
        return False
    if i > 1 and words[i - 1].text in "-‑" and words[i - 2].text.isalpha() and words[i].start == words[i - 2].end + 1:
        return True
    low, data = words[at].text.lower(), load("numerals.yaml")
    title = at == i - 1 and low.endswith(".") and low.count(".") > 1 and low not in data["no_titles"]
    entitled = words[at].text[0].isupper() and low in data["entitled_by_number"]
    return title or entitled or low in data["named_by_number"]


def _is_joined(words: Sequence[Word], i: int) -> bool:
    """Written in one with letters before, no money ("Rs500"), a name behind or with a colon and another number."""
    before, behind = words[max(0, i - 2) : i], words[i + 1 : i + 3]
    if len(behind) == 2 and behind[0].text in "-‑" and behind[1].text.istitle() and behind[1].text.isalpha():
        return behind[1].start == words[i].end + 1  # "the 5-Star Movement"
    if before and before[-1].end == words[i].start and before[-1].text.isalpha():
        return before[-1].text.lower() not in load("numerals.yaml")["money"]
    sides = [side for side in (before[::-1], behind) if len(side) == 2 and side[0].text == ":"]
    return any(side[1].text.isdigit() and abs(side[1].start - words[i].start) <= _CLOCK for side in sides)


def _is_month(words: Sequence[Word], i: int) -> bool:
    names = (*load("numerals.yaml")["months"], *load("numerals.yaml")["months_short"])
    return 0 <= i < len(words) and words[i].text[0].isupper() and words[i].text.lower() in names
