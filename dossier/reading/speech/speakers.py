"""The phrase that names a speaker, to the left or the right of a reporting word.

Without a parser: from the word we walk outwards over what a noun phrase may hold, and stop at what it may not.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.verbs import class_of, present_forms
from dossier.reading.speech.appositions import DASHES, behind_apposition, opening_dash
from dossier.reading.speech.phrases import (
    Span,
    abbreviates,
    belongs,
    goes_on,
    head_noun,
    in_list,
    is_noun,
    joins_nouns,
    looks_past,
    noun_before,
    only_reports,
    opening,
)
from dossier.reading.speech.reporting import forms_in, small, verbs
from dossier.reading.speech.sorts import given_names
from dossier.reading.speech.times import low, times_begin, without_times

__all__ = ["Span", "before_verb", "head_noun", "low", "on_the_left", "on_the_right"]

_LONGEST = 24  # words; a longer "subject" is a misreading
_OPENERS = frozenset('("“”«»;:—–…[]?!') | {"''", "``"}


def before_verb(words: Sequence[Word], first: int, verb: int) -> int:
    """Where the verb group begins that ends in `verb`: over auxiliaries and adverbs ("has also repeatedly")."""
    at = verb
    joined = (
        verbs().get(low(words[at - 2])) if at - 2 >= first and low(words[at - 1]) in ("nor", "or", "and") else None
    )
    if joined and joined.shape == getattr(verbs().get(low(words[verb])), "shape", joined.shape):
        at -= 2  # "would neither confirm nor deny", and not "disputes the finding and says"
    neither = {"neither"} if any(low(w) == "nor" for w in words[max(0, verb - 3) : verb + 8]) else set[str]()
    while at > first and (
        (low(words[at - 1]) in small("auxiliaries") | neither and words[at - 1].text != "May")
        or low(words[at - 1]) in small("adverbs")
        or (is_adverb(low(words[at - 1])) and words[at - 1].text.islower())
    ):
        at -= 1
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


def on_the_right(words: Sequence[Word], start: int, last: int) -> Span | None:
    """The noun phrase that begins at words[start], up to a comma, a verb or a time."""
    at = start
    while at < last and at - start < _LONGEST:
        word, text = words[at], low(words[at])
        if text == "." and at > start and abbreviates(words[at - 1]):
            at += 1
            continue
        if text in ("-", "&", "'", "/"):
            at += 1
            continue
        if not word.is_word or (text in small("clause_openers") and at > start):
            break
        helps = text in small("auxiliaries") and not word.text.istitle()  # no "Do" of "Do Ha Nam"
        if at > start and (helps or times_begin(words, at, last)):
            break
        if (
            text in small("prepositions")
            and at > start
            and text not in ("of", "for", "at", "from", "in", "with", "on")
            and not (text == "by" and low(words[at - 1]) in forms_in("messages") | forms_in("evidence"))
        ):
            break
        if at > start and text in ("in", "at", "on", "with", "for", "from") and not belongs(words, at, last):
            break
        if text in ("and", "or") and not goes_on(words, at, last):
            break
        if at > start and looks_past(words, at):
            break
        if at > start and text in small("subject_pronouns"):
            break
        done = at > start and at + 1 < last and text in class_of("past") and low(words[at + 1]) == "by"
        at += 2 if done else 1  # "a list KEPT BY the teacher"
    while at > start and (not words[at - 1].is_word or low(words[at - 1]) in small("adverbs")):
        if words[at - 1].text == "." and at - 1 > start and abbreviates(words[at - 2]):
            break
        at -= 1
    return (start, at) if at > start else None


def _walk_left(words: Sequence[Word], first: int, end: int) -> Span | None:
    last = low(words[end - 1])
    if last == "which":
        return _before_relative(words, first, end - 1)
    if last in ("it", "him", "them", "her", "us") and (head := _relative_head(words, first, end - 1)):
        return head  # "two officials who met it said"
    if last in small("subject_pronouns") or (last in small("pronouns") and last not in ("one", "another", "some")):
        if last in ("who", "that"):
            return _before_relative(words, first, end - 1)
        if last in ("there",):
            here = end - 2 >= first and words[end - 2].text.islower() and is_noun(words[end - 2])
            return _walk_left(words, first, end - 1) if here else None  # "an official there said"
        return (end - 1, end)
    at = end
    while at > first and end - at < _LONGEST:
        word, text = words[at - 1], low(words[at - 1])
        if text == "." and at - 2 >= first and abbreviates(words[at - 2]):
            at -= 1
            continue
        if text in ("-", "&", "'", "/", "’") and at < end:
            at -= 1
            continue
        if text == ",":
            if at < end and in_list(words, first, at - 1, end):
                at -= 1
                continue
            break
        if text in (")",):
            start = opening(words, first, at - 1)
            if start <= first:
                break
            at = start
            continue
        if not word.is_word or text in _OPENERS:
            break
        if text in ("who",) and at < end:
            return _walk_left(words, first, at - 1) if at - 1 > first else None
        if text in small("clause_openers"):
            break
        if text == "per" and at < end and low(words[at]) == "cent":
            at -= 1
            continue
        if text in ("and", "or"):
            if not joins_nouns(words, first, at - 1, end):
                break
            at -= 1
            continue
        if text == "but" or (text in small("auxiliaries") and not _is_named_so(words, first, at - 1)):
            return _relative_head(words, first, at - 1) or _trimmed(words, at, end)
        if text in small("subject_pronouns") and text not in ("this", "that", "these", "those"):
            past = at == end - 1 and (looks_past(words, at) or low(words[at]) in class_of("past"))
            if past and at - 2 >= first and is_noun(words[at - 2]):
                return on_the_left(words, first, at - 1)  # "diplomats we interviewed doubt", "traders we met said"
            break
        if text in small("articles") and not _is_initial(words, at - 1):
            prior = low(words[at - 2]) if at - 2 >= first else ""
            if prior == "by" and at - 4 >= first and looks_past(words, at - 3) and is_noun(words[at - 4]):
                at -= 3  # "economists polled by the agency said"
                continue
            telling = prior.endswith("ing") and prior not in verbs() and at - 3 >= first and is_noun(words[at - 3])
            if telling and words[at - 3].text.endswith("s"):
                at -= 2  # "officials representing the strikers said"
                continue
            if prior in small("inner_prepositions") and noun_before(words, first, at - 2):
                at -= 2
                continue
            if prior in ("all", "both", "half") or prior in ("and", "or"):
                at -= 1
                continue
            if head := _relative_head(words, first, at - 1):
                return head
            at -= 1
            if text in small("numbering") and prior in (small("articles") | {"last", "other"}):
                continue
            break
        if text == "by" and at - 3 >= first and looks_past(words, at - 2) and is_noun(words[at - 3]):
            at -= 2  # "economists polled by Reuters said"
            continue
        if at < end and at - 2 >= first and all(w.text[0].isupper() for w in words[at - 2 : at + 1]):
            at -= 1
            continue  # "Doctors Without Borders"
        if text == "to" and at < end - 1 and at - 2 >= first and low(words[at - 2]) in present_forms()[0]:
            return _trimmed(words, at + 1, end)  # "refuse to appoint ministers who"
        if text in small("inner_prepositions"):
            if not noun_before(words, first, at - 1):
                break
            at -= 1
            continue
        if text in small("prepositions") or (at < end and at - 1 > first and only_reports(word)):
            break
        if looks_past(words, at - 1) and at < end:
            head = _relative_head(words, first, at - 1) or _participle_head(words, first, at - 1)
            if head:
                return head
            break
        at -= 1
    return _trimmed(words, at, end)


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


def _trimmed(words: Sequence[Word], start: int, end: int) -> Span | None:
    """Without adverbs, times, conjunctions and prepositions at the front."""
    while start < end and (
        not words[start].is_word
        or (low(words[start]) in small("adverbs") - {"one"} and not _opens_name(words, start, end))
        or low(words[start]) in small("coordinators")
        or (low(words[start]) in small("days") and start + 1 < end and low(words[start]) not in ("may",))
        or _is_year(words, start, end)
        or (low(words[start]) == "last" and start + 1 < end and low(words[start + 1]) in small("days"))
    ):
        start += 1
    start = _behind_span(words, start, end)
    return (start, end) if start < end else None


def _opens_name(words: Sequence[Word], start: int, end: int) -> bool:
    """The "First" of "First Quantum said": a number in front of a name belongs to it."""
    ordinal = low(words[start]) in load("numerals.yaml")["ordinals"]
    return ordinal and start + 1 < end and words[start].text.istitle() and words[start + 1].text[:1].isupper()


def _is_year(words: Sequence[Word], start: int, end: int) -> bool:
    """The year of "In 2020 Imran Khan told" and "In December 2020 the court said"."""
    before = low(words[start - 1]) if start else ""
    is_year = len(words[start].text) == 4 and words[start].text.isdigit() and start + 1 < end
    return is_year and (before in small("prepositions") or before in small("days") or before == ",")


def _behind_span(words: Sequence[Word], start: int, end: int) -> int:
    """Past the span of time in "For two decades Serbia has said" and "In the past week Washington announced"."""
    if not start or low(words[start - 1]) not in small("prepositions"):
        return start
    for at in range(start, min(end - 1, start + 4)):
        if low(words[at]) in small("spans_of_time"):
            return at + 1
    return start
