"""One slot of the same story differs: the figure or the date."""

from __future__ import annotations

from itertools import product

from dossier.language.grammar import words_in
from dossier.language.listed import listed
from dossier.relating.alignment import Alignment, light_words
from dossier.relating.apart.counts import (
    Count,
    in_one_unit,
    of_two_groups,
    on_people,
    same_measure,
)
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.standards import is_whole
from dossier.relating.apart.tallies import counts_of, ways_of
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.counting_on import COUNTED_ON, counted_on
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around

_MOSTLY = 0.6  # so much of the shorter side is in the longer, where one of them tells more
_OTHER = 0.2  # the share that both may say besides
_LEAST = 0.35
_BY = 2  # words between "rose" and by how much
_HOURS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight", "dawn"})


def figures(pair: Alignment, setting: Setting) -> Opinion | None:
    """Figures on the same thing that cannot both hold, or that come to the same."""
    for mine, theirs in product(counts_of(pair.a), counts_of(pair.b)):
        wholes = is_whole(pair.a, mine.number), is_whole(pair.b, theirs.number)  # "four of the six judges"
        of_one_kind = (
            mine.number.kind == theirs.number.kind and not any(wholes) and _count_one_thing(pair, mine, theirs)
        )
        if of_one_kind and not _move_two_things(pair, mine.number, theirs.number):
            x, y = in_one_unit(mine, theirs)
            drop_a, drop_b = _beside(pair.left_a, mine), _beside(pair.left_b, theirs)
            fated = mine.fate == theirs.fate != ""
            shared = _on_one_event(pair, drop_a, drop_b, fated)
            if not shared or _denied_once(pair, mine.number, theirs.number):
                continue
            words = (
                around(pair.a, x.start, x.end + 1).strip(),
                around(pair.b, y.start, y.end + 1).strip(),
            )
            if x.clashes(y) and not x.is_one_with(y):
                if _value_elsewhere(pair, x.low, y.low) or _of_a_part(pair, x, y):
                    continue
                still = counted_on(pair.a, pair.b, (x.value, y.value), ways_of(mine.fate))
                told = COUNTED_ON.get(still, "give different figures for the same thing")
                return Opinion("contradicts", "figures", words, told, min(0.9, 0.6 * shared + 0.3), passing=still)
            measured = (x.low, y.low) != (
                mine.number.low,
                theirs.number.low,
            )  # 25 km and 15.5 miles: hardly by chance
            if x.comes_to(y) and (len(pair.met) > 2 or fated or measured):
                return Opinion("agrees", "figures", words, "give the same figure", min(0.85, 0.5 * shared + 0.35))
    return None


def _move_two_things(pair: Alignment, mine: Numeral, theirs: Numeral) -> bool:
    """Enrolment "rose by 12 percent" and fares "climbed by 24 percent": what moved in one is no word of the other."""
    heads = [_moved_by(frame, number) for frame, number in ((pair.a, mine), (pair.b, theirs))]
    told = any((x is heads[0], y is heads[1]) != (False, False) and x.lemma == y.lemma for x, y in pair.met)
    return all(heads) and not told and not any(x is heads[0] and y is heads[1] for x, y in pair.met)


@by_frame
def _moved_by(frame: Frame, number: Numeral) -> Term | None:
    """The word that names what rises or falls by the number right behind."""
    moving = [d for d in frame.directions if 0 <= number.start - d.end <= _BY]
    return head_of(frame, moving[-1]) if moving else None


def _denied_once(pair: Alignment, mine: Numeral, theirs: Numeral) -> bool:
    """ "It does NOT have 4,000 members" says nothing against 100."""
    denied = [
        any(c.end <= n.start and c.reaches(n.start) and c.is_plain for c in cues)
        for n, cues in ((mine, pair.a.negations), (theirs, pair.b.negations))
    ]
    return denied[0] != denied[1] and bool(mine.low) and bool(theirs.low)


def tolls(pair: Alignment, setting: Setting) -> Opinion | None:
    """Figures of the dead, the hurt, the marching: they count more than that the bus "fell" in both."""
    found = figures(pair, setting) if _tells_fate(pair) else None
    return found if found and found.type == "contradicts" else None


def _tells_fate(pair: Alignment) -> bool:
    return all(map(_counts_fates, (pair.a, pair.b)))


@by_frame
def _counts_fates(frame: Frame) -> bool:
    return any(c.fate for c in counts_of(frame))


def _count_one_thing(pair: Alignment, a: Count, b: Count) -> bool:
    """The same befell those counted; else the words after both numbers are the same, or units of one measure."""
    if of_two_groups(a, b):
        return False
    if a.fate or b.fate:
        return a.fate == b.fate
    if a.thing is None or b.thing is None:
        return a.thing is b.thing or a.number.kind == "share"
    if on_people(a) and on_people(b):
        return True
    if a.number.kind == "share" and {a.thing.lemma, b.thing.lemma} <= listed("filled"):
        return True
    return any(x is a.thing and y is b.thing for x, y in pair.met) or same_measure(a, b)


def _beside(left: tuple[Term, ...], count: Count) -> list[Term]:
    """Terms that belong to the figure: numbers, what they count, what befell those counted."""
    own = range(count.start, count.end)
    return [t for t in left if t.index == count.number.start or t is count.thing or t.index in own]


def _on_one_event(pair: Alignment, drop_a: list[Term], drop_b: list[Term], fated: bool) -> float:
    """How much of the rest is shared, 0 when it may be another event. `fated`: the same befell those counted."""
    both, longer = pair.without(drop_a, drop_b), max(pair.cover_a, pair.cover_b)
    named = any(x.kind in ("name", "time") for x, _ in pair.met)
    telling = sum(x.kind in ("name", "word") and x.lemma not in light_words() for x, _ in pair.met)
    enough = both >= (0.5 if named else 0.65) or (longer >= _MOSTLY and both >= (_LEAST if named else 0.5))
    if telling + fated < 2 or not enough:
        return 0.0
    apart = pair.clash(drop_a, drop_b, allowed=_OTHER) or pair.swapped_beside(drop_a, drop_b)
    return 0.0 if apart else both


def _of_a_part(pair: Alignment, x: Numeral, y: Numeral) -> bool:
    """The smaller figure is of a place or group that the other side does not narrow to: cars "to Germany"."""
    left, frame = (pair.left_a, pair.a) if x.value < y.value else (pair.left_b, pair.b)
    return any(t.kind == "name" and _word_before(frame, t.index) in words_in("links") for t in left)


def _word_before(frame: Frame, at: int) -> str:
    before = [w.text.lower() for w in frame.words[max(0, at - 2) : at]]
    return next((w for w in reversed(before) if w != "the"), "")


def _value_elsewhere(pair: Alignment, mine: float | None, theirs: float | None) -> bool:
    return any(n.low == theirs for n in pair.a.numerals) or any(n.low == mine for n in pair.b.numerals)


def dates(pair: Alignment, setting: Setting) -> Opinion | None:
    """Another date for an event that happened once."""
    mine = [t for t in _times(pair.a) if t in pair.left_a]
    theirs = [t for t in _times(pair.b) if t in pair.left_b] if mine else []
    if not theirs:
        return None
    single = listed("single_events")
    once = [x for x, y in pair.met if x.kind == "word" and {x.lemma, y.lemma} & single]
    if not once:
        return None
    mine += [t for t in pair.left_a if t.lemma in _HOURS and mine]
    theirs += [t for t in pair.left_b if t.lemma in _HOURS and theirs]
    named = any(x.kind == "name" for x, _ in pair.met)
    if pair.clash(mine, theirs) or pair.without(mine, theirs) < (0.6 if named else 0.75):
        return None
    words = (f"{once[0].text} … {mine[0].text}", f"{once[0].text} … {theirs[0].text}")
    return Opinion("contradicts", "dates", words, "date the same event differently", 0.75)


@by_frame
def _times(frame: Frame) -> tuple[Term, ...]:
    return tuple(t for t in frame.terms if t.kind == "time")
