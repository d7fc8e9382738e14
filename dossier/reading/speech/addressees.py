"""Contents behind the person spoken to: "told reporters the plan was dead"."""

from __future__ import annotations

from dossier.reading.speech.contents import Content, quotation_from, to_end
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.reporting import Verb, small
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.times import low

OPENING_WORDS = frozenset(("whether", "if", "why", "how", "what", "who", "where", "when", "which"))


def after_person(frame: Frame, k: int, verb: Verb) -> Content | None:
    """ "told reporters the plan was dead", "told them to leave"."""
    words = frame.words
    person = None if low(words[k]) in small("prepositions") else on_the_right(words, k, len(words))
    if person is None:
        return None
    at = person[1]
    if low(words[k]) not in small("articles"):
        # "told Reuters the bank": the noun phrase ends before a second determiner.
        at = next(
            (
                n
                for n in range(k + 1, at)
                if low(words[n]) in small("articles") and low(words[n - 1]) not in small("prepositions", "articles")
            ),
            at,
        )
    while at < len(words) and low(words[at]) in small("days") | {"on", "last", "in", "at"}:
        at += 1
    if at >= len(words):
        return None
    if quoted := quotation_from(frame, at):
        return quoted
    text = low(words[at])
    if text == "to" and "deed" in verb.takes:
        return to_end(frame, k, False)
    opens = text in small("articles", "subject_pronouns") or words[at].text[0].isupper()
    return to_end(frame, at, False) if opens else None
