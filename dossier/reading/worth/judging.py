"""Whether a sentence is a claim, and how likely it holds something to check."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log

from dossier.data import load
from dossier.language.words import straight, words_of
from dossier.reading.worth.lists import forms, phrases
from dossier.reading.worth.reasons import plain_reason
from dossier.reading.worth.signs import fitted, likelihood, signs

_LONGEST = 2000  # characters; what goes on for longer is a list or damage, not a sentence to quote
_EVEN = 0.5
_USUAL = log(20)  # an article's usual sentence has as many words
_SHUT = 0.35  # of its likelihood is left to what is no claim whatever stands in it


def worth(sentence: str) -> float:
    """How likely a sentence holds something to check, 0 to 1; from 0.5 on we take it for a claim."""
    chance, reason, _ = _weighed(sentence)
    return _SHUT * chance if reason else chance


def reason_against(sentence: str) -> str:
    """Why a sentence is no claim, in one or two plain words; "" when it is one."""
    chance, reason, found = _weighed(sentence)
    return reason or ("" if chance >= _EVEN else _soft_reason(found))


def reason_to_skip(sentence: str) -> str:
    """Why a sentence of an article becomes no claim.

    Most of what an article tells is one, so less is asked; and a short sentence leans on what stands around it
    ("Both refused."), so that it is short says nothing.
    """
    _, reason, found = _weighed(sentence)
    if reason:
        return reason
    chance = likelihood({**found, "length": max(found["length"], _USUAL)})
    return "" if chance >= float(load("checkable.yaml")["in_articles"]) else _soft_reason(found)


def what_speaks(sentence: str) -> str:
    """The signs that speak for something to check and against it, the weightiest first: for `explain`."""
    found = _weighed(sentence)[2]
    speaking = sorted(((weight * found[name], name) for name, weight in fitted()[1].items() if found.get(name)))
    told = {
        "for": [name for weight, name in reversed(speaking) if weight > 0],
        "against": [name for weight, name in speaking if weight < 0],
    }
    return "; ".join(f"{side} it {', '.join(names)}" for side, names in told.items() if names)


def is_matter(low: str) -> bool:
    """Whether the small word is a plain noun of public matters: exports, wages."""
    return low in forms("weighty") or low in phrases("number_words")


def _soft_reason(found: Mapping[str, float]) -> str:
    """What weighed most against a sentence that is not likely enough."""
    if found["I"] or found["you"]:
        return "first-person talk"
    return "rhetoric" if found["judging words"] else "nothing to check"


@lru_cache(maxsize=2048)
def _weighed(sentence: str) -> tuple[float, str, dict[str, float]]:
    """How likely it is by its signs, why it is no claim whatever they say, and the signs."""
    if len(sentence) > _LONGEST:
        return 0.0, "too long", {}
    words = [w for w in words_of(sentence) if w.is_word]
    if not words:
        return 0.0, "no words", {}
    lows = [straight(w.text) for w in words]
    found = signs(sentence, words, lows)
    return likelihood(found), plain_reason(sentence, words, lows), found
