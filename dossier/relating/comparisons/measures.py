"""One measure of one thing in two articles on the same things: a share, a price, a number of ships."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.lexical import are_opposite, first_used_as_verb, is_verb
from dossier.language.listed import listed
from dossier.language.negation import clause_around
from dossier.relating.alignment import exclude
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.running import is_over
from dossier.relating.apart.standards import (
    is_held_against,
    is_limit,
    is_part,
    is_whole,
    part_of,
)
from dossier.relating.apart.tallies import tallies_of
from dossier.relating.apart.terms import Term, all_met, alone_on_both, is_telling, left_over, meet, meetable
from dossier.relating.comparisons.counting import counted, differs_by
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import is_pointed

_REACH = 8  # words to either side of a number that tell what it measures
_BY = 3  # words after a direction within which a number says how far it went
_BESIDES = 2  # words one side may say besides of what is measured
_BACK = 4  # telling words taken from before the clause where it names nothing that is measured
_FEW = 12  # smaller numbers come out the same by chance
_ROUGH = 0.05  # and two shares of which one is told as "one in eight"
_OPEN = 1.1  # "more than 5 billion" may be 5.5 and is hardly 6
_HEDGED = 0.1  # and two of which one is "almost a fifth"
_SAME = 0.03  # as near as this two figures are one, rounded
_SPAN = 5.0  # one figure so many times the other measures something else


def measures(a: Frame, b: Frame, rare: frozenset[str]) -> Opinion | None:
    """What comes of the first two figures that measure the same thing."""
    ours, others = _measured(a), _measured(b)
    if not ours or not others:
        return None
    pairs = (
        _verdict(a, b, mine, theirs, rare & met_by & others_met_by)
        for mine, met_by in ours
        for theirs, others_met_by in others
        if mine.kind == theirs.kind and not met_by.isdisjoint(others_met_by)
    )
    return next((found for found in pairs if found), None)


@by_frame
def _measured(frame: Frame) -> tuple[tuple[Numeral, frozenset[str]], ...]:
    """Its numbers and shares that measure something, with what the words near them are met by.

    Those that tell whom something befell were asked before; others are only what a figure is a part of, or is held
    against.
    """
    told = {t.number.start for t in tallies_of(frame)}
    figures = [n for n in frame.numerals if n.kind in ("cardinal", "share") and n.start not in told]
    shown = [n for n in figures if not (is_whole(frame, n) or is_held_against(frame, n))]
    return tuple((n, meetable(_window(frame, n))) for n in shown)


def shared_out(frame: Frame) -> frozenset[str]:
    """What shares are told of, by the words near them, however common: such claims are held against each other."""
    return frozenset(
        f"%{key}"
        for n in frame.numerals
        if n.kind == "share"
        for t in _window(frame, n)
        if t.kind == "word" and is_telling(t)
        for key in t.met_by
    )


def _verdict(a: Frame, b: Frame, mine: Numeral, theirs: Numeral, rare: frozenset[str]) -> Opinion | None:
    """What comes of two figures; `rare` are the rare words by which what stands near them is met."""
    small, large = (mine.value, theirs.value) if mine.value <= theirs.value else (theirs.value, mine.value)
    if large > _SPAN * small or is_limit(a, mine) != is_limit(b, theirs):
        return None
    rough = _ROUGH if mine.kind == "share" and (mine.about or theirs.about) else _SAME
    rough = _HEDGED if mine.kind == "share" and (_is_hedged(a, mine) or _is_hedged(b, theirs)) else rough
    same = large - small <= rough * large or _fills(mine, theirs) or _fills(theirs, mine)
    if same and not (large > _FEW or mine.kind == "share"):
        return None
    if not same and not (rare and mine.clashes(theirs)):
        return None
    near = [_window(f, n) for f, n in ((a, mine), (b, theirs))]
    met = all_met(near[0], near[1], meetable(near[1]))
    by = [(x, y) for x, y in met if is_pointed(x, y, rare)]
    if not (by or (same and _pair(met))):
        return None
    left = left_over(near, met)
    apart = are_opposite if same and large > _FEW else exclude  # of one large figure two words of a sort say the same
    if "name" in alone_on_both(left) or any(apart(x.lemma, y.lemma) for x in left[0] for y in left[1]):
        return None
    moved = [_moved(f, n) for f, n in ((a, mine), (b, theirs))]
    named = any(x.kind == "word" and is_telling(x) and not (_moves(a, x) or _does(x)) for x, _ in by)
    if moved[0] and moved[1] and not meet(moved[0], moved[1]) and not named:
        return None
    shown = (by or met)[0]
    words = (a.text_of(*_shown(mine, shown[0])), b.text_of(*_shown(theirs, shown[1])))
    if (
        same
        and _of_one_kind(a, b, mine, theirs)
        and _change(a, mine) == _change(b, theirs)
        and not _parts_of_two(a, b, mine, theirs)
    ):
        return Opinion("agrees", "measures", words, "give the same figure", 0.75)
    spare = [
        [t for t in side if t.kind == "word" and is_telling(t) and not (_moves(f, t) or _does(t))]
        for f, side in zip((a, b), left)
    ]
    done = [[t for t in side if t.kind == "word" and _does(t)] for side in left]
    if same or min(map(len, spare)) > 0 or all(done):
        return None  # 316 were RESCUED, and the ferry was CARRYING 332
    heads = [_head(f, n, side) for f, n, side in zip((a, b), (mine, theirs), near)]
    things = [counted(f, n).thing for f, n in ((a, mine), (b, theirs))]
    subject = any(x.index < mine.start and y.index < theirs.start for x, y in by) and max(map(len, spare)) <= _BESIDES
    measured = subject or any(x is heads[0] and y is heads[1] for x, y in met)
    if mine.kind == "share" and not measured:  # "four PUPILS in ten have", "nine in ten PUPILS have"
        parts = [part_of(f, n) for f, n in ((a, mine), (b, theirs))]
        measured = any(x in parts and y in parts for x, y in met) and any(x not in parts for x, _ in by)
    if mine.kind == "cardinal":
        measured = things[0] is not None and things[1] is not None and meet(things[0], things[1])
        measured = measured and any(x not in things and y not in things for x, y in by)
    if is_part(a, mine) != is_part(b, theirs):
        return None
    if not measured or _change(a, mine) != _change(b, theirs):
        return None
    told = "then" if is_over(a, mine) and is_over(b, theirs) else "now"
    return Opinion("contradicts", "measures", words, "give different figures for the same thing", 0.72, passing=told)


@by_frame
def _is_hedged(frame: Frame, number: Numeral) -> bool:
    return frame.words[number.start - 1].text.lower() in load("numerals.yaml")["about"] if number.start else False


def _fills(told: Numeral, other: Numeral) -> bool:
    """ "More than 5 billion" and 5.2: what one side leaves open above, the other tells."""
    return (
        told.low is not None
        and told.high is None
        and other.low is not None
        and told.low <= other.low <= _OPEN * told.low
    )


def _pair(met: Sequence[tuple[Term, Term]]) -> bool:
    """Two telling words met: of two figures alike that is enough, though many claims have the words."""
    return len({x.lemma for x, _ in met if x.kind == "word" and is_telling(x)}) > 1


def _change(frame: Frame, number: Numeral) -> int:
    """+1 or -1 for a figure that tells by how much something moved, 0 for one that tells how much it is."""
    before = frame.words[max(0, number.start - 1) : number.start]
    if any(w.text.lower() in ("to", "at", "of", "is", "was", "are", "were") for w in before):
        return 0
    moved = (d for d in frame.directions if 0 <= number.start - d.end <= 2)
    return next((d.sign for d in moved), differs_by(frame, number))


def _moves(frame: Frame, term: Term) -> bool:
    """A word of rising or falling, or a verb: it tells nothing of what is measured."""
    return any(d.start <= term.index < d.end for d in frame.directions) or term.lemma in listed("measuring")


def _does(term: Term) -> bool:
    """A verb, by its form or its commonest use: "CONTRIBUTES 2 percent"."""
    formed = is_verb(term.lemma) and term.text.lower() != term.lemma and not term.text.endswith("s")
    return formed or first_used_as_verb(term.lemma)


def _head(frame: Frame, number: Numeral, near: list[Term]) -> Term | None:
    """The last telling word before the number that is no verb of measuring or moving."""
    before = [t for t in near if t.index < number.start and t.kind == "word" and not _moves(frame, t)]
    return before[-1] if before else None


def _parts_of_two(a: Frame, b: Frame, mine: Numeral, theirs: Numeral) -> bool:
    """Whether both say of what they are a part and mean two things: half of the AREA, half of the HARVEST before."""
    if any([w.text.lower() for w in f.words[n.end : n.end + 1]] != ["of"] for f, n in ((a, mine), (b, theirs))):
        return False
    parts = part_of(a, mine), part_of(b, theirs)
    return parts[0] is None or parts[1] is None or not meet(parts[0], parts[1])


def _moved(frame: Frame, number: Numeral) -> Term | None:
    """What rose or fell by the number: "EXPORTS fell by 9 percent"."""
    return next((head_of(frame, d) for d in frame.directions if 0 <= number.start - d.end < _BY), None)


def _of_one_kind(a: Frame, b: Frame, mine: Numeral, theirs: Numeral) -> bool:
    """Shares, or numbers of one thing or of which only one side names the thing."""
    things = [counted(f, n).thing for f, n in ((a, mine), (b, theirs))]
    return mine.kind == "share" or None in things or meet(things[0], things[1])  # type: ignore[arg-type]


@by_frame
def _window(frame: Frame, number: Numeral) -> list[Term]:
    than = number.start > 1 and frame.words[number.start - 1].text.lower() == "than"  # "less THAN 2" opens no clause
    low, high = clause_around(frame.words, number.start - 2 * than)[0], clause_around(frame.words, number.start)[1]
    light = load("events.yaml")["light"]
    terms = [t for t in frame.terms if t.kind != "number" and t.lemma not in light]
    near = [t for t in terms if max(low, number.start - _REACH) <= t.index < min(high, number.end + _REACH)]
    if not any(t.index < number.start for t in near):
        near = [t for t in terms if number.start - _REACH <= t.index < low][-_BACK:] + near
    return near


def _shown(number: Numeral, term: Term) -> tuple[int, int]:
    return min(number.start, term.index), max(number.end, term.index + 1)
