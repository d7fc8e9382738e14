"""Do two claims that are at odds tell of one thing? They say little else, or share enough of what they say.

What is at odds is left out of the reckoning: only one denies it, or each has a number of its own.
"""

from __future__ import annotations

from dossier.data import load
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.heads import of_two_amounts
from dossier.relating.apart.running import is_over
from dossier.relating.apart.terms import is_telling, meetable
from dossier.relating.comparisons.likely import Shared, likelihood, shared_by, signs
from dossier.relating.comparisons.measures import figures_of, told_in
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter

_IN_DISPUTE = ("denied in one", "other numbers", "other numbers beside")


def of_one_thing(shared: Shared, matter: Matter) -> float:
    """How likely two claims tell of one thing, whichever of them denies it and whatever number each gives."""
    return likelihood(signs(shared, matter) | dict.fromkeys(_IN_DISPUTE, 0.0))


def of_other_figures(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """That the two give different figures for one thing, where both most likely tell of it."""
    figures = figures_of(a, b)
    shared = shared_by(a, b, matter) if figures.other and not of_two_amounts(a, b) else None
    likely = round(of_one_thing(shared, matter), 3) if shared else 0.0
    if likely < load("disputes.yaml")["least"]["measures"]:
        return None
    x, y = figures.other[0]
    words = told_in(a, x), told_in(b, y)
    over = "then" if is_over(a, x.number.start) and is_over(b, y.number.start) else "now"
    what = "give different figures for the same thing"
    return Opinion("contradicts", "measures", words, what, likely, passing=over)


def shares_enough(a: Frame, b: Frame, found: Opinion, matter: Matter) -> bool:
    """Whether two claims that are at odds say little besides the deciding words, or most likely tell of one thing."""
    listed = load("disputes.yaml")
    if _spare(a, found.words[0], b) + _spare(b, found.words[1], a) <= listed["spare"]:
        return True
    shared = shared_by(a, b, matter)
    return shared is not None and of_one_thing(shared, matter) >= listed["least"][found.rule]


def _spare(frame: Frame, words: str, other: Frame) -> int:
    """How many telling words of a claim, beside those that decide, meet none of the other."""
    at, met_by = max(0, frame.text.find(words)), meetable(other.terms)
    rest = [t for t in frame.terms if not at <= frame.words[t.index].start < at + len(words)]
    return sum(t.kind in ("word", "name") and is_telling(t) and t.met_by.isdisjoint(met_by) for t in rest)
