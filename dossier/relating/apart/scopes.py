"""How much of a group a claim speaks of: all of it, most, some, none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.words import Word, lows_of


@cache
def _scopes() -> dict[str, str]:
    return {w: name for name, listed in load("amounts.yaml")["scope"].items() for w in listed if " " not in w}


def scope_of(words: Sequence[Word]) -> str:
    """How much of a group the claim speaks of, by the first word that says so.

    "Some" and the like count only where a subject begins: "near some boats" narrows nothing.
    """
    lows = lows_of(words)
    for i, low in enumerate(lows):
        scope = _scopes().get(low, "")
        if not scope:
            continue
        opens = i <= 2 or not words[i - 1].is_word or lows[i - 1] in words_in("conjunctions")
        counted = i + 1 < len(words) and words[i + 1].text[0].isdigit()  # "some 3,000 people" is about a number
        if not counted and (opens or scope in ("all", "none")):
            return "most" if scope == "all" and _leaves_out(lows, i) else scope
    return ""


def _leaves_out(lows: Sequence[str], i: int) -> bool:
    """ "Nearly ALL", "ALL but two", "EVERY school but one"."""
    after = lows[i + 1 : i + 3]
    opened = i > 0 and lows[i - 1] in load("amounts.yaml")["nearly"]
    return opened or any(w in ("but", "except", "bar", "save") for w in after)
