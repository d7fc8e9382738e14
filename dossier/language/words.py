"""Words of a text with their places and lemmas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, wraps
from typing import Any, NamedTuple, TypeVar

from dossier.data import load
from dossier.language.dictionary import base_of

# A word may hold inner apostrophes and hyphens (Norway's, re-election, O’Brien); "U.S.", "1,000.5" and a name that is
# an address (Booking.com) stay whole.
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*(?:\.(?i:com|org|net)\b)?|[^\w\s]", re.UNICODE
)
_HALFWAY = ("ing", "ed", "sses", "nses", "xes", "ches", "shes")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
T = TypeVar("T")


class Word(NamedTuple):
    """One word or mark: text[start:end], and its lemma in lower case without a possessive ending."""

    text: str
    lemma: str
    start: int
    end: int
    is_word: bool  # False for punctuation


class Words(tuple[Word, ...]):
    """The words of one text, and what `once` has worked out of them so far.

    Two of them are one only when they are the same object: nothing has to compare or hash them word by word.
    """

    known: dict[Callable[[Sequence[Word]], Any], Any]

    def __new__(cls, words: Iterable[Word]) -> Words:
        """The words with nothing known of them yet."""
        self = super().__new__(cls, words)
        self.known = {}
        return self

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def __reduce__(self) -> tuple[Any, ...]:
        """Sent elsewhere as bare words; what is known of them is worked out anew there."""
        return Words, (tuple(self),)


def once(work: Callable[[Sequence[Word]], T]) -> Callable[[Sequence[Word]], T]:
    """Has `work` done once for the words of a text, however many readers ask; the result is not to be changed.

    What was worked out goes when the words go. A part of them, or a list put together, is worked on each time.
    """

    @wraps(work)
    def kept(words: Sequence[Word]) -> T:
        if not isinstance(words, Words):
            return work(words)
        try:
            found: T = words.known[work]
        except KeyError:
            found = words.known[work] = work(words)
        return found

    return kept


@lru_cache(maxsize=50_000)
def straight(text: str) -> str:
    """In lower case with straight apostrophes."""
    return text.lower().replace("’", "'")


@once
def lows_of(words: Sequence[Word]) -> list[str]:
    """The words in lower case."""
    return [word.text.lower() for word in words]


@once
def without_marks(words: Sequence[Word]) -> Words:
    """The words alone."""
    return Words(word for word in words if word.is_word)


@once
def straight_words(words: Sequence[Word]) -> list[str]:
    """The words as `straight` gives each."""
    return [straight(word.text) for word in words]


@lru_cache(maxsize=100_000)
def lemma_of(word: str) -> str:
    """Dictionary form in lower case: countries -> country, went -> go, Norway’s -> norway."""
    plain = _POSSESSIVE.sub("", word).lower()
    return _mended(plain, base_of(plain).lower()) if plain.isalpha() else plain


def _mended(word: str, lemma: str) -> str:
    """simplemma sometimes stops halfway ("growing" -> "growe", "cancelled" -> "cancell"): a letter is left over."""
    if word in load("lemmas.yaml"):
        return str(load("lemmas.yaml")[word])
    if len(lemma) < 4 or lemma == word or lemma in _common():
        return lemma
    halfway = (lemma[-1] == "e" or lemma[-1] == lemma[-2]) and word.endswith(_HALFWAY)
    return lemma[:-1] if halfway and lemma[:-1] in _common() else lemma


@cache
def _common() -> frozenset[str]:
    """Words frequent enough to be known."""
    return frozenset(word for words in load("frequency.json")["bands"].values() for word in words.split())


def spoken(text: str) -> list[str]:
    """The words alone, without marks and lemmas."""
    return [word for word in _WORD.findall(text) if word[0].isalnum()]


@lru_cache(maxsize=50_000)
def _between_spaces(chunk: str) -> list[tuple[str, str, int, int, bool]]:
    """The fields of the words and marks of a text without a space: the same few thousand come again and again."""
    return [(word := match[0], lemma_of(word), *match.span(), word[0].isalnum()) for match in _WORD.finditer(chunk)]


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """All words and marks in order."""
    make = tuple.__new__  # what Word(...) comes to; called for every word that is read
    found, at = [], 0
    for chunk in text.split(" "):
        for word, lemma, first, last, is_word in _between_spaces(chunk):
            found.append(make(Word, (word, lemma, at + first, at + last, is_word)))
        at += len(chunk) + 1
    return Words(found)
