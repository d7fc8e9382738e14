"""What became of every sentence of a source: claims, or the reason it is none."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Claim, Passage, Source
from dossier.reading.cleaning import is_heading
from dossier.reading.sentences import split_sentences
from dossier.reading.worth import reason_against


def passages(source: Source, claims: Sequence[Claim]) -> tuple[Passage, ...]:
    """Every sentence in order, with the ids of the claims that quote from it, or why it was left out.

    A claim that a person rejected still says what became of its sentence.
    """
    placed = sorted((c for c in claims if c.start >= 0), key=lambda c: (c.start, c.end))
    found: list[Passage] = []
    at = 0
    for first, last in source.cleaned.paragraphs:
        paragraph = source.text[first:last]
        heading = is_heading(paragraph)
        for begin, finish in split_sentences(paragraph):
            start, end = first + begin, first + finish
            while at < len(placed) and placed[at].end <= start:
                at += 1
            held = tuple(c.id for c in placed[at : at + 40] if c.start < end and c.end > start)
            reason = (
                "" if held else "heading" if heading else reason_against(source.text[start:end]) or "no claim kept"
            )
            found.append(Passage(source.id, start, end, held, reason))
    return tuple(found)
