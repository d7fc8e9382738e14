"""Who says what: direct, indirect and mixed speech, with the places of speaker, reporting word and content."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.language.words import Word, words_of
from dossier.reading.datelines import after_dateline
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.sentences.telling import has_verb
from dossier.reading.speech.by_verb import by_verb
from dossier.reading.speech.extent import after_cue, around
from dossier.reading.speech.frames import Attribution, Frame, make, text_span
from dossier.reading.speech.inserted import both_sides
from dossier.reading.speech.nouns import by_noun, by_state
from dossier.reading.speech.phrases import first_of_two, name_between_commas, on_the_right
from dossier.reading.speech.quotations import Quotation, masked, quotations
from dossier.reading.speech.reporting import content_nouns, phrases_before_source, small, state_phrases, verbs
from dossier.reading.speech.subjects import subject_of
from dossier.reading.speech.times import low, lows
from dossier.reading.speech.turns import turns

_LONGEST = 150  # words; a "sentence" beyond this is a list or damage, and is read in pieces
_HOLDS_SPEECH = 24  # characters; a shorter quotation has no room for "we can say that" and a content


def attributions(text: str) -> list[Attribution]:
    """All attributions of a text, in the order of their contents.

    The content leaves out the reporting word and a "that"; the source is the shortest phrase that names the speaker
    (title and name, without what an apposition adds), None when nobody is named.
    """
    passages = quotations(text)
    words = words_of(text)
    frames = _frames(text, words, passages)
    found: list[Attribution] = []
    for frame in frames:
        found += heard_in(frame)
    found += quotations_left(frames, found, text)
    found += turns(text)
    unique = {a.content: a for a in reversed(found) if a.content[0] < a.content[1]}
    return sorted(unique.values(), key=lambda a: (a.content, a.cue or (0, 0)))


def _frames(text: str, words: Sequence[Word], passages: tuple[Quotation, ...]) -> list[Frame]:
    """Sentences with quotations as closed boxes, and after them the sentences inside long quotations."""
    outer = [(after_dateline(text, start, end), end) for start, end in split_sentences(masked(text, passages))]
    frames = list(_cut(text, words, outer, passages))
    inside = [
        (q.inner_start + s, q.inner_start + e)
        for q in passages
        if q.inner_end - q.inner_start > _HOLDS_SPEECH
        for s, e in split_sentences(text[q.inner_start : q.inner_end])
    ]
    return [*frames, *_cut(text, words, inside, (), inner=True)]


def _cut(
    text: str,
    words: Sequence[Word],
    spans: Sequence[tuple[int, int]],
    passages: tuple[Quotation, ...],
    inner: bool = False,
) -> list[Frame]:
    frames, at, q = [], 0, 0
    for start, end in spans:
        while at < len(words) and words[at].start < start:
            at += 1
        first = at
        while at < len(words) and words[at].end <= end:
            at += 1
        while q < len(passages) and passages[q].end <= start:
            q += 1
        for begin in range(first, at, _LONGEST):
            piece = words[begin : min(at, begin + _LONGEST)]
            held, k = [], q
            while k < len(passages) and passages[k].start < piece[-1].end:
                if passages[k].end > piece[0].start:
                    held.append(passages[k])
                k += 1
            frames.append(Frame(text, piece, tuple(held), inner))
            while q < len(passages) and passages[q].end <= piece[-1].end:
                q += 1
    return frames


_MOST = 30  # reporting words heard in a sentence; one of more is a list or damage


def heard_in(frame: Frame) -> list[Attribution]:
    """Attributions by the reporting words of one sentence, in the order they are found."""
    texts, tried = lows(frame.words), 0
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
    for i, text in enumerate(texts):
        for phrase in opened.get(text, ()):
            if tuple(texts[i : i + len(phrase)]) != phrase or frame.in_quotation(i):
                continue
            after = i + len(phrase)
            source = on_the_right(words, after, len(words))
            if source is None or (i and texts[i - 1] in ("and", "or")):
                continue
            source = first_of_two(words, source)
            end = frame.aside_end(source[1])
            if i == 0 and (name := name_between_commas(words, source, end)):
                source, end = name, name[1]
            while i == 0 and (further := frame.apposition_end(end)):
                end = further
            bare = i == 0 and source[1] < end and low(words[source[1]]) not in small("prepositions")
            bare = bare and has_verb(frame.text[words[source[1]].start : words[end - 1].end])
            span = after_cue(frame, source[1]) if bare else around(frame, i, end)
            if one := make(frame, source, (i, after), span):
                found += both_sides(frame, one)
    return found


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
                subject = subject_of(frame, 0) if ahead else None
                source = text_span(frame.words, *subject) if subject else None
            left.append(Attribution(source, cue, (q.start, q.end)))
    return left
