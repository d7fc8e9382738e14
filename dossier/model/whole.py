"""Relations between claims, the verdicts on questions, and the dossier that holds everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dossier.model.claims import Claim
from dossier.model.codebook import Codebook, Decision, Question
from dossier.model.sources import Source


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition checked before two claims are said to agree or contradict."""

    name: str  # period | places | voice | modality | unit | ...
    open: bool
    note: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims from different sources relate, and why we say so."""

    type: str  # one of RELATION_TYPES
    between: tuple[str, str]  # claim ids, sorted
    question: str  # "" when found without a question
    rule: str
    because: str  # one readable sentence with the words on both sides
    words: tuple[str, str] = ("", "")  # the deciding words, in the order of `between`
    gates: tuple[Gate, ...] = ()
    score: float = 0.0
    status: str = "proposed"
    decision: Decision | None = None
    drafted: bool = False  # at odds on a question by its cues alone: nobody has reviewed either claim

    @property
    def is_hint(self) -> bool:
        """Whether only wording or cues put two claims at odds, and nobody has checked: few such pairs hold.

        docs/about/detector.md has the figures.
        """
        return self.type != "agrees" and self.status == "proposed" and (self.drafted or not self.question)

    @property
    def kind(self) -> str:
        """What readers are shown: its type, or "hint" while nobody has checked it."""
        return "hint" if self.is_hint else self.type


@dataclass(frozen=True, slots=True)
class Reading:
    """The verdict on a question with its reason, and who says what."""

    question: str
    verdict: str  # one of VERDICTS
    because: str
    stances: tuple[tuple[str, str, tuple[str, ...]], ...] = ()  # (source, yes|no|mixed, claim ids)
    silent: tuple[str, ...] = ()  # sources that say nothing on it


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a source, with the claims drawn from it or the reason why there is none."""

    source: str
    start: int
    end: int
    claims: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change a person made to what readers see, from the history of claims/."""

    day: str  # ISO day of the commit
    claim: str  # claim id, or question id for a decision
    what: str  # corrected | rejected | reviewed | removed | added | decided
    reason: str  # the commit's subject line
    commit: str  # abbreviated hash


@dataclass(frozen=True)
class Dossier:
    """Everything the site is made from."""

    title: str
    description: str
    sources: tuple[Source, ...] = ()
    codebook: Codebook = field(default_factory=Codebook)
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    readings: tuple[Reading, ...] = ()
    passages: tuple[Passage, ...] = ()
    corrections: tuple[Correction, ...] = ()  # newest first

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {s.id: s for s in self.sources}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def question(self) -> dict[str, Question]:
        """Questions by id."""
        return {q.id: q for q in self.codebook.questions}

    @property
    def shown(self) -> Iterator[Claim]:
        """Claims that readers see: all but the rejected."""
        return (c for c in self.claims if c.status != "rejected")
