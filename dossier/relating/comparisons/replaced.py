"""One sentence twice, but with another day, number, name, country or the contrary in one place of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from dossier.data import load
from dossier.language.grammar import function_words
from dossier.language.lexical import has_entry
from dossier.language.words import Word
from dossier.relating.alignment import exclude
from dossier.relating.apart.countries import capital_of, country_of
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.comparisons.differing import LONGEST, Spoken, differences, spoken

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
    if _denials(a) != _denials(b):
        return None
    places = list(_places(a, b))
    changed = [{w.text.lower() for place in places for w in place[n].words} for n in (0, 1)]
    if not (changed[0] & changed[1]).issubset(function_words()):
        return None
    return next(((here.text, there.text) for here, there in places if _exclude(here, there)), None)


@by_frame
def _denials(frame: Frame) -> int:
    """How often it says "not" and the like; "few of them" says it too."""
    return sum(cue.is_plain for cue in frame.negations) + (frame.scope in ("none", "few"))


def _places(a: Frame, b: Frame) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Where something else stands between words of both."""
    ours, theirs = spoken(a.words), spoken(b.words)
    for start, end, other_start, other_end in differences(ours, theirs):
        if start < end and other_start < other_end and max(end - start, other_end - other_start) <= LONGEST:
            yield _stretch(a, ours, start, end), _stretch(b, theirs, other_start, other_end)


def _stretch(frame: Frame, told: Spoken, start: int, end: int) -> _Stretch:
    return _Stretch(frame, range(told.numbers[start], told.numbers[end - 1] + 1))


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
