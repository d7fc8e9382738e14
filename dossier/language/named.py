"""Whether words only name a thing that is taken for known ("the victory", "its withdrawal") and say nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, is_verb, used_as_adjective
from dossier.language.line import Line
from dossier.language.listed import listed_forms
from dossier.language.words import Word, lows_of

_affirming = partial(listed_forms, "cues.yaml", "affirming")

_CLOSE = 4  # words from a verb to the thing it says there is
_NEAR = 2  # words from "the" to its noun
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def is_only_named(line: Line, at: frozenset[int]) -> bool:
    """Nothing but nouns behind "the" or "its", and nobody near them says that there is one."""
    lows, first = lows_of(line.words), min(at)
    told = not words_in("be").isdisjoint(lows[first : max(at)])  # "the exit WAS a blunder"
    if told or any(_may_say(line.words, i) for i in at):
        return False
    before = lows[max(0, first - _CLOSE) : first]
    named = lows[first : max(at)]
    named = named[: named.index("of")] if "of" in named else named  # "a closure of THE quay"
    around = [*before[-_NEAR:], *named]
    if not any(w.endswith(_POSSESSIVE) for w in around) and words_in("definite").isdisjoint(around):
        return False
    return words_in("be").isdisjoint(before[-_NEAR - 1 :]) and _affirming().isdisjoint(before)


def _may_say(words: Sequence[Word], i: int) -> bool:
    """A verb by its form, its commonest use or its place, or an adjective that may be a predicate."""
    word, before = words[i], words[i - 1].text.lower() if i else ""
    if not word.text.islower():
        return False
    formed = word.text != word.lemma and not word.text.endswith("s")
    noun = before in words_in("determiners", "links") or before.endswith(_POSSESSIVE)
    verb = first_used_as_verb(word.lemma) or (is_verb(word.lemma) and not noun)
    return formed or verb or used_as_adjective(word.lemma)
