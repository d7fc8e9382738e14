"""What a number in a claim counts, so that two numbers are held against each other only when they count one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise, takewhile

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.inflection import forms_of
from dossier.language.kinship import may_be_same
from dossier.language.lexical import first_used_as_verb
from dossier.language.listed import listed_words
from dossier.language.phrases import Lexicon
from dossier.relating.apart.acts import is_likely_act
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.terms import Term

_people = partial(listed_words, "amounts.yaml", "counted_people")

_BACK = 9  # words before a number within which stands "the number of"
_AFTER = 3  # words after a number within which stands what it counts
_BEHIND = 4  # words after a number within which "less" or "more" makes it a difference


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A number, the word that names what it counts, and what befell those counted ("dead", "hurt", "marching")."""

    number: Numeral
    thing: Term | None
    fates: frozenset[str]
    said_by: tuple[Term, ...]  # the words that tell the fate


@by_frame
def counted(frame: Frame, number: Numeral) -> Counted:
    """What a number counts: the next telling word, and for people what the sentence says became of them."""
    thing = _thing(frame, number)
    if thing is not None and thing.index > number.end and _breaks(frame, number.end, thing.index):
        thing = None
    thing = thing or _numbered(frame, number)
    people = thing is None or not _people().isdisjoint((thing.lemma, thing.text.lower())) or _fate(thing)
    near = sorted(
        (t for t in frame.terms if t.kind == "word" and _fate(t) and not _clause_between(frame, number, t)),
        key=lambda t: (abs(t.index - number.start), t.index),
    ) if people else []  # fmt: skip
    if not near:
        told = next((f for f in _costing().find(frame.words) if f.start < number.start < f.end), None)
        said_by = tuple(t for t in frame.terms if told and told.start <= t.index < told.end and t.kind == "word")
        return Counted(number, thing, frozenset({told.value}) if told else frozenset(), said_by)
    fates = _fate(near[0])
    return Counted(number, thing, fates, tuple(t for t in near if _fate(t) & fates))


def differs_by(frame: Frame, number: Numeral) -> int:
    """+1 or -1 for a figure that only tells how much more or less: "six pesos LESS"; 0 for any other."""
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
    plural = thing.text.endswith("s")
    return first_used_as_verb(act.lemma) or act.kind == "name" or (plural and is_likely_act(act))


def _numbered(frame: Frame, number: Numeral) -> Term | None:
    """ "VISITOR numbers reached 32 million", "the number of VISITORS rose to 32 million"."""
    low = [w.text.lower() for w in frame.words]
    for i in range(number.start - 1, max(-1, number.start - _BACK), -1):
        if low[i] == "numbers":
            return next((t for t in frame.terms if t.index == i - 1), None)
        if low[i] == "number" and low[i + 1] == "of":
            return next((t for t in frame.terms if i + 2 <= t.index <= i + 4), None)
        if not low[i][0].isalnum():
            return None
    return None


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


def on_people(counted_: Counted) -> bool:
    """Whether people are counted, under whichever name."""
    thing = counted_.thing
    return thing is not None and not _people().isdisjoint((thing.lemma, thing.text.lower()))


def of_two_groups(a: Counted, b: Counted) -> bool:
    """Whether two sorts of people are counted, neither of which may be the other: soldiers, civilians."""
    if not (on_people(a) and on_people(b)) or a.thing is None or b.thing is None:
        return False
    lemmas = a.thing.lemma, b.thing.lemma
    return not may_be_same(*lemmas) and listed_words("amounts.yaml", "anybody").isdisjoint(lemmas)


def _times(number: Numeral, factor: float) -> Numeral:
    low = number.low * factor if number.low is not None else None
    high = number.high * factor if number.high is not None else None
    return replace(number, low=low, high=high, about=True) if factor != 1 else replace(number, about=True)


def _breaks(frame: Frame, start: int, end: int) -> bool:
    """ "killed 40 in the capital": what follows the link is not what is counted; "40 of the workers" is."""
    between = [w.text.lower() for w in frame.words[start:end]]
    return any(w in words_in("links") and w != "of" for w in between) or any(not w[0].isalnum() for w in between)


def _clause_between(frame: Frame, number: Numeral, term: Term) -> bool:
    low, high = sorted((number.start, term.index))
    return any(w.text.lower() in ("and", "but", ";", "while") for w in frame.words[low:high])


def _fate(term: Term) -> frozenset[str]:
    found = _fates()
    return found.get(term.lemma, frozenset()) | found.get(term.text.lower(), frozenset())


@cache
def _fates() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    told = [(fate, words) for fate, words in load("amounts.yaml")["fates"].items()]
    told += [(fate, entry["words"]) for fate, entry in load("predicates.yaml")["fates"].items()]
    for fate, words in told:
        for word in (w for w in words if " " not in w):
            for form in forms_of(word) | {word}:
                found.setdefault(form, set()).add(fate)
    return {word: frozenset(fates) for word, fates in found.items()}


@cache
def _costing() -> Lexicon[str]:
    """ "CLAIMED twelve LIVES": the number stands inside the words that tell what befell."""
    listed = load("predicates.yaml")["fates"].items()
    return Lexicon({phrase: fate for fate, told in listed for phrase in told["words"] if " _ " in phrase})


@cache
def _units() -> dict[str, tuple[str, float]]:
    listed = load("amounts.yaml")["units"].items()
    return {name: (sort, float(size)) for sort, units in listed for name, size in units.items()}
