"""A sentence made ready for looking things up: its words by form, its negations and directions, worked out once."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from operator import attrgetter

from dossier.data import load
from dossier.language.direction import Direction, directions
from dossier.language.negation import Negation, clause_around, negations
from dossier.language.phrases import plain
from dossier.language.words import Word, once, words_of

_HYPHENS = "-‑"
_AGAINST = frozenset({"anti", "non"})  # "anti-dumping duties" are not "dumping"
_NONE = frozenset[str]()
_START, _END = attrgetter("start"), attrgetter("end")


class Line:
    """The words of one sentence, of which those from `start` to `end` are looked at.

    Negations and directions are read from the whole sentence, and only when somebody asks.
    """

    def __init__(self, words: Sequence[Word], start: int = 0, end: int | None = None) -> None:
        self.words = words
        self.start = start
        self.end = len(words) if end is None else end

    @property
    def is_whole(self) -> bool:
        """Whether no word of the sentence is left out, though marks at its end may be."""
        return self.start == 0 and not any(word.is_word for word in self.words[self.end :])

    @cached_property
    def keys(self) -> list[frozenset[str]]:
        """For each word the forms under which it is looked up; none for those that are not looked at."""
        keys, start, end = keys_of(self.words), self.start, self.end
        if (start, end) == (0, len(keys)):
            return keys
        return [*[_NONE] * start, *keys[start:end], *[_NONE] * (len(keys) - end)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the words that have each form."""
        places: dict[str, list[int]] = {}
        for i in range(self.start, self.end):
            for key in self.keys[i]:
                places.setdefault(key, []).append(i)
        return places

    @cached_property
    def forms(self) -> frozenset[str]:
        """All forms of the words that are looked at."""
        return frozenset(self.places)

    def where(self, forms: frozenset[str]) -> list[int]:
        """Numbers of the words that have one of these forms, in order."""
        return sorted({i for form in forms & self.forms for i in self.places[form]})

    def clause(self, i: int) -> tuple[int, int]:
        """The clause word number i stands in."""
        return clause_around(self.words, i)

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        """Negations of the sentence with their scope."""
        return negations(self.words)

    @cached_property
    def directions(self) -> tuple[Direction, ...]:
        """Words of direction in the sentence, negation worked in."""
        return directions(self.words)


@once
def whole_line(words: Sequence[Word]) -> Line:
    """All words of a sentence, for every reader the same."""
    return Line(words)


@lru_cache(maxsize=16)  # one claim after the other is looked at by several readers
def line_within(text: str, start: int, end: int) -> Line:
    """The words of a sentence, of which those that lie inside text[start:end] are looked at."""
    words = words_of(text)
    first = bisect_left(words, start, key=_START)
    last = max(first, bisect_right(words, end, key=_END))
    return Line(words, first, last)


@once
def keys_of(words: Sequence[Word]) -> list[frozenset[str]]:
    """For each word all forms under which a cue may name it; none for marks."""
    return [_keys_of(word.text, word.lemma) if word.is_word else _NONE for word in words]


@lru_cache(maxsize=50_000)
def _keys_of(text: str, lemma: str) -> frozenset[str]:
    """All forms under which a cue may name the word: as it stands, its lemma, the halves of a compound."""
    low = plain(text)
    keys = {low, lemma, "not"} if low.endswith("n't") or low == "cannot" else {low, lemma}
    for hyphen in _HYPHENS:
        if hyphen in low:
            halves = [half for half in low.split(hyphen) if half]
            told = halves[:1] if _AGAINST & {*halves[:1]} else halves
            keys |= {low.replace(hyphen, "-"), *(plain(half) for half in told)}
    if text == "us":
        keys.discard("us")  # the pronoun; a country is written US
    return frozenset(spelled(key) for key in keys)


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """One spelling for British and American English, and for names with marks on their letters and without ("Vučić").

    Both sides of a comparison must go through it.
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() or word
    if len(word) < 5:
        return word
    for ending, other in _endings():
        if word.endswith(ending):
            return word[: -len(ending)] + other
    return word


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(load("cues.yaml")["spellings"].items(), key=lambda pair: (-len(pair[0]), pair[0])))
