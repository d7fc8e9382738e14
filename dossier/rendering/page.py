"""A finished page, and the text file it becomes for MkDocs and other builders."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

_HEADING = re.compile(r'<h2\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r'<span class="count">.*?</span>|<[^>]*>')
_BLANK = re.compile(r"\n\s*\n+")
# How a page written to disk is told from a hand-written one: the next build makes it anew and ignores the file.
GENERATED = "generated: by build_dossier.py render, do not edit\n"


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of a page's table of contents."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: `path` is relative to the site and ends in .html, `html` is finished."""

    path: str
    title: str
    html: str
    description: str = ""
    edit: str = ""  # the file in the repository it is mainly made from
    hide: tuple[str, ...] = ("navigation",)

    @property
    def file(self) -> str:
        """The path under which a builder reads it."""
        return self.path.removesuffix(".html") + ".md"

    @property
    def toc(self) -> tuple[Heading, ...]:
        """Its second-level headings that have an anchor."""
        found = _HEADING.finditer(self.html)
        return tuple(Heading(m[1], " ".join(unescape(_TAG.sub("", m[2])).split())) for m in found)

    def as_text(self) -> str:
        """Front matter and finished HTML in one block, which Markdown leaves alone.

        JSON is YAML, so a title may hold anything; no blank line stays, for some builders end a block there.
        """
        front = {"title": self.title, "description": self.description, "hide": list(self.hide)}
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items() if value)
        body = _BLANK.sub("\n", self.html).strip()
        return f'---\n{GENERATED}{head}---\n<div class="dossier" markdown="0">\n{body}\n</div>\n'


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that can be made independently of the others, in any order and any process."""

    path: str
    make: Callable[[], Page]
    key: Callable[[], str] | None = None  # one hash of all it is made from; None where making it takes no longer
