"""Word lists that say something of the claim they stand in: one look-up for voice, modality and kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.phrases import Found, Lexicon
from dossier.language.words import Word


@dataclass(frozen=True, slots=True)
class Judged:
    """What a claim is taken for, and the words that decided ("" where nothing spoke against the usual)."""

    value: str
    words: str = ""


@cache
def lexicon(file: str) -> Lexicon[str]:
    """All lists of a data file as one word list; an entry's value is the name of the list it stands in first."""
    entries: dict[str, str] = {}
    for name, phrases in load(file).items():
        for phrase in phrases:
            entries.setdefault(phrase, name)
    return Lexicon(entries)


def found_in(file: str, words: Sequence[Word]) -> list[Found[str]]:
    """Entries of the file's lists that stand in the words."""
    return list(lexicon(file).find(words))


def text_of(words: Sequence[Word], found: Found[str]) -> str:
    """The words an entry was found in."""
    return " ".join(w.text for w in words[found.start : found.end])
