"""Whether a finite verb may stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dossier.language.lexical import first_used_as_verb
from dossier.language.words import Word, once, straight_words, without_marks, words_of
from dossier.reading.sentences.verbs import class_of
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.lists import forms

POINTING = frozenset(("this", "that", "these", "those", "some", "many", "most", "few", "all", "both", "several"))

_BEFORE_NOUN = small("articles", "prepositions") | {"and", "or"}
_IT_IS = frozenset(("it's", "that's", "he's", "she's", "there's", "what's", "let's"))


_SOMEBODY = frozenset(("he", "she", "it", "nobody", "everybody", "everyone", "somebody", "someone", "nothing"))


@lru_cache(maxsize=4096)  # the same words are tried as a quote of several clauses
def has_verb(text: str) -> bool:
    """Whether a finite verb may stand in the text, so that it can be a statement at all."""
    # With the stop of its sentence, whose words are known already where it is the whole of it.
    words = without_marks(words_of(f"{text}."))
    return finite(words) or _is_past(words, straight_words(words))


def _is_past(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """An irregular past behind a noun: "a quake STRUCK", not "the lost year"."""
    return any(
        at and words[at].text.islower() and low in class_of("past") and lows[at - 1] not in _BEFORE_NOUN
        for at, low in enumerate(lows)
    )


@once
def finite(words: Sequence[Word]) -> bool:
    """Whether a finite verb may stand in it; a bare participle after a noun does not count."""
    lows = straight_words(words)
    for at, text in enumerate(lows):
        if text in small("auxiliaries") or ("'" in text and _is_short_form(text)):
            return True
        if not (words[at].text.islower() or at == 0):
            continue
        if (at > 0 or len(words) > 3) and _is_verb(text):
            before = lows[at - 1] if at else ""
            if before in small("articles") - POINTING or before in ("of", "in", "for"):
                continue
            return True
        if at and text.endswith("ed") and len(text) > 4:
            return True
        if at == 1 and lows[0] in _SOMEBODY and text.endswith("s") and len(text) > 3:
            return True
    return False


def _is_verb(text: str) -> bool:
    return (text in forms("verbs") or text in verbs()) and not text.endswith("ing")


def _is_short_form(text: str) -> bool:
    """ "don't", "they've", "it's": an auxiliary is in it."""
    return "n't" in text or text.endswith(("'re", "'m", "'ve", "'ll", "'d")) or text in _IT_IS


def inflected(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """In a sentence with its full stop, a word in another form than the dictionary's may be a verb not listed.

    So may a plain form behind a plural: "the two systems complement each other".
    """
    return any(
        word.text.islower()
        and (
            (word.lemma != lows[at] and not lows[at].endswith("ing"))
            or (lows[at - 1].endswith("s") and first_used_as_verb(lows[at]))
        )
        and lows[at - 1] not in small("articles")
        and lows[at - 1] not in small("prepositions")
        for at, word in enumerate(words)
        if at
    )
