"""What a number in a claim counts, so that two numbers are held against each other only when they count one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise, takewhile

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_same
from dossier.language.lexical import first_used_as_verb
from dossier.language.listed import listed_words
from dossier.relating.apart.acts import is_likely_act
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.tallies import tallies_of
from dossier.relating.apart.terms import Term

_people = partial(listed_words, "amounts.yaml", "counted_people")

_AFTER = 3  # words after a number within which stands what it counts
_BY = 2  # words between "rose" and by how much
_BEHIND = 4  # words after a number within which "less" or "more" makes it a difference


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A number, the word that names what it counts, and what befell those counted ("dead", "hurt") if told."""

    number: Numeral
    thing: Term | None
    fate: str
    said_by: tuple[Term, ...]  # the words that tell the fate


@by_frame
def counted(frame: Frame, number: Numeral) -> Counted:
    """What a number counts: the next telling word, and what the sentence says became of those counted."""
    thing = _thing(frame, number)
    if thing is not None and thing.index > number.end and _breaks(frame, number.end, thing.index):
        thing = None
    told = next((t for t in tallies_of(frame) if t.number is number), None)
    if told is None:
        return Counted(number, thing, "", ())
    return Counted(number, thing, told.fate, tuple(t for t in frame.terms if told.start <= t.index < told.end))


def moves_by(frame: Frame, number: Numeral) -> int:
    """+1 or -1 for a figure that only tells how much more or less: "ROSE BY 9 percent", "six pesos LESS"; else 0."""
    before = frame.words[number.start - 1].text.lower() if number.start else ""
    if before not in load("numerals.yaml")["moved_to"]:
        moved = [d.sign for d in frame.directions if 0 <= number.start - d.end <= _BY]
        if moved:
            return moved[0]
    behind = takewhile(lambda w: w.is_word, frame.words[number.end : number.end + _BEHIND])
    after = [w.text.lower() for w in behind]
    return next((sign for w, sign in load("numerals.yaml")["moved_by"].items() if w in after), 0)


def _thing(frame: Frame, number: Numeral) -> Term | None:
    """The last of the telling words that follow the number without a gap: "three French SOLDIERS were"."""
    after = [t for t in frame.terms if number.end <= t.index < number.end + _AFTER]
    run = [t for n, t in enumerate(after) if t.index == after[0].index + n]
    unit = next((t for t in run if t.lemma in _units()), None)
    if unit is not None:
        return unit
    head = next((n + 1 for n, (thing, act) in enumerate(pairwise(run)) if _follows(thing, act)), len(run))
    return run[head - 1] if run else None


def _follows(thing: Term, act: Term) -> bool:
    """Whether the second no longer belongs to what is counted: "400 homes BURNED", "28 million tourists VISITED"."""
    plural = thing.text.lower() != thing.lemma
    return first_used_as_verb(act.lemma) or act.kind == "name" or (plural and is_likely_act(act))


def in_one_unit(a: Counted, b: Counted) -> tuple[Numeral, Numeral]:
    """Both numbers, brought to one unit where the two sides measure in different ones."""
    sizes = [_units().get(c.thing.lemma) if c.thing else None for c in (a, b)]
    if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0] or sizes[0] == sizes[1]:
        return a.number, b.number
    return _times(a.number, sizes[0][1]), _times(b.number, sizes[1][1])


def same_measure(a: Counted, b: Counted) -> bool:
    """Whether both are measured in units of one sort: miles and kilometres."""
    sizes = [_units().get(c.thing.lemma) if c.thing else None for c in (a, b)]
    return sizes[0] is not None and sizes[1] is not None and sizes[0][0] == sizes[1][0]


def is_measured(counted_: Counted) -> bool:
    """Whether it is a length, an area, a mass; the hours and days that all things last tell nothing."""
    return counted_.thing is not None and _units().get(counted_.thing.lemma, ("time", 0))[0] != "time"


def on_people(counted_: Counted) -> bool:
    """Whether people are counted, under whichever name."""
    thing = counted_.thing
    return thing is not None and not _people().isdisjoint((thing.lemma, thing.text.lower()))


def of_two_groups(a: Counted, b: Counted) -> bool:
    """Whether two sorts of people are counted, neither of which may be the other: soldiers, civilians."""
    told = [c.thing for c in (a, b) if c.thing and (on_people(c) or (c.fate and not is_likely_act(c.thing)))]
    lemmas = [t.lemma for t in told]
    return len(told) > 1 and not may_be_same(*lemmas) and listed_words("amounts.yaml", "anybody").isdisjoint(lemmas)


def _times(number: Numeral, factor: float) -> Numeral:
    low = number.low * factor if number.low is not None else None
    high = number.high * factor if number.high is not None else None
    return replace(number, low=low, high=high, about=True) if factor != 1 else replace(number, about=True)


def _breaks(frame: Frame, start: int, end: int) -> bool:
    """ "Killed 40 in the capital": what follows the link is not what is counted; "40 of the workers" are."""
    between = [w.text.lower() for w in frame.words[start:end]]
    return any(w in words_in("links", "auxiliaries", "be") and w != "of" for w in between) or any(
        not w[0].isalnum() and w != "-" for w in between
    )


@cache
def _units() -> dict[str, tuple[str, float]]:
    listed = load("amounts.yaml")["units"].items()
    return {name: (sort, float(size)) for sort, units in listed for name, size in units.items()}
