"""What somebody said may be taken back behind it: "Sceptics called it a white elephant. They were wrong."."""

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
_AGAINST = frozenset({"but", "although", "though", "yet"})
# A whole sentence of nothing but a denial: "It would not.", "They do not."
_BARE = re.compile(
    r"(?:But |Yet )?(?:it|they|he|she|this|that) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)"
    r"(?: not|n[’']t)(?: so)?[.!]",
    re.IGNORECASE,
)


def after_retort(
    voice: Voice, heard: Sequence[Attribution], text: str, sentences: Sequence[Sentence], number: int
) -> Voice:
    """The voice of a claim of sentence `number` that others make, when what follows calls it wrong.

    That is the end of its own sentence, or the next one where it opens so. What the author says alone is not
    touched: nobody takes back what was just said without saying so.
    """
    contents = [a.content[0] for a in heard if a.source and a.cue]
    said = voice.value == "attributed" or (voice.value == "own" and contents)
    if not said or number >= len(sentences):
        return voice
    told = _at_end(min(contents, default=0), text, sentences[number])
    told = told or _behind(voice, text, sentences[number : number + 2])
    return replace(voice, value="rebutted", words=told) if told else voice


def _at_end(said_from: int, text: str, here: Sentence) -> str:
    """ "Two studies saw a fall, ALTHOUGH THESE CLAIMS ARE FALSE": a clause that takes back what stands before it."""
    words = words_of(text[max(here.start, said_from) : here.end])
    retorts = (s for s in found_in("voice.yaml", words) if s.value == "taken_back" and s.start)
    return next((text_of(words, s) for s in retorts if words[s.start - 1].text.lower() in _AGAINST), "")


def _behind(voice: Voice, text: str, both: Sequence[Sentence]) -> str:
    """What the sentence behind in the same paragraph opens with, if it takes back this one."""
    if len({s.paragraph for s in both}) > 1 or len(both) < 2:
        return ""
    behind = both[1]
    if voice.value == "attributed" and (bare := _BARE.fullmatch(text, behind.start, behind.end)):
        return bare[0]
    words = words_of(text[behind.start : behind.end])
    retort = next((s for s in found_in("voice.yaml", words) if s.value == "taken_back" and s.start <= _OPENING), None)
    return text_of(words, retort) if retort else ""
