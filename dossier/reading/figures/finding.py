"""Figures: quantities in a text with their value, their unit, what they count, and rise or fall.

Dates, years, times, ages, ordinals, scores, labels ('Boeing 737') are not figures. Numbers are read by
numbers.py, their units and ranges by amounts.py, "more than" by qualifiers.py, rise and fall by changes.py, what is
counted by nouns.py, units that stand at a neighbour by leaning.py; labels.py knows what is no figure. The words:
data/figures.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from dossier.model import Figure
from dossier.reading.figures.amounts import Amount, amount_at, in_metres, with_range, with_shared
from dossier.reading.figures.changes import change_of, what_changed
from dossier.reading.figures.labels import is_label
from dossier.reading.figures.leaning import FoundFigure, is_row, shared_units, with_carried_change
from dossier.reading.figures.nouns import counted, phrase_at, unit_of
from dossier.reading.figures.numbers import Number
from dossier.reading.figures.qualifiers import phrase_here, qualified
from dossier.reading.figures.tokens import DASHES, Token, low_at, tokens_of, touches, words

_RESTATES = re.compile(
    r"(?: [a-z]+)?(?:,? or | \(|, i\.e\. )"
)  # "fell 95 cents, or 1.1 percent": one fall, said twice


def find_figures(text: str) -> list[FoundFigure]:
    """Every figure of the text, in order."""
    tokens = tokens_of(text)
    found: list[FoundFigure] = []
    at = 0  # where the next one may begin
    for i in [i for i, token in enumerate(tokens) if _may_start(token.text)]:
        if i < at or _in_row(tokens, i):
            continue
        factor = factor_at(tokens, i, text) or fold_at(tokens, i, text)
        if factor:
            first, last, figure = factor
            found.append(FoundFigure(tokens[first].start, tokens[last - 1].end, figure))
            continue
        amount = amount_at(tokens, i)
        if amount and amount.first > 1 and (tokens[i - 2].text, tokens[i - 1].low) == (",", "not"):
            at = amount.last  # "one lake, not two"
            continue
        if amount is None or is_label(tokens, amount.first, amount.last, amount.number, amount.unit):
            at = amount.last if amount and amount.number.bare else i + 1
            continue
        amount = with_shared(tokens, with_range(tokens, amount))
        figure, first, last = _figure(tokens, amount, text)
        if found and _RESTATES.fullmatch(text, found[-1].end, tokens[first].start):
            found[-1], figure = _moved_alike(found[-1], figure)
        if found:
            found[-1], figure = shared_units(
                found[-1], figure, text[found[-1].end : tokens[first].start], tokens, last
            )
        if found:
            figure = with_carried_change(
                found[-1].figure, figure, text[found[-1].end : tokens[first].start], tokens, last
            )
        found.append(FoundFigure(tokens[first].start, tokens[last - 1].end, figure))
        at = last
    return _with_rows(found, text)


def _moved_alike(before: FoundFigure, figure: Figure) -> tuple[FoundFigure, Figure]:
    """'fell 95 cents, or 1.1 percent', '38 points or 0.1 percent higher': each moves as the other does."""
    if not figure.change:
        return before, replace(figure, change=before.figure.change, of=figure.of or before.figure.of)
    if not before.figure.change and before.figure.unit != figure.unit:
        before = replace(before, figure=replace(before.figure, change=figure.change))
    return before, figure


def _with_rows(found: list[FoundFigure], text: str) -> list[FoundFigure]:
    """'it fell to 46, 44 and 33 percent': all of a row have the unit of the last and the way of the first."""
    rows = [n for n in range(len(found) - 1) if is_row(text[found[n].end : found[n + 1].start])]
    for n in reversed(rows):
        here, after = found[n].figure, found[n + 1].figure
        if not here.unit and after.unit and here.raw[-1:].isdigit():
            found[n] = replace(found[n], figure=replace(here, unit=after.unit))
    for n in rows:
        here, after = found[n].figure, found[n + 1].figure
        alike = here.unit == after.unit and (here.raw[-1:].isdigit() or here.unit == "percentage")
        if here.change and not after.change and alike:
            found[n + 1] = replace(found[n + 1], figure=replace(after, change=here.change))
    return found


@cache
def _starters() -> frozenset[str]:
    """Words a figure's number or factor may begin with; all other words are passed over at once."""
    tables = ("small", "tens", "many", "few", "glyphs", "currencies")
    found = {word for name in tables for word in words(name)}
    return frozenset({*found, *words("change")["factors"], "a", "half", "twice", "minus", "−", "-"})


@lru_cache(maxsize=50_000)
def _may_start(text: str) -> bool:
    low = text.lower()
    if text[0].isdecimal() or low in _starters() or low.endswith("fold"):
        return True
    return text.isupper() or text in words("codes")  # A$5, Rs 5


def _in_row(tokens: Sequence[Token], i: int) -> bool:
    """One of three numbers and more side by side: a row of a table, which says nothing by itself."""
    if not tokens[i].is_digits:
        return False
    near = "".join("1" if t.is_digits else " " for t in tokens[max(i - 2, 0) : i + 3])
    return "111" in near


def _figure(tokens: Sequence[Token], amount: Amount, text: str) -> tuple[Figure, int, int]:
    """The figure of an amount, and the tokens it spans with its qualifiers."""
    amount = in_metres(tokens, amount)
    number, last = amount.number, amount.last
    first, low, high, approx = qualified(tokens, amount.first, number)
    for name in ("and_more", "and_less", "or_so"):
        at = last + (low_at(tokens, last) in DASHES)  # "30-odd", "30,000-plus"
        length = phrase_here(tokens, at, name)
        if length and low_at(tokens, at + length) != "than":
            last = at + length
            low, high = (None if name == "and_less" else low), (None if name == "and_more" else high)
            approx = approx or name == "or_so"
            break
    if low_at(tokens, last) == "+" and touches(tokens, last):
        high, last = None, last + 1
    unit, of, last = (amount.unit, "", last)
    if not unit or unit == "percentage" or number.fraction:
        unit, of, last = counted(tokens, last, first, unit, number.fraction, text)
    elif low_at(tokens, last) == "of":
        of = counted(tokens, last, first, unit, True, text)[1]
    change = change_of(tokens, first, last, "percentage" if number.fraction else unit)
    if change and not of:
        of = _changed_after(tokens, last, text) or what_changed(tokens, first, text)
    unit = unit or ("" if number.fraction else unit_of(of))
    raw = text[tokens[first].start : tokens[last - 1].end]
    return Figure(raw, low, high, unit, of, change, approx), first, last


def _changed_after(tokens: Sequence[Token], last: int, text: str) -> str:
    """'a 3 % increase in births': what stands after the noun of change."""
    for at in range(last, last + 3):
        if low_at(tokens, at) in words("change")["after"] and low_at(tokens, at + 1) in ("in", "of"):
            return phrase_at(tokens, at + 2, text)
    return ""


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
