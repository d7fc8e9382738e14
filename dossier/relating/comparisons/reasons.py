"""What made something happen, told by two articles on the same things: one affirms a cause, the other denies it."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.relating.apart.causes import Cause, causes_of
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term, meet
from dossier.relating.comparisons.opinion import Opinion

_SCORE = 0.78


def reasons(a: Frame, b: Frame) -> Opinion | None:
    """That one denies what the other tells to have brought something about."""
    both = ((x, y) for x in causes_of(a) for y in causes_of(b) if x.sign != y.sign)
    for x, y in both:
        if _met(x.cause, y.cause) and _of_one_effect(x, y):
            words = (_told(a, x), _told(b, y))
            return Opinion("contradicts", "causes", words, "disagree on whether one caused the other", _SCORE)
    return None


def name_two_causes(a: Frame, b: Frame) -> bool:
    """Whether they tell of one thing that two have brought about: no more an agreement than a contradiction."""
    told = [(x, y) for x in causes_of(a) for y in causes_of(b) if x.effect and y.effect and _of_one_effect(x, y)]
    return bool(told) and not any(_met(x.cause, y.cause) for x, y in told)


def _of_one_effect(mine: Cause, theirs: Cause) -> bool:
    """Whether both brought one thing about; "it" is what both articles are about."""
    return not (mine.effect and theirs.effect) or _met(mine.effect, theirs.effect)


def _met(ours: Sequence[Term], theirs: Sequence[Term]) -> bool:
    """Whether they share a word that tells something, and not only which thing: the DENGUE vaccine, in CHAD."""
    light = load("events.yaml")["light"]
    named = [t for t in ours if t.lemma not in light and not any(key.isupper() for key in t.keys)]
    met = [(x, y) for x in named for y in theirs if meet(x, y)]
    return any(not _is_beside(x, ours, theirs) and not _is_beside(y, theirs, ours) for x, y in met)


def _is_beside(term: Term, own: Sequence[Term], others: Sequence[Term]) -> bool:
    """Whether a thing stands right behind it of which the other does not speak."""
    behind = [t for t in own if t.index == term.index + 1 and t.kind == "word"]
    return bool(behind) and not any(meet(behind[0], other) for other in others)


def _told(frame: Frame, cause: Cause) -> str:
    return frame.stretch((cause.start, cause.end - 1, *(t.index for t in cause.cause)))
