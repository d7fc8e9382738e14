"""By how much one thing rose or fell, told by two articles: "doubled", "rose by 65 percent"."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.data import load
from dossier.relating.alignment import exclude
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.terms import Term, is_telling, meet
from dossier.relating.apart.times import of_one_start
from dossier.relating.comparisons.opinion import Opinion

_BY = 2  # words after "rose" within which stands by how much
_SAME = 0.12  # as near as this they are one, rounded
_ROUGH = 0.2  # "roughly a fifth" and 17 percent
_APART = 0.25  # and so far from each other not both are right
_LEVELS = frozenset({"to", "at", "from"})


@dataclass(frozen=True, slots=True)
class Degree:
    """How far a thing went: which way, by how many percent, and whether by more than that or only about that."""

    head: Term
    sign: int
    size: float
    more: bool
    about: bool
    start: int
    end: int


def degrees(a: Frame, b: Frame) -> Opinion | None:
    """What comes of the first two changes of one thing that went the same way."""
    for mine in degrees_of(a):
        for theirs in degrees_of(b):
            if mine.sign != theirs.sign or not _of_one_thing(a, b, mine, theirs):
                continue
            small, large = sorted((mine.size, theirs.size))
            words = (a.text_of(mine.start, mine.end), b.text_of(theirs.start, theirs.end))
            if large - small <= (_ROUGH if mine.about or theirs.about else _SAME) * large:
                return Opinion("agrees", "measures", words, "tell of the same change", 0.75)
            left_open = mine.more if mine.size == small else theirs.more
            if large - small > _APART * large and not left_open:
                return Opinion("contradicts", "measures", words, "tell by how much the same thing changed", 0.72)
    return None


@by_frame
def degrees_of(frame: Frame) -> tuple[Degree, ...]:
    """All changes of a claim that say by how much."""
    found = []
    multiples = load("amounts.yaml")["multiples"]
    for d in frame.directions if frame.claim.kind != "prediction" else ():
        head = head_of(frame, d) if d.sign and not d.turned_by else None
        lemma = frame.words[d.end - 1].lemma
        by = next((n for n in frame.numerals if n.kind == "share" and 0 <= n.start - d.end <= _BY), None)
        if by and not _LEVELS.isdisjoint(w.text.lower() for w in frame.words[d.end : by.start]):
            by = None  # "slowed TO 1.9 percent" tells how much it is
        before = [w.text.lower() for w in frame.words[max(0, d.start - 2) : d.start]]
        if head and lemma in multiples:
            more = before == ["more", "than"]
            found.append(Degree(head, d.sign, multiples[lemma], more, False, min(head.index, d.start), d.end))
        elif head and by:
            more = by.high is None
            found.append(
                Degree(head, d.sign, by.low or by.high or 0.0, more, by.about, min(head.index, d.start), by.end)
            )
    return tuple(found)


def _of_one_thing(a: Frame, b: Frame, mine: Degree, theirs: Degree) -> bool:
    """Whether both tell of one thing counted from one day, neither narrowed by what the other has not."""
    if not meet(mine.head, theirs.head) or not of_one_start(a.claim, b.claim, (a.period, b.period)):
        return False
    beside = [
        [t for t in f.terms if d.start <= t.index < d.end and t.kind in ("word", "name") and t is not d.head]
        for f, d in ((a, mine), (b, theirs))
    ]
    left = [
        [t for t in side if is_telling(t) and not any(meet(t, o) for o in beside[1 - n])]
        for n, side in enumerate(beside)
    ]
    left = [[t for t in side if t.lemma not in load("amounts.yaml")["multiples"]] for side in left]
    named = [any(t.kind == "name" for t in side) for side in left]
    return not all(named) and not any(exclude(x.lemma, y.lemma) for x in left[0] for y in left[1])
