"""Names of claims: the paragraph's number and the quote's first telling words, so that a folder reads in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from functools import cache
from itertools import count

from dossier.data import load
from dossier.reading.speech.reporting import small

_WORDS = 4
_LONGEST = 46
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?")
_TELL_NOTHING = ("articles", "pronouns", "auxiliaries", "prepositions", "clause_openers", "adverbs", "coordinators",
                 "subject_pronouns")  # fmt: skip
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


def stem(paragraph: int, quote: str, places: Sequence[tuple[int, int]], taken: Container[str]) -> str:
    """`p09-trade-turnover-growing-fast`; `places` are spans of the quote that name countries and tell least.

    The name depends on the quote alone, but for a number behind it where another claim has the name already.
    """
    words = _telling(quote, places) or _telling(quote, ()) or ["claim"]
    name = f"p{paragraph:02d}"
    for word in words[:_WORDS]:
        if len(name) + 1 + len(word) > _LONGEST:
            break
        name = f"{name}-{word}"
    if name == f"p{paragraph:02d}":
        name = f"{name}-{words[0][: _LONGEST - 4]}"
    return name if name not in taken else next(n for k in count(2) if (n := f"{name}-{k}") not in taken)


def _telling(quote: str, places: Sequence[tuple[int, int]]) -> list[str]:
    words, empty = [], _empty()
    for found in _WORD.finditer(quote):
        low, at = found[0].lower(), found.start()
        if len(low) < 2 or low in empty or any(start <= at < end for start, end in places):
            continue
        plain = low if low.isascii() else unicodedata.normalize("NFKD", low).encode("ascii", "ignore").decode()
        slug = plain if plain.isalnum() else _NOT_ASCII.sub("-", plain).strip("-")
        if slug:
            words.append(slug)
        if len(words) > _WORDS:
            break
    return words if len(words) > 1 or not places else []


@cache
def _empty() -> frozenset[str]:
    """Words that tell nothing of a claim."""
    more = {w for entry in load("connectives.yaml")["with_comma"] for w in entry.split()}
    return small(*_TELL_NOTHING) | more | {"such", "other", "more", "than", "there", "its", "own"}
