"""Another thing in the same place of two statements that else run alike.

Who says that flights were stopped and who says that trains were not may both be right: what is denied of one thing
says nothing of another. Only where the statements run alike does another word mean another thing; else it may be
another way to put the same.
"""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.kinship import may_be_opposite, may_be_same
from dossier.language.lexical import closeness, first_used_as_verb, is_verb
from dossier.relating.alignment import Alignment, is_manner
from dossier.relating.frames import Term

_ALIKE = 0.5  # so much of both is shared where two statements run alike
_TELLING = 2.4  # from this weight on a word means something of its own
_SOME = 2  # words that must be the very same


def exchanged(pair: Alignment) -> tuple[Term, Term] | None:
    """Two words of one sort in the same place that are neither two names of one thing nor opposites."""
    if pair.cover < _ALIKE or sum(x.lemma == y.lemma for x, y in pair.met) < _SOME:
        return None
    return next(((x, y) for x, y in pair.swaps() if _is_another(x, y) and not _are_denied(pair, x, y)), None)


def _are_denied(pair: Alignment, x: Term, y: Term) -> bool:
    """Whether the two are what one states and the other denies: "went to the funeral" and "did not ATTEND" it."""
    verb = is_verb(x.lemma) and is_verb(y.lemma)
    deeper = any(m.negated != n.negated and is_verb(m.lemma) and m.index < x.index for m, n in pair.met)
    return verb and not deeper


def _is_another(x: Term, y: Term) -> bool:
    if x.kind != y.kind or min(x.weight, y.weight) < _TELLING or is_manner(x) or is_manner(y):
        return False
    if x.kind == "name":
        return x.keys.isdisjoint(y.keys)
    acts = is_verb(x.lemma) and is_verb(y.lemma)
    if {x.lemma, y.lemma} & _any_thing() or not (acts or _is_act(x) == _is_act(y)):
        return False
    return not (_akin(x.lemma, y.lemma) or may_be_opposite(x.lemma, y.lemma))


def _is_act(term: Term) -> bool:
    return first_used_as_verb(term.lemma)


@cache
def _any_thing() -> frozenset[str]:
    """ "Way", "thing", "part" stand for any other word, and "beside" for any place."""
    return frozenset([*load("amounts.yaml")["too_wide"], *load("grammar.yaml")["prepositions"]])


def _akin(x: str, y: str) -> bool:
    return may_be_same(x, y) or closeness(x, y) > 0 or closeness(y, x) > 0
