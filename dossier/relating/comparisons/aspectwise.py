"""Two points that tell of one aspect of one thing: the same side of it, or the other."""

from __future__ import annotations

from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.relating.alignment import exclude
from dossier.relating.apart.aspects import needs_more, one_thing, telling_beside
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.moods import calls_untrue
from dossier.relating.apart.points import Point
from dossier.relating.apart.terms import Term, alone_on_both, is_telling, left_over, meet
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter, is_central, is_foreign, without_forenames

_SCORE = 0.7
_MORE = 0.05  # for each further word in common
_MOST = 0.85
_BOTH = 2  # words two claims must share to say the same of a thing
_COUNTING = 4  # words before a thing within which it is counted


def of_aspect(a: Frame, b: Frame, mine: Point, theirs: Point, matter: Matter) -> Opinion | None:
    """What two points of one aspect say of each other; None where they may be told of two things."""
    x, y = mine.thing, theirs.thing
    if x is None or y is None or mine.mood != theirs.mood or not one_thing(mine.name, x, y):
        return None
    met = [(s, t) for s in mine.around for t in theirs.around if meet(s, t)]
    besides = [(s, t) for s, t in met if s is not x and t is not y and is_telling(s)]
    if needs_more(mine.name) and not besides and not _of_the_matter(mine, theirs, matter):
        return None
    if not met:
        return None  # a bill laid open and a report kept secret: two things of one sort
    if is_portion(a, x) and is_portion(b, y):
        return None  # 48,000 homes stand empty, and half of all are let
    if _narrowed(a, b, mine, theirs, met, matter) or calls_untrue(a) != calls_untrue(b):
        return None
    words = (a.stretch((x.index, mine.start, mine.end - 1)), b.stretch((y.index, theirs.start, theirs.end - 1)))
    score = round(min(_MOST, _SCORE + _MORE * len(met)), 3)
    then = mine.past and theirs.past and not (is_done(a, mine) and is_done(b, theirs))
    passing = ("then" if then else "now") if mine.passing else ""
    return Opinion("contradicts", "aspects", words, "are at odds over the same thing", score, passing=passing)


def is_portion(frame: Frame, thing: Term) -> bool:
    """Whether only so many of the things are spoken of: "48,000 HOMES", "more than half of all HOMES"."""
    before = frame.words[max(0, thing.index - _COUNTING) : thing.index]
    counted = [n for n in frame.numerals if n.kind in ("cardinal", "share") and 0 <= thing.index - n.end < _COUNTING]
    return any(all(w.is_word for w in before[len(before) - (thing.index - n.end) :]) for n in counted)


def is_done(frame: Frame, point: Point) -> bool:
    """ "Imposed", "was lifted": an act, each on a day of its own, where "was idle" tells of a state."""
    first = next((w for w in frame.words[point.start : point.end] if w.text.lower() not in words_in("be")), None)
    return first is not None and is_verb(first.lemma) and first.text.lower() != first.lemma


def _of_the_matter(mine: Point, theirs: Point, matter: Matter) -> bool:
    """Whether one names what both articles are about where the other says "the project"."""
    return any(is_central(s, t, matter) for s in mine.around for t in theirs.around)


def _narrowed(a: Frame, b: Frame, mine: Point, theirs: Point, met: list[tuple[Term, Term]], matter: Matter) -> bool:
    """Whether each names somebody or some time the other does not, or its thing by a word that makes it another.

    What both articles are about is named in passing.
    """
    left = left_over((mine.around, theirs.around), met)
    left = [without_forenames(side, [m[n] for m in met]) for n, side in enumerate(left)]
    left = [[t for t in side if t.met_by.isdisjoint(matter.central)] for side in left]
    if any(is_foreign(t, matter) for side in left for t in side):
        return True  # "NIGER'S economy" is not the one of an article that nowhere speaks of Niger
    if alone_on_both(left) & ({"name"} if mine.passing else {"name", "time"}):
        return True
    beside = [
        [t for t in telling_beside(p.name, f, p.thing, [m[n] for m in met]) if t.kind == "word" and is_telling(t)]
        for n, (f, p) in enumerate(((a, mine), (b, theirs)))
        if p.thing
    ]
    return all(beside) or any(exclude(x.lemma, y.lemma) for x in beside[0] for y in beside[1])
