"""Sums that leave out the money, which was named before: "15 billion shillings, of which only 4.2 billion came"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.model import Figure
from dossier.reading.figures.leaning import FoundFigure
from dossier.reading.figures.tokens import Token, low_at, words

_ENDS = re.compile(r"[.!?][”\"’')]? |\n")
_SCALED = re.compile(r"(?:illion|bn|mn|crore|lakh)s?$")


def money_of(
    found: Sequence[FoundFigure], figure: Figure, tokens: Sequence[Token], place: tuple[int, int], text: str
) -> str:
    """The money of a sum without one, "" where it is none: `place` is where it begins and ends among the tokens.

    Only what is paid, or what is left of a sum in the same sentence, takes over the money named last.
    """
    first, last = place
    if figure.unit or (figure.low or figure.high or 0) < 1:
        return ""
    money = next((f for f in reversed(found) if f.figure.unit in words("money").values()), None)
    if money is None:
        return ""
    ends = len(_ENDS.findall(text, money.end, tokens[first].start))
    if low_at(tokens, first - 1) in words("paying"):
        return money.figure.unit if ends < 2 else ""  # "a bag costs 6,500", also in the sentence after
    remains = bool(_SCALED.search(figure.raw)) and low_at(tokens, last) in words("paid_out")
    return money.figure.unit if remains and not ends else ""
