"""Sayings inside a relative clause: "a law that critics say favours the rich", "a man they believe to be armed"."""

from __future__ import annotations

from dossier.language.lexical import first_used_as_verb
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.sentences.verb_forms import is_past_form, may_be_present
from dossier.reading.speech.extent import after_cue, relative_end
from dossier.reading.speech.frames import Attribution, Frame, make
from dossier.reading.speech.phrases import Span, noun_before
from dossier.reading.speech.reporting import Verb, small, spoken
from dossier.reading.speech.times import low, low_at

_OPENS = frozenset(("who", "which", "that", "what"))
_LONGEST = 7  # words of "three people familiar with the talks"


def by_relative(frame: Frame, i: int, verb: Verb, group: int) -> Attribution | None:
    """What the verb at word number i says of what its relative clause tells of; its own words begin at `group`.

    None in "The words she SAID were kind": there the verb behind is the sentence's own.
    """
    noun = "also_nouns" in verb.takes and verb.shape != "past"  # "a plan that their CLAIM made known"
    if "clause" not in verb.takes or verb.shape == "ing" or noun or not _goes_on(frame, i + 1, verb):
        return None
    source = _subject(frame, group)
    opens = source[0] - (low(frame.words[source[0] - 1]) in _OPENS) if source else 0
    if source is None or not opens:
        return None
    span = after_cue(frame, i + 1)
    if span is None:
        return None
    end = relative_end(frame, i, span)
    before = frame.text[frame.start : frame.words[opens - 1].end]
    if not has_verb(before):
        end = _own_verb(frame.text, (span[0], end))
    elif low(frame.words[opens]) == "what" and low_at(frame.words, i + 2) not in small("articles"):
        return None  # "knew that what he said was wrong", but "after what officials SAID was a plot"
    return make(frame, source, (i, i + 1), (span[0], end)) if end else None


def _goes_on(frame: Frame, at: int, verb: Verb) -> bool:
    """Whether right behind the saying stands the verb of what it is said of."""
    text, after = low_at(frame.words, at), low_at(frame.words, at + 1)
    if text == "to":
        return after in ("be", "have") and verb.base in spoken("taking_for")
    if frame.in_quotation(at) or after == "that":
        return False  # "The trouble I found IS THAT it leaks"
    if text in small("auxiliaries") or is_past_form(text):
        return True
    told = after in small("auxiliaries") or is_past_form(after)  # "the day that critics say PRICES rose"
    return text.endswith("s") and may_be_present(text) and not told


def _subject(frame: Frame, group: int) -> Span | None:
    """Who says it: what stands between "that" and the verb, or the pronoun behind a noun, "a man THEY say"."""
    words = frame.words
    for first in range(group - 1, max(0, group - _LONGEST), -1):
        if low(words[first - 1]) in _OPENS:
            told = low(words[first - 1]) == "that" and not noun_before(words, 0, first - 1)  # "said THAT critics"
            ended = low(words[group - 1]) not in small("articles", "prepositions")
            word = words[first]
            does = word.text.islower() and first_used_as_verb(word.lemma)  # "firms that GROW seed say"
            return (first, group) if ended and not told and not does else None
        if first == group - 1 and low(words[first]) in small("subject_pronouns") - spoken("pointing"):
            if noun_before(words, 0, first) and low(words[first - 1]) not in small("clause_openers"):
                return first, group
        elif not words[first].is_word or low(words[first]) in small("auxiliaries"):
            break
    return None


def _own_verb(text: str, span: tuple[int, int]) -> int:
    """Where the sentence's own verb begins behind "The man who police say killed her WAS HELD"; 0 without one."""
    tokens, told, _ = parsed(text[slice(*span)])
    own = (
        k for k in sorted(told) if k and not tokens[k].deep and tokens[k - 1].low not in ("and", "or", "who", "that")
    )
    at = next(own, 0)
    return span[0] + tokens[at - 1].end if at else 0
