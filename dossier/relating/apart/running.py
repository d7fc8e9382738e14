"""Whether what is told is over and done, or as of the day it is told, so that another day may find it changed."""

from __future__ import annotations

from functools import partial

from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.listed import lexicon_of
from dossier.language.negation import clause_around
from dossier.relating.apart.frames import Frame, by_frame

_so_far = partial(lexicon_of, "dates_tense.yaml", "so_far")

_BACK_THEN = frozenset({"was", "were", "did", "had"})


@by_frame
def is_over(frame: Frame, at: int) -> bool:
    """ "700 houses WERE razed" is over; "HAVE been razed SO FAR" and "it COSTS" are as of the day they are told."""
    low, high = clause_around(frame.words, at)
    words = frame.words[low:high]
    said = [w.text.lower() for w in words]
    if not words_in("auxiliaries", "be").isdisjoint(set(said) - _BACK_THEN - {"been", "to"}):
        return False
    return any(w in _BACK_THEN for w in said) or any(
        is_verb(w.lemma) and t != w.lemma and not t.endswith(("s", "ing")) for w, t in zip(words, said)
    )


@by_frame
def is_so_far(frame: Frame) -> bool:
    """ "Families have received nothing SO FAR"."""
    return any(_so_far().find(frame.words))
