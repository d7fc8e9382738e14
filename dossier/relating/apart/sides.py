"""The two sides of what may be said of a thing, idle or running, late or in time, in whatever words for either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.data import load
from dossier.language.phrases import Lexicon

_FLAGS = ("alike", "called", "passing", "both")  # in the order of Side
_POINTS = "poles_points.yaml"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a couple: its name, +1 or -1, and how it may be met."""

    name: str
    sign: int
    alike: bool = False  # the words of one side are near enough to say the same
    called: bool = False  # counts only behind "is": "is OVER", "is FALSE"
    passing: bool = False  # a state that another day may find changed
    both: bool = False  # both sides may be so: two hold two views, what was suspended is resumed


@cache
def telling_sides() -> Lexicon[tuple[Side, ...]]:
    """Those so telling that between articles on one matter little else need match."""
    return Lexicon(_sides(load(_POINTS)))


@cache
def all_sides() -> Lexicon[tuple[Side, ...]]:
    """Those that count where all else of two statements meets: a word may have further senses.

    A phrase also says what a shorter one that it begins with does: "stay away FROM", "closed TO".
    """
    couples = load("poles.yaml")["poles"] | load("poles_affairs.yaml") | load("poles_things.yaml")
    told = _sides(couples)
    for phrase, sides in _sides(load(_POINTS)).items():
        told[phrase] = (*told.get(phrase, ()), *(side for side in sides if not side.both))
    return Lexicon({phrase: tuple(dict.fromkeys(_of_beginning(phrase, told))) for phrase in told})


def _sides(couples: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[Side, ...]]:
    """By phrase what it says; a phrase may stand in several couples."""
    told: dict[str, tuple[Side, ...]] = {}
    for name, couple in couples.items():
        for key, sign in (("is", 1), ("not", -1)):
            side = Side(name, sign, *(bool(couple.get(flag)) for flag in _FLAGS))
            for phrase in couple[key]:
                told[phrase] = (*told.get(phrase, ()), side)
    return told


def _of_beginning(phrase: str, told: Mapping[str, tuple[Side, ...]]) -> Iterator[Side]:
    yield from told[phrase]
    words = phrase.split()
    for end in range(1, len(words)):
        if end > 1 or words[0] not in load("poles.yaml")["light"]:
            yield from told.get(" ".join(words[:end]), ())
