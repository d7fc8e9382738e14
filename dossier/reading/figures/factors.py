"""Figures that say how many times as much: doubled, more than tripled, sevenfold, twice as many."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Figure
from dossier.reading.figures.changes import change_of, what_changed
from dossier.reading.figures.numbers import Number
from dossier.reading.figures.qualifiers import qualified
from dossier.reading.figures.tokens import DASHES, Token, low_at, words

# A factor is told as its first token, the token past its last, and the figure.
Factor = tuple[int, int, Figure]


def factor_at(tokens: Sequence[Token], i: int, text: str) -> Factor | None:
    """'exports doubled', 'has more than tripled': a factor and its direction."""
    rule = words("change")["factors"].get(low_at(tokens, i))
    if rule is None or tokens[i].text[0].isupper() or low_at(tokens, i + 1) in DASHES:
        return None
    is_plain = low_at(tokens, i) in ("double", "triple", "treble", "quadruple")
    if (
        is_plain
        and low_at(tokens, i - 1) not in words("no_factor_behind")
        and low_at(tokens, i + 1) not in words("no_factor_before")
    ):
        return None
    first, low, high, approx = qualified(tokens, i, Number(i, i + 1, float(rule[0]), float(rule[0])))
    of = what_changed(tokens, first, text, is_verb=True)
    raw = text[tokens[first].start : tokens[i].end]
    figure = Figure(raw, low, high, "", of, rule[1], approx)
    return first, i + 1, figure


def fold_at(tokens: Sequence[Token], i: int, text: str) -> Factor | None:
    """'sevenfold', 'twofold', 'tenfold'; and 'twice as many', 'twice the size'."""
    word = low_at(tokens, i)
    stem = word.removesuffix("fold")
    if stem != word and (stem in words("small") or stem in words("tens")):
        value = float(words("small").get(stem) or words("tens").get(stem, 0))
    elif word == "twice" and low_at(tokens, i + 1) in ("as", "the", "its", "their", "that", "what"):
        value = 2.0
    else:
        return None
    first, low, high, approx = qualified(tokens, i, Number(i, i + 1, value, value))
    change = change_of(tokens, first, i + 1, "time")
    of = what_changed(tokens, first, text) if change else ""
    figure = Figure(text[tokens[first].start : tokens[i].end], low, high, "time", of, change, approx)
    return first, i + 1, figure
