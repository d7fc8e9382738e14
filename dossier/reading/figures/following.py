"""What stands behind a number: something counted, a verb, a word of the phrase's own."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.figures.tokens import DASHES, Token, words


def counts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural noun in lower case follows, so that something is counted."""
    for word in tokens[i : i + 5]:
        if word.low in DASHES:
            continue
        if not word.is_word or word.low in words("plain_after"):
            return False
        if word.text[0].islower() and is_plural(word):
            return True
    return False


def is_plural(word: Token) -> bool:
    """Whether a word looks like a plural noun."""
    return word.low in words("irregular") or (word.low.endswith("s") and not word.low.endswith(("ss", "us", "is")))


def goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the phrase goes on with a word of its own, so that the number counts it."""
    return i < len(tokens) and tokens[i].is_word and tokens[i].low not in words("plain_after")
