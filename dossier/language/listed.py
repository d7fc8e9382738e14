"""Lists of words that tell of events, of denials, of amounts."""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.inflection import forms_of

_LISTS = ("events.yaml", "denials.yaml", "amounts.yaml")


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
