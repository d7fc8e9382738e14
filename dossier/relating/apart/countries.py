"""Countries by their names and adjectives, and by the capitals that act for them."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.phrases import plain
from dossier.language.words import Word
from dossier.world import countries


@cache
def _country_words() -> dict[str, str]:
    return {
        n.lower(): code for code, c in countries().items() for n in (c.name, *c.also, *c.demonyms) if n[:1].isupper()
    }


def country_of(text: str) -> str:
    """The code of the country a name or adjective stands for, "" for anything else."""
    low = text.lower()
    known = _country_words()
    return known.get(low) or (known.get(low[:-1], "") if low.endswith("s") else "")


def long_seats_of(words: tuple[Word, ...]) -> frozenset[int]:
    """Numbers of the second words of capitals named in two: "Addis ABABA"."""
    capitals = _capitals()
    return frozenset(
        i + 1 for i in range(len(words) - 1) if words[i].text[0].isupper() and _two(words, i) in capitals
    )


def _two(words: tuple[Word, ...], i: int) -> str:
    return f"{words[i].text.lower()} {plain(words[i + 1].text)}"


def seat_of(words: tuple[Word, ...], i: int, long: Collection[int] = ()) -> str:
    """The country whose capital acts for it ("Ankara opposes the bid"), not where something is ("in Ankara")."""
    last = i + 1 if i + 1 in long else i
    code = _capitals().get(_two(words, i) if last > i else plain(words[i].text), "")
    before = words[i - 1].text.lower() if i else ""
    if not code or before in words_in("links"):
        return ""
    after = next((w.lemma for w in words[last + 1 :] if w.text.lower() not in words_in("auxiliaries", "adverbs")), "")
    owns = words[last].text.lower().endswith(("'s", "’s"))
    return code if owns or after in load("events.yaml")["acts_of_state"] else ""


def capital_of(name: str) -> str:
    """The code of the country whose capital it is, "" for any other name."""
    return _capitals().get(name, "")


@cache
def _capitals() -> dict[str, str]:
    return {c.capital.lower(): code for code, c in countries().items() if c.capital}
