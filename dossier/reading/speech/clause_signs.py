"""Whether what follows a reporting verb is a clause, where no "that" says so."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.extent import content_end
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.reporting import forms_in, small, spoken, verbs
from dossier.reading.speech.times import low

_AGAIN = frozenset(("same", "opposite", "contrary", "reverse"))
_SUBJECT = 14  # words of "a quick count of ballots commissioned by the council"
_SUBJECTS = frozenset(("he", "she", "they", "we", "it"))
_JOINTS = frozenset(("and", "but", "while", "whereas"))


def before_joint(frame: Frame, k: int) -> bool:
    """ "Pledged a loan, and in May Peru joined": whether no verb stands before the comma that joins a new clause."""
    words = frame.words
    joint = next((n for n in range(k, len(words) - 1) if words[n].text == "," and low(words[n + 1]) in _JOINTS), 0)
    return joint > k and not has_verb(frame.text[words[k].start : words[joint].start])


def reads_as_clause(frame: Frame, k: int) -> bool:
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
    if text in ("nothing", "something", "little", "much") and (k + 1 >= len(words) or not _verbal_next(words, k)):
        return False
    body = words[k : content_end(frame, k)]
    if len(body) < (2 if text in _SUBJECTS else 3):  # "Critics said IT FAILED"
        return False
    acts = text in _SUBJECTS and low(body[1]) in present_forms()[0]  # "saying IT COST too much"
    tokens, _, told = parsed(frame.text[body[0].start : body[-1].end])
    # "declared a truce AND WENT home"
    return acts or any(tokens[at - 1].low not in _JOINTS for at in told if at)


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


def _verbal_next(words: Sequence[Word], k: int) -> bool:
    return low(words[k + 1]) in small("auxiliaries") or verbal(words[k + 1])


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


def verbal(word: Word) -> bool:
    """Whether the word may be a verb, by its form alone."""
    text = low(word)
    return (
        text in small("auxiliaries")
        or "'" in text
        or (word.text.islower() and (text.endswith(("ed", "s", "en")) or text in verbs() or word.lemma != text))
    )


def has_to(frame: Frame, k: int) -> bool:
    """Whether an infinitive follows within the clause: "urged the firm to pay"."""
    following = frame.words[k + 1 : min(k + _SUBJECT, frame.goes_on_from(k))]
    end = next((n for n, word in enumerate(following) if not word.is_word), len(following))
    return any(low(word) == "to" for word in following[:end])


def is_gerund(word: Word) -> bool:
    """ "denied seeking arms": a form in -ing that is no "something"."""
    return (
        word.text.islower() and len(word.text) > 4 and low(word).endswith("ing") and not low(word).endswith("thing")
    )


def shows(frame: Frame, i: int) -> bool:
    """ "the polls show a narrow lead": whether the word before the verb means evidence that speaks."""
    before = [low(w) for w in frame.words[max(0, i - _SUBJECT) : i]]
    return any(word in forms_in("evidence") for word in before)
