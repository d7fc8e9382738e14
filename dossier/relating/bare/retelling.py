"""A text, and a statement about it in other words that denies it.

Only for two texts known to speak of one situation. The statement may be shorter than the text and use wider or
related words; what it adds must be little, and nothing in it may take the place of something else in the text.
"""

from __future__ import annotations

from dossier.data import load
from dossier.language.kinship import may_be_same
from dossier.language.lexical import closeness, first_used_as_verb, is_verb
from dossier.relating.alignment import Alignment
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.exchanged import exchanged
from dossier.relating.comparisons.wordings import (
    opposed,
    outright,
    tells_of_want,
)

_BORNE_OUT = 0.5  # the share of the statement's weight that the text must have in some form
_MOSTLY = 0.7  # and so much where the statement tells of several things besides
_STANDS_FOR = 0.6  # how close a word of the text must be to be held against a word of the statement
_PARALLEL = 0.33
_NEARLY_ALL = 0.75  # so much of the shorter side the longer has where it has every word of it
_LEAST = 2  # words that must be met
_TELLING = 2.9  # from this weight on a word means something of its own: "thing" and "way" do not
_TURNED = 0.25  # the share of the words both have that one side negates and the other does not


def denied(pair: Alignment) -> tuple[Term, Term] | None:
    """The words one side negates and the other does not, when b retells a (or a retells b) and denies it."""
    if len(outright(pair.a)) % 2 == len(outright(pair.b)) % 2:
        return None
    side = shorter_side(pair)
    left = pair.left_b if side else pair.left_a
    counts = ("word", "number") if _of_nobody(pair) else ("word",)
    if any(t.kind not in counts for t in left) or opposed(pair):
        return None
    if _of_another_thing(pair) or tells_of_want(pair):
        return None
    if pair.order_turned or exchanged(pair):
        return None
    met = [*pair.met, *_loosely_met(pair, side)]
    enough = _BORNE_OUT if len(unmet(pair, side)) < _LEAST else _MOSTLY
    if borne_out(pair) < enough or len(met) < _LEAST or len(pair.met) < _LEAST:
        return None
    if any(x.negated and y.negated and x.kind == "word" for x, y in pair.met):
        return None  # what one denies the other denies, too, whatever else it denies
    turned = [(x, y) for x, y in met if x.negated != y.negated]
    if len(turned) < max(1.0, _TURNED * len(met)):
        return None
    return max(turned, key=lambda m: (m[0].kind == "word", m[0].weight))


def _of_another_thing(pair: Alignment) -> bool:
    """Whether a thing or name of one stands in the place of another, or one act in that of another.

    Words of two sorts in one place ("eats" and "feels ill") are only two ways to tell it.
    """
    for x, y in pair.swaps() if is_parallel(pair) else ():
        if x.kind == y.kind == "word" and may_be_same(x.lemma, y.lemma):
            continue
        acts = [first_used_as_verb(t.lemma) for t in (x, y)]
        if x.kind == y.kind and acts[0] == acts[1] and _telling(x) and _telling(y):
            return True
    return False


def _of_nobody(pair: Alignment) -> bool:
    """Whether it is denied of everybody: then whoever else it is said of contradicts it."""
    return any(cue.lower() in ("nobody", "no one", "none") for f in (pair.a, pair.b) for cue in outright(f))


def _telling(term: Term) -> bool:
    return term.weight > _TELLING


def both_deny(pair: Alignment) -> bool:
    """Whether both deny one thing, "no deal was reached" and "without a deal", with no other thing beside it."""
    side = shorter_side(pair)
    shared = [x for x, y in pair.met if x.negated and y.negated and x.kind == "word"]
    denies = all(outright(f) for f in (pair.a, pair.b)) or any(is_verb(x.lemma) for x in shared)
    other = [t for t in unmet(pair, side) if t.kind != "word" or not is_verb(t.lemma)]
    return bool(shared) and denies and not other and not opposed(pair) and borne_out(pair) >= _NEARLY_ALL


def borne_out(pair: Alignment) -> float:
    """The share of the weight of the shorter side that the longer has in the same, a related or a wider word."""
    side = shorter_side(pair)
    own = pair.b if side else pair.a
    met = [*pair.met, *_loosely_met(pair, side)]
    found = sum(_worth(m, side) for m in met)
    return found / own.weight if own.weight else 0.0


def _worth(met: tuple[Term, Term], side: int) -> float:
    x, y = met
    near = 1.0 if x.lemma == y.lemma or x.kind != "word" else max(closeness(x.lemma, y.lemma), _STANDS_FOR)
    return met[side].weight * near


def shorter_side(pair: Alignment) -> int:
    """1 when b is the shorter side, else 0."""
    return 1 if pair.b.weight <= pair.a.weight else 0


def is_parallel(pair: Alignment) -> bool:
    """Whether the two share so much that another word in the same place means another thing."""
    return pair.cover >= _PARALLEL


def _loosely_met(pair: Alignment, side: int) -> list[tuple[Term, Term]]:
    """For each word left over in the shorter statement the closest word of the text, used already or not."""
    left, others = (pair.left_b, pair.a.terms) if side else (pair.left_a, pair.b.terms)
    met: list[tuple[Term, Term]] = []
    for term in left:
        near = max(
            (o for o in others if o.kind == "word"), key=lambda o: closeness(o.lemma, term.lemma), default=None
        )
        if near is not None and closeness(near.lemma, term.lemma) >= _STANDS_FOR:
            met.append((near, term) if side else (term, near))
    return met


def unmet(pair: Alignment, side: int) -> list[Term]:
    """The words of one side that the other has in no form; light ones do not count."""
    loosely = [m[side] for m in _loosely_met(pair, side)]
    left = pair.left_b if side else pair.left_a
    return [t for t in left if t not in loosely and t.lemma not in load("events.yaml")["light"]]
