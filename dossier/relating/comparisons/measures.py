"""Figures of two claims that may measure one thing: which of them come to the same, and which are at odds.

No list tells what such a figure measures, as one tells what befell people (`totals`): a share, a price, a number of
ships. That it measures one thing in both is as likely as that both claims tell of one thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.relating.apart.ballots import ballots_of
from dossier.relating.apart.counts import Count, in_one_unit, is_measured, of_two_groups, on_people, same_measure
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.standards import is_held_against, is_limit, is_part, is_whole, moves_by
from dossier.relating.apart.tallies import counts_of
from dossier.relating.apart.terms import meet

_FEW = 12  # a number larger than this hardly stands in both by chance
_SPAN = 5.0  # one figure so many times the other measures something else

_EXACT = 2.0  # as many large numbers is a telling one worth that is the very same

Couples = tuple[tuple[Count, Count], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Couples of figures that may measure one thing."""

    same: Couples  # they come to the same, which is hardly chance
    other: Couples  # at odds

    @property
    def sides(self) -> tuple[list[Count], list[Count]]:
        """Those that come to the same, in either claim."""
        return [x for x, _ in self.same], [y for _, y in self.same]

    @property
    def worth(self) -> float:
        """How many large numbers in common it is worth that figures come to the same, each told once or twice."""
        exact = [x.number.value == y.number.value and x.number.tells_much for x, y in self.same]
        once = min(len({c.number for c in side}) for side in self.sides)  # "100 kilometres (62 miles)" is one
        return once + min(once, sum(exact)) * (_EXACT - 1)


@by_frame
def figures_of(a: Frame, b: Frame) -> Figures:
    """The figures in which the two meet."""
    couples = [(x, y) for x in _measured(a) for y in _measured(b) if _stand_alike(a, x, b, y)]
    one = ((x, y) for x, y in couples if _come_to_one(x, y))
    return Figures(
        tuple((x, y) for x, y in one if _tells(x) or _count_one_thing(x, y)),
        tuple((x, y) for x, y in couples if _differ(a, x, b, y)),
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


def _come_to_one(x: Count, y: Count) -> bool:
    mine, theirs = in_one_unit(x, y)
    return mine.comes_to(theirs)


def _differ(a: Frame, x: Count, b: Frame, y: Count) -> bool:
    """Whether they count the same and are at odds, and neither claim has the other's figure too."""
    mine, theirs = in_one_unit(x, y)  # "within five years", "for 15 hours"
    small, large = sorted((mine.value, theirs.value))
    if x.thing is None or y.thing is None or large > _SPAN * small or not mine.clashes(theirs):
        return False
    return not (_has(a, y) or _has(b, x))


def _tells(figure: Count) -> bool:
    """Whether it hardly stands in both by chance: a large number, a share, a length."""
    return figure.number.kind == "share" or figure.number.value > _FEW or is_measured(figure)


def _count_one_thing(x: Count, y: Count) -> bool:
    """ "20 DIPLOMATS", "three SHIPS": so few, but of one thing in both."""
    return x.thing is not None and y.thing is not None and not of_two_groups(x, y)


def _has(frame: Frame, figure: Count) -> bool:
    """Whether a claim has a figure too, be it in another unit: "50 metres (165 feet)" beside "50 metres"."""
    number = figure.number
    if any(n.kind == number.kind and n.comes_to(number) for n in frame.numerals):
        return True
    return any(same_measure(own, figure) and _come_to_one(own, figure) for own in _measured(frame))


def told_in(frame: Frame, figure: Count) -> str:
    """The figure with what it counts, as a claim has it."""
    last = figure.thing.index + 1 if figure.thing else figure.number.end
    return frame.text_of(figure.number.start, max(last, figure.number.end))
