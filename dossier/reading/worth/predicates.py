"""Whether a finite verb may stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word, words_of
from dossier.reading.speech.reporting import small, verbs
from dossier.reading.worth.lists import forms

POINTING = frozenset(("this", "that", "these", "those", "some", "many", "most", "few", "all", "both", "several"))


_SOMEBODY = frozenset(("he", "she", "it", "nobody", "everybody", "everyone", "somebody", "someone", "nothing"))


def has_verb(text: str) -> bool:
    """Whether a finite verb may stand in the text, so that it can be a statement at all."""
    words = [w for w in words_of(text) if w.is_word]
    return bool(words) and finite(words, [w.text.lower().replace("’", "'") for w in words])


def finite(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """Whether a finite verb may stand in it; a bare participle after a noun does not count."""
    for at, text in enumerate(lows):
        if text in small("auxiliaries") or "n't" in text:
            return True
        if text.endswith(("'re", "'m", "'ve", "'ll", "'d")) or text in (
            "it's",
            "that's",
            "he's",
            "she's",
            "there's",
            "what's",
            "let's",
        ):
            return True
        if not (words[at].text.islower() or at == 0):
            continue
        known = text in forms("verbs") or text in verbs()
        if known and not text.endswith("ing") and (at > 0 or len(words) > 3):
            before = lows[at - 1] if at else ""
            if before in small("articles") - POINTING or before in ("of", "in", "for"):
                continue
            return True
        if at and text.endswith("ed") and len(text) > 4:
            return True
        if at == 1 and lows[0] in _SOMEBODY and text.endswith("s") and len(text) > 3:
            return True
    return False


def inflected(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """In a sentence with its full stop, a word in another form than the dictionary's may be a verb not listed."""
    return any(
        word.text.islower()
        and word.lemma != lows[at]
        and not lows[at].endswith("ing")
        and lows[at - 1] not in small("articles")
        and lows[at - 1] not in small("prepositions")
        for at, word in enumerate(words)
        if at
    )
