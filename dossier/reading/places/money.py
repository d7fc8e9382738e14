"""What speaks of a country without naming it: sums in its money ("23,000 taka a month"), a seat of a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.data import load
from dossier.model import Codebook
from dossier.reading.places.finding import Mention, find_places


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


def with_seats(text: str, found: Sequence[Mention], codebook: Codebook) -> list[Mention]:
    """The mentions, without each town that stands for a body the text speaks of.

    So it does where the text names the town's own country by nothing else. Where the codebook knows the body, its
    place is put instead.
    """
    seats = load("places.yaml")["seats"]
    names = {m: text[m.start : m.end] for m in found}
    kept: list[Mention] = []
    for mention in found:
        name = names[mention]
        alone = name in seats and all(names[m] == name for m in found if m.places == mention.places)
        if not alone or not _spoken_of(name).search(text):
            kept.append(mention)
        elif body := _body(name, codebook):
            kept.append(replace(mention, places=body, kind="region"))
    return kept


def _body(name: str, codebook: Codebook) -> tuple[str, ...]:
    """The codebook's place of the body that sits there."""
    seated = load("places.yaml")["seated"].get(name, "")
    return next((m.places for m in find_places(seated, codebook) if m.kind in ("region", "local")), ())


@cache
def _spoken_of(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load("places.yaml")["seats"][name])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
