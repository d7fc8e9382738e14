"""Notes on the author at the foot of an article: they belong to the page, not to what the article claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.reading.cleaning.steps import is_heading
from dossier.reading.speech.sorts import SMALL

ABOUT_AUTHOR = "about the author"  # the reason why such a sentence is no claim
_LAST = 5  # paragraphs at the end in which such a note may stand
_LONGEST = 900  # characters
_NAME = rf"[A-Z][\w’'-]+(?: (?:and |{SMALL})[A-Z][\w’'-]*\.?){{1,6}}"
_ABOUT = re.compile(
    r"\W*(?:about the (?:authors?|writers?|contributors?)\b|the (?:author|writer)s? (?:is|are|was|were)\b)", re.I
)
_PERSON = re.compile(rf"\W*(?:(?:Dr|Prof|Mr|Ms|Mrs|Professor)\.? )?({_NAME})(?:, [^,.]{{2,60}},)? ")


def author_notes(text: str, paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers, counted from 1, of the paragraphs that only tell who wrote the article."""
    last = range(max(2, len(paragraphs) - _LAST + 1), len(paragraphs) + 1)
    return frozenset(number for number in last if _is_note(text, paragraphs[:number]))


def _is_note(text: str, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether the last of these paragraphs tells of the author."""
    start, end = paragraphs[-1]
    if end - start > _LONGEST:
        return False
    if _ABOUT.match(text, start, end):
        return True
    person = _PERSON.match(text, start, end)
    if person is None or not _trade().match(text, person.end(), end):
        return False
    name = person[1].split()[-1]
    # Whoever is named in the article itself is one of those it tells of; a byline is a heading.
    return not any(name in text[a:b] and not is_heading(text[a:b]) for a, b in paragraphs[:-1])


@cache
def _trade() -> re.Pattern[str]:
    """ "is a senior researcher at", "covers mining for": what such a note says of its author."""
    lists = load("author_notes.yaml")
    trades, doings = ("|".join(lists[name]) for name in ("trades", "doings"))
    is_one = rf"(?:is|are|was|were|works as|has been) (?:[\w’'-]+ ){{0,6}}?(?:{trades})\b"
    return re.compile(rf"{is_one}|(?:{doings}) (?:\w+ ){{0,4}}?(?:for|at|on|about|from)\b")
