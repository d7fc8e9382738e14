"""The speaker behind the verb: “…,” said the minister."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.sentences.telling import has_verb
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.inserted import parting
from dossier.reading.speech.phrases import Span, head_noun
from dossier.reading.speech.reporting import Verb, forms_in, small, spoken, verbs
from dossier.reading.speech.rightwards import on_the_right
from dossier.reading.speech.sorts import is_person_word
from dossier.reading.speech.times import low, times_begin


def inverted_source(frame: Frame, i: int, group: int) -> Span | None:
    """The speaker after the verb: “…,” said the minister."""
    words, verb = frame.words, verbs()[low(frame.words[i])]
    if i == 0 or group != i or i + 1 >= len(words) or not _closes_what_is_said(frame, i, verb):
        return None
    if not _may_speak(frame, i):
        return None
    source = on_the_right(words, i + 1, len(words))
    if source is None:
        return None
    quoted, after = frame.in_quotation(i - 1), low(words[i + 1])
    thing = "matter" in verb.takes and after in ("a", "an")  # "the rival, a banker, DEMANDED a recount"
    if (thing or not _is_named(words[i + 1])) and not quoted and not _is_somebody(words, source):
        return None
    if words[i - 1].text in (",", "—", "–") and not quoted and parting(frame, i, source[1]):
        return source
    if words[i - 1].text == "," and (_stands_before(frame, i) or not (quoted or _closes_well(frame, source[1]))):
        return None
    return source


def _closes_what_is_said(frame: Frame, i: int, verb: Verb) -> bool:
    """Whether a quotation or a clause ends right before the verb at word number i, and the verb goes with such."""
    if verb.shape == "ing" or not verb.takes & {"clause", "beside_quotation", "asking"}:
        return False
    quoted = frame.in_quotation(i - 1) or frame.in_quotation(i - 2)
    if not quoted and ("clause" not in verb.takes or verb.base in spoken("seldom_behind")):
        return False  # "they lost their jobs, SAW their shops close"
    return frame.in_quotation(i - 1) or frame.words[i - 1].text in (",", "—", "–", "-", "?", "!")


def _may_speak(frame: Frame, i: int) -> bool:
    """Whether a speaker's name may begin behind the verb at word number i."""
    words, after, quoted = frame.words, low(frame.words[i + 1]), frame.in_quotation(i - 1)
    if after == "as" or (after in spoken("pointing") and not quoted):
        return False  # "…, warned that", "the union, known as the CGT"
    if after in ("it", "him", "them", "us", "me") and not quoted:
        return False  # "the staff, she added, knew it"
    noun = words[i + 1].is_word and words[i + 1].text.islower() and after not in small("prepositions")
    return (noun or _is_named(words[i + 1])) and not times_begin(words, i + 1, len(words))


def _is_named(word: Word) -> bool:
    return word.text[0].isupper() or low(word) in small("articles", "subject_pronouns")


def _stands_before(frame: Frame, i: int) -> bool:
    """Whether the speaker stands before the comma in front of the verb: "The utility, Zesco, EXPECTS"."""
    told = has_verb(frame.text[frame.words[0].start : frame.words[i - 1].start])
    return not told and not frame.in_quotation(i - 2)


def _is_somebody(words: Sequence[Word], source: Span) -> bool:
    """ "…, say fisheries EXPERTS", "…, said chairman Mara Oduya", "…, warned a STUDY": who or what can tell."""
    head = head_noun(words, source)
    tells = low(head) in forms_in("evidence") | forms_in("messages")
    return tells or is_person_word(head.text) or words[source[1] - 1].text[0].isupper()


def _closes_well(frame: Frame, at: int) -> bool:
    """Whether no verb stands behind an inverted speaker: the sentence ends or goes on with an aside."""
    return all(frame.group_of(number)[0] != at for number in range(len(frame.tree)))
