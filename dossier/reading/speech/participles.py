"""Speech in participles and passives: "…, adding that", "was quoted as saying", "it was announced that"."""

from __future__ import annotations

from dossier.reading.speech.complements import complement
from dossier.reading.speech.contents import Content
from dossier.reading.speech.extent import after_cue, before_cue, closes_subordinate, relative_end
from dossier.reading.speech.frames import Attribution, Frame, make, text_span
from dossier.reading.speech.phrases import Span, head_noun, on_the_right
from dossier.reading.speech.reporting import Verb, forms_in, going_on, small, spoken, verbs
from dossier.reading.speech.subjects import beside_mark, group_before, phrase_before, subject_of
from dossier.reading.speech.times import behind_time, low, low_at
from dossier.reading.speech.unmarked import surely_clause

_QUOTED = 12  # words of "quoted the minister of the interior as saying"


def by_participle(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    """ "…, adding that": the same speaker goes on; "is saying that", "was quoted as saying"."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    content = complement(frame, i, verb)
    if content is None:
        return _quoted_as(frame, i, None) if i and low(words[i - 1]) == "as" else None
    before, cue, clause = low(words[i - 1]) if i else "", (i, i + 1), frame.owners[i]
    if before == "as":
        return _quoted_as(frame, i, content)
    if frame.group_of(clause)[1] == i + 1 and not small("be").isdisjoint(frame.tree[clause].verb):
        return make(frame, subject_of(frame, clause), cue, content)
    kept = i - 1 - (before == "on")
    if kept > 0 and low(words[kept]) in forms_in("keeping_on") and content.clear:
        return make(frame, subject_of(frame, frame.owners[kept]), cue, content)  # "Critics keep SAYING that"
    if before in forms_in("messages") or (content.clear and before in forms_in("evidence")):
        source = _author(frame, i)
        end = closes_subordinate(frame, source[0], content.span) if source else content.span[1]
        return make(frame, source, cue, (content.span[0], end))
    if before == "in" and content.clear:
        return make(frame, subject_of(frame, clause), cue, content)
    if verb.base == "cite" and not content.clear:
        return None  # "…, citing two officials": whom it has it from
    held = phrase_before(frame, i, frame.owners[i - 1]) if i and content.clear else None
    if held and held[0] and low(words[held[0] - 1]) == "with":
        end = closes_subordinate(frame, held[0], content.span)
        return make(frame, held, cue, (content.span[0], end))  # "WITH ANALYSTS estimating that"
    if i == 1 and (opened := _opening(frame, i, content.span)):
        return opened
    aside = before in (",", "and", "while", "by", "but") or (i > 0 and frame.in_quotation(i - 1))
    return _aside(frame, i, content.span, earlier) if aside and low(words[i]) in going_on() else None


def _quoted_as(frame: Frame, i: int, content: Content | None) -> Attribution | None:
    """ "Was QUOTED AS saying", "QUOTED the mayor AS saying", also behind its quotation."""
    words, quoting = frame.words, ("quoted", "cited", "quoting", "quotes")
    opening = next((k for k in range(i - 2, max(-1, i - _QUOTED), -1) if low(words[k]) in quoting), -1)
    if opening < 0:
        return None
    clause = frame.clause_of_verb(opening)
    passive = clause >= 0 and not small("be").isdisjoint(frame.tree[clause].verb)
    source = subject_of(frame, clause) if passive else on_the_right(words, opening + 1, i - 1)
    quoted = (q for q in reversed(frame.passages) if q.end <= words[opening].start)
    said = content or next(((q.start, q.end) for q in quoted), None)
    return make(frame, source, (opening, i + 1), said) if said else None


def _aside(frame: Frame, i: int, content: Span, earlier: list[Attribution]) -> Attribution:
    """ "…, ADDING that": by whoever spoke before, else by the subject."""
    words, source, span = frame.words, earlier[-1].source if earlier else None, content
    subject = None if source else subject_of(frame, frame.owners[i])
    if subject:
        source = frame.source_span(subject)
    if subject and all(w.text in (".", ",") for w in words[subject[1] : i]):
        # "Peru, saying it had no choice, left the pact": the sentence's own verb comes behind the aside.
        comma = next((w.start for w in words[i:] if w.text == "," and span[0] < w.start < span[1]), span[1])
        span = (span[0], comma)
    return Attribution(source, text_span(words, i, i + 1), span)


def _opening(frame: Frame, i: int, content: Span) -> Attribution | None:
    """ "While stating that A, the mayor noted that B": the mayor says A, and it ends before him."""
    end = closes_subordinate(frame, i, content)
    source = subject_of(frame, 0) or beside_mark(frame, frame.group_of(0)[0])
    if end == content[1] or source is None:
        return None
    return Attribution(frame.source_span(source), text_span(frame.words, i, i + 1), (content[0], end))


def _author(frame: Frame, i: int) -> Span | None:
    """ "his office issued a statement saying that": who issued it; else the statement itself speaks."""
    message = phrase_before(frame, i, frame.owners[i - 1])
    verb = message[0] - 1 if message else 0
    if verb > 0 and low(frame.words[verb]) in forms_in("giving_voice"):
        return subject_of(frame, frame.owners[verb]) or message
    return message


_THAT = 6  # words up to the "that" of "It is widely believed in the capital that"


def by_passive(frame: Frame, i: int, verb: Verb, clause: int) -> Attribution | None:
    """What the passive at word number i of a clause attributes, to whoever stands behind its "by"."""
    if verb.takes <= {"beside_quotation", "also_nouns"}:
        return None  # "was opened to boats"
    source, at = _by_whom(frame, i + 1, verb)
    if source is None and verb.base in ("convince", "persuade"):
        source = subject_of(frame, clause)
    at = _behind_place(frame, at) if source is None else at
    if low_at(frame.words, at) == "on":
        at = behind_time(frame.words, at, len(frame.words))  # "it was announced ON FRIDAY that"
    text = low_at(frame.words, at)
    if source is None and text != "that" and (told := _of_nobody(frame, i, at, verb)):
        return make(frame, None, (i, i + 1), told)
    if text == "to" and source is None and verb.base in spoken("meaning"):
        return None  # "is supposed to save", "is expected to fall" tell what is meant or lies ahead
    fault = text in ("of", "as") or (text == "for" and verb.base in spoken("faulting"))
    if text not in ("that", "whether", "to") and not (fault and "matter" in verb.takes):
        return None
    span = after_cue(frame, at + (text == "that"))
    return make(frame, source, (i, i + 1), span) if span else None


def taken_for_by(frame: Frame, i: int, verb: Verb) -> Attribution | None:
    """ "Pluto, THOUGHT by early astronomers to be large, is small", "the law, HAILED by the mayor as a triumph"."""
    source, at = _by_whom(frame, i + 1, verb)
    span = after_cue(frame, at) if source and low_at(frame.words, at) in ("to", "as") else None
    return make(frame, source, (i, i + 1), (span[0], relative_end(frame, i, span))) if span else None


def _of_nobody(frame: Frame, i: int, at: int, verb: Verb) -> tuple[int, int] | None:
    """What is said in "It is THOUGHT the lines were cut", "The lines were cut, it was REPORTED on Friday"."""
    begins = group_before(frame.words, i)
    if "clause" not in verb.takes or not begins or low(frame.words[begins - 1]) != "it":
        return None
    if begins > 1 and frame.words[begins - 2].text == "," and frame.ends_here(at):
        return before_cue(frame, begins - 1)
    return after_cue(frame, at) if at < len(frame.words) and surely_clause(frame, at) else None


def _by_whom(frame: Frame, at: int, verb: Verb) -> tuple[Span | None, int]:
    """Who does it, told behind "by", and the word number behind them."""
    words = frame.words
    if low_at(words, at) != "by":
        return None, at
    source = on_the_right(words, at + 1, len(words))
    if source is None or head_noun(words, source).lemma in spoken("manners"):
        return None, at
    ends = (n for n in range(*source) if "matter" in verb.takes and low(words[n]) in ("of", "for"))
    stop = next(ends, source[1])
    return (source[0], stop), stop


def _behind_place(frame: Frame, at: int) -> int:
    """Past "in the capital" to a "that" behind it."""
    words = frame.words
    if at >= len(words) or low(words[at]) not in ("in", "among", "across"):
        return at
    that = next((n for n in range(at + 2, min(len(words), at + _THAT)) if low(words[n]) == "that"), at)
    return at if low(words[that - 1]) in small("coordinators") else that  # "were held in secret and that"
