"""The codebook: what editors want to find, and what they decided."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dossier.problems import NOWHERE, Where


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that claims are tagged with, and the words and phrases that point to it."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A slug that stands for several countries."""

    id: str
    title: str
    members: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalName:
    """A leader, body or other name that stands for places in this dossier."""

    name: str
    places: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Words and phrases with one meaning, which cues name together: ~mistreat."""

    id: str
    words: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event that articles mention without saying when it happened ("since the invasion")."""

    id: str
    date: str  # EDTF
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision on a pair of claims, with the fingerprint of both claims as they were then."""

    pair: tuple[str, str]
    relation: str  # one of JUDGEMENTS
    because: str
    by: str = ""
    on: str = ""
    seen: str = ""
    question: str = ""
    proposed: str = ""  # what the rules took the two for when a person looked at them
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question at issue, and the cues that tell which claims speak to it.

    Cues are written in the small language of docs/about/codebook.md; language/cues.py matches them. `yes` and `no`
    find answers; `signs_yes` and `signs_no` find what only points to an answer and may be true either way.
    `examples_yes` and `examples_no` are whole sentences; a claim that resembles them is a sign too.
    `examples_neither` are sentences that sound like an answer and are not.
    """

    id: str
    question: str
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    signs_yes: tuple[str, ...] = ()
    signs_no: tuple[str, ...] = ()
    examples_yes: tuple[str, ...] = ()
    examples_no: tuple[str, ...] = ()
    examples_neither: tuple[str, ...] = ()
    about: tuple[str, ...] = ()  # a claim speaks to it only if one of these stands in its sentence
    summary: str = ""
    settle: str = ""  # what kind of evidence would settle it
    lasting: bool = False  # whether no later year changes the answer
    decisions: tuple[Decision, ...] = ()
    where: Where = NOWHERE


@dataclass(frozen=True)
class Codebook:
    """What editors want to find: themes, places, events and questions; and their decisions."""

    themes: tuple[Theme, ...] = ()
    regions: tuple[Region, ...] = ()
    names: tuple[LocalName, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[Group, ...] = ()
    questions: tuple[Question, ...] = ()
    decisions: tuple[Decision, ...] = ()  # on pairs that share no question

    @cached_property
    def every_decision(self) -> tuple[Decision, ...]:
        """Decisions of all questions, then those on pairs that share no question."""
        return (*(d for q in self.questions for d in q.decisions), *self.decisions)

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Region slug -> the countries it stands for."""
        return {r.id: r.members for r in self.regions}

    @cached_property
    def group(self) -> dict[str, tuple[str, ...]]:
        """Group slug -> its words, phrases, <places> and ~groups, as written."""
        return {g.id: g.words for g in self.groups}

    def expand(self, places: tuple[str, ...]) -> frozenset[str]:
        """Country codes, each region replaced by its members."""
        return frozenset(code for place in places for code in self.members.get(place, (place,)))
