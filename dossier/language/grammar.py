"""Closed classes of English words: determiners, links, auxiliaries and the like."""

from __future__ import annotations

from functools import cache

from dossier.data import load


@cache
def words_in(*classes: str) -> frozenset[str]:
    """All forms of the classes named, from data/function_words.yaml."""
    data = load("function_words.yaml")
    return frozenset(form for name in classes for form in data[name].split())


@cache
def function_words() -> frozenset[str]:
    """Words that carry no topic of their own."""
    return words_in("be", "auxiliaries", "determiners", "links", "pronouns", "conjunctions", "adverbs")


def is_adverb(low: str) -> bool:
    """Whether a form in small letters looks like an adverb: "slowly", and not "supply" or "family"."""
    return low.endswith("ly") and low not in words_in("no_adverbs")
