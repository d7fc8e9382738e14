"""One sentence twice, but with another day, number, name, country or the contrary in one place of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from dossier.data import load
from dossier.language.grammar import function_words
from dossier.language.lexical import has_entry
from dossier.language.words import Word
from dossier.relating.alignment import exclude
from dossier.relating.apart.countries import capital_of, country_of
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral

_ALIKE = 0.6  # share of the longer sentence that stands in both in the same order
_LONGEST = 4  # words in a place where they differ
_SPELT = 50.0  # so alike are two spellings of one name: Qaddafi, Gaddafi; and Bombay, Mumbai
_SHORT = 3  # letters of what may be short for a name
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NAMED = re.compile(r"^(?:anti|pro)-|['’]s?$")  # what may stand around the name of a country


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What one sentence has in a place where the other has something else."""

    frame: Frame
    at: range  # the numbers of its words

    @property
    def text(self) -> str:
        return self.frame.stretch(self.at)

    @property
    def words(self) -> list[Word]:
        return [self.frame.words[i] for i in self.at if self.frame.words[i].is_word]

    @property
    def numbers(self) -> list[Numeral]:
        return [n for n in self.frame.numerals if n.start < self.at.stop and self.at.start < n.end]


def replaced(a: Frame, b: Frame) -> tuple[str, str] | None:
    """The words of each in a place where two nearly equal sentences say what excludes each other, or None.

    Whatever else they share, the two do not say the same: "closed in MAY", "closed in JUNE"; "the FIRST", "the LAST".
    Where one of them denies or words change places, the contrary may say the same: that is left to others.
    """
    ours, theirs = _spoken(a), _spoken(b)
    if not ours or not theirs or _denials(a) != _denials(b) or not _nearly_one(_low(ours), _low(theirs)):
        return None
    places = list(_places(a, b))
    changed = [{w.text.lower() for place in places for w in place[n].words} for n in (0, 1)]
    if not (changed[0] & changed[1]).issubset(function_words()):
        return None
    return next(((here.text, there.text) for here, there in places if _exclude(here, there)), None)


@by_frame
def _spoken(frame: Frame) -> list[tuple[int, str]]:
    """The words without marks, in lower case, each with its number."""
    return [(i, w.text.lower()) for i, w in enumerate(frame.words) if w.is_word]


@by_frame
def _denials(frame: Frame) -> int:
    """How often it says "not" and the like; "few of them" says it too."""
    return sum(cue.is_plain for cue in frame.negations) + (frame.scope in ("none", "few"))


def _low(spoken: Sequence[tuple[int, str]]) -> list[str]:
    return [low for _, low in spoken]


def _nearly_one(a: Sequence[str], b: Sequence[str]) -> bool:
    longest = max(len(a), len(b))
    return len(set(a) & set(b)) >= _ALIKE / 2 * longest and Levenshtein.distance(a, b) <= (1 - _ALIKE) * longest


def _places(a: Frame, b: Frame) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Where something else stands between words of both."""
    ours, theirs = _spoken(a), _spoken(b)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, _low(ours), _low(theirs), autojunk=False).get_opcodes():
        if kind == "replace" and max(i2 - i1, j2 - j1) <= _LONGEST:
            here, there = range(ours[i1][0], ours[i2 - 1][0] + 1), range(theirs[j1][0], theirs[j2 - 1][0] + 1)
            yield _Stretch(a, here), _Stretch(b, there)


def _exclude(here: _Stretch, there: _Stretch) -> bool:
    """Whether the two are two years, countries, measures, numbers, or words that exclude each other."""
    for named in (_year, _country, _measure):
        names = named(here.words), named(there.words)
        if all(names):
            return names[0] != names[1]
    if _are_two_names(here.words, there.words):
        return True
    return _count_others(here, there) or any(exclude(x, y) for x, y in _pairs(here, there))


def _are_two_names(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """ "Arun JAITLEY", "Arun BRAMWELL": proper names, and not one in two spellings, nor a capital for its country."""
    names = [[w for w in words if w.text[:1].isupper() and not has_entry(w.lemma)] for words in (ours, theirs)]
    if [len(n) for n in names] != [len(ours), len(theirs)] or len(ours) != len(theirs):
        return False
    one, other = (" ".join(w.text for w in words) for words in names)
    seats = {capital_of(name.lower()) or country_of(name) or name for name in (one, other)}
    return len(seats) > 1 and max(len(one), len(other)) > _SHORT and ratio(one, other) < _SPELT


def _count_others(here: _Stretch, there: _Stretch) -> bool:
    """Whether the two are two numbers of the same: not told roughly, nor in another unit."""
    units = [[w.lemma for w in s.words if not _is_in(s.numbers, s.frame, w)] for s in (here, there)]
    return units[0] == units[1] and any(map(_differ, here.numbers, there.numbers))


def _is_in(numbers: Sequence[Numeral], frame: Frame, word: Word) -> bool:
    return any(word in frame.words[n.start : n.end] for n in numbers)


def _differ(x: Numeral, y: Numeral) -> bool:
    """Whether two numbers of one kind are not the same told roughly; "at least 40" is not "at least 90"."""
    if x.kind != y.kind:
        return False
    opened = [(n.low is None, n.high is None) for n in (x, y)]
    if {*opened} == {(True, False), (False, True)}:
        return True  # "more than 200", "fewer than 200"
    return (x.clashes(y) or opened[0] == opened[1] != (False, False)) and not x.comes_to(y)


def _pairs(here: _Stretch, there: _Stretch) -> Iterator[tuple[str, str]]:
    """The words that stand for one another where there are as many, and parts of words: LOW-paid, HIGH-paid."""
    if len(here.words) == len(there.words) and bool(here.numbers) == bool(there.numbers):
        for x, y in zip(here.words, there.words):
            yield from zip(x.text.lower().split("-"), y.text.lower().split("-"))
            yield from zip(x.lemma.split("-"), y.lemma.split("-"))


def _year(words: Sequence[Word]) -> str:
    return words[0].text if len(words) == 1 and _YEAR.fullmatch(words[0].text) else ""


def _country(words: Sequence[Word]) -> str:
    return country_of(_NAMED.sub("", " ".join(w.text for w in words)))


def _measure(words: Sequence[Word]) -> str:
    """What so much is told in: "hour", "million", "euro"; "" for other words."""
    known, lemma = load("figures.yaml"), words[-1].lemma
    if len(words) > 1:
        return ""
    return known["money"].get(lemma) or (lemma if lemma in known["durations"] or lemma in known["scales"] else "")
