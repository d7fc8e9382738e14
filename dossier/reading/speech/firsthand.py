"""What a named speaker says with "I" or "we": “We can say that the drought is over,” said the minister."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.data import load
from dossier.reading.sentences.telling import may_tell
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.reporting import small, verbs

# Behind these stands no more than a circumstance: "we expect a good year AS prices have risen".
TURNS_ASIDE = re.compile(r",| (?:after|before|because|since|when|while|as|if|until|unless) ")
_FIRST = frozenset(("we", "i"))
_SPEAKERS = frozenset(("we", "i", "you", "our", "my", "it", "this", "that", "he", "she", "they"))


def told_in_first_person(text: str, heard: Sequence[Attribution]) -> tuple[int, int] | None:
    """The content of "we can say that …" inside words whose speaker is named; None where there is none.

    Only what is plainly asserted: "we hope that" and "we cannot say that" assert nothing.
    """
    told = (a for a in heard if speaker_of_first(text, a, heard) and _asserts(text, a))
    return next((a.content for a in told if stands_alone(text[slice(*a.content)])), None)


def _asserts(text: str, inner: Attribution) -> bool:
    if not (inner.source and inner.cue) or inner.by_noun:
        return False
    between = text[inner.source[1] : inner.content[0]].lower().replace("’", "'").split()
    verb = verbs().get(text[slice(*inner.cue)].lower())
    plain = not any(word == "cannot" or word.endswith("n't") for word in between) and all(
        word in small("auxiliaries") | {"now", "today", "that", text[slice(*inner.cue)].lower()} for word in between
    )
    return plain and verb is not None and verb.base in load("acts.yaml")["assertions"]


def speaker_of_first(text: str, inner: Attribution, heard: Sequence[Attribution]) -> tuple[int, int] | None:
    """Who "we" or "I" is, when `inner` is said by them inside the words of somebody named."""
    if inner.source is None or not is_first(text[slice(*inner.source)]):
        return None
    around = (a for a in heard if a is not inner and a.content[0] <= inner.source[0] < a.content[1] and a.source)
    return next((a.source for a in around if a.source and not is_first(text[slice(*a.source)])), None)


def stands_alone(content: str) -> bool:
    """Whether such a content says something by itself: "the drought is over", not "we will win"."""
    words = content.lower().split()
    turn = TURNS_ASIDE.search(content)
    return len(words) > 2 and words[0] not in _SPEAKERS and may_tell(content[: turn.start()] if turn else content)


def is_first(words: str) -> bool:
    """Whether the words are "we" or "I"."""
    return words.lower() in _FIRST
