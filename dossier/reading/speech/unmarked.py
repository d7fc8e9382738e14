"""Behind a reporting verb without a "that": a clause, "said the dam broke", or a noun phrase, "warned of floods"."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.lexical import is_adjective
from dossier.language.words import Word
from dossier.reading.sentences.telling import has_verb, parsed
from dossier.reading.sentences.tokens import class_of
from dossier.reading.sentences.verb_forms import is_plural, present_forms
from dossier.reading.speech.contents import Content
from dossier.reading.speech.extent import content_end
from dossier.reading.speech.frames import Frame, text_span
from dossier.reading.speech.reporting import Verb, content_nouns, forms_in, matter_after, small, spoken, verbs
from dossier.reading.speech.times import low, low_at

_AGAIN = frozenset(("same", "opposite", "contrary", "reverse"))
_SUBJECT = 14  # words of "a quick count of ballots commissioned by the council"
_SUBJECTS = frozenset(("i", "you", "he", "she", "they", "we", "it"))
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
    if text == "the" and low_at(words, k + 1) in _AGAIN:
        return False  # "said the same when the dam broke"
    if text in spoken("no_clause"):
        counted = text == "about" and is_number(words, k + 1)  # "said ABOUT 85 people were stranded"
        return (text in ("no", "her") or counted) and len(words) - k > 4
    if text in small("prepositions") and not is_number(words, k + 1) and text not in spoken("circumstances"):
        return False
    if (
        text in ("nothing", "something", "little", "much")
        and 1 not in parsed(frame.text[words[k].start : frame.end]).perhaps
    ):
        return False
    body = words[k : content_end(frame, k)]
    pronoun, _, shortened = text.partition("'")
    if len(body) < (2 if pronoun in _SUBJECTS else 3):  # "Critics said IT FAILED", "said IT'S OVER"
        return False
    acts = text in _SUBJECTS and low(body[1]) in present_forms()[0]  # "saying IT COST too much"
    acts = acts or (pronoun in _SUBJECTS and shortened != "")
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
        words, k + 1 + (low_at(words, k + 1) in ("least", "most"))
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
        if text in present_forms()[0] and before not in small("articles") and is_plural(before):
            return True  # "found the glaciers lose a third of their ice"
        if text in verbs() and verbs()[text].shape == "past":
            return False
    return False


def takes_for(frame: Frame, k: int) -> bool:
    """Whether somebody or something is taken for so: "believe the group TO HAVE a base", "found it TO BE safe"."""
    following = frame.words[k : k + _SUBJECT]
    at = next((n for n, word in enumerate(following) if not word.is_word or low(word) == "to"), len(following))
    return 0 < at < len(following) - 1 and low(following[at]) == "to" and low(following[at + 1]) in ("be", "have")


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


JUDGING = frozenset(("put", "call", "describe", "label", "brand"))  # "call it an attack on the poor"
_NEAR, _CLOSE = 8, 5  # words behind the verb in which "a" stands, or the "that" of a noun
_NOTHINGS = frozenset(("nothing", "something", "anything", "everything", "much", "little", "so", "it", "them"))


def matter(frame: Frame, k: int, text: str, verb: Verb) -> Content | None:
    """A noun phrase as content, up to the first comma that opens something else."""
    first = _first_word(frame, k, text, verb)
    if first is None:
        return None
    end = _ends_at_mark(frame, first, content_end(frame, first))
    if end - first < 1 or (end - first < 2 and not frame.words[first].text.islower()):
        return None
    return Content(text_span(frame.words, first, end), False)


def _first_word(frame: Frame, k: int, text: str, verb: Verb) -> int | None:
    """The word number at which the matter begins: k, or behind its "of" or "for"; None where none does."""
    words, following = frame.words, range(k, min(len(frame.words), k + _NEAR))
    if text.endswith(("self", "selves")) or (text in _NOTHINGS and verb.base not in JUDGING):
        return None
    if verb.base == "put" and not _sets_value(frame, k):
        return None
    if verb.base in matter_after().get(text, ()):
        return k + 1
    if is_count(words, k):
        return k  # "reported at least 12 deaths", "announced over 300 layoffs"
    if text in matter_after() or text in small("prepositions"):
        return None
    if verb.base == "call":
        judged = any(frame.in_quotation(n) or low(words[n]) in ("a", "an") for n in following)
        most = any(low(words[n - 1]) == "the" and _is_most(words[n]) for n in following[2:])
        return k if judged or most or _is_judged(words, k) else None
    told = verb.base in ("express", "voice") and any(
        low(words[n]) == "that" and low(words[n - 1]) in content_nouns() for n in following[:_CLOSE]
    )
    return None if told or verb.base in matter_after()["about"] else k  # "expressed concern that": the noun tells it


def _is_judged(words: Sequence[Word], k: int) -> bool:
    """ "Called THE RULING UNFAIR", "called HIM NAIVE": a quality right behind the thing, and nothing behind it."""
    last = (
        next((n for n in range(k, len(words)) if not words[n].is_word or low(words[n]) in _CLOSING), len(words)) - 1
    )
    quality = low(words[last])
    if last <= k or is_adverb(quality) or quality in small("prepositions", "days", "adverbs"):
        return False
    if low(words[k]) in _OBJECTS:
        return last == k + 1
    named = last - 1 > k or low(words[k]) not in small("articles")
    return named and (is_adjective(quality) or quality.endswith(_OF_QUALITIES)) and words[last].text.islower()


_OBJECTS = frozenset(("him", "her", "it", "them"))
_CLOSING = frozenset(("and", "but", "because", "after", "when", "for", "in"))
_OF_QUALITIES = ("able", "ible", "less", "ful", "ous")


def _is_most(word: Word) -> bool:
    """ "The GREATEST mistake", "the WORST idea": a judgement in the name of a thing."""
    return low(word) in ("most", "least", "best", "worst", "only") or (
        len(word.text) > 4 and low(word).endswith("est")
    )


def _ends_at_mark(frame: Frame, k: int, end: int) -> int:
    """Where a colon or a comma ends the matter: "rejected the claim: the mission said …"."""
    words = frame.words
    for n in range(k + 1, end - 1):
        if frame.in_quotation(n):
            continue
        after = low(words[n + 1])
        if words[n].text == ":" and not frame.in_quotation(n + 1):
            return n
        listed = after in ("among", "including")  # "seven injured, among them a child"
        other = after in small("clause_openers", "prepositions") or after in ("and", "according", "saying")
        if words[n].text == "," and other and not listed:
            return n
    return end


def _sets_value(frame: Frame, k: int) -> bool:
    """ "Put the damage at 3 billion": whether an amount stands behind an "at"."""
    words = frame.words
    at = next((n for n in range(k + 1, min(len(words) - 1, k + 12)) if low(words[n]) == "at"), 0)
    after = words[at + 1 : at + 4] if at else ()
    return any(w.text[0].isdigit() or w.text in ("$", "€", "£") or low(w) in class_of("numbers") for w in after)
