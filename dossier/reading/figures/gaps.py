"""A second number said like the first, without what goes without saying: "Gabon got 7.9 percent, Togo 1.6"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.model import Figure
from dossier.reading.figures.tokens import Token, low_at, words

_RATES = ("percentage", "percentage point", "point", "basis point")
_NEAR, _FAR = 8, 12  # words between the two
_STILL = re.compile(r" (?:in|on|by|for|from|at|year|month|against|over)\b[^.,;:]{0,40}(?:,|,? and)(?: by)? ")
_GAPPED = re.compile(
    r"(?:, (?:and |while |but )?| and |; )(?:the |in |for )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?: a mere| some)? $"
)
_GAPPED_BY = re.compile(r"(?:,| and|, and|, while)(?: the)? [\w’-]+(?: [\w’-]+){0,2} by ")
_ROW = re.compile(r", | and |, and | or ")


def is_gapped(between: str) -> bool:
    """'Mozambique obtained 7.9 percent in 2017, THE COMOROS A MERE 1.6': a name, and no verb of its own."""
    return bool(_GAPPED.search(between)) and len(between.split()) <= _FAR


def with_carried_change(before: Figure, figure: Figure, between: str, tokens: Sequence[Token], last: int) -> Figure:
    """'fell 3.4 percent in May and 1.2 in June', 'exports fell by 2.3% and imports by 2.2%': so did the second."""
    if figure.change or not before.change or figure.unit != before.unit:
        return figure
    goes_on = _STILL.fullmatch(between) and low_at(tokens, last) in words("same_measure")
    if figure.unit in _RATES and (goes_on or _GAPPED_BY.fullmatch(between)):
        return replace(figure, change=before.change, of=figure.of or before.of)
    return figure


def is_row(between: str) -> bool:
    """'46, 44 AND 33 percent': nothing but a comma or an "and" between two numbers."""
    return bool(_ROW.fullmatch(between))
