"""The nearest known word to an unknown one, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word a person most likely meant, or "" when none is near."""
    choices = {k.casefold(): k for k in sorted(known)}
    found = process.extractOne(word.casefold()[:200], choices.keys(), scorer=fuzz.ratio, score_cutoff=66)
    return choices[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint naming the nearest known word, or `otherwise`."""
    near = nearest_word(word, known)
    return f"did you mean '{near}'?" if near else otherwise


def shown(text: str, most: int = 60) -> str:
    """A text inside a message: on one line, without control marks, cut when long."""
    plain = "".join(c if c.isprintable() else " " for c in text[: most * 4])
    plain = " ".join(plain.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"
