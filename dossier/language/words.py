"""Words of a text with their places and lemmas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dossier.data import load

# A word may hold inner apostrophes and hyphens (Russia's, re-election, O’Brien); "U.S." and "1,000.5" stay whole.
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*|[^\w\s]", re.UNICODE)
_HALFWAY = ("ing", "ed", "sses", "nses", "xes", "ches", "shes")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: text[start:end], and its lemma in lower case without a possessive ending."""

    text: str
    lemma: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """False for punctuation."""
        return self.text[0].isalnum()


@lru_cache(maxsize=100_000)
def lemma_of(word: str) -> str:
    """Dictionary form in lower case: countries -> country, went -> go, Russia’s -> russia."""
    plain = _POSSESSIVE.sub("", word).lower()
    return _mended(plain, _dictionary().lemmatize(plain, lang="en").lower()) if plain.isalpha() else plain


@cache
def _dictionary() -> Any:
    """The dictionary, loaded when the first word needs it: a run that finds all kept texts needs none."""
    import simplemma

    return simplemma


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


def is_known(word: str) -> bool:
    """Whether an English dictionary has the word."""
    return bool(_dictionary().is_known(word, lang="en"))


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """All words and marks in order."""
    return tuple(Word(m[0], lemma_of(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))
