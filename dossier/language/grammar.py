"""Closed classes of English words: determiners, links, auxiliaries and the like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from dossier.data import load
from dossier.language.listed import listed_words
from dossier.language.words import Word

_leading = partial(listed_words, "grammar.yaml", "leading_adjectives")
_things = partial(listed_words, "grammar.yaml", "things")


@cache
def words_in(*classes: str) -> frozenset[str]:
    """All forms of the classes named, from data/function_words.yaml."""
    data = load("function_words.yaml")
    return frozenset(form for name in classes for form in data[name].split())


@cache
def function_words() -> frozenset[str]:
    """Words that carry no topic of their own."""
    return words_in("be", "auxiliaries", "determiners", "links", "pronouns", "conjunctions", "adverbs")


def within_a_sentence(name: str) -> str:
    """Who is named, as it reads behind other words: "the ministry", "some experts", but "Temur Umarov"."""
    first = name.partition(" ")[0].lower()
    return f"{first}{name[len(first) :]}" if first in words_in("determiners") else name


def is_adverb(low: str) -> bool:
    """Whether a form in small letters looks like an adverb: "slowly", and not "supply" or "family"."""
    return low.endswith("ly") and low not in words_in("no_adverbs")


def is_a_thing(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a single word that looks like a verb names another thing: "in BLOCK 43", "the PERMIT for it"."""
    if end != start + 1 or words[start].lemma not in _things():
        return False
    low, before = words[start].text.lower(), words[start - 1].text.lower() if start else ""
    if low not in (words[start].lemma, f"{words[start].lemma}s"):
        return False
    return before in words_in("determiners", "links") - {"to"} or before.endswith(("'s", "’s"))


def may_lead(low: str) -> bool:
    """Whether a word may open a sentence before a plain noun, so that its capital is no name's: "Public schools"."""
    return low in _leading()
