"""What the reporting words of one sentence attribute, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.reading.speech.by_verb import by_verb
from dossier.reading.speech.extent import around
from dossier.reading.speech.frames import Attribution, Frame, make
from dossier.reading.speech.inserted import both_sides
from dossier.reading.speech.nouns import by_noun, by_state
from dossier.reading.speech.reporting import content_nouns, phrases_before_source, state_phrases, verbs
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.times import low

_MOST = 30  # reporting words heard in a sentence; one of more is a list or damage


def heard_in(frame: Frame) -> list[Attribution]:
    """Attributions by the reporting words of one sentence, in the order they are found."""
    texts, tried = [low(word) for word in frame.words], 0
    found = _before_source(frame, texts)
    reporting = _reporting()
    for i, text in [(i, text) for i, text in enumerate(texts) if text in reporting]:  # most words report nothing
        if frame.in_quotation(i):
            continue
        tried += text in verbs()
        if tried > _MOST:
            break
        one = by_verb(frame, i, found) if text in verbs() else None
        one = one or (by_noun(frame, i) if text in content_nouns() else None)
        if text in state_phrases() and not (one and one.source):
            one = by_state(frame, i) or one
        if one:
            found += both_sides(frame, one)
    return _held(found)


def _held(found: Sequence[Attribution]) -> list[Attribution]:
    """ "He claims that A, the paper reported": A ends where what the paper reported ends, before its own saying."""
    closing = [o for o in found if o.cue and o.content[1] <= o.cue[0]]
    held = []
    for a in found:
        ends = [
            o.content[1]
            for o in closing
            if o.cue and o.content[0] <= a.content[0] < o.content[1] and o.cue[0] < a.content[1]
        ]
        held.append(replace(a, content=(a.content[0], min(ends))) if ends else a)
    return held


@cache
def _reporting() -> frozenset[str]:
    return frozenset([*verbs(), *content_nouns(), *state_phrases()])


def _before_source(frame: Frame, texts: Sequence[str]) -> list[Attribution]:
    """ "according to X" in front, behind or in the middle."""
    found: list[Attribution] = []
    words, opened = frame.words, phrases_before_source()
    if opened.keys().isdisjoint(texts):
        return found
    for i in [i for i, text in enumerate(texts) if text in opened]:
        for phrase in opened[texts[i]]:
            if tuple(texts[i : i + len(phrase)]) != phrase or frame.in_quotation(i):
                continue
            after = i + len(phrase)
            source = on_the_right(words, after, len(words))
            if source is None or (i and texts[i - 1] in ("and", "or")):
                continue
            end = frame.aside_end(source[1])
            if i == 0 and frame.apposition_end(end):
                end = frame.apposition_end(end)
            span = around(frame, i, end)
            if one := make(frame, source, (i, after), span):
                found += both_sides(frame, one)
    return found
