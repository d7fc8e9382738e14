"""Claims: one thing one source says, tied to its words; and the fingerprint of a pair that was decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from dossier.model.plain import plain
from dossier.model.sameness import once_for_each
from dossier.model.words import SIGN
from dossier.problems import NOWHERE, Where

# How a claim's file begins: for a person who opens it, and for the program she edits it in.
HEAD = """\
# To correct this claim, change what comes after a colon. Help: docs/about/editing.md
# yaml-language-server: $schema=../../docs/assets/schema/claim.schema.json"""


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
    sign: bool = False  # a person says that it only speaks for this side and is no answer

    @property
    def side(self) -> str:
        """The stance as it is written in a claim file: yes, or sign-yes."""
        return f"{SIGN if self.sign else ''}{self.stance}"


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

    def __hash__(self) -> int:
        """Hash only a few words: that tells claims apart, and each edit looks up tens of thousands."""
        return hash((self.id, self.quote, self.statement))

    def stance_on(self, question: str) -> str:
        """yes, no, mixed, or "" when it does not speak to the question."""
        return next((p.stance for p in self.positions if p.question == question), "")


def without_notes(claim: Claim) -> Claim:
    """The claim as it is compared and listed: without its note, its reviewer and the place of its file."""
    return replace(claim, note="", reviewed_by="", reviewed_on="", where=NOWHERE)


_BESIDE = {"note", "reviewed_by", "reviewed_on", "where"}
_FLAT = attrgetter(*(f.name for f in fields(Claim) if f.name not in _BESIDE | {"positions", "figures"}))


@once_for_each
def said(claim: Claim) -> str:
    """Everything that is compared of a claim, as one text."""
    return repr((*_FLAT(claim), plain(claim.positions), plain(claim.figures)))


def fingerprint(a: Claim, b: Claim) -> str:
    """What a decision on the pair was about, as a hash that changes when either claim says something else.

    Order does not matter; ids, notes, review marks, white space and file layout do not count.
    """
    return _hashed(_told(a), _told(b))


def is_about(seen: str, a: Claim, b: Claim) -> bool:
    """Whether a fingerprint is that of these two claims as they are now.

    Older fingerprints, which include the claims' ids, still count.
    """
    return seen in (fingerprint(a, b), _hashed(_content(a, (a.id,)), _content(b, (b.id,))))


def _hashed(*contents: str) -> str:
    return hashlib.sha256("\n".join(sorted(contents)).encode()).hexdigest()[:12]


def _content(claim: Claim, names: tuple[str, ...] = ()) -> str:
    positions = sorted((p.question, p.side) for p in claim.positions)
    quote, statement = (" ".join(text.split()) for text in (claim.quote, claim.statement))
    said = (*names, quote, statement, claim.date, claim.voice, claim.modality, claim.kind)
    return repr((said, sorted(claim.countries), positions, claim.figures))


_told = once_for_each(_content)
