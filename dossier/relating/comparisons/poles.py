"""One of two ways in which something can be: idle or running, on schedule or late, in whatever words for either.

Where all else of two statements meets and one such place is told the one way and the other, both cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.data import load
from dossier.language.phrases import Found, Lexicon
from dossier.relating.alignment import Alignment
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around, far_apart
from dossier.relating.frames import Frame, Term, by_frame
from dossier.relating.predicates import is_asked_for

_ENOUGH = 0.6  # of what else the shorter side says the other has so much, where both are known to be on one situation
_MUCH = 0.7  # and of both where it is not
_ALIKE = 0.75  # before two wordings of one pole say the same
_WAY = 0.12  # the share of other words that both may leave over


@dataclass(frozen=True, slots=True)
class Pole:
    """Words start:end that say which way something is: the couple, +1 or -1 with denials worked in."""

    name: str
    sign: int
    alike: bool
    start: int
    end: int
    entry: str


def poles(pair: Alignment, setting: Setting) -> Opinion | None:
    """The first couple of poles that is decided by what else is said, a dispute before an agreement."""
    found = list(_opinions(pair, setting))
    return next((o for o in found if o.type == "contradicts"), found[0] if found else None)


def _opinions(pair: Alignment, setting: Setting) -> Iterator[Opinion]:
    names = {p.name for p in poles_of(pair.b)}
    for mine in (p for p in poles_of(pair.a) if p.name in names):
        for theirs in (p for p in poles_of(pair.b) if p.name == mine.name):
            against = (mine.sign != theirs.sign) != far_apart(pair)
            if mine.entry == theirs.entry or (not against and not mine.alike):
                continue  # one word on both sides: other comparisons ask what is denied of it
            if is_asked_for(pair.a, mine.start) != is_asked_for(pair.b, theirs.start):
                continue
            drop = _inside(pair.a, mine), _inside(pair.b, theirs)
            rest = _shared(pair, drop, setting)
            if rest < (_ALIKE if not against else _ENOUGH if setting.same_situation else _MUCH):
                continue
            if pair.clash(*drop, allowed=max(_WAY, setting.allowed(pair))) or pair.swapped_beside(*drop):
                continue
            words = (around(pair.a, mine.start, mine.end), around(pair.b, theirs.start, theirs.end))
            told = "say of one thing what excludes each other" if against else "say the same in other words"
            rule = "parts" if far_apart(pair) else "poles"
            yield Opinion("contradicts" if against else "agrees", rule, words, told, 0.4 + 0.45 * rest)


def _shared(pair: Alignment, drop: tuple[list[Term], list[Term]], setting: Setting) -> float:
    """The share of what else is said that meets; nothing where no thing meets at all."""
    met = [x for x, y in pair.met if x not in drop[0] and y not in drop[1]]
    if not any(x.kind in ("word", "name") for x in met):
        return 0.0
    return pair.without_of_shorter(*drop) if setting.same_situation else pair.without(*drop)


def _inside(frame: Frame, pole: Pole) -> list[Term]:
    """The words of a pole, and of others that say the same way of it: "RUNNING at FULL CAPACITY"."""
    spans = [(p.start, p.end) for p in poles_of(frame) if (p.name, p.sign) == (pole.name, pole.sign)]
    return [t for t in frame.terms if any(start <= t.index < end for start, end in spans)]


@by_frame
def poles_of(frame: Frame) -> tuple[Pole, ...]:
    """All poles a statement tells of; a phrase of several couples makes several."""
    return tuple(
        Pole(name, -sign if _denied(frame, f) else sign, alike, f.start, f.end, f.entry)
        for f in _lexicon().find(frame.words)
        for name, sign, alike in f.value
    )


def _denied(frame: Frame, found: Found[Any]) -> bool:
    """Whether an odd number of cues reaches the words, from outside or from a gap in them: "claimed NO lives"."""
    own = found.entry.split()
    cues = [
        c
        for c in frame.negations
        if (c.reaches(found.start) and c.end <= found.start)
        or (c.reaches(found.start) and c.start >= found.end)
        or (found.start < c.start < found.end and c.words.lower() not in own)
    ]
    return len(cues) % 2 == 1


@cache
def _lexicon() -> Lexicon[tuple[tuple[str, int, bool], ...]]:
    entries: dict[str, tuple[tuple[str, int, bool], ...]] = {}
    for name, told in load("poles.yaml")["poles"].items():
        for key, sign in (("is", 1), ("not", -1)):
            for phrase in told[key]:
                entries[phrase] = (*entries.get(phrase, ()), (name, sign, bool(told.get("alike"))))
    return Lexicon(entries)
