"""Where two sentences that are mostly one differ, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from dossier.language.words import Word, once

_ALIKE = 0.6  # share of the longer sentence that must stand in both in the same order
_SHARED = 0.8 * _ALIKE  # of its different words, which is seen at once
_LONGER = 1.7  # times as many words as the other a sentence may have
LONGEST = 4  # words in one place where they differ


class Spoken(NamedTuple):
    """The words of a sentence without marks, in lower case, each once, and their numbers among all its words."""

    words: list[Word]
    lows: list[str]
    each: frozenset[str]
    numbers: list[int]


class Place(NamedTuple):
    """Words start to end of one sentence, and what stands there in the other; one of them may be nothing."""

    start: int
    end: int
    other_start: int
    other_end: int


@once
def spoken(words: Sequence[Word]) -> Spoken:
    """What is compared of a sentence."""
    numbers = [i for i, w in enumerate(words) if w.is_word]
    told = [words[i] for i in numbers]
    lows = [w.text.lower() for w in told]
    return Spoken(told, lows, frozenset(lows), numbers)


def differences(a: Spoken, b: Spoken) -> list[Place]:
    """All places where two sentences differ; none where they are the same or too little alike."""
    longest, shortest = max(len(a.lows), len(b.lows)), min(len(a.lows), len(b.lows))
    if longest > _LONGER * shortest or len(a.each & b.each) < _SHARED * max(len(a.each), len(b.each)):
        return []
    if Levenshtein.distance(a.lows, b.lows) > (1 - _ALIKE) * longest:
        return []  # however they are laid side by side, more than so much is changed
    matched = SequenceMatcher(None, a.lows, b.lows, autojunk=False)
    return [Place(*places) for kind, *places in matched.get_opcodes() if kind != "equal"]


def is_much(places: Sequence[Place], a: Spoken, b: Spoken) -> bool:
    """Whether in these places together more is changed than two such sentences may differ in."""
    changed = sum(max(p.end - p.start, p.other_end - p.other_start) for p in places)
    return changed > (1 - _ALIKE) * max(len(a.lows), len(b.lows))
