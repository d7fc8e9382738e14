"""Who speaks in an interview: "Ana Ruiz:" in front of a paragraph or over some, "AR:" later, "Q:" and "A:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.sorts import is_individual

Span = tuple[int, int]

# At the beginning of a paragraph: a name, with the letters that stand for it later, or such letters alone.
_LABEL = re.compile(
    r"(?m)^(?:(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+| (?:de|da|van|von|bin|al)){0,4})"
    r"(?: \((?P<short>[A-Z]{1,4})\))?|(?P<letters>[A-Z]{1,4})): ?"
)
_ASKS = re.compile(r"\?[\"”’)]*$")
_ASKED, _ANSWERED = "Q", "A"
_LEAST = 2  # turns that make an interview where nobody asks in a paragraph of their own


def turns(text: str) -> Iterator[Attribution]:
    """What is said under such labels, sentence by sentence; the interviewer's questions are nobody's claims."""
    labels = list(_labels(text))
    asked = any(_ASKS.search(text, 0, start - 2) for start, *_ in labels if start)
    if len(labels) < _LEAST and not (labels and asked):
        return
    for (_, begins, name), (ends, *_) in pairwise([*labels, (len(text), 0, None)]):
        for start, end in _paragraphs(text, begins, ends):
            if start != begins and _ASKS.search(text, start, end):
                break  # the next question
            for a, b in split_sentences(text[start:end]):
                yield Attribution(name, None, (start + a, start + b))


def behind_label(text: str, start: int, end: int, heard: Sequence[Attribution]) -> int:
    """Where what is said begins in the sentence text[start:end], behind a label; else `start`."""
    opens = (a.content[0] for a in heard if a.cue is None and start < a.content[0] < end)
    return next((at for at in opens if text[start:at].rstrip().endswith(":")), start)


def _labels(text: str) -> Iterator[tuple[int, int, Span | None]]:
    """Where a label begins and ends, and where the name stands that it means; None for the "A" of an answer."""
    known: dict[str, Span] = {}
    for found in _LABEL.finditer(text):
        name, short = found["name"], found["short"] or found["letters"]
        if short and short in known:
            yield found.start(), found.end(), known[short]
        elif name and (is_individual(name) or found["short"] or name in known):
            place = known.setdefault(name, found.span("name"))
            known.update(dict.fromkeys([name.split()[-1], *([short] if short else [])], place))
            yield found.start(), found.end(), place
        elif (name or short) in (_ASKED, _ANSWERED):
            yield found.start(), found.end(), None


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of text[start:end] that hold something."""
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        yield line.span()
