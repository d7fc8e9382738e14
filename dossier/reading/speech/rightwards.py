"""The phrase that names a speaker to the right of a word: "according to THE MINISTRY IN BOGOTA, prices fell"."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.sentences.tokens import class_of
from dossier.reading.speech.phrases import LONGEST, Span, abbreviates, belongs, goes_on, looks_past
from dossier.reading.speech.reporting import forms_in, small, spoken, verbs
from dossier.reading.speech.times import low, times_begin

_JOINING = frozenset("-&'/")


def on_the_right(words: Sequence[Word], start: int, last: int) -> Span | None:
    """The noun phrase that begins at words[start], up to a comma, a verb or a time."""
    at = start
    while at < last and at - start < LONGEST:
        stop = words[at].text == "." and at > start and abbreviates(words[at - 1])
        if stop or words[at].text in _JOINING:
            at += 1
        elif not words[at].is_word or (at > start and _ends(words, at, last)):
            break
        else:
            done = at > start and at + 1 < last and low(words[at]) in class_of("past") and low(words[at + 1]) == "by"
            at += 2 if done else 1  # "a list KEPT BY the teacher"
    while at > start and (
        not words[at - 1].is_word or low(words[at - 1]) in small("adverbs", "articles", "prepositions")
    ):
        if words[at - 1].text == "." and at - 1 > start and abbreviates(words[at - 2]):
            break
        at -= 1
    return (start, at) if at > start else None


def _only_tells(word: Word) -> bool:
    """ "Indicate", "argue": a form that is no noun."""
    verb = verbs().get(low(word)) if word.text.islower() else None
    return verb is not None and verb.shape == "base" and "clause" in verb.takes and "also_nouns" not in verb.takes


def _ends(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether word number `at`, not the first of the phrase, stands behind it."""
    text = low(words[at])
    if text in ("and", "or"):
        return not goes_on(words, at, last)
    helps = text in small("auxiliaries") and not words[at].text.istitle()  # no "Do" of "Do Ha Nam"
    shown = text in spoken("pointing") and low(words[at - 1]) == "of"  # "one of THESE sources"
    if helps or (text in small("clause_openers", "subject_pronouns") and not shown):
        return True
    if times_begin(words, at, last):
        return True
    if words[at - 1].text.islower() and words[at - 1].text.endswith("s") and _only_tells(words[at]):
        return True  # "accounts from survivors INDICATE that"
    if looks_past(words, at):  # "a list KEPT BY the teacher" goes on
        return text not in class_of("past") or at + 1 >= last or low(words[at + 1]) != "by"
    if text not in small("prepositions") or text == "of":
        return False
    if text in spoken("of_speakers"):
        return not belongs(words, at, last)
    return text != "by" or low(words[at - 1]) not in forms_in("messages") | forms_in("evidence")
