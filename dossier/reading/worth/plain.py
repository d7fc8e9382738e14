"""What an article tells plainly in few words: "Both refused.", "The plant never paid.", "They have not arrived."

Alone such a sentence ranks low, since it holds no figure and no name. In an article it is told of what stands
around it, and others may tell the contrary.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.sentences.verbs import class_of, is_finite, is_regular_past, tokens_of
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.lists import among, forms, has, phrases, starts

SOFT = frozenset(("nothing to check", "fragment", "names the source of what came before"))
_PERSON = frozenset(("he", "she"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_LEAST = 4  # words behind "it" or "they" that say something


def plainly_told(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> bool:
    """Whether a whole sentence tells something of a third person or thing, without talk, feeling or scenery."""
    ends = sentence.rstrip().endswith((".", ".”", '."'))
    if (
        not ends
        or not words
        or not words[0].text[0].isupper()
        or lows[0] in phrases("ours")
        or lows[0] in phrases("addressing")
    ):
        return False
    if any(has(lows, name) for name in ("rhetoric", "small_talk")) or any(
        among(lows, forms(name)) for name in ("feelings", "gestures", "scenery")
    ):
        return False
    if starts(lows, "greetings") or lows[0] in phrases("abstract") or lows[0] in phrases("appeals"):
        return False
    tokens = [t for t in tokens_of(sentence, 0, len(sentence)) if t.text[0].isalnum()]
    verb = next((k for k in range(1, len(tokens)) if is_finite(tokens, k) or _acts(tokens[k].low)), 0)
    if not verb or lows[-1] in small("auxiliaries") or lows[-1] in ("not", "so", "too"):
        return False  # "It could not.", "They did so.": all is said before
    first = lows[0]
    if first in phrases("nobody"):
        return True
    if first in phrases("pointing") and tokens[verb].low in class_of("auxiliaries") and verb == 1:
        return (
            first == "it" and len(lows) >= _LEAST and _listed_or_ranked(lows) and lows[-1] not in phrases("verdicts")
        )
    if first in _PERSON:
        told = tokens[verb].low in class_of("auxiliaries") and len(lows) > _LEAST
        return told or (
            len(lows) >= _LEAST and (tokens[verb].low in forms("befalls") or tokens[verb].low[:6] == "remain")
        )
    if first in _PRONOUNS:
        return len(lows) >= _LEAST
    if lows[-1] in ("it", "this", "that", "so") and any(low in verbs() for low in lows):
        found = verbs().get(tokens[verb].low)
        return found is not None and found.base in phrases("denying")
    return True


def _acts(low: str) -> bool:
    """ "Both REFUSED": a form of the past that the neighbours alone do not tell."""
    return low in class_of("past") or (len(low) > _LEAST and is_regular_past(low))


def _listed_or_ranked(lows: Sequence[str]) -> bool:
    """ "It was the fourth closure", "It is listed on the exchange": more than a judgement."""
    return (
        lows[1] not in phrases("being")
        or lows[2].endswith("ed")
        or (lows[2] in small("adverbs") and lows[3].endswith("ed"))
        or lows[2] in class_of("past")
        or lows[2:3] == ["the"]
        or "not" in lows[:4]
    )
