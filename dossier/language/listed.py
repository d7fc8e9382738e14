"""Word lists of the data files, made ready once for all who ask."""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.phrases import Lexicon

_LISTS = ("events.yaml", "denials.yaml", "amounts.yaml")


@cache
def listed_words(file: str, *names: str) -> frozenset[str]:
    """The entries of one or more lists of a data file, as they are written."""
    return frozenset(str(word) for name in names for word in load(file)[name])


@cache
def listed_forms(file: str, *names: str) -> frozenset[str]:
    """The words of the lists in all their forms."""
    return frozenset(form for word in listed_words(file, *names) for form in forms_of(word))


@cache
def lexicon_of(file: str, *names: str) -> Lexicon[str]:
    """The lists ready to be found in a text; each entry is known by the name of the first list that has it."""
    return Lexicon({str(entry): name for name in reversed(names) for entry in load(file)[name]})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of events, denials or amounts, in all their forms."""
    return frozenset(
        form
        for word in next(load(file)[name] for file in _LISTS if name in load(file))
        for form in ({word} if name in ("rebut", "outright", "examples") else forms_of(word) | {word})
    )


@cache
def converse() -> frozenset[tuple[str, str]]:
    """Verbs that tell one thing from its two ends: buy and sell."""
    couples = [entry.split("/") for entry in load("events.yaml")["converse"]]
    return frozenset((x, y) for a, b in couples for x, y in ((a, b), (b, a)))


def calendar_words() -> frozenset[str]:
    """The months and the days of the week."""
    return listed_words("numerals.yaml", "months", "weekdays")


@cache
def _classes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words) for words in load("exclusive.yaml")["classes"])


def of_one_class(x: str, y: str) -> bool:
    """Whether two words are of one class whose words shut each other out: two colours, two seasons."""
    return any(x in c and y in c for c in _classes())
