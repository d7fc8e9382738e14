"""Numbers whose unit was named further back: "15 billion shillings, of which only 4.2 billion came"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.model import Figure
from dossier.reading.figures.leaning import FoundFigure
from dossier.reading.figures.tokens import Token, low_at, words

_ENDS = re.compile(r"[.!?][”\"’')]? |\n")
_SCALED = re.compile(r"(?:illion|bn|mn|crore|lakh)s?$")
_CLOSES = ("", ".", ",", ";", ")", "in", "from", "to", "last", "this", "and", "more", "less", "a")


def carried_unit(
    found: Sequence[FoundFigure], figure: Figure, tokens: Sequence[Token], place: tuple[int, int], text: str
) -> str:
    """The unit of a number without one, "" where none is meant: `place` is where it begins and ends among the tokens.

    A target is of what was counted last; what is paid, or left of a sum, is in the money named last.
    """
    first, last = place
    if figure.unit or (figure.low or figure.high or 0) < 1:
        return ""

    def ends_since(named: FoundFigure) -> int:
        return len(_ENDS.findall(text, named.end, tokens[first].start))

    if low_at(tokens, first - 1) == "of" and low_at(tokens, first - 2) in words("levels_of"):
        counted = next((f for f in reversed(found) if f.figure.unit not in (*words("unshared"), "")), None)
        return counted.figure.unit if counted and not ends_since(counted) else ""
    before, behind = low_at(tokens, first - 1), low_at(tokens, last)
    paid = before in words("paying")  # "a bag costs 6,500"
    received = before in words("receiving") and behind in _CLOSES
    remains = behind in words("paid_out")
    if not paid and not ((received or remains) and _SCALED.search(figure.raw)):
        return ""
    money = next((f for f in reversed(found) if f.figure.unit in _money()), None)
    near = 1 if paid or received else 0  # also in the sentence after
    return money.figure.unit if money and ends_since(money) <= near else ""


@cache
def _money() -> frozenset[str]:
    return frozenset(words("money").values())
