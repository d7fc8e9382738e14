"""Numbers that lean on a neighbour for their unit: 'from 20,000 to 35,000 cars', '43 planes, eight fewer'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from dossier.model import Figure
from dossier.reading.figures.nouns import unit_of
from dossier.reading.figures.tokens import Token, low_at, words

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """text[start:end] states the figure, its 'about' or 'more than' included."""

    start: int
    end: int
    figure: Figure


def shared_units(
    before: FoundFigure, figure: Figure, between: str, tokens: Sequence[Token], last: int
) -> tuple[FoundFigure, Figure]:
    """The figure before and this one, each with the other's unit where it has none and leans on it."""
    told = (
        figure.unit == unit_of(figure.of) and figure.raw[-1:].isdigit()
    )  # by what stands before, not right behind it
    if figure.unit and between in _JOINED and not (told and before.figure.unit in words("unshared")):
        return _with_unit_of(before, figure), figure
    unit = before.figure.unit
    if not unit or _is_share(figure) or _is_share(before.figure):
        return before, figure
    if _is_of_those(before, figure, between, tokens, last):
        return before, replace(figure, unit=unit, of=before.figure.of)
    if figure.unit and not told:
        return before, figure
    if any(mark in between for mark in _ENDS):
        return before, figure
    if _are_ends(before, between, tokens):
        return before, replace(figure, unit=unit, of=before.figure.of or figure.of)
    strongly = unit in words("unshared")
    if (figure.unit and not strongly) or not _links(between, strongly):
        return before, figure
    return before, replace(figure, unit=unit, of=figure.of or before.figure.of)


_JOINED = (" to ", " from ", " or ", " and ")
_ENDS = (". ", ";", "!", "?", ":", "\n", "(")


_UNITLESS = frozenset({*words("change")["factors"], *words("parts")})


def _with_unit_of(found: FoundFigure, other: Figure) -> FoundFigure:
    """'from 20,000 to 35,000 units': a number without a unit has that of the next it is joined to."""
    if found.figure.unit or found.figure.low is None or found.figure.low != found.figure.high:
        return found
    if found.figure.raw.lower().split()[-1] in _UNITLESS:
        return found  # "doubled to $640 million", "jumped a quarter to $650"
    if other.low is not None and found.figure.low < 1 <= other.low and other.unit not in ("percentage", "dollar"):
        return found  # a share of one thing, a count of another
    return replace(found, figure=replace(found.figure, unit=other.unit, of=found.figure.of or other.of))


def _is_share(figure: Figure) -> bool:
    """Half, a third, two in five, doubled: they have no unit to share."""
    return (figure.low or figure.high or 1) < 1 or figure.raw.lower().split()[-1] in _UNITLESS


def _links(between: str, strongly: bool) -> bool:
    """'1,800 animals TO fewer than 500', '80 billion, AGAINST 54 billion'; strongly: '31.4 percent, DOWN FROM 33'."""
    said = between.replace(",", " ").split()
    listed = words("strong_links" if strongly else "links")
    return " ".join(said).removesuffix(" the").endswith(tuple(listed)) and len(said) <= _NEAR


def _are_ends(before: FoundFigure, between: str, tokens: Sequence[Token]) -> bool:
    """'FROM 14 percent in 2002 TO below five', 'TO 71 percent FROM 48'."""
    said, led = between.split()[-1:], low_at(tokens, _token_at(tokens, before.start) - 1)
    return (led, *said) in (("from", "to"), ("to", "from")) and len(between.split()) <= _NEAR


def _is_of_those(before: FoundFigure, figure: Figure, between: str, tokens: Sequence[Token], last: int) -> bool:
    """Part of what was counted before: 'OF the 640 homes, 85 had', 'nine OF THEM', 'the REMAINING three run'."""
    after, following = low_at(tokens, last), low_at(tokens, last + 1)
    first = _token_at(tokens, before.start)
    told = _SAID.sub(", ", between)
    if _PART.search(told) and told.count(",") == 1 and _opens_with_of(tokens, first):
        return not figure.unit or after.endswith("ed")  # "of 212 kilns, 139 employed children"
    if figure.unit or "\n" in between or _is_measure(before.figure.unit):
        return False
    counts_them = after == "of" and following in ("them", "these", "those", "which", "whom")
    if after in ("fewer", "more") and between.endswith(", ") and between.count(",") == 1 and len(between) < _CLOSE:
        return True  # "2,000 members, 300 fewer than in May"
    more = between.endswith((" a further ", " another ")) and ". " not in between  # "and added a further four"
    return counts_them or more or (between.endswith("remaining ") and between.count(". ") < 2)


def _is_measure(unit: str) -> bool:
    """Money, shares and times, of which no "two of them" can be counted."""
    return unit in words("unshared") or unit in words("money").values()


def _token_at(tokens: Sequence[Token], start: int) -> int:
    return bisect_left(tokens, start, key=_START)


def _opens_with_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether the number at `first` stands behind the "Of" or ": of the district's" that opens its clause."""
    at = next((n for n in range(first - 1, max(-1, first - _OWNED), -1) if tokens[n].low == "of"), -1)
    return at >= 0 and (tokens[at].text == "Of" or low_at(tokens, at - 1) in (":", ";", "—", "–"))


_CLOSE = 25  # characters: " members, "
_OWNED = 5  # words from "of" to its number: "of the district's 900 villages"
_PART = re.compile(r", (?:just |only |even |all of |a mere |fully )?$")
_SAID = re.compile(r", (?:they|he|she|it|officials|residents|aid workers) (?:say|says|said|estimates?|estimated), ")


_RATES = ("percentage", "percentage point", "point", "basis point")
_NEAR = 8  # words between the two
_STILL = re.compile(r" (?:in|on|by|for|from|at|year|month|against|over)\b[^.,;:]{0,40}(?:,|,? and)(?: by)? ")
_GAPPED_BY = re.compile(r"(?:,| and|, and|, while)(?: the)? [\w’-]+(?: [\w’-]+){0,2} by ")
_ROW = re.compile(r", | and |, and | or ")


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
