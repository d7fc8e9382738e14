"""What became of each sentence of a source: the claims it holds, or the reason why it holds none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from dossier.model import Claim, Passage, Source
from dossier.reading.author_notes import ABOUT_AUTHOR, author_notes
from dossier.reading.cleaning.shouting import unshouted
from dossier.reading.cleaning.steps import is_heading
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.worth import asked_in, reason_to_skip

UNCLAIMED = "left out"  # a sentence that could be a claim but that nobody drew one from


def passages(source: Source, claims: Iterable[Claim]) -> tuple[Passage, ...]:
    """Each sentence of the cleaned text in order, with the ids of the claims whose quotes touch it."""
    placed = sorted((c.start, c.end, c.id) for c in claims if c.source == source.id and 0 <= c.start < c.end)
    starts = [start for start, _, _ in placed]
    longest = max((end - start for start, end, _ in placed), default=0)
    found = []
    text = unshouted(source.text, source.cleaned.paragraphs)
    notes = author_notes(text, source.cleaned.paragraphs)
    sentences = [
        (number, heading, first + start, first + end)
        for number, (first, last) in enumerate(source.cleaned.paragraphs, 1)
        for heading in (is_heading(text[first:last]),)  # once for all sentences of a long paragraph
        for start, end in split_sentences(text[first:last])
    ]
    asked = cache(lambda: asked_in(text[start:end] for *_, start, end in sentences))
    for number, heading, start, end in sentences:
        near = placed[bisect_right(starts, start - longest) : bisect_right(starts, end - 1)]
        ids = tuple(id for a, b, id in near if a < end and b > start)
        reason = ""
        if not ids:
            why_not = "heading" if heading else reason_to_skip(text[start:end], asked())
            reason = ABOUT_AUTHOR if number in notes else why_not or UNCLAIMED
        found.append(Passage(source.id, start, end, ids, reason))
    return tuple(found)
