"""What is found: one thing that somebody says, as places in the text."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.reading.speech.frames import Frame, text_span
from dossier.reading.speech.phrases import Span
from dossier.reading.speech.reporting import small
from dossier.reading.speech.times import low


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody says: spans of the text, code points, half open."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    by_noun: bool = False  # "the claim that", not "claims that"
    opens: int | None = None  # "The mines, she says, take too much": where what is said begins before the saying


_OWNERS = frozenset(("his", "her", "their"))  # "in his view": whose, the text before tells
_SOME = frozenset(("many", "most", "some", "several", "others", "few"))  # "many predict a run-off"


def make(frame: Frame, source: Span | None, cue: Span, content: object) -> Attribution | None:
    """An attribution, unless the content is empty; a source inside its own content is none."""
    span = getattr(content, "span", content)
    if not isinstance(span, tuple) or span[0] >= span[1]:
        return None
    named = frame.source_span(source) if source else None
    only = [low(w) for w in frame.words[slice(*source)]] if source else []
    if source and all(w in small("articles") and w not in _OWNERS | _SOME for w in only):
        named = None
    if named and named[0] < span[1] and span[0] < named[1]:
        named = None
    return Attribution(named, text_span(frame.words, *cue), span)
