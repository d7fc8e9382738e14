"""Headings that name one country: what stands below them is about it, until the next heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.reading.places.finding import Mention

_LONGEST = 60  # characters
_ENDED = (".", "!", "?", "…", ":", ";", ",")
_ALONE = re.compile(r"(?:\d+[.)]? )?(?:The case of |Case study: )?(?:the )?", re.IGNORECASE)
_GOES_ON = re.compile(r"(?: ?[:–—] ?[^\n]*)?(?:\n|\Z)")
# "Exports to China" heads a part about those who export, "Lessons from Chile" one about those who learn.
_ELSEWHERE = re.compile(r"\b(?:to|from|with|against|like|versus|beyond) (?:the )?$", re.IGNORECASE)


def headed(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], which begins a paragraph, is all of it and no sentence that ends like one."""
    alone = end >= len(text) or text.startswith("\n\n", end) or not text[end:].strip()
    return alone and end - start <= _LONGEST and not text[start:end].endswith(_ENDED)


def section_of(text: str, start: int, mentions: Sequence[Mention], home: tuple[str, ...]) -> tuple[str, ...]:
    """What the part below a heading is about: the one country it names, else `home`, what the whole text is about.

    A text about one country has parts about another only where the heading is nothing but its name.
    """
    named = [m for m in mentions if m.kind in ("name", "capital")]
    if len({m.places for m in mentions}) != 1 or len(named) != 1 or len(named[0].places) != 1:
        return home
    one = named[0]
    whole = _ALONE.fullmatch(text, start, one.start) and _GOES_ON.match(text, one.end)
    if whole:
        return one.places
    return home if len(home) == 1 or _ELSEWHERE.search(text, start, one.start) else one.places
