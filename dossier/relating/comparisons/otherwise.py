"""Two articles tell the same but for one place: before or after it, in the cellar or the attic, since May or June.

So near a miss is most likely one thing, and what fills the place cannot both be so.
"""

from __future__ import annotations

from itertools import product

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import are_opposite
from dossier.language.listed import listed, of_one_class
from dossier.relating.alignment import exclude
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.likely import Shared, in_order, shared_by
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.sharing import of_one_thing
from dossier.relating.meeting_words import Matter

_SPARE = 3  # words of one claim that the other lacks, the place among them
_LASTING = ("since", "until")


def otherwise(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """That the two differ in one place only, and exclude each other there."""
    shared = shared_by(a, b, matter)
    if shared is None or max(map(len, shared.left)) > _SPARE or bool(a.negations) != bool(b.negations):
        return None
    likely = round(of_one_thing(shared, matter), 3)
    if likely < load("disputes.yaml")["otherwise"]:
        return None
    place = place_apart(shared)
    if place and place[0].kind == "time":
        words = (_with_link(a, place[0]), _with_link(b, place[1]))
        return Opinion("contradicts", "dates", words, "date the same thing differently", likely)
    if not any({x.lemma, y.lemma} & listed("single_events") for x, y in shared.met):
        return None  # mould may be found in the cellar and in the attic
    if place and (are_opposite(place[0].lemma, place[1].lemma) or of_one_class(place[0].lemma, place[1].lemma)):
        words = (_with_link(a, place[0]), _with_link(b, place[1]))
        return Opinion("contradicts", "slot", words, "differ in one place", likely)
    if turned(shared):
        return Opinion("contradicts", "slot", (_around_turn(a), _around_turn(b)), "differ on what came first", likely)
    return None


def turned(shared: Shared) -> bool:
    """ "BEFORE the boiler burst", "AFTER the boiler burst", of the same in the same order."""
    other_side = shared.a.before_after * shared.b.before_after < 0
    return other_side and not any(shared.left) and in_order(shared.met) == 1


def place_apart(shared: Shared) -> tuple[Term, Term] | None:
    """Two words that exclude each other behind the same little word, and nothing else that only each of them has."""
    for x, y in product(*shared.left):
        rest = [[t for t in side if t is not x and t is not y] for side in shared.left]
        link = _link(shared.a, x)
        if all(rest) or not link or link != _link(shared.b, y) or x.kind != y.kind:
            continue
        if link in _LASTING if x.kind == "time" else x.kind == "word" and exclude(x.lemma, y.lemma):
            return x, y
    return None


def _link(frame: Frame, term: Term) -> str:
    """ "IN the cellar", "SINCE April": the preposition before it."""
    before = [w.text.lower() for w in frame.words[max(0, term.index - 2) : term.index]]
    before = before[:-1] if before and before[-1] in words_in("determiners") else before[-1:]
    return before[-1] if before and before[-1] in load("grammar.yaml")["prepositions"] else ""


def _with_link(frame: Frame, term: Term) -> str:
    return frame.text_of(max(0, term.index - 2), term.index + 1)


def _around_turn(frame: Frame) -> str:
    """ "Off BEFORE the boiler burst"."""
    at = next(i for i, w in enumerate(frame.words) if w.text.lower() in ("before", "after"))
    return frame.text_of(max(0, at - 2), min(len(frame.words), at + 4))
