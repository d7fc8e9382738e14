"""All else meets and one place is filled otherwise: by a word that may mean the same, or by one that excludes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_opposite, may_be_same
from dossier.language.lexical import first_used_as_verb
from dossier.language.listed import converse
from dossier.relating.alignment import Alignment
from dossier.relating.apart.acts import is_passive
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.exchanged import exchanged
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import (
    cue_and,
    far_apart,
    of_a_part,
    opposed,
    sorts_many,
    stand_before_a_denial,
)

_BOTH_ENDS = "tell the same from its two ends"
_REST = 0.7  # of the rest of both, where two words are opposites in any sense,
_ON_ONE = 0.6  # and of the shorter one, where both are on one situation
_SHARED = 0.75  # more of both, so that no other sense can be meant,
_MOSTLY = 0.85  # and of the shorter one


def one_slot(pair: Alignment, setting: Setting) -> Opinion | None:
    """The only place in which two statements differ, and whether both can hold there."""
    if not setting.same_situation and pair.but_for_one < _REST:
        return None
    for x, y, sure in _couples(pair, setting):
        if (x.lemma, y.lemma) in converse() and _from_both_ends(pair, x, y):
            return Opinion("agrees", "slot", (cue_and(pair.a, x), cue_and(pair.b, y)), _BOTH_ENDS, 0.75)
        turned = is_passive(pair.a, x) != is_passive(pair.b, y)
        if sorts_many(pair, x, y) or ((x.lemma, y.lemma) in converse() and (turned or not sure)):
            continue  # "bought the terminal", "the terminal was sold to"
        opposite = sure or may_be_opposite(x.lemma, y.lemma)
        if opposite and _may_both_be_denied(pair, x, y):
            continue  # neither "the boys" nor "the girls" were allowed to; "not in the north" is not "in the south"
        if not (_holds_of_one(pair, x, y, setting) if sure else _rest_meets(pair, x, y, setting, opposite)):
            continue
        if exchanged(pair, [x], [y]):
            continue  # the treaty on migration is approved, the one on extradition rejected
        words = (cue_and(pair.a, x), cue_and(pair.b, y))
        rule = "parts" if far_apart(pair) else "slot"
        if (opposite == (x.negated == y.negated)) != (sure and far_apart(pair)):
            return Opinion("contradicts", rule, words, "differ in one place", 0.75)
        return Opinion("agrees", rule, words, "say the same in other words", 0.75)
    return None


def _from_both_ends(pair: Alignment, x: Term, y: Term) -> bool:
    """ "A sold it to B", "B bought it from A": who stands before the verb in one stands behind it in the other."""
    sides = {(m.index < x.index, n.index < y.index) for m, n in pair.met}
    return x.negated == y.negated and {(True, False), (False, True)} <= sides


def _couples(pair: Alignment, setting: Setting) -> Iterator[tuple[Term, Term, bool]]:
    """Words left over that exclude each other for sure, then others that may, or may say the same."""
    yield from ((x, y, True) for x, y in opposed(pair) if not (_is_told_by(pair.a, x) or _is_told_by(pair.b, y)))
    if not setting.same_situation and not any(x.kind == "name" for x, _ in pair.met):
        return
    sides = ((pair.a, pair.left_a), (pair.b, pair.left_b))
    left = [[t for t in side if t.kind == "word" and not _names_which(frame, t)] for frame, side in sides]
    for x, y in product(*left):
        one_sort = first_used_as_verb(x.lemma) == first_used_as_verb(y.lemma)
        if may_be_opposite(x.lemma, y.lemma) or (one_sort and may_be_same(x.lemma, y.lemma)):
            yield x, y, False


def _holds_of_one(pair: Alignment, x: Term, y: Term, setting: Setting) -> bool:
    """Whether two opposites are said of one thing: and not of a part of it."""
    if of_a_part(pair, x.index + 1, y.index + 1):
        return False
    on_one = setting.same_situation
    rest = pair.without_of_shorter([x], [y]) if on_one else pair.without([x], [y])
    return rest >= (_ON_ONE if on_one else _REST) and not pair.clash([x], [y], setting.allowed(pair))


def _rest_meets(pair: Alignment, x: Term, y: Term, setting: Setting, opposite: bool) -> bool:
    """Whether all else meets; on one situation it is enough that the longer has nearly all the shorter says."""
    met = [m for m, _ in pair.met if m.kind in ("word", "name")]
    if not met or pair.clash([x], [y]) or pair.swapped_beside([x], [y]):
        return False
    if pair.without([x], [y]) >= _SHARED:
        return True
    mostly = setting.same_situation and (opposite or (x, y) in pair.swaps())
    return mostly and len(met) > 1 and pair.without_of_shorter([x], [y]) >= _MOSTLY


def _is_told_by(frame: Frame, term: Term) -> bool:
    """ "The new law", "the east": behind an article it tells which one is meant."""
    return term.index > 0 and frame.words[term.index - 1].text.lower() in words_in("determiners")


def _may_both_be_denied(pair: Alignment, x: Term, y: Term) -> bool:
    """Whether two things stand in a denial, as what is denied or before it."""
    negated = x.negated or y.negated or all(map(stand_before_a_denial, (pair.a, pair.b), ([x], [y])))
    return negated and (_is_a_thing(pair.a, x) or _is_a_thing(pair.b, y))


def _is_a_thing(frame: Frame, term: Term) -> bool:
    """ "In the NORTH", not "was the SAME"."""
    before = frame.words[term.index - 2].text.lower() if term.index > 1 else ""
    return _is_told_by(frame, term) and before not in words_in("be")


def _names_which(frame: Frame, term: Term) -> bool:
    """ "The old bridge": the word tells which one is meant, it says nothing of it."""
    return _is_told_by(frame, term) and any(t.index == term.index + 1 for t in frame.terms)
