"""Contents behind the person spoken to: "told reporters the plan was dead"."""

from __future__ import annotations

from dossier.language.listed import listed_words
from dossier.reading.speech.contents import Content, quotation_from, to_end
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.phrases import Span
from dossier.reading.speech.reporting import Verb, small
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.times import behind_time, low

OPENING_WORDS = frozenset(("whether", "if", "why", "how", "what", "who", "where", "when", "which"))


def after_person(frame: Frame, k: int, verb: Verb) -> Content | None:
    """ "told reporters the plan was dead", "told them to leave"."""
    words = frame.words
    if low(words[k]) in small("prepositions"):
        return None
    person: Span | None
    if low(words[k]) in ("me", "us", "him", "them", "you", "her", "it"):
        person = (k, k + 1)
    else:
        person = on_the_right(words, k, len(words))
    if person is None:
        return None
    at = person[1]
    if at - k > 1 and low(words[k]) not in small("articles"):
        # "told Reuters the bank": the noun phrase ends before a second determiner.
        at = next(
            (
                n
                for n in range(k + 1, at)
                if low(words[n]) in small("articles") and low(words[n - 1]) not in small("prepositions", "articles")
            ),
            at,
        )
    at = behind_time(words, at, len(words)) if at < len(words) else at
    at += at < len(words) and words[at].text == "," and frame.in_quotation(at + 1)
    while (
        at < len(words)
        and (low(words[at]) in small("days") or low(words[at]) in ("on", "last", "in", "at"))
        and low(words[at]) != "to"
    ):
        at += 1
    if at >= len(words):
        return None
    quoted = quotation_from(frame, at)
    if quoted:
        return quoted
    text = low(words[at])
    if text == "to" and "deed" in verb.takes:
        return to_end(frame, k, False)
    if text in ("of", "about", "against") and verb.base in listed_words("reporting.yaml", "telling_of"):
        return to_end(frame, at + 1, False)
    if text == "that" and at + 1 < len(words):
        return to_end(frame, at + 1, True)
    if words[at].is_word and (
        text in small("articles") or text in small("subject_pronouns") or words[at].text[0].isupper()
    ):
        return to_end(frame, at, False)
    return None
