"""The words of data/dates_traps.yaml, and what a check of a time expression is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dossier.data import load
from dossier.reading.dates.shapes import Found, Tokens

Check = Callable[[Tokens, int, int, Found], bool]


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Every list by its name."""
    return {name: frozenset(words) for name, words in load("dates_traps.yaml").items()}


def neighbours(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """The words right before and after the tokens."""
    return tokens.word(start - 1), tokens.word(end)
