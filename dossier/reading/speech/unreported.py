"""What is said without a reporting word: under a label of an interview, in a quotation that goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.language.words import words_of
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.speech.frames import Attribution, Frame, text_span
from dossier.reading.speech.sorts import is_individual
from dossier.reading.speech.subjects import subject_of

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


_NEAR = 60  # attributions looked at before and after a quotation


_CARRIED = 250  # characters from the last words said to a quotation that goes on with them


_SHORT = 5  # quoted words without a reporting word are a name or an irony below this length


def _may_go_on(text: str, model: Attribution, start: int) -> bool:
    """Whether whoever spoke last may say the quotation at `start` too: near, with nothing told in between.

    "The study says so.\n\nI asked Salas about it. “They are paid to,”" is not what the study says.
    """
    said = max(model.content[1], (model.cue or model.content)[1])
    opened = text.rfind("\n\n", said, start)
    return start - said <= _CARRIED and (opened < 0 or not text[opened:start].strip(" \n\t“\"‘'«*-•"))


def quotations_left(frames: Sequence[Frame], found: Sequence[Attribution], text: str) -> list[Attribution]:
    """Quotations without a reporting word of their own go on with the last speaker, or stand alone."""
    left: list[Attribution] = []
    ordered = sorted(found, key=lambda a: a.cue or a.content)
    starts = [(a.cue or a.content)[0] for a in ordered]
    for frame in frames:
        if frame.inner or not frame.passages:
            continue
        at = bisect_left(starts, frame.start)
        near = ordered[max(0, at - _NEAR) : bisect_left(starts, frame.end)]
        told = [a for a in near if a.cue and frame.start <= a.cue[0] < frame.end]
        for q in frame.passages:
            here = [a for a in told if a.cue and not q.start < a.cue[0] < q.end]  # "“If the firm claims that, …”"
            if any(a.content[0] < q.end - 1 and q.start < a.content[1] for a in [*here, *left[-_NEAR:]]):
                continue
            length = sum(w.is_word for w in words_of(text[q.inner_start : q.inner_end]))
            if length < _SHORT and not ((here or q.start <= frame.start + 1) and length > 1):
                continue
            model = next((a for a in reversed(here) if a.cue and a.cue[0] < q.start), here[0] if here else None)
            whole = q.start <= frame.start + 1
            if model is None and whole:
                earlier = [
                    a
                    for a in [*near, *left[-_NEAR:]]
                    if a.source and max(a.content[1], (a.cue or a.content)[1]) <= q.start + 1
                ]
                model = max(earlier, key=lambda a: max(a.content[1], (a.cue or a.content)[1]), default=None)
                if model and not _may_go_on(text, model, q.start):
                    model = None
            source, cue = (model.source, model.cue) if model else (None, None)
            if model is None and not whole:
                ahead = frame.group_of(0)[0] < frame.word_at(q.start)
                subject = subject_of(frame, 0) if ahead else frame.name_before_colon(q.start)
                source = text_span(frame.words, *subject) if subject else None
            left.append(Attribution(source, cue, (q.start, q.end)))
    return left
