"""Whether what follows a reporting verb is a clause, where no "that" says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.verbs import class_of, has_verb, present_forms, tokens_of
from dossier.reading.speech.extent import content_end
from dossier.reading.speech.frames import Frame, is_phrasal
from dossier.reading.speech.phrases import Span, head_noun, names_somebody
from dossier.reading.speech.reporting import forms_in, matter_after, small, spoken, verbs
from dossier.reading.speech.times import low

_AGAIN = frozenset(("same", "opposite", "contrary", "reverse"))
_SUBJECT = 14  # words of "a quick count of ballots commissioned by the council"
_SUBJECTS = frozenset(("he", "she", "they", "we", "it"))
_RELATIVES = frozenset(("that", "who", "which"))
_JOINTS = frozenset(("and", "but", "while", "whereas"))


def before_joint(frame: Frame, k: int) -> bool:
    """ "Pledged a loan, and in May Peru joined": whether no verb stands before the comma that joins a new clause."""
    words = frame.words
    joint = next((n for n in range(k, len(words) - 1) if words[n].text == "," and low(words[n + 1]) in _JOINTS), 0)
    return joint > k and not has_verb(tokens_of(frame.text, words[k].start, words[joint].start))


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
    if len(body) < 3:
        return False
    acts = text in _SUBJECTS and low(body[1]) in present_forms()[0]  # "saying IT COST too much"
    return acts or _has_main_verb(body)


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


def _has_main_verb(body: Sequence[Word]) -> bool:
    """Something like a verb that is neither what the speaker did next nor inside "a debt THAT it says Peru OWES"."""
    hung, behind = 0, ""  # verbs that belong to a relative clause; the word before the one before
    for before, word in pairwise(body):
        hung += low(before) in _RELATIVES and behind not in small("prepositions")  # "half OF THAT is realistic"
        behind = low(before)
        if not verbal(word) or low(before) in _JOINTS:  # "declared a truce AND WENT home"
            continue
        if not hung:
            return True
        hung -= low(word) not in verbs()
    return False


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


def has_to(words: Sequence[Word], k: int) -> bool:
    """Whether an infinitive follows within the clause: "urged the firm to pay"."""
    for before, word in pairwise(words[k : k + 12]):
        if low(word) == "to":
            return True
        if low(before) in ("and", "but") and (next_verb := verbs().get(low(word))) and next_verb.shape == "past":
            return False  # "called it a travesty and vowed to appeal"
        if not word.is_word:
            return False
    return False


def is_gerund(word: Word) -> bool:
    """ "denied seeking arms": a form in -ing that is no "something"."""
    return (
        word.text.islower() and len(word.text) > 4 and low(word).endswith("ing") and not low(word).endswith("thing")
    )


def shows(frame: Frame, i: int) -> bool:
    """ "the polls show a narrow lead": whether the word before the verb means evidence that speaks."""
    before = [low(w) for w in frame.words[max(0, i - _SUBJECT) : i]]
    return any(word in forms_in("evidence") for word in before)


def is_verb(frame: Frame, i: int, helpers: frozenset[str], content: object, subject: Span) -> bool:
    """Whether a form that is also a noun ("claims", "report") is a verb here."""
    words = frame.words
    if helpers & small("auxiliaries"):
        return True
    if i - subject[1] > 0 and all(low(w) in small("adverbs") or is_adverb(low(w)) for w in words[subject[1] : i]):
        return True  # "the bank now projects"
    if low(words[i - 1]).endswith(("'s", "s'")):
        return False  # "Turkey’s claim that"
    if low(words[i]).endswith("s") and (low(words[i - 1]) in class_of("numbers") or words[i - 1].text.isdigit()):
        return False  # "by six states"
    head = head_noun(words, subject)
    behind = subject[0] > 2 and words[subject[0] - 1].text == "," and low(words[i]).endswith("s")
    if behind and content is None and (i + 1 >= len(words) or words[i + 1].text in (".", ",", ";")):
        return names_somebody(words, subject) and not head.text.endswith("s")  # "Prices fell, the union estimates."
    ends = i + 1 >= len(words) or words[i + 1].text in (".", ";")
    opened = subject[0] > 2 and words[subject[0] - 1].text == ","
    if opened and ends and content is None and verbs()[low(words[i])].shape == "base":
        return head.text.islower() and head.text.endswith("s")  # "…, agronomists in Tafo estimate."
    if low(head) in small("pronouns") or low(head) in small("subject_pronouns"):
        return True
    aside = i + 4 < len(words) and words[i + 1].text == "," == words[i + 3].text  # "stresses, THEREFORE, that"
    after = low(words[i + (4 if aside else 1)]) if i + 1 < len(words) else ""
    named = head.text[0].isupper() and not (subject == (0, 1) and is_known(low(head)))
    if is_phrasal(verbs()[low(words[i])].base) or (subject[0] == 1 and low(words[0]) == "as"):
        return True
    if any(low(w) == "there" for w in words[max(0, i - 5) : i]):
        return False  # "there were false reports that"
    if after in ("that", "whether", "if") and content:
        return True
    if getattr(content, "clear", False) and head.text.endswith("s") and not low(words[i]).endswith("s"):
        return True  # "researchers report in a journal that"
    done = i + 2 < len(words) and low(words[i + 2]) in ("have", "be")  # "officials claim TO HAVE told them"
    if after == "to" and "deed" in verbs()[low(words[i])].takes and (done or not head.text.endswith("s")):
        return True
    if low(words[i]).endswith("s"):
        plural = head.text.endswith("s") and not head.text.endswith("ss") and not named
        if i + 1 < len(words) and not words[i + 1].is_word and not frame.in_quotation(i + 1):
            return False
        return not plural and (named or after in small("articles") or after in small("subject_pronouns"))
    several = head.text.endswith("s") or low(head) in ("people", "police", "some", "many")
    opens = after in small("subject_pronouns", "articles") or verbs()[low(words[i])].base in matter_after().get(
        after, ()
    )
    return several and (opens or (content is not None and words[i + 1].text[0].isupper()))
