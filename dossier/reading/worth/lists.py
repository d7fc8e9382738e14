"""The words of data/worth.yaml, ready to be counted in a sentence."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache, partial

from dossier.language.listed import listed_forms, listed_words
from dossier.language.words import words_of

phrases = partial(listed_words, "worth.yaml")
forms = partial(listed_forms, "worth.yaml")


@cache
def _table(name: str) -> dict[str, tuple[list[str], ...]]:
    """First word -> the phrases of a list it may open, longest first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases(name)):
        words = [w.text.lower() for w in words_of(phrase) if w.is_word]
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def count(lows: Sequence[str], name: str) -> int:
    """How many phrases of a list stand in the words, not overlapping."""
    table, found, past = _table(name), 0, 0
    for at in [at for at, low in enumerate(lows) if low in table]:
        for phrase in table[lows[at]] if at >= past else ():
            if lows[at : at + len(phrase)] == phrase:
                found, past = found + 1, at + len(phrase)
                break
    return found


def among(lows: Sequence[str], listed: Container[str]) -> int:
    """How many of the words are in the list."""
    return sum(map(listed.__contains__, lows))


def has(lows: Sequence[str], name: str) -> bool:
    """Whether a phrase of the list stands in the words."""
    return count(lows, name) > 0


def starts(lows: Sequence[str], name: str) -> bool:
    """Whether the words begin with a phrase of the list."""
    return any(lows[: len(phrase)] == phrase for phrase in _table(name).get(lows[0], ()))
