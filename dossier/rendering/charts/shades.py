"""Countries with what a map shows of them: how many claims name them, in how many contradictions they are named."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dossier.rendering.addresses import country_page
from dossier.rendering.view import View
from dossier.world import countries

_SHADES = 5


@dataclass(frozen=True, slots=True)
class Shaded:
    """One country: its counts and which of five shades they come to."""

    code: str
    name: str
    target: str
    count: int
    disputes: int
    shade: int


def shaded(view: View) -> dict[str, Shaded]:
    """Every country with a page, by code; what is said of a region counts for the region, not for each member."""
    codes = [p for p in view.places if p in countries()]
    named = {code: len(view.naming.get(code, ())) for code in codes}
    most = max(1, *named.values()) if named else 1
    return {
        code: Shaded(code, view.place_name(code), country_page(code), named[code],
                     sum(r.kind == "contradicts" for r in view.relations_at.get(code, ())), _shade(named[code], most))
        for code in codes
    }  # fmt: skip


def _shade(count: int, most: int) -> int:
    """By the root of the count, or one country that is in every claim would leave all others equally pale."""
    return max(1, math.ceil(_SHADES * math.sqrt(count / most)))
