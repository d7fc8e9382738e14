"""What the reporting words of one sentence attribute, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.speech.clause_signs import is_verb
from dossier.reading.speech.complements import complement
from dossier.reading.speech.extent import after_cue, around, before_cue, closes_subordinate
from dossier.reading.speech.frames import Attribution, Frame, make, text_span
from dossier.reading.speech.inserted import both_sides
from dossier.reading.speech.inversion import inverted_source
from dossier.reading.speech.nouns import SAYS, by_noun, by_state
from dossier.reading.speech.participles import by_participle, clause_subject, first_subject, subject_of_infinitive
from dossier.reading.speech.phrases import looks_past, only_reports
from dossier.reading.speech.reporting import (
    content_nouns,
    phrases_before_source,
    small,
    state_phrases,
    verbs,
)
from dossier.reading.speech.sorts import is_thing
from dossier.reading.speech.speakers import Span, before_verb, low, on_the_left, on_the_right

_COUNTS = frozenset(("one", "two", "three", "four", "five", "another", "each"))  # "the other two argued that"
_GOVERNING = frozenset(("of", "among", "amid", "with", "without", "under", "despite"))
_FAULTED = frozenset(("blame", "praise", "criticize", "criticise", "condemn", "credit", "hail", "applaud"))
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
        one = _by_verb(frame, i, found) if text in verbs() else None
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


def _by_verb(frame: Frame, i: int, earlier: list[Attribution]) -> Attribution | None:
    words, verb = frame.words, verbs()[low(frame.words[i])]
    if not frame.phrasal_fits(i, verb):
        return None
    if i and words[i].text[0].isupper() and not words[i].text.isupper() and verb.shape == "base":
        return None  # "the State Secretary"
    group = before_verb(words, 0, i)
    helpers = {low(w) for w in words[group:i]}
    previous = low(words[i - 1]) if i else ""
    if low(words[i]) == "points" and (previous in small("kinds_of_point") or previous[:1].isdigit()):
        return None  # "fell 180 basis points to 13 percent"
    if f"{previous} {low(words[i])}" in load("reporting.yaml")["no_saying"]:
        return None
    if i and verb.shape == "past" and "clause" not in verb.takes and looks_past(words, i - 1):
        return None  # "Spain extradited ACCUSED smugglers"
    told = _COUNTS if verb.shape == "past" else frozenset[str]()
    if previous in (
        small("articles") - told - {"this", "that", "these", "those", "some", "many", "most", "few", "all", "both"}
        | {"such"}  # "under such stress that"
    ):
        return None
    if verb.shape == "past" and previous.endswith(("'s", "s'")):
        return None  # "the group's supposed fault"
    if verb.shape == "s" and previous in ("both", "all", "some", "many", "most", "few", "several"):
        return None  # "both figures": after these no verb in -s
    if "also_nouns" in verb.takes and verb.shape in ("base", "s") and previous in ("that", "this", "these", "those"):
        return None  # "disputes that figure"
    if verb.shape == "ing":
        return by_participle(frame, i, earlier)
    if (previous in small("prepositions") and previous != "to") or (previous == "to" and verb.shape != "base"):
        return None
    if verb.shape == "past" and helpers & small("be"):
        return _by_passive(frame, i, group)
    after = verbs().get(low(words[i + 1])) if i + 1 < len(words) and verb.shape == "past" and not helpers else None
    if after and after.shape == "past" and "clause" in after.takes:
        return None  # "half of those asked said"
    content = complement(frame, i, verb)
    counts = verb.shape == "past" and previous[:1].isdigit() and i + 1 < len(words)
    if counts and low(words[i + 1]) not in small("articles", "subject_pronouns", "pronouns"):
        return None  # "over 2,300 suspected cases"
    if previous == "to":
        source = subject_of_infinitive(frame, i) or first_subject(frame, i)
        if source is None or low(words[source[0]]).split("'")[0] in ("that", "this", "it", "there"):
            return None  # "that is not to say that": nobody says it
        return make(frame, source, (i, i + 1), content) if content and content.clear else None
    inverted = inverted_source(frame, i, group)
    if inverted:
        span = before_cue(frame, group) or after_cue(frame, inverted[1])
        return make(frame, inverted, (i, i + 1), span) if span else None
    subject = on_the_left(words, 0, group) if not frame.in_quotation(group - 1) else None
    if subject is None:
        if group == 1 and low(words[0]) in ("and", "but"):
            return None  # "But fear was the price"
        noun = verb.shape == "base" and "also_nouns" in verb.takes and low(words[i - 1]) in ("and", "but", "or")
        if noun and low(words[min(i + 1, len(words) - 1)]) != "that":
            return None  # "but state officials say"
        if i and low(words[group - 1]) in ("and", "but", "or", "who", "which") and content and earlier:
            known = next((a.source for a in reversed(earlier) if a.source), None)
            return Attribution(known, text_span(words, i, i + 1), content.span)
        goes_on = getattr(content, "clear", False) or (
            verb.takes & {"clause"} and not verb.takes & {"only_with_that"}
        )
        if i and low(words[group - 1]) in ("and", "but") and content and goes_on:
            opener = clause_subject(frame, i) or first_subject(frame, i) or _pronoun_before(words, group - 1)
            return make(frame, opener, (i, i + 1), content)  # "he thanked them but said that"
        return None
    opened = subject[0] - 2 * (
        subject[0] > 2 and low(words[subject[0] - 1]) == "than"
    )  # "with fewer than five cases"
    if verb.shape == "past" and not helpers and opened and low(words[opened - 1]) in _GOVERNING:
        return None  # "Of the plants ANNOUNCED in May, none": a participle, whoever announced them
    if subject[1] - subject[0] == 1 and (only_reports(words[subject[0]]) or words[subject[0]].text.isdigit()):
        return None  # "denies having known": no subject but a verb; "of 90 asked, 45 said": nobody in particular
    if "also_nouns" in verb.takes and previous in verbs() and verbs()[previous].shape == "past":
        return None  # "rejected claims that"
    if (
        "also_nouns" in verb.takes
        and verb.shape in ("base", "s")
        and not is_verb(frame, i, helpers, content, subject)
    ):
        return None
    if low(words[subject[1] - 1]) in verbs() and subject[1] - subject[0] > 1 and previous in SAYS:
        return None  # "which critics say favours the rich"
    if content and not content.clear and _closes_quotation(frame, subject[0] - 1):
        content = None  # "“It has not fallen,” she told members to loud applause"
    if "only_with_that" in verb.takes and low(words[group - 1]) == "that" and _has_object(frame, i + 1):
        return None  # "all countries that have reported cholera are waiting"
    if content and "deed" in verb.takes and _says_of_itself(frame, subject, earlier):
        return None
    if content and group > 1 and low(words[group - 1]) in ("who", "which") and _is_aside(words, subject, group):
        if low(words[i + 1]) in ("to", "not"):
            return None  # "two aides, who asked not to be named, said"
        return make(frame, subject, (i, i + 1), (content.span[0], _relative_end(frame, i, content.span)))
    if content and _in_relative(words, subject):
        return make(frame, subject, (i, i + 1), (content.span[0], _relative_end(frame, i, content.span)))
    if content:
        end = closes_subordinate(frame, subject[0], content.span)
        return make(frame, subject, (i, i + 1), (content.span[0], end))
    if aside := _aside(frame, i, subject):
        return make(frame, subject, (i, i + 1), aside)
    if not helpers & (small("auxiliaries") - small("have")) and verb.takes & {
        "clause",
        "beside_quotation",
        "person",
        "asking",
    }:
        span = before_cue(frame, subject[0])
        plain = not (frame.in_quotation(subject[0] - 1) or frame.in_quotation(subject[0] - 2))
        if is_adverb(low(words[subject[0]])):
            return None  # "…, currently strained by debt from costly projects"
        if plain and not verb.takes & {"clause", "person"}:
            return None  # "…, more people went to work": such verbs speak beside quotations only
        passive = verb.shape == "past" and i + 1 < len(words) and low(words[i + 1]) in ("for", "as", "to")
        if passive and "only_with_that" in verb.takes and is_thing(frame.text[slice(*text_span(words, *subject))]):
            return None  # "the “Ring of Fire,” a belt known for its quakes"
        if span and ("person" in verb.takes or frame.ends_here(i + 1)):
            return make(frame, subject, (i, i + 1), span)
    return None


def _has_object(frame: Frame, k: int) -> bool:
    """Whether a plain noun stands at word number k, and no "that", quotation or pronoun opens a clause."""
    if k >= len(frame.words) or frame.in_quotation(k) or not frame.words[k].is_word:
        return False
    return low(frame.words[k]) not in small("clause_openers", "subject_pronouns", "articles")


def _closes_quotation(frame: Frame, i: int) -> bool:
    """Whether word number i closes a quotation with a comma before its mark, so that who said it follows."""
    q = next((q for q in frame.passages if i >= 0 and q.end == frame.words[i].end), None)
    return q is not None and frame.text[q.inner_end - 1] == ","


def _pronoun_before(words: Sequence[Word], end: int) -> Span | None:
    """The last "he", "she" or "they" before word number `end`."""
    at = next((k for k in range(end - 1, -1, -1) if low(words[k]) in ("he", "she", "they")), -1)
    return (at, at + 1) if at >= 0 else None


def _says_of_itself(frame: Frame, subject: Span, earlier: list[Attribution]) -> bool:
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
        comma = next((k for k in range(i + 1, min(i + 9, len(words) - 1)) if words[k].text == ","), 0)
        return after_cue(frame, comma + 1) if comma and not frame.in_quotation(comma) else None
    if i + 2 >= len(words) or words[i + 1].text != "," or before < 0 or frame.in_quotation(before):
        return None
    inside = low(words[i + 2]) in small("auxiliaries")  # "Prices, analysts say, will fall"
    if words[before].text == "," and (inside or before_cue(frame, subject[0]) is None):
        return after_cue(frame, i + 2)
    return None


def _by_passive(frame: Frame, i: int, group: int) -> Attribution | None:
    """ "it was announced that", "is said to be", "was accused by the union of lying"."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    at = i + 1
    source = None
    if at < len(words) and low(words[at]) == "by":
        source = on_the_right(words, at + 1, len(words))
        if source:
            stop = next(
                (n for n in range(*source) if "matter" in verb.takes and low(words[n]) in ("of", "for")), source[1]
            )
            source, at = (source[0], stop), stop
    elif verb.base in ("convince", "persuade"):
        source = on_the_left(words, 0, group)
    if at >= len(words):
        return None
    if source is None and low(words[at]) in ("in", "among", "across"):  # "It is widely believed in the capital that"
        that = next((n for n in range(at + 2, min(len(words), at + 6)) if low(words[n]) == "that"), at)
        at = at if low(words[that - 1]) in ("and", "or", "but") else that  # "were held in secret and that"
    text = low(words[at])
    if text == "to" and verb.base == "suppose":
        return None  # "is supposed to save" tells what is meant
    if verb.takes <= {"beside_quotation", "also_nouns"}:
        return None  # "was opened to boats"
    fault = text in ("of", "as") or (text == "for" and verb.base in _FAULTED)
    if text in ("that", "whether", "to") or (fault and "matter" in verb.takes):
        span = after_cue(frame, at + (text == "that"))
        return make(frame, source, (i, i + 1), span) if span else None
    return None


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
            end = frame.aside_end(source[1])
            if i == 0 and frame.apposition_end(end):
                end = frame.apposition_end(end)
            span = around(frame, i, end)
            if one := make(frame, source, (i, after), span):
                found += both_sides(frame, one)
    return found
