"""States of mind with a content: "is confident that", "are afraid of"."""

from __future__ import annotations

from dossier.reading.speech.attribution import Attribution, make
from dossier.reading.speech.clause_signs import surely_clause
from dossier.reading.speech.extent import after_cue
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.reporting import small, state_phrases
from dossier.reading.speech.speakers import before_verb, on_the_left
from dossier.reading.speech.times import low


def by_state(frame: Frame, i: int) -> Attribution | None:
    """The attribution whose adjective begins at word number i, with a "that" behind it."""
    words = frame.words
    for phrase in state_phrases().get(low(words[i]), ()):
        that = i + len(phrase)
        if that >= len(words) or tuple(low(w) for w in words[i:that]) != phrase:
            continue
        marked = low(words[that]) == "that"
        if not marked and not surely_clause(frame, that):
            continue
        at = before_verb(words, 0, i)
        if not any(low(w) in small("be") for w in words[at:i]):
            return None
        source = on_the_left(words, 0, at) if at else None
        span = after_cue(frame, that + marked)
        if source and span and low(words[source[0]]) not in ("it", "that", "there", "you"):
            return make(frame, source, (at, that), span)
    return None
