"""Whether a sentence is a claim, and how much there is in it to check."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from dossier.language.words import Word, straight, words_of
from dossier.reading.worth.lists import forms, phrases
from dossier.reading.worth.plain import SOFT, plainly_told
from dossier.reading.worth.reasons import plain_reason, soft_reason
from dossier.reading.worth.weighing import score

_FLOOR = 5  # words in front of a comma that may take the floor
_TURNS = 2  # of them in a row: "Well, senator,"
_LONGEST = 2000  # characters; what goes on for longer is a list or damage, not a sentence to quote


def worth(sentence: str) -> float:
    """How much a sentence is worth checking, 0 to 1; from 0.5 on we take it for a claim."""
    return _weighed(sentence)[0]


def reason_against(sentence: str) -> str:
    """Why a sentence is no claim, in one or two plain words; "" when it is one."""
    return _weighed(sentence)[1]


def reason_to_skip(sentence: str) -> str:
    """Why a sentence of an article becomes no claim: as `reason_against`, but what is plainly told may be short."""
    reason = reason_against(sentence)
    if reason in SOFT:
        words = [w for w in words_of(sentence) if w.is_word]
        return "" if plainly_told(sentence, words, [straight(w.text) for w in words]) else reason
    return reason


def is_matter(low: str) -> bool:
    """Whether the small word is a plain noun of public matters: exports, wages."""
    return low in forms("weighty") or low in phrases("number_words")


@lru_cache(maxsize=2048)
def _weighed(sentence: str) -> tuple[float, str]:
    if len(sentence) > _LONGEST:
        return 0.0, "too long"
    words = _without_floor(words_of(sentence))
    lows = [straight(w.text) for w in words]
    weight = score(sentence, words, lows)
    reason = plain_reason(sentence, words, lows)
    if reason:
        return min(0.45, 0.35 * _squash(weight)), reason
    value = _squash(weight)
    return value, "" if value >= 0.5 else soft_reason(lows)


def _without_floor(words: Sequence[Word]) -> list[Word]:
    """The words without "Well," or "Look, senator," in front, when a sentence is left."""
    first = 0
    for _ in range(_TURNS):
        comma = next((n for n in range(first, min(first + _FLOOR, len(words))) if words[n].text == ","), 0)
        if not comma or " ".join(straight(w.text) for w in words[first:comma]) not in phrases("floor"):
            break
        first = comma + 1
    kept = [w for w in words[first:] if w.is_word]
    return kept if len(kept) > _TURNS else [w for w in words if w.is_word]


def _squash(score: float) -> float:
    return 1 / (1 + math.exp(-score))
