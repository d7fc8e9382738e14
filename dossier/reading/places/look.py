"""A reference to a place, and all there is to read it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.model import Codebook
from dossier.reading.places.finding import Mention
from dossier.reading.places.memory import Context


@dataclass(frozen=True, slots=True)
class Look:
    """A phrase that refers to a place, in its sentence and after what was told before."""

    text: str
    start: int  # of its sentence
    match: re.Match[str]
    before: Sequence[Mention]  # in its sentence
    later: Sequence[Mention]  # after it in its sentence
    context: Context
    codebook: Codebook


Reader = Callable[[Look], tuple[str, ...]]


def heaviest(weight: dict[str, float], runner_up: float = 0.95) -> tuple[str, ...]:
    """The topic, if one country is clearly so."""
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.25 or (len(ranked) > 1 and ranked[1][1] > runner_up * ranked[0][1]):
        return ()
    return (ranked[0][0],)
