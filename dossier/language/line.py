"""A sentence made ready for looking things up: its words by form, its negations and directions, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from dossier.data import load
from dossier.language.direction import Direction, directions
from dossier.language.negation import Negation, clause_around, negations
from dossier.language.phrases import plain
from dossier.language.words import Word

_HYPHENS = "-‑"


class Line:
    """The words of one sentence, of which those from `start` to `end` are looked at.

    Negations and directions are read from the whole sentence, and only when somebody asks.
    """

    def __init__(self, words: Sequence[Word], start: int = 0, end: int | None = None) -> None:
        self.words = words
        self.end = len(words) if end is None else end
        self.keys = [_keys(word) if start <= i < self.end else frozenset[str]() for i, word in enumerate(words)]
        self.places: dict[str, list[int]] = {}
        for i in range(start, self.end):
            for key in self.keys[i]:
                self.places.setdefault(key, []).append(i)
        self.forms = frozenset(self.places)

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


def _keys(word: Word) -> frozenset[str]:
    return _keys_of(word.text, word.lemma) if word.is_word else frozenset()


@lru_cache(maxsize=50_000)
def _keys_of(text: str, lemma: str) -> frozenset[str]:
    """All forms under which a cue may name the word: as it stands, its lemma, the halves of a compound."""
    low = plain(text)
    keys = {low, lemma, "not"} if low.endswith("n't") or low == "cannot" else {low, lemma}
    for hyphen in _HYPHENS:
        if hyphen in low:
            keys |= {low.replace(hyphen, "-"), *(plain(half) for half in low.split(hyphen) if half)}
    return frozenset(spelled(key) for key in keys)


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """One spelling for British and American English; both sides of a comparison must go through it."""
    if len(word) < 5:
        return word
    for ending, other in _endings():
        if word.endswith(ending):
            return word[: -len(ending)] + other
    return word


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(load("cues.yaml")["spellings"].items(), key=lambda pair: (-len(pair[0]), pair[0])))
