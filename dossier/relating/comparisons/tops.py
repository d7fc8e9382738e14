"""Who is the largest or the first, told by two articles on the same things: the same one, or another."""

from __future__ import annotations

from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import is_telling, meet
from dossier.relating.comparisons.holders import top_of
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.wordings import around


def tops(a: Frame, b: Frame) -> Opinion | None:
    """One place at the top, and who holds it."""
    mine, theirs = top_of(a), top_of(b)
    if mine is None or theirs is None or not meet(mine.what, theirs.what) or not is_telling(mine.what):
        return None
    words = (around(a, mine.at, mine.what.index), around(b, theirs.at, theirs.what.index))
    if meet(mine.who, theirs.who):
        return Opinion("agrees", "holders", words, "give the same place at the top to the same one", 0.75)
    return Opinion(
        "contradicts", "holders", words, "give the same place at the top to different ones", 0.75, passing="now"
    )
