"""Words before a noun that tell which sort of a thing is meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.language.lexical import first_used_as_verb
from dossier.language.words import Word


def tells_which_of_many(words: Sequence[Word]) -> bool:
    """Whether two words that open a sentence are a sort of many things: "RICH countries" pay, and poor ones may, too.

    "Fewer people" tells how many and no sort; "the rich country" is one.
    """
    if len(words) != 2 or not all(w.is_word for w in words):
        return False
    first, noun = words
    low = noun.text.lower()
    return (
        low.endswith("s")
        and (low != noun.lemma or noun.text[0].isupper())  # "young GREEKS"
        and not first_used_as_verb(first.lemma)
        and first.lemma not in _amounts()
    )


@cache
def _amounts() -> frozenset[str]:
    """How many or how much there is: "more", "few"."""
    return frozenset(word for words in load("amounts.yaml")["scope"].values() for word in words) | frozenset(
        load("amounts.yaml")["compared"]
    )
