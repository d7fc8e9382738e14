"""What of a claim its speaker says, and which of its words only tell who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.language.words import Word
from dossier.reading.findings import Span
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.voice import Voice


def all_said(voice: Voice, heard: Sequence[Attribution], span: Span) -> Span | None:
    """All that the claim's speaker says inside it, where that is not the whole claim."""
    said = [
        a.content for a in heard if a.source == voice.speaker and span[0] <= a.content[0] and a.content[1] <= span[1]
    ]
    if voice.content is None or voice.content not in said:
        return None
    whole = (min(start for start, _ in said), max(end for _, end in said))
    return whole if whole != span else None


def without_who_speaks(
    words: Sequence[Word], first: int, voice: Voice, heard: Sequence[Attribution]
) -> Iterator[Word]:
    """The words of a claim without what is told beside the name: "…, said Joseph Chewe, who had warned of deaths"."""
    said = next((a for a in heard if a.source and a.source == voice.speaker and a.content == voice.content), None)
    if said is None or not (said.source and said.cue):
        yield from words
        return
    same = [a.content for a in heard if a.source == said.source]
    behind = max(said.source[1], said.cue[1]) if said.content[1] <= min(said.source[0], said.cue[0]) else None
    apart = next((w.text == "," for w in words if w.start + first >= said.source[1]), False)
    for word in words:
        at = word.start + first
        beside = (apart and said.source[1] <= at < said.cue[0]) if behind is None else at >= behind
        if not beside or any(start <= at < end for start, end in same):
            yield word
