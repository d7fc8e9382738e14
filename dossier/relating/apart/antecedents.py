"""Who "it" and "they" are at the start of a claim: the subject of the sentence before, put in their place.

Only for claims of one paragraph that follow each other at once, and where number and kind of the two fit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, is_verb
from dossier.language.words import Word
from dossier.model import Claim
from dossier.relating.apart.frames import Frame

_GAP = 3  # characters between two sentences that follow each other
_LONGEST = 9  # words of a subject
_ONE = {"it": "", "its": "'s", "he": "", "his": "'s", "she": "", "her": "'s"}
_MANY = {"they": "", "their": "'s", "both": ""}
_PERSONAL = frozenset({"he", "his", "she", "her"})


def spelt_out(frames: Sequence[Frame], again: Callable[[Frame, str], Frame]) -> list[Frame]:
    """The frames of one article, those that begin with a pronoun with what it stands for in its place.

    `again` takes a claim apart whose statement has been replaced; where nothing is to be told the frame stays.
    """
    made: dict[int, Frame] = {}
    before: Frame | None = None
    for n in sorted(range(len(frames)), key=lambda n: frames[n].claim.start):
        frame = frames[n]
        subject = _meant(frame, before)
        made[n] = again(frame, _replaced(frame, subject)) if subject else frame
        before = made[n]
    return [made[n] for n in range(len(frames))]


def _meant(frame: Frame, before: Frame | None) -> str:
    """What the pronoun a claim begins with stands for, "" where it has none or it is not sure."""
    first = frame.words[0].text.lower() if frame.words else ""
    if before is None or first not in _ONE.keys() | _MANY.keys() or not _follows(before.claim, frame.claim):
        return ""
    subject = subject_of(before.words)
    if not subject or not _fits(first, subject):
        return ""
    text = before.text[subject[0].start : subject[-1].end]
    owned = (_ONE | _MANY)[first]
    return text + (owned if not owned or not text.endswith("s") else "'")


def _follows(one: Claim, other: Claim) -> bool:
    same = _paragraph(one) == _paragraph(other)
    return same and one.start >= 0 and 0 <= other.start - one.end <= _GAP


def _paragraph(claim: Claim) -> str:
    return claim.id.rpartition("/")[2].partition("-")[0]


def subject_of(words: Sequence[Word]) -> Sequence[Word]:
    """The words before the verb, where they are a name or open with an article; else none."""
    verb = next((i for i, w in enumerate(words) if _ends_subject(words, i)), 0)
    subject = words[:verb]
    aside = [w.text.lower() for w in words[verb : verb + 2]]
    if aside[:1] in (["."], ["!"], ["?"], []) or _may_be_over(subject):
        return ()  # no verb was told from the nouns
    if not 0 < len(subject) <= _LONGEST or (aside[:1] == [","] and aside[1:] not in (["which"], ["who"], ["whose"])):
        return ()
    low = [w.text.lower() for w in subject]
    opened = low[0] in words_in("determiners") or subject[0].text[0].isupper()
    linked = any(w in words_in("pronouns", "conjunctions") - {"and"} for w in low) or low[0] in words_in("links")
    return subject if opened and not linked and low[0] not in words_in("pronouns") else ()


def _ends_subject(words: Sequence[Word], i: int) -> bool:
    """An auxiliary, a mark, or a verb that stands by itself: "the bus owners FEAR ruin"."""
    low = words[i].text.lower()
    if not words[i].is_word or (low in words_in("be", "auxiliaries") and words[i].text != "May"):
        return True
    plain = low == words[i].lemma and words[i - 1].text.lower().endswith("s") and not words[i].text[0].isupper()
    used = low.endswith("ed") or plain or (low.endswith("s") and low != words[i].lemma)
    return i > 1 and ((used and first_used_as_verb(words[i].lemma)) or _is_past(words[i]))


def _is_past(word: Word) -> bool:
    """ "Sold", "fell", "lost": a form of its own that no plural has."""
    low = word.text.lower()
    return low != word.lemma and not low.endswith(("s", "ing", "ed")) and is_verb(word.lemma)


def _may_be_over(subject: Sequence[Word]) -> bool:
    """ "The utility SELLS power and was fined": a verb may stand before the one at which the subject ends."""
    return any(w.text.lower().endswith("s") and w.text.lower() != w.lemma and is_verb(w.lemma) for w in subject[1:-1])


def _fits(pronoun: str, subject: Sequence[Word]) -> bool:
    """Whether number and kind fit: "they" are many or a body, "he" has a name or an office."""
    head = next((n - 1 for n, w in enumerate(subject) if n and w.text.lower() in words_in("links")), len(subject) - 1)
    low, lemma = subject[head].text.lower(), subject[head].lemma
    many = (low != lemma and low.endswith("s")) or any(w.text.lower() == "and" for w in subject[: head + 1])
    body = lemma in load("predicates.yaml")["bodies"]
    person = lemma in load("grammar.yaml")["titles"] or (subject[head].text[0].isupper() and head > 0) or body
    if pronoun in _PERSONAL:
        return person and not many
    return (many or body) if pronoun in _MANY else not many


def _replaced(frame: Frame, subject: str) -> str:
    return f"{subject}{frame.text[frame.words[0].end :]}"


def as_told(words: str, frame: Frame) -> str:
    """Words of a frame that was spelt out as the claim itself has them: without the subject put in."""
    said = frame.claim.statement or frame.claim.quote
    if words in said:
        return words
    starts = (at + 1 for at, mark in enumerate(words) if mark in " ’'")
    return next((words[at:] for at in starts if words[at:] in said), words)
