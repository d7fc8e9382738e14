"""A figure of one thing in two articles on the same things: the same, or another one.

No list tells what such a figure measures, as one tells what befell people (`totals`): a share, a price, a number of
ships. That it measures one thing in both is as likely as that both claims tell of one thing, figures that come to the
same counted for it.
"""

from __future__ import annotations

from dossier.data import load
from dossier.relating.apart.ballots import ballots_of
from dossier.relating.apart.counts import (
    Count,
    in_one_unit,
    is_measured,
    on_people,
    same_measure,
)
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.heads import of_two_amounts
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.running import is_over
from dossier.relating.apart.standards import is_held_against, is_limit, is_part, is_whole, moves_by
from dossier.relating.apart.tallies import counts_of
from dossier.relating.apart.terms import meet
from dossier.relating.comparisons.likely import FEW, likelihood, shared_by, signs
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter

_AT_ODDS = 0.5  # how likely both must tell of one thing where figures differ: such a pair is shown as a hint only
_SPAN = 5.0  # one figure so many times the other measures something else

Couples = list[tuple[Count, Count]]


def measures(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """That figures of the two are at odds, or come to the same, where both most likely tell of one thing."""
    couples = [(x, y) for x in _measured(a) for y in _measured(b) if _stand_alike(a, x, b, y)]
    same = [(x, y) for x, y in couples if _tells(x) and _are_one(*in_one_unit(x, y))]
    other = [(x, y) for x, y in couples if _differ(a, x, b, y)]
    shared = shared_by(a, b, matter) if same or other else None
    if shared is None or of_two_amounts(a, b):
        return None
    rough = sum(x.number.value != y.number.value for x, y in same)
    told = signs(shared, matter)
    told["large number"] = sum(_weight(x.number, y.number) for x, y in same)
    for sign in ("other numbers", "other numbers beside"):  # which these figures are not
        told[sign] = max(0.0, told[sign] - rough - bool(other))
    likely = round(likelihood(told), 3)
    if likely < (_AT_ODDS if other else load("alike.yaml")["shown"]):
        return None
    x, y = (other or same)[0]
    words = _told(a, x), _told(b, y)
    if not other:
        return Opinion("agrees", "measures", words, "give the same figure", likely)
    over = "then" if is_over(a, x.number) and is_over(b, y.number) else "now"
    return Opinion(
        "contradicts", "measures", words, "give different figures for the same thing", likely, passing=over
    )


@by_frame
def _measured(frame: Frame) -> tuple[Count, ...]:
    """Its figures that measure something: no whole that others are a part of, nothing that one is held against."""
    voted = {c.number for c in ballots_of(frame)}
    told = (c for c in counts_of(frame) if not c.fate and c.number not in voted and c.number.value)
    return tuple(c for c in told if not (is_whole(frame, c.number) or is_held_against(frame, c.number)))


def _stand_alike(a: Frame, x: Count, b: Frame, y: Count) -> bool:
    """Whether both may be figures of one thing, by what stands right beside them."""
    mine, theirs = x.number, y.number
    if mine.kind != theirs.kind or any(ask(a, mine) != ask(b, theirs) for ask in (is_limit, is_part, moves_by)):
        return False
    if x.thing is None or y.thing is None or mine.kind == "share":
        return True
    return meet(x.thing, y.thing) or same_measure(x, y) or (on_people(x) and on_people(y))


def _are_one(mine: Numeral, theirs: Numeral) -> bool:
    return mine.is_one_with(theirs) or mine.leaves_room_for(theirs) or theirs.leaves_room_for(mine)


def _differ(a: Frame, x: Count, b: Frame, y: Count) -> bool:
    """Whether they count the same and are at odds, and neither claim has the other's figure too."""
    small, large = sorted((x.number.value, y.number.value))
    if x.thing is None or y.thing is None or large > _SPAN * small or not x.number.clashes(y.number):
        return False
    return not (_has(a, y) or _has(b, x))


def _tells(figure: Count) -> bool:
    """Whether it hardly stands in both by chance: a large number, a share, a length."""
    return figure.number.kind == "share" or figure.number.value > FEW or is_measured(figure)


def _weight(mine: Numeral, theirs: Numeral) -> float:
    """How many large numbers it is worth that these two come to the same."""
    return 2.0 if mine.value == theirs.value and mine.tells_much else 1.0


def _has(frame: Frame, figure: Count) -> bool:
    """Whether a claim has a figure too, be it in another unit: "50 metres (165 feet)" beside "50 metres"."""
    number = figure.number
    if any(n.kind == number.kind and _are_one(n, number) for n in frame.numerals):
        return True
    return any(same_measure(own, figure) and _are_one(*in_one_unit(own, figure)) for own in _measured(frame))


def _told(frame: Frame, figure: Count) -> str:
    last = figure.thing.index + 1 if figure.thing else figure.number.end
    return frame.text_of(figure.number.start, max(last, figure.number.end))
