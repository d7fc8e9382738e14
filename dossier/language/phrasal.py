"""Verbs with a particle and the plain verb each stands for: "took over" is "acquired", "stepped down" "resigned"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.phrases import Lexicon
from dossier.language.words import Word, once


@once
def plain_verbs(words: Sequence[Word]) -> dict[int, str]:
    """For the number of each word of such a phrase the plain verb in its base form, "" for all but the first."""
    found: dict[int, str] = {}
    for phrase in _phrases().find(words):
        gap = "_" in phrase.entry.split()
        own = _forms(phrase.entry) if gap else frozenset()
        found |= {i: "" for i in range(phrase.start + 1, phrase.end) if not gap or words[i].text.lower() in own}
        found[phrase.start] = phrase.value
    return found


@cache
def _forms(entry: str) -> frozenset[str]:
    """All forms of the words of a phrase, to tell them from what stands in its gap."""
    return frozenset(form for word in entry.split() for form in forms_of(word))


@cache
def _phrases() -> Lexicon[str]:
    lines = "".join(load("synonyms_phrases.yaml").values()).splitlines()
    return Lexicon(dict(line.split(": ", 1) for line in lines))
