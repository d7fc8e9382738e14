"""Citations in prose: claim ids in square brackets, as in "Harvests fell [gazette/p02-harvests-fell]."

Several ids in one pair of brackets are parted by commas or semicolons. Other brackets are ordinary text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID = r"[A-Za-z0-9][A-Za-z0-9_-]*/[A-Za-z0-9][A-Za-z0-9_-]*"
_CITATION = re.compile(rf"\[\s*({_ID}(?:\s*[,;]\s*{_ID})*)\s*\]")


@dataclass(frozen=True, slots=True)
class Citation:
    """text[start:end], brackets included, and the claims it names."""

    start: int
    end: int
    claims: tuple[str, ...]


def citations(text: str) -> list[Citation]:
    """Every citation of the text, in order."""
    return [Citation(m.start(), m.end(), tuple(re.split(r"\s*[,;]\s*", m[1]))) for m in _CITATION.finditer(text)]


def without_citations(text: str) -> tuple[str, list[tuple[int, tuple[str, ...]]]]:
    """The text as it reads without them, and where in it each stood with the claims it named."""
    plain: list[str] = []
    stood: list[tuple[int, tuple[str, ...]]] = []
    at = length = 0
    for citation in citations(text):
        before = text[at : citation.start].rstrip()
        plain.append(before)
        length += len(before)
        stood.append((length, citation.claims))
        at = citation.end
    return "".join([*plain, text[at:]]), stood
