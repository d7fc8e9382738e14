"""Of which part of a group a statement is true, as a stretch between none (0) and all (1), denials worked in.

"Not all" is all that falls short of the whole, "most do not" what is left of "most do", "nine in ten" a point. Two
statements of one group cannot both hold where their stretches have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.negation import Negation
from dossier.language.phrases import Found, Lexicon
from dossier.language.words import lows_of
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

_ONE = 0.01  # as much as one of many is, or the whole without one
_OPENING = 2  # words before a subject that "some" may open
_NOUN = 5  # words behind the part within which stands who is meant
_EXACT = 0.02  # how far a share told in figures may lie from the true one
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Portion:
    """The part told of at words[start:end], from least to most, and the noun that says of what."""

    least: float
    most: float
    start: int
    end: int
    group: Term | None
    told: str  # of a list, or "share"

    @property
    def lower(self) -> bool:
        """Whether it only says that there are some, or some that do not: more words about them take nothing away."""
        return (self.least, self.most) in ((_ONE, 1.0), (0.0, 1 - _ONE))

    def excludes(self, other: Portion) -> bool:
        """Whether no part fits both."""
        return self.most < other.least or other.most < self.least

    def fits(self, other: Portion) -> bool:
        """Whether the two mean about the same part: what they share is more than what only one allows."""
        shared = min(self.most, other.most) - max(self.least, other.least) + _ONE
        either = max(self.most, other.most) - min(self.least, other.least) + _ONE
        return not (self.lower or other.lower) and shared > either / 2


@by_frame
def portion_of(frame: Frame) -> Portion | None:
    """The first part of a group that a statement tells of; None where it tells of no part, or leaves open which."""
    found = [*_shares(frame), *_counted(frame), *_named(frame)]
    told = min(found, key=lambda p: p.start, default=None)
    return _denied(frame, told) if told else None


def _named(frame: Frame) -> Iterator[Portion]:
    """ "Most of the herders"."""
    for told in _lexicon().find(frame.words):
        if not _opens(frame, told):
            continue
        name, least, most = told.value
        people = told.entry in load("portions.yaml")["people"]
        group = None if people else _noun(frame, told.end)
        if group or people:
            yield Portion(least, most, told.start, told.end, group, name)


def _shares(frame: Frame) -> Iterator[Portion]:
    """ "Nine in ten children", "at least a third of the clinics"."""
    for number in (n for n in frame.numerals if n.kind == "share"):
        slack = _ABOUT if number.about else _EXACT
        least = 0.0 if number.low is None else number.low / 100 - slack
        most = 1.0 if number.high is None else number.high / 100 + slack
        yield Portion(max(least, 0.0), min(most, 1.0), number.start, number.end, _noun(frame, number.end), "share")


def _counted(frame: Frame) -> Iterator[Portion]:
    """ "Two of the nine towns"."""
    lows = lows_of(frame.words)
    for part, whole in pairwise(frame.numerals):
        between = lows[part.end : whole.start]
        tied = between[:1] == ["of"] and {*between[1:]} <= {*words_in("determiners")}
        if tied and part.low is not None and whole.low and part.low <= whole.low:
            value = part.low / whole.low
            yield Portion(value, value, part.start, whole.end, _noun(frame, whole.end), "share")


def _denied(frame: Frame, told: Portion) -> Portion | None:
    """With what "not" makes of it: before the part it leaves what falls short of it, behind it the other part."""
    cues = [c for c in frame.negations if c.is_plain and not _inside(c, told)]
    before = [c for c in cues if c.end <= told.start and c.reaches(told.start)]
    behind = [c for c in cues if c.start >= told.end]
    if len(before) + len(behind) > 1:
        return None
    if behind or (before and told.told in load("portions.yaml")["kept_from_not"]):
        if told.told == "whole":  # "all are not ready": not one, or not all
            return replace(told, least=0.0, most=1 - _ONE)
        return replace(told, least=round(1 - told.most, 2), most=round(1 - told.least, 2))
    if before and told.most == 1:
        return replace(told, least=0.0, most=round(told.least - _ONE, 2))
    return told if not before else None


def is_worked_in(cue: Negation, told: Portion) -> bool:
    """Whether a denial in plain words is part of what the portion says: it stands in it, behind it, or reaches it."""
    return cue.is_plain and (cue.end > told.start or cue.reaches(told.start))


def _inside(cue: Negation, told: Portion) -> bool:
    return cue.start < told.end and told.start < cue.end


def _opens(frame: Frame, found: Found[tuple[str, float, float]]) -> bool:
    """Whether it says of whom something is told: "near SOME boats" narrows nothing."""
    lows = lows_of(frame.words)
    after = frame.words[found.end].text if found.end < len(frame.words) else ""
    if found.value[0] not in ("some", "half", "few", "many"):
        return not after[:1].isdigit()
    if after[:1].isdigit():
        return False  # "some 3,000 people" is about a number
    return found.start <= _OPENING or lows[found.start - 1] in words_in("conjunctions")


def _noun(frame: Frame, end: int) -> Term | None:
    """Who or what is meant: the first telling word behind the part, before any mark; no "HAITIAN children"."""
    for n, term in enumerate(frame.terms):
        if end <= term.index < end + _NOUN and term.kind in ("word", "name"):
            after = [t for t in frame.terms[n + 1 : n + 2] if t.index == term.index + 1 and t.kind == "word"]
            called = term.kind == "name" and bool(after) and after[0].text.endswith(("s", "n"))  # "women", "pupils"
            between = frame.words[end : term.index]
            return (after[0] if called else term) if all(w.is_word for w in between) else None
    return None


@cache
def _lexicon() -> Lexicon[tuple[str, float, float]]:
    entries: dict[str, tuple[str, float, float]] = {}
    for name, told in load("portions.yaml")["portions"].items():
        entries |= dict.fromkeys(told["words"], (name, float(told["least"]), float(told["most"])))
    return Lexicon(entries)
