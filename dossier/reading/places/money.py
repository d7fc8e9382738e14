"""Sums in the money of one country: "23,000 taka a month" speaks of Bangladesh without naming it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.reading.places.finding import Mention


def with_money(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, and each sum in money that only one country has."""
    known = _coins()
    sums = []
    for match in _sums().finditer(text):
        if text[: match.start()].endswith("("):
            continue  # "32 billion won (S$34 million)": the same sum again, for the paper's own readers
        code = known[match["coin"].lower()] if match["coin"] else load("places.yaml")["dollars"][match["dollar"]]
        sums.append(Mention(match.start(), match.end(), (code,), "sign"))
    return sorted([*found, *sums], key=lambda m: (m.start, m.end)) if sums else list(found)


@cache
def _coins() -> dict[str, str]:
    words = load("places.yaml")
    return {**words["currencies"], **words["sums"]}


@cache
def _sums() -> re.Pattern[str]:
    """A number and a coin, in the singular or the plural, or a dollar told by letters: "HK$200"."""
    coins = "|".join(sorted(_coins(), key=lambda w: (-len(w), w)))
    dollars = "|".join(load("places.yaml")["dollars"])
    scale = "k|m|bn|trn?|thousand|million|billion|trillion"
    return re.compile(
        rf"(?<![\w.,])(?:(?P<dollar>{dollars})\$(?=\d)|\d[\d,.]*(?: ?(?:{scale}))?"
        rf" (?P<coin>{coins})s?\b)"
    )
