"""Who is the largest, the oldest, the main one: each side gives the place to somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from dossier.language.lexical import closeness
from dossier.language.listed import listed, listed_words
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around

_listed = partial(listed_words, "amounts.yaml")

_AKIN = 0.6  # how close what they are largest of must be


@dataclass(frozen=True, slots=True)
class Top:
    """A place at the top: the number of the word that says so, what it is the top of, who holds it."""

    at: int
    what: Term
    who: Term


def holders(pair: Alignment, setting: Setting) -> Opinion | None:
    """One place at the top, held by somebody else on each side."""
    mine, theirs = top_of(pair.a), top_of(pair.b)
    if mine is None or theirs is None:
        return None
    if not are_one(mine.what, theirs.what) or are_one(mine.who, theirs.who) or not _one_field(pair, mine, theirs):
        return None
    words = (around(pair.a, mine.at, mine.what.index), around(pair.b, theirs.at, theirs.what.index))
    return Opinion("contradicts", "holders", words, "give the same place at the top to different ones", 0.8)


@by_frame
def top_of(frame: Frame) -> Top | None:
    """The place at the top that a claim gives to somebody with a name."""
    low = [w.text.lower() for w in frame.words]
    at = next((i for i, word in enumerate(low) if word in _listed("tops")), -1)
    before = [word for word in low[max(0, at - 3) : at] if word != "the"]
    if at < 0 or (before and before[-1] in _listed("not_quite_top")) or any(n.reaches(at) for n in frame.negations):
        return None
    after = [t for t in frame.terms if t.index > at]
    run = [t for n, t in enumerate(after) if t.index == at + 1 + n]  # "trading partner"
    said = [i for i, word in enumerate(low) if word in _listed("holding")]
    passed = next((t.index for t in frame.terms if t.lemma in listed("overtaking")), len(low))
    names = [t for t in frame.terms if t.kind == "name" and not low[t.index].endswith(("'s", "’s", "s'", "s’"))]
    if passed < at or any(i < at for i in said):
        who = next((t for t in names if t.index < min(at, passed)), None)
    else:  # "its main partner is China"
        who = next((t for t in names if said and t.index > said[0]), None)
    return Top(at, run[-1], who) if run and who else None


def are_one(x: Term, y: Term) -> bool:
    """Whether two words may name one: the same, met by the same, or akin."""
    return x.lemma == y.lemma or not x.keys.isdisjoint(y.keys) or closeness(x.lemma, y.lemma) >= _AKIN


def _one_field(pair: Alignment, mine: Top, theirs: Top) -> bool:
    """Whether both speak of the largest lender to Laos: the same names beside the holders, no other goods."""
    held = (mine.who, theirs.who)
    names = [
        [t for t in f.terms if t.kind == "name" and not any(are_one(t, who) for who in held)]
        for f in (pair.a, pair.b)
    ]
    met = all(any(are_one(x, y) for y in names[1]) for x in names[0]) and all(
        any(are_one(x, y) for x in names[0]) for y in names[1]
    )
    drop = [[t for t in f.terms if t.kind == "name" or t.lemma in listed("overtaking")] for f in (pair.a, pair.b)]
    return met and not pair.clash(drop[0], drop[1])
