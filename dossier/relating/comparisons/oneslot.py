"""All else meets and one place is filled otherwise: by a word that may mean the same, or by one that excludes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_opposite, may_be_same
from dossier.language.lexical import first_used_as_verb
from dossier.language.listed import converse
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import cue_and, sorts_many

_SHARED = 0.75  # of the rest of both, so that no other sense can be meant
_MOSTLY = 0.85  # of the rest of the shorter one, where both are on one situation


def one_slot(pair: Alignment, setting: Setting) -> Opinion | None:
    """The only place in which two statements differ, and whether both can hold there."""
    if not setting.same_situation and not any(x.kind == "name" for x, _ in pair.met):
        return None
    if not setting.same_situation and pair.but_for_one < _SHARED:
        return None
    for x, y in _couples(pair):
        opposite = may_be_opposite(x.lemma, y.lemma)
        if not opposite and not _may_stand_for(x, y):
            continue
        if (x.lemma, y.lemma) in converse():
            continue  # "bought the terminal", "the terminal was sold to"
        if sorts_many(pair, x, y):
            continue
        if not _rest_meets(pair, x, y, setting.same_situation and (opposite or (x, y) in pair.swaps())):
            continue
        against = opposite == (x.negated == y.negated)
        words = (cue_and(pair.a, x), cue_and(pair.b, y))
        if against:
            return Opinion("contradicts", "slot", words, "differ in one place where both cannot hold", 0.75)
        return Opinion("agrees", "slot", words, "say the same with another word", 0.75)
    return None


def _couples(pair: Alignment) -> Iterator[tuple[Term, Term]]:
    """Words left over that stand in one place of both."""
    sides = ((pair.a, pair.left_a), (pair.b, pair.left_b))
    left = [[t for t in side if t.kind == "word" and not _names_which(frame, t)] for frame, side in sides]
    yield from product(*left)


def _may_stand_for(x: Term, y: Term) -> bool:
    return first_used_as_verb(x.lemma) == first_used_as_verb(y.lemma) and may_be_same(x.lemma, y.lemma)


def _rest_meets(pair: Alignment, x: Term, y: Term, mostly: bool) -> bool:
    """Whether all else meets; with `mostly` it is enough that the longer has nearly all the shorter says."""
    met = [m for m, _ in pair.met if m.kind in ("word", "name")]
    if not met or pair.clash([x], [y]) or pair.swapped_beside([x], [y]):
        return False
    if pair.without([x], [y]) >= _SHARED:
        return True
    return mostly and len(met) > 1 and pair.without_of_shorter([x], [y]) >= _MOSTLY


def _names_which(frame: Frame, term: Term) -> bool:
    """ "The old bridge": the word tells which one is meant, it says nothing of it."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    after = frame.words[term.index + 1] if term.index + 1 < len(frame.words) else None
    return before in words_in("determiners") and any(after and t.index == term.index + 1 for t in frame.terms)
