"""The speaker behind the verb: “…,” said the minister."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.sentences.verbs import has_verb, tokens_of
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.phrases import Span, head_noun
from dossier.reading.speech.reporting import forms_in, small, verbs
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.sorts import is_person_word
from dossier.reading.speech.speakers import on_the_left
from dossier.reading.speech.times import low, times_begin


def inverted_source(frame: Frame, i: int, group: int) -> Span | None:
    """The speaker after the verb: “…,” said the minister."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    if (
        group != i
        or verb.shape not in ("past", "s", "base")
        or not verb.takes & {"clause", "beside_quotation", "asking"}
    ):
        return None
    plain = not (frame.in_quotation(i - 1) or frame.in_quotation(i - 2))
    if plain and i and "clause" not in verb.takes:
        return None
    closes = i == 0 or frame.in_quotation(i - 1) or words[i - 1].text in (",", "—", "–", "-", "?", "!")
    if not closes or i + 1 >= len(words):
        return None
    after = words[i + 1]
    if low(after) in ("that", "this", "these", "those") and not (i and frame.in_quotation(i - 1)):
        return None  # "…, warned that"
    if low(after) in small("subject_pronouns") and i + 2 < len(words) and low(words[i + 2]) in verbs():
        return None  # "-- say they hope"
    if low(after) in ("it", "him", "them", "us", "me") and not frame.in_quotation(i - 1):
        return None  # "the staff, she added, knew it"
    small_noun = after.is_word and after.text.islower() and low(after) not in small("prepositions")
    named = after.text[0].isupper() or low(after) in small("articles") or low(after) in small("subject_pronouns")
    if not (named or small_noun) or times_begin(words, i + 1, len(words)):
        return None
    source = on_the_right(words, i + 1, len(words))
    thing = "matter" in verb.takes and low(after) in ("a", "an")  # "the rival, a banker, DEMANDED a recount"
    if (thing or not named) and not frame.in_quotation(i - 1) and not (source and _is_somebody(words, source)):
        return None
    if i and words[i - 1].text == "," and not frame.in_quotation(i - 2) and _closes_apposition(frame, i):
        return None  # the speaker stands before it
    if i and words[i - 1].text == "," and not frame.passages:
        said = tokens_of(frame.text, words[0].start, words[i - 1].start)
        if low(words[0]) in small("articles") and not has_verb(said):
            return None  # "The utility, Zesco, expects": no clause stands before it
    if source is None or (
        i and words[i - 1].text == "," and not frame.in_quotation(i - 1) and not _closes_well(frame, source[1])
    ):
        return None
    if i == 0:
        return None
    return source


def _closes_apposition(frame: Frame, i: int) -> bool:
    """Whether a comma before the verb closes what is told of a subject: "The utility, Zesco, expects"."""
    told = has_verb(tokens_of(frame.text, frame.words[0].start, frame.words[i - 1].start))
    return not told and on_the_left(frame.words, 0, i) is not None  # "The state plans to sell, SAID Ana Ruiz"


def _is_somebody(words: Sequence[Word], source: Span) -> bool:
    """ "…, say fisheries EXPERTS", "…, said chairman Mara Oduya", "…, warned a STUDY": who or what can tell."""
    head = head_noun(words, source)
    tells = low(head) in forms_in("evidence") | forms_in("messages")
    return tells or is_person_word(head.text) or words[source[1] - 1].text[0].isupper()


def _closes_well(frame: Frame, at: int) -> bool:
    """After an inverted speaker the sentence ends or goes on with an aside, not with a verb."""
    words = frame.words
    if at >= len(words):
        return True
    text = low(words[at])
    return (
        not words[at].is_word
        or text in small("prepositions")
        or text in small("days")
        or text in ("who", "last", "whose")
    )
