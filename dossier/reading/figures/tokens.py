"""Words, numbers and marks of a text as figures are read from them, and the tables of data/figures.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dossier.data import load

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.]*\d)|[1-9]\d{0,2}\.000(?= [a-z])"  # 1.250.000: as much of the world writes it
    r"|[1-9]\d?(?:,\d{2})+,\d{3}(?![,\d])"  # 6,20,000: as India groups them
    r"|\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?![\d.,]\d)|\d+(?:\.\d+)?"
    r"|[^\W\d_]+(?:[’'][^\W\d_]+)*|[^\w\s]|\n\s*\n"
)
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|[1-9]\d{0,2}\.000")
_MARKS, _COMMAS = re.compile(r"[,.\s]"), re.compile(r"[,\s]")  # inside a number, by how the world writes it
DASHES = ("-", "–", "—", "‑")


class Token(NamedTuple):
    """One word, number or mark of the text."""

    text: str
    low: str  # in lower case
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        """Whether it starts with a digit."""
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """False for numbers and marks."""
        return self.text[0].isalpha()


@cache
def words(name: str) -> Any:
    """A table of data/figures.yaml; lists become sets."""
    value = load("figures.yaml")[name]
    return frozenset(value) if isinstance(value, list) else value


@cache
def edge_words(name: str, side: int) -> frozenset[str]:
    """The first (0) or last (-1) words of a table's phrases: where none of them stands, no phrase does."""
    return frozenset(phrase.lower().split(" ")[side] for phrase in words(name))


@cache
def unit_lengths() -> dict[str, list[int]]:
    """How many words the units have that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for unit in words("units"):
        found.setdefault(unit.lower().split(" ")[0], set()).add(len(unit.split(" ")))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def tokens_of(text: str) -> list[Token]:
    """All words, numbers and marks; a blank line counts as a mark."""
    make = tuple.__new__  # what Token(...) comes to; called for every word that is read
    return [make(Token, (word := m[0], word.lower(), *m.span())) for m in _TOKEN.finditer(text)]


def touches(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i follows the one before it without a space."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def low_at(tokens: Sequence[Token], i: int) -> str:
    """The word at i in lower case, or "" outside."""
    try:
        return tokens[i].low if i >= 0 else ""
    except IndexError:
        return ""


@lru_cache(maxsize=50_000)  # each way to read a number asks for it
def value_of(digits: str) -> float:
    """1,000.5 -> 1000.5; 700.000 -> 700000"""
    return float((_MARKS if _POINTED.fullmatch(digits) else _COMMAS).sub("", digits))
