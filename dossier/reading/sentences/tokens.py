"""A sentence as words and marks, before anything is asked of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from dossier.language.listed import listed_words
from dossier.language.words import straight

class_of = partial(listed_words, "clauses.yaml")

_TOKEN = re.compile(r"[^\W_]+(?:[.,’'\-‑][^\W_]+)*%?|[^\w\s]")
_OPENING, _CLOSING = "([{“«", ")]}”»"
_ENCLOSING = frozenset((*_OPENING, *_CLOSING, '"'))


class Token(NamedTuple):
    """One word or mark of a sentence."""

    low: str
    text: str
    start: int
    end: int
    deep: bool  # inside brackets or quotation marks


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a number in lower case; "" outside the sentence."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of text[start:end], those inside brackets or quotation marks known as deep."""
    tokens, depth, quoted, at = [], 0, False, start
    make = tuple.__new__  # what Token(...) comes to; called for every word that is read
    for chunk in text[start:end].split(" "):
        for low, word, first, last, is_plain in _between_spaces(chunk):
            if is_plain:
                tokens.append(make(Token, (low, word, at + first, at + last, depth > 0 or quoted)))
                continue
            depth += word in _OPENING
            quoted ^= word == '"'
            tokens.append(make(Token, (word, word, at + first, at + last, depth > 0 or quoted)))
            depth = max(0, depth - (word in _CLOSING))
        at += len(chunk) + 1
    return tokens


@lru_cache(maxsize=50_000)
def _between_spaces(chunk: str) -> list[tuple[str, str, int, int, bool]]:
    """The words and marks of a text without a space, each with its place and whether it encloses nothing."""
    return [
        (
            straight(word)
            if (len(word := match[0]) > 1 or word.isalnum()) and word not in class_of("bodies")
            else word,
            word,
            *match.span(),
            word not in _ENCLOSING,
        )
        for match in _TOKEN.finditer(chunk)
    ]
