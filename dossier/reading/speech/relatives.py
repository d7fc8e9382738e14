"""Whether a word stands in a clause that only tells which one is meant, behind the main clause or inside it."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.sentences.verbs import class_of, has_verb, tokens_of
from dossier.reading.speech.reporting import small

_OPENS = frozenset(("which", "who", "whose", "than"))
_STOPS = frozenset((",", ";", ":", "—", "–"))


def is_told_aside(words: Sequence[Word], at: int) -> bool:
    """ "Struck down a clause THAT WOULD HAVE allowed mining", "at better rates THAN IT WOULD HAVE got if it …".

    What the sentence mainly says, before it or behind it, does not hang on it.
    """
    for k in range(at - 1, 0, -1):
        low = words[k].text.lower()
        if low in _STOPS:
            return False
        if low in _OPENS or (low == "that" and _is_verb(words, k + 1)):
            closed = next((n for n in range(at, len(words)) if words[n].text in _STOPS), len(words))
            behind = words[k - 1].text == "," and closed < len(words) - 1  # ", which would have closed, was sold"
            return behind or _tells(words[:k]) or (k == at - 1 and _goes_on(words, at))
    return False


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a second verb follows: "The plan that would have closed the mine WAS dropped"."""
    return any(words[n].text.lower() in small("be") for n in range(at + 3, len(words)))


def _tells(words: Sequence[Word]) -> bool:
    """Whether the main clause has its verb already."""
    told = " ".join(w.text for w in words)
    return has_verb(tokens_of(told, 0, len(told)))


def _is_verb(words: Sequence[Word], at: int) -> bool:
    if at >= len(words) or not words[at].text.islower():
        return False
    low = words[at].text
    return (
        low in small("auxiliaries")
        or low in class_of("past")
        or low.endswith("ed")
        or (low.endswith("s") and words[at].lemma != low)
    )
