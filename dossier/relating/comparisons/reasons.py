"""What made something happen, told by two articles on the same things: one cause affirmed and denied, or two."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.relating.apart.causes import Cause, causes_of
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term, is_telling, meet
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter, is_central

_SCORE = 0.78


def reasons(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """What comes of the causes two claims tell; a dispute before what is only partly at odds."""
    found = [o for x in causes_of(a) for y in causes_of(b) if (o := _of_two(a, b, x, y, matter))]
    return next((o for o in found if o.type == "contradicts"), found[0] if found else None)


def _of_two(a: Frame, b: Frame, mine: Cause, theirs: Cause, matter: Matter) -> Opinion | None:
    if _of_two_names(mine.cause, theirs.cause) or _of_two_names(mine.effect, theirs.effect):
        return None
    one_cause = _met(mine.cause, theirs.cause)
    effects = _met(mine.effect, theirs.effect)
    known = bool(effects) or any(is_central(x, y, matter) for x in mine.effect for y in theirs.effect)
    told = [(c.start, c.end - 1, *(t.index for t in c.cause)) for c in (mine, theirs)]
    words = (a.stretch(told[0]), b.stretch(told[1]))
    if one_cause and (known or not _telling(mine.effect) or not _telling(theirs.effect)):
        if mine.sign == theirs.sign:
            return None  # that two articles name one cause held no more often than their claims are likely to agree
        return Opinion("contradicts", "causes", words, "disagree on whether one brought about the other", _SCORE)
    known = any(x.kind == "word" for x in effects)  # of one country many things are caused
    if known and not one_cause and mine.sign == theirs.sign == 1 and (mine.chief or theirs.chief):
        kind = "contradicts" if mine.chief and theirs.chief else "qualifies"
        return Opinion(kind, "causes", words, "name different causes of the same thing", _SCORE - 0.06)
    return None


def _of_two_names(ours: Sequence[Term], theirs: Sequence[Term]) -> bool:
    """ "The fire on MAUI", "the fire on TENERIFE": each is named, and neither by a name of the other's."""
    names = [[t for t in side if t.kind == "name"] for side in (ours, theirs)]
    return all(names) and not any(meet(x, y) for x in names[0] for y in names[1])


def _met(ours: Sequence[Term], theirs: Sequence[Term]) -> list[Term]:
    """Words of one that the other has too, none so light that it tells nothing."""
    light = load("events.yaml")["light"]
    met = [(x, y) for x in ours if x.lemma not in light for y in theirs if meet(x, y)]
    return [x for x, y in met if not _is_beside(x, ours, theirs) and not _is_beside(y, theirs, ours)]


def _is_beside(term: Term, own: Sequence[Term], others: Sequence[Term]) -> bool:
    """Whether it only tells which thing stands behind it, of which the other does not speak: the DENGUE vaccine."""
    behind = [t for t in own if t.index == term.index + 1 and t.kind == "word"]
    return bool(behind) and not any(meet(behind[0], other) for other in others)


def _telling(terms: Sequence[Term]) -> bool:
    return any(is_telling(t) for t in terms)
