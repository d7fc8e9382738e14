"""Numbers that lean on a neighbour for their unit: 'from 20,000 to 35,000 cars', '43 planes, eight fewer'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.model import Figure
from dossier.reading.figures.nouns import unit_of
from dossier.reading.figures.tokens import Token, low_at, words


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
    if not any(mark in between for mark in _ENDS) and (moves(before, between, tokens) or is_gapped(between)):
        return before, replace(figure, unit=unit, of=before.figure.of or figure.of)
    if unit in words("unshared"):
        near = not any(mark in between for mark in _ENDS)
        shares = near and (_links_strongly(before, between, tokens) or _is_parallel(between, tokens, last))
        return before, replace(figure, unit=unit, of=figure.of or before.figure.of) if shares else figure
    if figure.unit:
        return before, figure
    linked = not any(mark in between for mark in _ENDS) and (
        _links(between) or _compares(tokens, last) or _is_parallel(between, tokens, last)
    )
    if not linked and not _goes_on_counting(figure, between, tokens, last):
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


def _links(between: str) -> bool:
    """'1,800 animals TO fewer than 500', '42 pupils, DOWN FROM 51', '80 billion, AGAINST 54 billion'."""
    said = between.replace(",", " ").split()
    return " ".join(said).removesuffix(" the").endswith(tuple(words("links"))) and len(said) <= _NEAR


def _goes_on_counting(figure: Figure, between: str, tokens: Sequence[Token], last: int) -> bool:
    """'five plants; by 2019 there were 39.': a number that ends its clause behind "were" or "has" counts the same."""
    said = between.lower().replace(",", " ").split()
    ends = last >= len(tokens) or low_at(tokens, last) in (".", ",", ";", ")")
    open_ended = figure.low is None or figure.high is None  # "fewer than 1,500"
    acts = last < len(tokens) and tokens[last].text.islower() and tokens[last].low.endswith("ed")
    if acts and said[-1:] in (["and"], ["but"], ["while"]):
        return len(said) <= _FAR and not any(mark in between for mark in _ENDS)  # "and fewer than 500 returned"
    counts = open_ended or (bool(said) and said[-1] in words("goes_on_counting"))
    return ends and counts and len(said) <= _FAR and not any(mark in between for mark in (". ", "!", "?", "\n"))


def _links_strongly(before: FoundFigure, between: str, tokens: Sequence[Token]) -> bool:
    """'31.4 percent, DOWN FROM 33', 'TO 71 percent FROM 48', 'ten RATHER THAN five'."""
    said = " ".join(between.replace(",", " ").split())
    led = _token_at(tokens, before.start)
    back = said.endswith("from") and len(said.split()) <= _NEAR and low_at(tokens, led - 1) == "to"
    return back or (said.endswith(tuple(words("strong_links"))) and len(said.split()) <= _NEAR)


def moves(before: FoundFigure, between: str, tokens: Sequence[Token]) -> bool:
    """'FROM 12,000 tonnes in 2002 TO about 5,800'."""
    said = between.split()
    return (
        said[-1:] == ["to"] and len(said) <= _NEAR and low_at(tokens, _token_at(tokens, before.start) - 1) == "from"
    )


def _is_parallel(between: str, tokens: Sequence[Token], last: int) -> bool:
    """'18 years FOR the minister and eight FOR his aide': the same small word behind both numbers."""
    joint = low_at(tokens, last)
    said = between.split()
    if said[:2] in (["of", "them"], ["of", "these"]) or said[:1] in (["a"], ["per"]):
        said = said[2:]  # "23 of them in Moroto and 18 in", "1,150 pesos a litre in the capital and 1,400 in"
    joined = any(word in _JOINTS for word in said[1:])
    return joint in words("parallel") and said[:1] == [joint] and joined and len(said) <= _FAR


_JOINTS = ("and", "but", "while")


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
    more = between.endswith((" a further ", " another ")) and ". " not in between  # "and added a further four"
    return counts_them or more or (between.endswith("remaining ") and between.count(". ") < 2)


def _is_measure(unit: str) -> bool:
    """Money, shares and times, of which no "two of them" can be counted."""
    return unit in words("unshared") or unit in words("money").values()


def _token_at(tokens: Sequence[Token], start: int) -> int:
    return bisect_left(tokens, start, key=lambda token: token.start)


def _opens_with_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether the number at `first` stands behind the "Of" or ": of the district's" that opens its clause."""
    at = next((n for n in range(first - 1, max(-1, first - _OWNED), -1) if tokens[n].low == "of"), -1)
    return at >= 0 and (tokens[at].text == "Of" or low_at(tokens, at - 1) in (":", ";", "—", "–"))


_OWNED = 5  # words from "of" to its number: "of the district's 900 villages"
_PART = re.compile(r", (?:just |only |even |all of |a mere |fully )?$")
_SAID = re.compile(r", (?:they|he|she|it|officials|residents|aid workers) (?:say|says|said|estimates?|estimated), ")


_NEAR = 8
_FAR = 12


def _compares(tokens: Sequence[Token], last: int) -> bool:
    """'43 planes, eight FEWER THAN a year before'."""
    return low_at(tokens, last) in ("more", "fewer", "less") and low_at(tokens, last + 1) in ("than", ".", ",")


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
