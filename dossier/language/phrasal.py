"""Verbs with a particle and the plain verb each stands for: "took over" is "acquired", "stepped down" "resigned"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.phrases import Lexicon
from dossier.language.words import Word, once


@once
def plain_verbs(words: Sequence[Word]) -> dict[int, str]:
    """For the number of each word of such a phrase the plain verb in its base form, "" for all but the first."""
    found: dict[int, str] = {}
    for phrase in _phrases().find(words):
        found |= dict.fromkeys(range(phrase.start + 1, phrase.end), "")
        found[phrase.start] = phrase.value
    return found


@cache
def _phrases() -> Lexicon[str]:
    return Lexicon(load("synonyms.yaml")["phrasal"])
