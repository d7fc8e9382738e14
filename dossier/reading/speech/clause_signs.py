"""Whether what follows a reporting verb is a clause, where no "that" says so."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.sentences.verb_groups import finite_verbs
from dossier.reading.sentences.verbs import present_forms, tokens_of
from dossier.reading.speech.extent import content_end
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.reporting import forms_in, small, spoken, verbs
from dossier.reading.speech.times import low

_AGAIN = frozenset(("same", "opposite", "contrary", "reverse"))
_SUBJECT = 14  # words of "a quick count of ballots commissioned by the council"
_JOINTS = frozenset(("and", "but", "while", "whereas"))


def reads_as_clause(frame: Frame, k: int, to_joint: bool = False) -> bool:
    """Whether what follows a bare "said" is a clause: no preposition in front, and something like a verb inside."""
    words = frame.words
    text = low(words[k])
    if text == "the" and k + 1 < len(words) and low(words[k + 1]) in _AGAIN:
        return False  # "said the same when the dam broke"
    if text in spoken("no_clause"):
        counted = text == "about" and is_number(words, k + 1)  # "said ABOUT 85 people were stranded"
        return (text in ("no", "her") or counted) and len(words) - k > 4
    if text in small("prepositions") and not is_number(words, k + 1) and text not in spoken("circumstances"):
        return False
    if text in ("nothing", "something", "little", "much"):
        return False
    end = content_end(frame, k)
    # "Pledged a loan, and in May Peru joined"
    joint = (n for n in range(k, end - 1) if to_joint and words[n].text == "," and low(words[n + 1]) in _JOINTS)
    body = words[k : next(joint, end)]
    if len(body) < 3:
        return False
    tokens = tokens_of(frame.text, body[0].start, body[-1].end)
    # "declared a truce AND WENT home"
    return any(tokens[verb.first - 1].low not in _JOINTS for verb in finite_verbs(tokens) if verb.first)


def is_number(words: Sequence[Word], at: int) -> bool:
    """Whether a figure or a word for one stands at word number `at`: "around 300", "over a million"."""
    if at >= len(words):
        return False
    at += low(words[at]) == "a" and at + 1 < len(words)
    return words[at].text[0].isdigit() or low(words[at]) in load("worth.yaml")["number_words"]


def is_count(words: Sequence[Word], k: int) -> bool:
    """ "About 300 homes were lost", "at least five were hurt": the preposition opens a count, not a place."""
    return low(words[k]) in small("before_counts") and is_number(
        words, k + 1 + (k + 1 < len(words) and low(words[k + 1]) in ("least", "most"))
    )


def surely_clause(frame: Frame, k: int) -> bool:
    """A subject and soon behind it an auxiliary that nothing subordinates: "argue the cuts do not go far"."""
    words = frame.words
    if not words[k].is_word or (low(words[k]) in small("prepositions") and not is_count(words, k)):
        return False
    for at in range(k + 1, min(len(words), k + 9)):
        text = low(words[at])
        if text in small("auxiliaries") and text not in ("been", "being", "having", "used", "be"):
            return True
        if (
            not words[at].is_word
            or text in small("clause_openers")
            or text in ("and", "to", "or", "that", "who", "which")
        ):
            return False
        before = low(words[at - 1])
        if text in present_forms()[0] and before.endswith("s") and not before.endswith("ss"):
            return True  # "found the glaciers lose a third of their ice"
        if text in verbs() and verbs()[text].shape == "past":
            return False
    return False


def has_to(words: Sequence[Word], k: int) -> bool:
    """Whether an infinitive follows within the clause: "urged the firm to pay"."""
    for word in words[k + 1 : k + 12]:
        if low(word) == "to":
            return True
        if not word.is_word:
            return False
    return False


def shows(frame: Frame, i: int) -> bool:
    """ "the polls show a narrow lead": whether the word before the verb means evidence that speaks."""
    before = [low(w) for w in frame.words[max(0, i - _SUBJECT) : i]]
    return any(word in forms_in("evidence") for word in before)
