"""Another thing in the same place of two statements that else run alike.

Who says that flights were stopped and who says that trains were not may both be right: what is denied of one thing
says nothing of another. Only where the statements run alike does another word mean another thing; else it may be
another way to put the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, product, takewhile

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_opposite, may_be_same
from dossier.language.lexical import first_used_as_verb, is_verb
from dossier.relating.alignment import Alignment, is_manner
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term

_ALIKE = 0.5  # so much of both is shared where two statements run alike
_TELLING = 2.4  # from this weight on a word means something of its own
_TIED = 4  # words behind a thing within which stands which one is meant
_TIES = frozenset({"of", "on", "for", "about", "against", "over"})
_SOME = 2  # words that must be the very same
_END_OBJECT = words_in("links", "conjunctions", "auxiliaries", "be")


def exchanged(pair: Alignment, drop_a: Sequence[Term] = (), drop_b: Sequence[Term] = ()) -> tuple[Term, Term] | None:
    """Two words of one sort in the same place that are neither two names of one thing nor opposites.

    The given terms, whose difference is the point, are none.
    """
    if pair.cover < _ALIKE or sum(x.lemma == y.lemma for x, y in pair.met) < _SOME:
        return None
    placed = chain(pair.swaps(drop_a, drop_b), _done_to(pair), _sorts(pair))
    return next(
        (
            (x, y)
            for x, y in placed
            if x not in drop_a and y not in drop_b and _is_another(x, y) and not _are_denied(pair, x, y)
        ),
        None,
    )


def done_to_another(pair: Alignment) -> bool:
    """Whether one act is done to two things: behind with its BOND payments, and pays its TEACHERS."""
    return any(_is_another(x, y) for x, y in _done_to(pair))


def _done_to(pair: Alignment) -> Iterator[tuple[Term, Term]]:
    """What one act is done to here and there, where the other lacks it: "not paid its BILL", "paid its TEACHERS"."""
    left_a, left_b = frozenset(pair.left_a), frozenset(pair.left_b)
    for x, y in pair.met:
        acts = _stands_as_act(pair.a, x), _stands_as_act(pair.b, y)
        if any(acts) and all(act or not is_verb(t.lemma) for act, t in zip(acts, (x, y))):
            mine, theirs = _object(pair.a, x), _object(pair.b, y)
            if mine in left_a and theirs in left_b:
                yield mine, theirs


def _sorts(pair: Alignment) -> Iterator[tuple[Term, Term]]:
    """What tells here and there which thing of one name is meant: the EXTRADITION treaty, the treaty ON MIGRATION."""
    for x, y in pair.met:
        yield from product(_sorting(pair.a, x, pair.left_a), _sorting(pair.b, y, pair.left_b))


def _sorting(frame: Frame, thing: Term, left: tuple[Term, ...]) -> list[Term]:
    """Of what is left over the word right before a thing, and the one tied to it behind."""
    tied = [w.text.lower() for w in frame.words[thing.index + 1 : thing.index + _TIED]]
    behind = 1 + sum(1 for _ in takewhile(lambda w: w in _TIES or w in words_in("determiners"), tied))
    places = {thing.index - 1, thing.index + behind} if tied[:1] and tied[0] in _TIES else {thing.index - 1}
    return [t for t in left if t.index in places]


def _stands_as_act(frame: Frame, term: Term) -> bool:
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    return is_verb(term.lemma) and before not in words_in("determiners", "links") - {"to"}


def _object(frame: Frame, act: Term) -> Term | None:
    """The last telling word of the phrase right behind an act; of an act told by a noun that before it."""
    if not is_verb(act.lemma):
        return next((t for t in frame.terms if t.index == act.index - 1), None)
    behind = takewhile(lambda w: w.is_word and w.text.lower() not in _END_OBJECT, frame.words[act.index + 1 :])
    end = act.index + 1 + sum(1 for _ in behind)
    return next((t for t in reversed(frame.terms) if act.index < t.index < end), None)


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
    if {x.lemma, y.lemma} & _any_thing() or not (acts or first_used_as_verb(x.lemma) == first_used_as_verb(y.lemma)):
        return False
    return not (may_be_same(x.lemma, y.lemma) or may_be_opposite(x.lemma, y.lemma))


@cache
def _any_thing() -> frozenset[str]:
    """ "Way", "thing", "part" stand for any other word, and "beside" for any place."""
    return frozenset([*load("amounts.yaml")["too_wide"], *load("grammar.yaml")["prepositions"]])
