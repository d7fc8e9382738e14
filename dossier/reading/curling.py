"""Straight quotation marks read as if they were curly ones: letter for letter, so that all places stay the same."""

from __future__ import annotations

from dossier.reading.speech.quotations import quotations

_OPENED, _CLOSED = "“", "”"


def curled(text: str) -> str:
    """The text with each pair of straight marks told apart: what opens and what closes.

    A sentence out of the middle of a quotation then shows by itself on which side of its mark it is said.
    """
    if '"' not in text:
        return text
    marks: dict[int, str] = {}
    for passage in quotations(text):
        if text[passage.start : passage.inner_start] == '"':
            marks[passage.start] = _OPENED
        if text[passage.inner_end : passage.end] == '"':
            marks[passage.inner_end] = _CLOSED
    letters = list(text)
    for place, mark in marks.items():
        letters[place] = mark
    return "".join(letters)


def straightened(words: str, verbatim: str) -> str:
    """Words of a curled text with the straight marks that their source has."""
    if '"' not in verbatim:
        return words
    return "".join('"' if mark == '"' else letter for letter, mark in zip(words, verbatim, strict=True))
