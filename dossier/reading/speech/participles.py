"""Speech in participles: "…, adding that", "was quoted as saying"."""

from __future__ import annotations

from dossier.reading.sentences.verbs import is_finite, tokens_of
from dossier.reading.speech.complements import complement
from dossier.reading.speech.contents import Content
from dossier.reading.speech.extent import closes_subordinate
from dossier.reading.speech.frames import Attribution, Frame, make, text_span
from dossier.reading.speech.phrases import Span, looks_past
from dossier.reading.speech.reporting import forms_in, going_on, small, verbs
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.speakers import before_verb, on_the_left
from dossier.reading.speech.times import low

_NEAR = 8  # words of "with most analysts at the bank"
_QUOTED = 12  # words of "quoted the minister of the interior as saying"
_TURNS = frozenset(("although", "though", "while", "whereas", "because", "but"))


def by_participle(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    """ "…, adding that": the same speaker goes on; "is saying that", "was quoted as saying"."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    content = complement(frame, i, verb)
    if content is None:
        return None
    before, group, cue = low(words[i - 1]) if i else "", before_verb(words, 0, i), (i, i + 1)
    if before == "as":
        return _quoted_as(frame, i, content)
    if any(low(w) in small("be") for w in words[group:i]):
        return make(frame, on_the_left(words, 0, group), cue, content)
    if before in forms_in("messages"):
        return make(frame, _author(frame, i), cue, content)
    if before == "in" and content.clear:
        return make(frame, clause_subject(frame, i) or first_subject(frame, i), cue, content)
    if verb.base == "cite" and not content.clear:
        return None  # "…, citing two officials": whom it has it from
    if content.clear and (held := _held_by_with(frame, i, group)):
        return make(frame, held, cue, content)
    if i == 1 and (opened := _opening(frame, i, content.span)):
        return opened
    aside = before in (",", "and", "while", "by", "but") or (i > 0 and frame.in_quotation(i - 1))
    return _aside(frame, i, content.span, earlier) if aside and low(words[i]) in going_on() else None


def _quoted_as(frame: Frame, i: int, content: Content) -> Attribution | None:
    """ "Was QUOTED AS saying", "QUOTED the mayor AS saying"."""
    words, quoting = frame.words, ("quoted", "cited", "quoting", "quotes")
    opening = next((k for k in range(i - 2, max(-1, i - _QUOTED), -1) if low(words[k]) in quoting), -1)
    if opening < 0:
        return None
    group = before_verb(words, 0, opening)
    passive = any(low(w) in small("be") for w in words[group:opening])
    source = on_the_left(words, 0, group) if passive else on_the_right(words, opening + 1, i - 1)
    return make(frame, source, (opening, i + 1), content)


def _held_by_with(frame: Frame, i: int, group: int) -> Span | None:
    """ "WITH ANALYSTS estimating that"."""
    held = next((k for k in range(i - 1, max(-1, i - _NEAR), -1) if low(frame.words[k]) == "with"), -1)
    source = on_the_left(frame.words, held + 1, group) if held >= 0 else None
    return source if source and source[0] == held + 1 else None


def _aside(frame: Frame, i: int, content: Span, earlier: list[Attribution]) -> Attribution:
    """ "…, ADDING that": by whoever spoke before, else by the subject."""
    words, source, span = frame.words, earlier[-1].source if earlier else None, content
    subject = None if source else first_subject(frame, i) or _before_participle(frame, i)
    if subject:
        source = frame.source_span(subject)
    if subject and all(w.text in (".", ",") for w in words[subject[1] : i]):
        # "Peru, saying it had no choice, left the pact": the sentence's own verb comes behind the aside.
        comma = next((w.start for w in words[i:] if w.text == "," and span[0] < w.start < span[1]), span[1])
        span = (span[0], comma)
    return Attribution(source, text_span(words, i, i + 1), span)


def _opening(frame: Frame, i: int, content: Span) -> Attribution | None:
    """ "While stating that A, the mayor noted that B": the mayor says A, and it ends before him."""
    words = frame.words
    end = closes_subordinate(frame, i, content)
    behind = frame.word_at(end + 1)  # past the comma
    tokens = tokens_of(frame.text, words[behind].start, frame.end) if end < content[1] and behind < len(words) else []
    verb = next((t.start for k, t in enumerate(tokens) if k and is_finite(tokens, k)), 0)
    source = on_the_left(words, behind, before_verb(words, behind, frame.word_at(verb))) if verb else None
    return Attribution(frame.source_span(source), text_span(words, i, i + 1), (content[0], end)) if source else None


def _author(frame: Frame, i: int) -> Span | None:
    """ "his office issued a statement saying that": who issued it; else the statement itself speaks."""
    words = frame.words
    message = on_the_left(words, 0, i)
    if message is None:
        return None
    verb = message[0] - 1
    if verb > 0 and low(words[verb]) in forms_in("giving_voice"):
        return on_the_left(words, 0, before_verb(words, 0, verb)) or message
    return message


def _before_participle(frame: Frame, i: int) -> Span | None:
    """The subject of the clause that "…, saying" hangs on, when the sentence begins with it."""
    words = frame.words
    tokens = tokens_of(frame.text, frame.start, words[i].start)
    verb = next((t.start for k, t in enumerate(tokens) if k and is_finite(tokens, k)), words[i - 1].start)
    end = next((k for k in range(i) if words[k].start >= verb), i - 1)
    whole = 0 < end <= 8 and all(w.is_word for w in words[:end]) and not frame.in_quotation(0)
    return on_the_left(words, 0, end) if whole and low(words[0]) not in small("prepositions") else None


def subject_of_infinitive(frame: Frame, i: int) -> Span | None:
    """ "Voters seem to think": the subject of the verb that the infinitive at word number i hangs on."""
    words = frame.words
    for at in range(i - 2, max(0, i - 5), -1):
        if frame.in_quotation(at) or not words[at].is_word:
            return None
        text = low(words[at])
        if text in forms_in("before_infinitive") or text in small("auxiliaries"):
            return on_the_left(words, 0, before_verb(words, 0, at))
    return None


def clause_subject(frame: Frame, i: int) -> Span | None:
    """The subject of the first verb before word number i: "The bank, in a note, cut its forecast and said"."""
    words = frame.words
    turn = next((k for k in range(i - 1, 0, -1) if low(words[k]) in _TURNS and words[k - 1].text == ","), -1)
    first = turn + 1  # ", although the operator spent millions and SAYS": the last clause's own subject
    tokens = tokens_of(frame.text, words[first].start, words[i].start)
    verb = next((t.start for k, t in enumerate(tokens) if k and not t.deep and is_finite(tokens, k)), 0)
    end = next((k for k in range(first, i) if words[k].start >= verb > 0), 0)
    if not end or low(words[first]) in small("clause_openers", "prepositions") or frame.in_quotation(first):
        return None
    found = on_the_left(words, first, end)
    return found if found and found[0] == first else None


def first_subject(frame: Frame, end: int) -> Span | None:
    """The first noun phrase of the sentence, as far as it reads as one."""
    for at in range(min(end, 30)):
        text = low(frame.words[at])
        if frame.in_quotation(at):
            return None
        if text == "may" and frame.words[at].text != "may":
            continue  # the month
        if at and (text in small("auxiliaries") or (text in verbs() and verbs()[text].shape in ("past", "s"))):
            if low(frame.words[at - 1]) in small("articles", "kinds_of_point"):
                continue  # "the projects", "a found object"
            if text in verbs() and verbs()[text].shape == "s" and looks_past(frame.words, at - 1):
                return on_the_left(frame.words, 0, before_verb(frame.words, 0, at - 1))  # "raised hopes"
            return on_the_left(frame.words, 0, before_verb(frame.words, 0, at))
    return None
