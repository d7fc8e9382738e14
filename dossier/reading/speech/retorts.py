"""The sentence after what somebody said may take it back: "Sceptics called it a white elephant. They were wrong."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.language.words import words_of
from dossier.reading.findings import Sentence
from dossier.reading.speech.finding import Attribution
from dossier.reading.speech.voice import Voice
from dossier.reading.wording import found_in, text_of

_OPENING = 2  # words before it: "But they", "In fact they"
# A whole sentence of nothing but a denial: "It would not.", "They do not."
_BARE = re.compile(
    r"(?:But |Yet )?(?:it|they|he|she|this|that) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)"
    r"(?: not|n[’']t)(?: so)?[.!]",
    re.IGNORECASE,
)


def after_retort(
    voice: Voice, heard: Sequence[Attribution], text: str, sentences: Sequence[Sentence], number: int
) -> Voice:
    """The voice of a claim of sentence `number` that others make, when the next sentence opens by calling it wrong.

    What the author says alone is not touched: nobody takes back what was just said without saying so.
    """
    said = voice.value == "attributed" or (voice.value == "own" and any(a.source and a.cue for a in heard))
    here, behind = (*sentences[number : number + 2], None)[:2]
    if not said or here is None or behind is None or behind.paragraph != here.paragraph:
        return voice
    words = words_of(text[behind.start : behind.end])
    retort = next((s for s in found_in("voice.yaml", words) if s.value == "taken_back" and s.start <= _OPENING), None)
    told = text_of(words, retort) if retort else ""
    if voice.value == "attributed" and (bare := _BARE.fullmatch(text, behind.start, behind.end)):
        told = bare[0]
    return replace(voice, value="rebutted", words=told) if told else voice
