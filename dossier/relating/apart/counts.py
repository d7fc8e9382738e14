"""What a number in a claim counts, so that two numbers are held against each other only when they count one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.kinship import may_be_same
from dossier.language.lexical import first_used_as_verb, is_kind_of
from dossier.language.listed import listed_words
from dossier.relating.apart.acts import is_likely_act, stands_as_verb
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.terms import Term

_people = partial(listed_words, "amounts.yaml", "counted_people")

_AFTER = 3  # words after a number within which stands what it counts


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A number with what it counts; what befell those counted ("dead", "hurt"), and whatever narrows who they are."""

    number: Numeral
    thing: Term | None = None
    fate: str = ""  # "~" and a name for the votes of whoever bears it
    start: int = 0  # from its first word to the last that tells of it
    end: int = 0
    group: str = ""  # "" for everybody
    where: frozenset[str] = frozenset()  # names that narrow it
    manner: frozenset[str] = frozenset()  # of what they died, where the words beside it say so
    part: bool = False  # there are others besides: "34 died on the spot, the others in hospital"


@by_frame
def thing_of(frame: Frame, number: Numeral) -> Term | None:
    """What it counts or is measured in: the last word that follows without a gap: "three French SOLDIERS"."""
    after = [t for t in frame.terms if number.end <= t.index < number.end + _AFTER]
    run = [t for n, t in enumerate(after) if t.index == after[0].index + n]
    head = next((n + 1 for n, (thing, act) in enumerate(pairwise(run)) if _follows(thing, act)), len(run))
    thing = next((t for t in run if t.lemma in _units()), run[head - 1] if run else None)
    return None if thing and thing.index > number.end and _breaks(frame, number.end, thing.index) else thing


def _follows(thing: Term, act: Term) -> bool:
    """Whether the second no longer belongs to what is counted: "400 homes BURNED", "28 million tourists VISITED"."""
    plural = thing.text.lower() != thing.lemma or thing.lemma in _people()
    return first_used_as_verb(act.lemma) or act.kind == "name" or (plural and is_likely_act(act))


def in_one_unit(a: Count, b: Count) -> tuple[Numeral, Numeral]:
    """Both numbers, brought to one unit where the two sides measure in different ones."""
    sizes = [_units().get(c.thing.lemma) if c.thing else None for c in (a, b)]
    if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0] or sizes[0] == sizes[1]:
        return a.number, b.number
    return _times(a.number, sizes[0][1]), _times(b.number, sizes[1][1])


def same_measure(a: Count, b: Count) -> bool:
    """Whether both are measured in units of one sort: miles and kilometres."""
    sizes = [_units().get(c.thing.lemma) if c.thing else None for c in (a, b)]
    return sizes[0] is not None and sizes[1] is not None and sizes[0][0] == sizes[1][0]


def is_measured(count: Count) -> bool:
    """Whether it is a length, an area, a mass; the hours and days that all things last tell nothing."""
    return count.thing is not None and _units().get(count.thing.lemma, ("time", 0))[0] != "time"


def on_people(count: Count) -> bool:
    """Whether people are counted, under whichever name."""
    return count.thing is not None and _is_person(count.thing)


def is_no_person(frame: Frame, thing: Term) -> bool:
    """Whether a word stands for animals or things, and for no people: sheep, boats."""
    of_things = is_kind_of(thing.lemma, "animal") or is_kind_of(thing.lemma, "artifact")
    return of_things and not _is_person(thing) and not stands_as_verb(frame, thing)


def _is_person(thing: Term) -> bool:
    """A sheep, a wolf or a dog is a person only in jest."""
    listed = not _people().isdisjoint((thing.lemma, thing.text.lower()))
    return listed or (is_kind_of(thing.lemma, "person") and not is_kind_of(thing.lemma, "animal"))


def of_two_groups(a: Count, b: Count) -> bool:
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
