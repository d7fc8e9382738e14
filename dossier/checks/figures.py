"""Figures: each stands in its claim's quote, says its value, and in the unit by which figures are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from dossier.data import load
from dossier.model import Dossier, Figure
from dossier.problems import Problem
from dossier.store.hints import shown
from dossier.store.meant import meant_number
from dossier.store.places import Pointing


def figures_stand_in_their_quote(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A figure's words are the quote's own and say its value; its lower end is not above its upper one."""
    for claim in dossier.claims:
        where = partial(at, claim.where, "figures")  # looked for only when something is wrong
        for figure in claim.figures:
            named = f"the figure '{shown(figure.raw)}'"
            if not _stands(figure.raw, claim.quote):
                hint = "write 'raw' in the quote's own words, or delete the figure"
                yield Problem(where(), "figure-not-in-quote", f"{named} is not in the quote", hint, "warning")
            elif fault := _misvalued(figure):
                yield Problem(where(), "bad-number", f"{named} {fault[0]}", fault[1], "warning")
            if (unit := _usual_unit(figure.unit)) != figure.unit:
                what = f"'{shown(figure.unit)}' is not the name under which figures in this unit are compared"
                yield Problem(where(), "wrong-choice", what, f"write unit: {unit}", "warning")


def _misvalued(figure: Figure) -> tuple[str, str] | None:
    """How its value differs from what it says, and what to do."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low > high:
        return f"has its lower end, {low:g}, above the upper", f"write low: {high:g} and high: {low:g}"
    said = meant_number(figure.raw)
    if not said or float(said) in (low, high):
        return None
    if low is None and high is None:
        return "has no value, so that nothing is compared with it", f"write value: {said}"
    value = " to ".join(f"{end:g}" for end in dict.fromkeys((low, high)) if end is not None)
    return (
        f"has the value {value}",
        f"write value: {said}, or in 'raw' the words of the quote that say {value}",
    )


def _stands(raw: str, quote: str) -> bool:
    """Whether the words stand in the quote, and are no end of a longer number or word."""
    plain = " ".join(raw.casefold().split())
    within = " ".join(quote.casefold().split())
    start = within.find(plain)
    while start >= 0:
        if not (plain[:1].isalnum() and re.search(r"(?:\w|\d[.,])$", within[:start])):
            return True
        start = within.find(plain, start + 1)
    return False


def _usual_unit(unit: str) -> str:
    """The word that the reader writes for a unit: "percentage" for "%", "dollar" for "dollars"."""
    return _units().get(unit) or _units().get(unit.casefold()) or unit


@cache
def _units() -> dict[str, str]:
    known = load("figures.yaml")
    return {word: unit for kind in ("units", "money", "currencies", "codes") for word, unit in known[kind].items()}
