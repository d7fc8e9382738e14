"""Whether a reference to a place is sure enough to be written into a statement, and not only to tag a claim.

A tag too many is a small fault and easily seen. "The country" replaced by the wrong name makes a statement say what
its source does not, so here whatever leaves two readings open counts against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Codebook
from dossier.reading.places.finding import Mention
from dossier.reading.places.memory import Context
from dossier.reading.speech.quotations import Quotation


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


_STATES_OF = re.compile(r"\b(?:countries|nations|states|republics) (?:of|in) (?:the )?[A-Z]")  # others, nearer by
_NAMING = frozenset(
    {"name", "capital", "reference"}
)  # "the French ambassador" does not make France what is spoken of


def is_sure(kind: str, places: tuple[str, ...], look: Look, quotation: Quotation | None) -> bool:
    """Whether nothing else than `places` can be meant by the phrase of this kind that `look` found.

    `quotation` is the one the phrase stands in: who is quoted speaks of what was named in there, whatever the article
    named before.
    """
    least = quotation.start if quotation else 0
    here = [m for m in look.before if m.start >= least]
    lately = [m for sentence in look.context.lately for m in sentence if m.start >= least]
    meant = frozenset(places)
    if kind == "one":
        return _is_the_one(meant, here, lately, look)
    if kind == "both":
        in_sight = _codes([*here, *lately])
        return meant in (_codes(here), in_sight) or (meant == frozenset(look.context.seen) and in_sight <= meant)
    if kind in ("group", "all"):
        other = _STATES_OF.search(look.text, look.start, look.match.start())
        return meant <= _codes([*here, *lately]) and not other
    return kind != "land"


def _is_the_one(meant: frozenset[str], here: list[Mention], lately: list[Mention], look: Look) -> bool:
    """The only country its sentence has named, or the only one in sight."""
    if any(meant & frozenset(m.places) for m in look.later if m.kind in _NAMING):
        return False  # "the country sells more to Kenya" is not Kenya
    named = _codes(m for m in here if m.kind in _NAMING)
    if named:
        return named == meant
    in_sight = [*here, *lately]
    known = meant == frozenset(look.context.home) or meant <= _codes(m for m in in_sight if m.kind in _NAMING)
    return known and _codes(in_sight) <= meant


def _codes(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(place for m in mentions for place in m.places)
