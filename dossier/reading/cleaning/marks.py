"""Quotation marks of all fashions read as “ ” mark by mark: every letter keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.reading.speech.quotations import Quotation, quotations

_OTHER = re.compile(r"[\"«»„‟‘]|(?<!\w)'\w")
_WITHIN = str.maketrans("“”", "‘’")


def curled(text: str) -> str:
    """The text with each pair of marks told apart, what opens and what closes: "a", «a», „a“ and ‘a’ read as “a”.

    A sentence out of the middle of a quotation then shows by itself on which side of its mark it is said. Marks
    within a quotation become single ones.
    """
    if not _OTHER.search(text):
        return text
    pieces, at = list[str](), 0
    for passage in quotations(text):
        marks = text[passage.start : passage.inner_start], text[passage.inner_end : passage.end]
        if marks != ("“", "”") and len(marks[0]) == len(marks[1]) == 1:
            pieces += [text[at : passage.start], "“", "".join(_within(text, passage)), "”"]
            at = passage.end
    return "".join([*pieces, text[at:]])


def _within(text: str, passage: Quotation) -> Iterator[str]:
    opened = False
    for place in range(passage.inner_start, passage.inner_end):
        if text[place] in '“"' and text[place - 1] == "\n":
            yield "“"  # as a quotation opens again at each paragraph
        elif text[place] == '"':
            opened = not opened
            yield "‘" if opened else "’"
        else:
            yield text[place].translate(_WITHIN)


def as_written(words: str, verbatim: str) -> str:
    """Words of a curled text with the marks that stand in their source."""
    if words == verbatim:
        return words
    return "".join(mark if letter in "“”‘’" else letter for letter, mark in zip(words, verbatim, strict=True))
