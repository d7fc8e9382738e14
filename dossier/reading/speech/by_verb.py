"""What a reporting verb attributes, and to whom: the ways in which English builds such a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.speech.complements import complement
from dossier.reading.speech.contents import Content
from dossier.reading.speech.extent import after_cue, before_cue, closes_subordinate
from dossier.reading.speech.frames import Attribution, Frame, make, text_span
from dossier.reading.speech.inversion import inverted_source
from dossier.reading.speech.no_reports import Standing, is_no_verb_of, reports_nothing, standing
from dossier.reading.speech.participles import by_participle, clause_subject, first_subject, subject_of_infinitive
from dossier.reading.speech.passives import by_passive
from dossier.reading.speech.phrases import Span
from dossier.reading.speech.reporting import small, spoken, verbs
from dossier.reading.speech.sorts import is_thing
from dossier.reading.speech.speakers import on_the_left
from dossier.reading.speech.times import low

_SPEAKS = frozenset({"clause", "beside_quotation", "person", "asking"})
_ASIDE = 8  # words between "As X noted" and its comma


def by_verb(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    """What the reporting verb at word number i attributes; None where it reports nothing.

    `earlier` are the attributions found before it in the sentence: their speaker may go on.
    """
    form = verbs()[low(frame.words[i])]
    if not frame.phrasal_fits(i, form):
        return None
    verb = standing(frame, i, form)
    if reports_nothing(verb):
        return None
    if form.shape == "ing":
        return by_participle(frame, i, earlier)
    if verb.is_past and verb.helpers & small("be"):
        return by_passive(frame, i, form, verb.group)
    content = complement(frame, i, form)
    if verb.previous == "to":
        return _in_infinitive(verb, content)
    if inverted := inverted_source(frame, i, verb.group):
        span = before_cue(frame, verb.group) or after_cue(frame, inverted[1])
        return make(frame, inverted, (i, i + 1), span) if span else None
    subject = on_the_left(frame.words, 0, verb.group) if not frame.in_quotation(verb.group - 1) else None
    if subject is None:
        return _going_on(verb, content, earlier)
    if is_no_verb_of(verb, subject, content):
        return None
    if content and (content.clear or not _closes_quotation(frame, subject[0] - 1)):
        return _before_content(verb, subject, content, earlier)
    aside = _aside(frame, i, subject)
    return make(frame, subject, (i, i + 1), aside) if aside else _beside_quotation(verb, subject)


def _in_infinitive(verb: Standing, content: Content | None) -> Attribution | None:
    """ "Officials refused to SAY whether"; nobody says what "that is not to SAY that" goes on with."""
    source = subject_of_infinitive(verb.frame, verb.at) or first_subject(verb.frame, verb.at)
    if source is None or low(verb.words[source[0]]).split("'")[0] in spoken("nobodies"):
        return None
    return make(verb.frame, source, (verb.at, verb.at + 1), content) if content and content.clear else None


def _going_on(verb: Standing, content: Content | None, earlier: Sequence[Attribution]) -> Attribution | None:
    """ "He thanked them but SAID that", "…, said Ana Ruiz, who ADDED that": the subject stands further ahead."""
    joint = low(verb.words[verb.group - 1]) if verb.group else ""
    joined = joint in ("and", "but")
    if content is None or (joined and verb.group == 1):
        return None  # "But FEAR was the price"
    noun = verb.verb.shape == "base" and verb.may_be_noun and verb.previous in small("coordinators")
    if noun and verb.word(1) != "that":
        return None  # "but STATE officials say"
    cue = (verb.at, verb.at + 1)
    if (joined or joint in ("or", "who", "which")) and earlier:
        known = next((a.source for a in reversed(earlier) if a.source), None)
        return Attribution(known, text_span(verb.words, *cue), content.span)
    takes = verb.verb.takes
    if not joined or not (content.clear or ("clause" in takes and "only_with_that" not in takes)):
        return None
    ahead = clause_subject(verb.frame, verb.at) or first_subject(verb.frame, verb.at)
    return make(verb.frame, ahead or _pronoun_before(verb.words, verb.group - 1), cue, content)


def _before_content(
    verb: Standing, subject: Span, content: Content, earlier: Sequence[Attribution]
) -> Attribution | None:
    """ "The mayor SAID that …", also inside a relative clause, with which what is said ends."""
    frame, words = verb.frame, verb.words
    if "deed" in verb.verb.takes and _says_of_itself(frame, subject, earlier):
        return None
    start, end = content.span
    if verb.group > 1 and low(words[verb.group - 1]) in ("who", "which") and _is_aside(words, subject, verb.group):
        if verb.word(1) in ("to", "not"):
            return None  # "two aides, who ASKED not to be named, said"
        end = _relative_end(frame, verb.at, content.span)
    elif _in_relative(words, subject):
        end = _relative_end(frame, verb.at, content.span)
    else:
        end = closes_subordinate(frame, subject[0], content.span)
    return make(frame, subject, (verb.at, verb.at + 1), (start, end))


def _beside_quotation(verb: Standing, subject: Span) -> Attribution | None:
    """ "“It has fallen,” the mayor SAID", "Prices fell, the bank SAID"."""
    frame, words, takes = verb.frame, verb.words, verb.verb.takes
    helped = not verb.helpers & small("auxiliaries") <= small("have")
    if helped or not takes & _SPEAKS or is_adverb(low(words[subject[0]])):
        return None  # "…, currently STRAINED by debt from costly projects"
    plain = not (frame.in_quotation(subject[0] - 1) or frame.in_quotation(subject[0] - 2))
    if plain and not takes & {"clause", "person"}:
        return None  # "…, more people went to WORK": such verbs speak beside quotations only
    passive = verb.is_past and verb.word(1) in ("for", "as", "to")
    if passive and "only_with_that" in takes and is_thing(frame.text[slice(*text_span(words, *subject))]):
        return None  # "the “Ring of Fire,” a belt KNOWN for its quakes"
    span = before_cue(frame, subject[0])
    ends = "person" in takes or frame.ends_here(verb.at + 1)
    return make(frame, subject, (verb.at, verb.at + 1), span) if span and ends else None


def _closes_quotation(frame: Frame, i: int) -> bool:
    """Whether word number i closes a quotation with a comma before its mark, so that who said it follows."""
    q = next((q for q in frame.passages if i >= 0 and q.end == frame.words[i].end), None)
    return q is not None and frame.text[q.inner_end - 1] == ","


def _pronoun_before(words: Sequence[Word], end: int) -> Span | None:
    """The last "he", "she" or "they" before word number `end`."""
    at = next((k for k in range(end - 1, -1, -1) if low(words[k]) in ("he", "she", "they")), -1)
    return (at, at + 1) if at >= 0 else None


def _says_of_itself(frame: Frame, subject: Span, earlier: Sequence[Attribution]) -> bool:
    """ "The airline said it plans to": a pronoun inside what is said adds no speaker."""
    place = frame.words[subject[0]].start
    is_pronoun = subject[1] - subject[0] == 1 and low(frame.words[subject[0]]) in small("subject_pronouns")
    return is_pronoun and any(a.content[0] <= place < a.content[1] for a in earlier)


def _is_aside(words: Sequence[Word], subject: Span, group: int) -> bool:
    """ "The mayor, WHO denied it, won", "Ana Ruiz, A BANKER who claimed victory, left": a comma ends what is said."""
    held = subject[0] > 0 and words[subject[0] - 1].text == "," and low(words[subject[0]]) in ("a", "an")
    return held or words[group - 2].text == ","


def _in_relative(words: Sequence[Word], subject: Span) -> bool:
    """ "the plan, which critics say favours the rich, passed": the content ends with the relative clause."""
    return subject[0] > 1 and low(words[subject[0] - 1]) in ("which", "whom") and words[subject[0] - 2].text == ","


def _relative_end(frame: Frame, i: int, content: tuple[int, int]) -> int:
    """Where the comma after a relative clause stands, in the text or inside the quotation that closes it."""
    words = frame.words
    commas = [words[k].start for k in range(i, len(words)) if words[k].text == "," and not frame.in_quotation(k)]
    commas += [q.end for q in frame.passages if frame.text[q.inner_end - 1] == ","]
    return min([place for place in commas if content[0] < place], default=content[1])


def _aside(frame: Frame, i: int, subject: Span) -> tuple[int, int] | None:
    """ "As X noted, …" and "The bill, X says, would …": the content goes on behind the comma."""
    words, before = frame.words, subject[0] - 1
    if before == 0 and low(words[0]) == "as":
        comma = next((k for k in range(i + 1, min(i + 1 + _ASIDE, len(words) - 1)) if words[k].text == ","), 0)
        return after_cue(frame, comma + 1) if comma and not frame.in_quotation(comma) else None
    if i + 2 >= len(words) or words[i + 1].text != "," or before < 0 or frame.in_quotation(before):
        return None
    inside = low(words[i + 2]) in small("auxiliaries")  # "Prices, analysts say, will fall"
    if words[before].text == "," and (inside or before_cue(frame, subject[0]) is None):
        return after_cue(frame, i + 2)
    return None
