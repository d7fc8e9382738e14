"""The phrase that names a speaker to the left of a reporting word.

Without a parser: from the word we walk outwards over what a noun phrase may hold, and stop at what it may not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.verbs import class_of, present_forms
from dossier.reading.speech.appositions import DASHES, behind_apposition, opening_dash
from dossier.reading.speech.fronts import trimmed
from dossier.reading.speech.phrases import (
    LONGEST,
    Span,
    abbreviates,
    in_list,
    is_noun,
    joins_nouns,
    looks_past,
    noun_before,
    only_reports,
    opening,
)
from dossier.reading.speech.reporting import small, spoken, verbs
from dossier.reading.speech.sorts import given_names
from dossier.reading.speech.times import low, without_times

_OPENERS = frozenset('("“”«»;:—–…[]?!') | {"''", "``"}
_JOINING = frozenset("-&'/’")
_OBJECTS = frozenset(("it", "him", "them", "her", "us"))
_NUMBERED = frozenset(("one", "another", "some"))  # "the other one", "another": they may end a longer phrase


def before_verb(words: Sequence[Word], first: int, verb: int) -> int:
    """Where the verb group begins that ends in `verb`: over auxiliaries and adverbs ("has also repeatedly")."""
    at = verb
    joined = (
        verbs().get(low(words[at - 2])) if at - 2 >= first and low(words[at - 1]) in ("nor", "or", "and") else None
    )
    if joined and joined.shape == getattr(verbs().get(low(words[verb])), "shape", joined.shape):
        at -= 2  # "would neither confirm nor deny", and not "disputes the finding and says"
    neither = {"neither"} if any(low(w) == "nor" for w in words[max(0, verb - 3) : verb + 8]) else set[str]()
    while at > first:
        text = low(words[at - 1])
        helps = text in small("auxiliaries") | neither and words[at - 1].text != "May"
        if helps or text in small("adverbs") or (is_adverb(text) and words[at - 1].text.islower()):
            at -= 1
        elif at - 2 >= first and f"{low(words[at - 2])} {text}" in spoken("by_the_way"):
            at -= 2
        else:
            break
    return at


def on_the_left(words: Sequence[Word], first: int, end: int) -> Span | None:
    """The noun phrase that ends right before words[end], without appositives and times; None when there is none."""
    end = without_times(words, first, end)
    if end <= first:
        return None
    if words[end - 1].text == ",":
        named, head_end = behind_apposition(words, first, end - 1)
        return named or (on_the_left(words, first, head_end) if head_end else None)
    if words[end - 1].text in DASHES and (opened := opening_dash(words, first, end - 1)):
        return on_the_left(words, first, opened)
    if words[end - 1].text in (")", "]"):
        start = opening(words, first, end - 1)
        inner = on_the_left(words, first, start) if start > first else None
        return (inner[0], end) if inner and end - start <= 4 else inner
    return _walk_left(words, first, end)


def _walk_left(words: Sequence[Word], first: int, end: int) -> Span | None:
    """The noun phrase that ends right before words[end], word by word; the first step that knows a word decides."""
    last = low(words[end - 1])
    if last in _OBJECTS and (head := _relative_head(words, first, end - 1)):
        return head  # "two officials who met it said"
    if last == "which" or last in small("subject_pronouns") or last in small("pronouns") - _NUMBERED:
        return _of_pronoun(words, first, end)
    at, step = end, None
    while at > first and end - at < LONGEST:
        steps = (take(words, first, at, end) for take in _STEPS)
        step = next((found for found in steps if found is not None), at - 1)
        if isinstance(step, tuple):
            return trimmed(words, *step)
        at = step
    return trimmed(words, at, end)


def _of_pronoun(words: Sequence[Word], first: int, end: int) -> Span | None:
    """ "Which", "who" and "that" stand for a noun further ahead; the others speak themselves."""
    last = low(words[end - 1])
    if last in ("which", "who", "that"):
        return _before_relative(words, first, end - 1)
    if last == "there":
        here = end - 2 >= first and words[end - 2].text.islower() and is_noun(words[end - 2])
        return _walk_left(words, first, end - 1) if here else None  # "an official there said"
    return (end - 1, end)


def _over_mark(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """ "Gov. X", "Smith & Co", "A, B and C", "the union (UGTT)"."""
    text = words[at - 1].text
    if (text == "." and at - 2 >= first and abbreviates(words[at - 2])) or (text in _JOINING and at < end):
        return at - 1
    if text == ",":
        return at - 1 if at < end and in_list(words, first, at - 1, end) else (at, end)
    if text == ")":
        start = opening(words, first, at - 1)
        return start if start > first else (at, end)
    return (at, end) if not words[at - 1].is_word or text in _OPENERS else None


def _over_joint(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """ "Smith AND Jones", "5 PER cent"; before "who" stands whom it tells of."""
    text = low(words[at - 1])
    if text == "who" and at - first > 1 and at < end:
        return _walk_left(words, first, at - 1) or (at, end)
    if text in small("clause_openers"):
        return (at, end)
    if text == "per" and at < end and low(words[at]) == "cent":
        return at - 1
    if text in ("and", "or"):
        return at - 1 if joins_nouns(words, first, at - 1, end) else (at, end)
    return None


def _at_verb(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """An auxiliary ends the phrase, unless it stands in a relative clause: "people who HAVE seen it said"."""
    text = low(words[at - 1])
    if text == "but" or (text in small("auxiliaries") and not _is_named_so(words, first, at - 1)):
        return _relative_head(words, first, at - 1) or (at, end)
    return None


def _at_pronoun(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """ "Diplomats WE interviewed doubt", "traders WE met said"; else a pronoun ends the phrase."""
    text = low(words[at - 1])
    if text not in small("subject_pronouns") or text in spoken("pointing"):
        return None
    past = at == end - 1 and (looks_past(words, at) or low(words[at]) in class_of("past"))
    if past and at - 2 >= first and is_noun(words[at - 2]):
        return on_the_left(words, first, at - 1) or (end, end)
    return (at, end)


def _over_article(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """An article opens the phrase, unless what stands before it goes on with it: "head of THE union"."""
    text = low(words[at - 1])
    if text not in small("articles") or _is_initial(words, at - 1):
        return None
    prior = low(words[at - 2]) if at - 2 >= first else ""
    if prior == "by" and at - 4 >= first and looks_past(words, at - 3) and is_noun(words[at - 4]):
        return at - 3  # "economists polled by the agency said"
    if prior.endswith("ing") and prior not in verbs() and at - 3 >= first:
        if _is_plural(words[at - 3]):
            return at - 2  # "officials representing the strikers said"
        if head := _participle_head(words, first, at - 2):
            return head  # "The fire service leading the search said"
    if prior in small("inner_prepositions") and noun_before(words, first, at - 2):
        return at - 2
    if prior in ("all", "both", "half", "and", "or"):
        return at - 1
    if head := _relative_head(words, first, at - 1):
        return head
    counted = text in spoken("quantities") and (prior in small("articles") or prior in ("last", "other"))
    return at - 1 if counted else (at - 1, end)


def _is_plural(word: Word) -> bool:
    return is_noun(word) and word.text.endswith("s")


def _over_preposition(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """ "Head OF the union", "economists polled BY Reuters", "Doctors WITHOUT Borders"."""
    text = low(words[at - 1])
    if text == "by" and at - 3 >= first and looks_past(words, at - 2) and is_noun(words[at - 3]):
        return at - 2
    if at < end and at - 2 >= first and all(w.text[0].isupper() for w in words[at - 2 : at + 1]):
        return at - 1
    if text == "to" and at < end - 1 and at - 2 >= first and low(words[at - 2]) in present_forms()[0]:
        return (at + 1, end)  # "refuse to appoint ministers who"
    if text in small("inner_prepositions"):
        return at - 1 if noun_before(words, first, at - 1) else (at, end)
    reports = at < end and at - 1 > first and only_reports(words[at - 1])
    return (at, end) if reports or text in small("prepositions") else None


def _at_participle(words: Sequence[Word], first: int, at: int, end: int) -> int | Span | None:
    """ "A study PUBLISHED in May found"; any other past form ends the phrase."""
    if at == end or not looks_past(words, at - 1):
        return None
    return _relative_head(words, first, at - 1) or _participle_head(words, first, at - 1) or (at, end)


# Each takes the words, where the phrase may begin, where it begins so far, where it ends. It gives a place further
# to the left, or the whole phrase, or None where the word before is not its matter.
_STEPS: tuple[Callable[[Sequence[Word], int, int, int], int | Span | None], ...] = (
    _over_mark,
    _over_joint,
    _at_verb,
    _at_pronoun,
    _over_article,
    _over_preposition,
    _at_participle,
)


def _is_initial(words: Sequence[Word], at: int) -> bool:
    """ "A" of "Board Chairman A K Mittal": no article."""
    return words[at].text == "A" and at + 1 < len(words) and (words[at + 1].text == "." or abbreviates(words[at + 1]))


def _is_named_so(words: Sequence[Word], first: int, at: int) -> bool:
    """ "Can" of "Mehmet Can", "Will" of "Will Curtis" in front of a sentence: no auxiliary."""
    opens = low(words[at]) in given_names() and words[at + 1].text[0].isupper() and words[-1].text != "?"
    return words[at].text[0].isupper() and (at > first or opens)


def _before_relative(words: Sequence[Word], first: int, end: int) -> Span | None:
    """ "A word from the army, which has denied": the noun that the pronoun at word number `end` stands for."""
    comma = end - 1 > first and words[end - 1].text == "," and words[end - 2].is_word
    found = on_the_left(words, first, end - comma)
    if not (found and comma):
        return found
    inner = (n + 1 for n in range(found[0], found[1] - 1) if low(words[n]) in small("prepositions") - {"of", "for"})
    return max([found[0], *inner]), found[1]


def _relative_head(words: Sequence[Word], first: int, verb: int) -> Span | None:
    """ "people who know the plan said": the speaker stands before the relative pronoun."""
    for at in range(verb - 1, max(first, verb - 6), -1):
        text = low(words[at])
        if text == "who" and at > first and words[at - 1].is_word:
            return _walk_left(words, first, at)
        if text in (",", ";") or not words[at].is_word:
            return None
    return None


def _participle_head(words: Sequence[Word], first: int, participle: int) -> Span | None:
    """ "A study published in May in a journal found": the noun phrase that opens the clause and has a participle."""
    reports = verbs().get(low(words[participle]))
    if participle <= first or (reports and "clause" in reports.takes) or not is_noun(words[participle - 1]):
        return None
    if words[participle - 1].text[0].isupper() or low(words[participle - 1]) in small("adverbs"):
        return None
    head = _walk_left(words, first, participle)
    if head is None or (head[0] > first and words[head[0] - 1].is_word):
        return None
    several = head[0] == first and words[participle - 1].text.endswith("s")  # "Studies conducted in Peru show"
    return head if several or low(words[head[0]]) in small("articles") else None
