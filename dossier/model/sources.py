"""Articles: what is known about them, and their text as received and as read.

Offsets are code points, half open, into the cleaned text unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.problems import NOWHERE, Where


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
    share: float | None = None  # percent of its words that the site may show
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
    """A source's text as we read it, and the edits that turn the original into it.

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
    container_title_short: str = ""
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
        """The cleaned text, which holds every quote word for word."""
        return self.cleaned.text

    @property
    def is_english(self) -> bool:
        """Whether the article is marked as English, the only language we read."""
        return self.meta.language.partition("-")[0] == "en"

    @property
    def family(self) -> str:
        """The origin it counts for: two articles of one family are one witness."""
        return self.meta.family or self.id
