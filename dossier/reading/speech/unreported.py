"""Quotations without a reporting word of their own: whoever spoke last may go on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dossier.language.words import words_of
from dossier.reading.speech.frames import Attribution, Frame, text_span
from dossier.reading.speech.subjects import subject_of

_NEAR = 60  # attributions looked at before and after a quotation
_CARRIED = 250  # characters from the last words said to a quotation that goes on with them
_STOP = re.compile(r"[.!?](?: |\n)(?=[A-Z“\"])")
_SHORT = 5  # quoted words without a reporting word are a name or an irony below this length


def _may_go_on(text: str, model: Attribution, start: int) -> bool:
    """Whether whoever spoke last may say the quotation at `start` too: near, with nothing told in between.

    "The study says so.\n\nI asked Salas about it. “They are paid to,”" is not what the study says.
    """
    said = max(model.content[1], (model.cue or model.content)[1])
    opened = text.rfind("\n\n", said, start)
    return start - said <= _CARRIED and (opened < 0 or not text[opened:start].strip(" \n\t“\"‘'«*-•"))


def _is_aside_of(text: str, one: Attribution, direct: Attribution) -> bool:
    """ "“…,” said Ana Ruiz, to whom some have turned who intend to sue": only Ana Ruiz speaks there."""
    said = direct.cue[1] if direct.cue else 0
    quoted = text[direct.content[0]] in '“"' and direct.content[1] <= said
    return quoted and bool(one.cue) and said < one.content[0] and not _STOP.search(text, said, one.content[0])


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
                direct = (a for a in reversed(earlier) if a.cue and model and _is_aside_of(text, model, a))
                model = next(direct, model)
                if model and not _may_go_on(text, model, q.start):
                    model = None
            source, cue = (model.source, model.cue) if model else (None, None)
            if model is None and not whole:
                ahead = frame.group_of(0)[0] < frame.word_at(q.start)
                subject = subject_of(frame, 0) if ahead else frame.name_before_colon(q.start)
                source = text_span(frame.words, *subject) if subject else None
            left.append(Attribution(source, cue, (q.start, q.end)))
    return left
