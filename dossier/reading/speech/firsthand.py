"""What a named speaker says with "I" or "we": “We can say that the drought is over,” said the minister."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.speech.attribution import Attribution
from dossier.reading.worth import has_verb

_FIRST = frozenset(("we", "i"))
_SPEAKERS = frozenset(("we", "i", "you", "our", "my", "it", "this", "that", "he", "she", "they"))


def told_in_first_person(text: str, heard: Sequence[Attribution]) -> tuple[int, int] | None:
    """The content of "we can say that …" inside words whose speaker is named; None where there is none."""
    return next((a.content for a in heard if speaker_of_first(text, a, heard)), None)


def speaker_of_first(text: str, inner: Attribution, heard: Sequence[Attribution]) -> tuple[int, int] | None:
    """Who "we" or "I" is, when `inner` is said by them inside the words of somebody named."""
    if inner.source is None or not is_first(text[slice(*inner.source)]):
        return None
    around = (a for a in heard if a is not inner and a.content[0] <= inner.source[0] < a.content[1] and a.source)
    return next((a.source for a in around if a.source and not is_first(text[slice(*a.source)])), None)


def stands_alone(content: str) -> bool:
    """Whether such a content says something by itself: "the drought is over", not "we will win"."""
    words = content.lower().split()
    return len(words) > 2 and words[0] not in _SPEAKERS and has_verb(content)


def is_first(words: str) -> bool:
    """Whether the words are "we" or "I"."""
    return words.lower() in _FIRST
