"""The records that flow through the house: sources, claims, codebook, relations, the dossier.

All are frozen values. Offsets are code points, half open, into the source's cleaned text unless said
otherwise. The words are those of docs/about/architecture.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dossier.problems import Where

STANCES = ("yes", "no", "mixed")
VOICES = ("own", "attributed", "rebutted", "hypothetical")
MODALITIES = ("certain", "likely", "possible", "doubtful")
KINDS = ("fact", "assessment", "prediction", "recommendation")
STATUSES = ("draft", "reviewed", "rejected")
RELATION_TYPES = ("agrees", "contradicts", "qualifies", "updates")
JUDGEMENTS = ("confirmed", "dismissed", *RELATION_TYPES)
DECIDED = ("proposed", "confirmed", "dismissed", "stale")
VERDICTS = ("agreement", "contradiction", "qualified", "changed", "single-source", "open")
NOWHERE = Where("")


# ---------------------------------------------------------------- sources


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL-JSON name: family and given, or a literal."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def __str__(self) -> str:
        return self.literal or f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Rights:
    """Whose text it is and how much of it the site may show."""

    holder: str = ""
    publish: str = "excerpt"  # excerpt | full | none
    share: float | None = None  # percent of its words that quotations may show on one page
    words: float | None = None  # the same as a number of words
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair: original[start:end] reads `replacement` in the cleaned text, because of `rule`."""

    start: int
    end: int
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A source's text as we read it, and the list of edits that lead there from the original.

    `paragraphs` are spans of `text`, in order; paragraph numbers in claim ids count them from 1.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    paragraphs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What `sources/<id>.yaml` says of an article; field names follow CSL-JSON with `_` for `-`."""

    title: str
    author: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: str = ""  # EDTF, as precise as the evidence
    issued_evidence: str = ""
    URL: str = ""
    language: str = "en"
    family: str = ""  # articles that draw on one origin share it; empty = its own
    origin: str = ""  # in words: what it relays, and how
    keep_as_written: tuple[str, ...] = ()  # cleaning rules switched off for this text
    note: str = ""
    rights: Rights = Rights()


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its metadata, its text as received and as read."""

    id: str
    meta: Metadata
    original: str
    cleaned: Cleaned
    where: Where = NOWHERE  # the metadata file

    @property
    def text(self) -> str:
        """The cleaned text, which quotes are verbatim in."""
        return self.cleaned.text

    @property
    def family(self) -> str:
        """The origin it counts for: two articles of one family are one witness."""
        return self.meta.family or self.id


# ---------------------------------------------------------------- claims


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `low == high` for a plain number, None for an open end.

    `unit` is a singular word in lower case (percentage, dollar, kilometre, people, soldier);
    `of` says what is counted, in the text's words.
    """

    raw: str
    low: float | None
    high: float | None
    unit: str = ""
    of: str = ""
    change: str = ""  # up | down | same
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """A claim's stance on a question, and the quote's words that decided it ("" where a person set it)."""

    question: str
    stance: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one source says, tied to the exact words it says it in."""

    id: str  # <source-id>/<file stem>
    source: str
    quote: str
    statement: str
    countries: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    date: str = ""  # EDTF: what time it is about
    date_from: str = ""  # the words the date comes from, or "publication"
    positions: tuple[Position, ...] = ()
    speaker: str = ""
    voice: str = "own"
    modality: str = "certain"
    kind: str = "fact"
    figures: tuple[Figure, ...] = ()
    note: str = ""
    status: str = "draft"
    reviewed_by: str = ""
    reviewed_on: str = ""
    start: int = -1  # where the quote stands in the source's cleaned text; -1 = not found
    end: int = -1
    where: Where = NOWHERE

    def stance_on(self, question: str) -> str:
        """yes, no, mixed, or "" when it does not speak to the question."""
        return next((p.stance for p in self.positions if p.question == question), "")


def fingerprint(a: Claim, b: Claim) -> str:
    """What a decision on the pair was about: changes when either claim changes in what it says.

    Order does not matter; notes, review marks and file layout do not count.
    """

    def content(claim: Claim) -> str:
        positions = sorted((p.question, p.stance) for p in claim.positions)
        said = (claim.id, claim.quote, claim.statement, claim.date, claim.voice, claim.modality, claim.kind)
        return repr((said, sorted(claim.countries), positions, claim.figures))

    text = "\n".join(sorted((content(a), content(b))))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


# ---------------------------------------------------------------- codebook


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject claims are tagged with, and the words and phrases that call for the tag."""

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
class Event:
    """A dated event that articles refer to without saying when it was ("since the invasion")."""

    id: str
    date: str  # EDTF
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement on a pair of claims, and the fingerprint of what they judged."""

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
    """A yes/no question at issue, and the cues by which a claim is found to speak to it.

    Cues are written in the small language of docs/about/codebook.md; language/cues.py matches them. `yes` and `no`
    find answers; `signs_yes` and `signs_no` what only speaks for an answer and can be true whatever the answer is.
    """

    id: str
    question: str
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    signs_yes: tuple[str, ...] = ()
    signs_no: tuple[str, ...] = ()
    about: tuple[str, ...] = ()  # a claim speaks to it only if one of these stands in its sentence
    summary: str = ""
    settle: str = ""  # what kind of evidence would settle it
    decisions: tuple[Decision, ...] = ()
    where: Where = NOWHERE


@dataclass(frozen=True)
class Codebook:
    """What editors told us to look for: themes, places, events, questions; and their decisions."""

    themes: tuple[Theme, ...] = ()
    regions: tuple[Region, ...] = ()
    names: tuple[LocalName, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    decisions: tuple[Decision, ...] = ()  # on pairs that share no question

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Region slug -> the countries it stands for."""
        return {r.id: r.members for r in self.regions}

    def expand(self, places: tuple[str, ...]) -> frozenset[str]:
        """Country codes, each region replaced by its members."""
        return frozenset(code for place in places for code in self.members.get(place, (place,)))


# ---------------------------------------------------------------- relations and the whole


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition looked at before a relation is called what it is called."""

    name: str  # period | places | voice | modality | unit | ...
    open: bool
    note: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims of different sources stand to each other, and why we say so."""

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


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question comes to: a verdict with its reason, and who says what."""

    question: str
    verdict: str  # one of VERDICTS
    because: str
    stances: tuple[tuple[str, str, tuple[str, ...]], ...] = ()  # (source, yes|no|mixed, claim ids)
    silent: tuple[str, ...] = ()  # sources that say nothing on it


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a source and what became of it: claims, or the reason it is none."""

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
