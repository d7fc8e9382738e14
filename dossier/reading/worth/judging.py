"""Whether a sentence is a claim, and how likely it holds something to check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from dossier.data import load
from dossier.language.words import straight_words, without_marks, words_of
from dossier.reading.worth.reasons import plain_reason
from dossier.reading.worth.signs import fitted, forms, likelihood, odds, phrases, signs

_LONGEST = 2000  # characters; what goes on for longer is a list or damage, not a sentence to quote
_EVEN = 0.5
_USUAL, _HALF = log(20), log(10)  # an article's usual sentence has as many words
_FEW = 5  # usual sentences are added to a text, so that a short one is taken for a report
_SHUT = 0.35  # of its likelihood is left to what is no claim whatever stands in it


def worth(sentence: str) -> float:
    """How likely a sentence holds something to check, 0 to 1; from 0.5 on we take it for a claim."""
    reason, found = _weighed(sentence)
    chance = likelihood(found) if found else 0.0
    return _SHUT * chance if reason else chance


def reason_against(sentence: str) -> str:
    """Why a sentence is no claim, in one or two plain words; "" when it is one."""
    reason, found = _weighed(sentence)
    return reason or ("" if likelihood(found) >= _EVEN else _soft_reason(found))


def reason_to_skip(sentence: str, asked: float, part: bool = False) -> str:
    """Why a sentence of a text that asks so much of its sentences becomes no claim; see `asked_in`.

    A short sentence leans on what stands around it ("Both refused."), so that it is short says nothing; a part of a
    sentence is shorter still.
    """
    reason, found = _weighed(sentence)
    return reason or ("" if _odds_in_text(sentence, part) >= asked else _soft_reason(found))


def asked_in(sentences: Iterable[str]) -> float:
    """The log odds that a sentence of the text must have to become a claim.

    The more there is to check in a text, the less is asked: a report tells something with nearly each sentence, and
    "It is not our fault" is a claim there; in a speech or a memoir the like is talk.
    """
    kept = load("checkable.yaml")["in_texts"]
    weighed = [_odds_in_text(sentence) for sentence in sentences if not _weighed(sentence)[0]]
    mean = (_FEW * kept["usual"] + sum(weighed)) / (_FEW + len(weighed))
    return float(kept["asked"] - kept["around"] * mean)


@lru_cache(maxsize=2048)
def _odds_in_text(sentence: str, part: bool = False) -> float:
    found = _weighed(sentence)[1]
    return odds({**found, "length": max(found["length"], _HALF if part else _USUAL)})


def what_speaks(sentence: str) -> str:
    """The signs that speak for something to check and against it, the weightiest first: for `explain`."""
    found = _weighed(sentence)[1]
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
def _weighed(sentence: str) -> tuple[str, dict[str, float]]:
    """Why it is no claim whatever its signs say, and the signs."""
    if len(sentence) > _LONGEST:
        return "too long", {}
    words = without_marks(words_of(sentence))
    if not words:
        return "no words", {}
    lows = straight_words(words)
    return plain_reason(sentence, words, lows), signs(sentence, words, lows)
