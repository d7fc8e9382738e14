"""The phrase that names a speaker in front of a word, as far as the clauses of the sentence let it reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.language.grammar import is_adverb
from dossier.language.words import Word
from dossier.reading.sentences.telling import may_tell
from dossier.reading.sentences.tokens import class_of
from dossier.reading.sentences.verb_forms import is_past_form
from dossier.reading.speech.frames import Frame
from dossier.reading.speech.phrases import (
    DASHES,
    JOINING,
    LONGEST,
    Span,
    abbreviates,
    head_noun,
    in_list,
    is_inside_name,
    joins_nouns,
    named_behind,
    noun_before,
    opening,
    opening_dash,
    who_can_speak,
)
from dossier.reading.speech.reporting import small, spoken, verbs
from dossier.reading.speech.sorts import is_person_word, listed
from dossier.reading.speech.times import behind_occasion, is_time_in_front, low, without_times

_MARKS = frozenset(',;:—–-…?!”"')
_ADDED = 8  # words of "polled by the agency in May", which belong to the name
_STANDING = small("pronouns") | small("subject_pronouns")
_OBJECTS = frozenset(("it", "him", "them", "her", "us"))
_NOT_ALONE = _OBJECTS | {"one", "another", "some"}  # "the other one", "of them"


def subject_of(frame: Frame, number: int) -> Span | None:
    """Of whom the verb of a clause tells: "Officials" of "Officials, who had seen it, met and SAID".

    A clause without a subject of its own takes the noun it tells of or the subject of the clause it hangs on; one
    inside a clause that lacks its verb, "people who know the plan SAID", the subject there.
    """
    clause = frame.tree[number]
    waiting = next((n for n in _above(frame, number) if frame.group_of(n)[0] > frame.group_of(number)[1]), number)
    if waiting != number and clause.kind == "complement" and not clause.link:
        opened = frame.word_at(frame.start + min(c.start for c in frame.tree if c.governor == waiting))
        return phrase_before(frame, opened, waiting)
    first, held = frame.group_of(number)[0], frame.tree[max(clause.governor, 0)]
    found = phrase_before(frame, first, number)
    if found and held.link == "who" and not clause.link:
        opened = frame.word_at(frame.start + held.start)
        if frame.group_of(held.governor)[1] == opened:  # "Two PEOPLE who know the file said": no verb after all
            return beside_mark(frame, opened)
        if low(frame.words[found[0]]) in _OBJECTS:
            return phrase_before(frame, opened, held.governor)  # "divers who saw IT said"
    if first and low(frame.words[first - 1]) in small("subject_pronouns") - spoken("pointing"):
        return first - 1, first  # "In a report published in January IT warned"
    if (
        found
        and clause.kind == "main"
        and found[0] > 1
        and low(frame.words[found[0] - 1]) in ("that", "who", "which")
    ):
        return beside_mark(frame, found[0] - 1)  # "A GROUP that includes two experts said"
    if found and clause.kind == "main" and found[0] and len(clause.verb) == 1:
        governed = low(frame.words[found[0] - 1]) in spoken("governing")
        return None if governed else found  # "DESPITE assurances from Peru", "OF 90 deputies asked, 45 said"
    if found or clause.governor < 0:
        return found
    if clause.kind == "relative":
        opened = frame.word_at(frame.start + clause.start)
        near = (phrase_before(frame, opened, clause.governor), beside_mark(frame, opened))
        whole = max((span for span in near if span), default=None)
        return whole and who_can_speak(frame.words, whole)
    return subject_of(frame, clause.governor)


def _above(frame: Frame, number: int) -> Iterator[int]:
    """The clauses that a clause hangs on, the nearest first."""
    while (number := frame.tree[number].governor) >= 0:
        yield number


def phrase_before(frame: Frame, end: int, number: int) -> Span | None:
    """The noun phrase of clause `number` that ends before words[end], without what is told of it in passing."""
    first = _zone(frame, end, number)
    found = _phrase(frame, first, end, number)
    return _with_others(frame, first, found, number) if found else None


def _with_others(frame: Frame, first: int, found: Span, number: int) -> Span:
    """All of "THE UNION, THE BANK AND THE PORT say", "NG, A CHEMIST, AND HER TEAM say": who is joined to a name."""
    words = frame.words
    joined = any(low(w) == "and" for w in words[slice(*found)])
    while True:
        at = found[0]
        by_and = at > first and low(words[at - 1]) in ("and", "or")
        at -= by_and
        at -= at > first and words[at - 1].text == "," and (by_and or joined)
        other = _phrase(frame, first, at, number) if at < found[0] else None
        if other is None or not _speaks_too(frame, first, other, by_and):
            return found
        found, joined = (other[0], found[1]), True


def _speaks_too(frame: Frame, first: int, other: Span, by_and: bool) -> bool:
    """Whether a phrase before an "and" or a comma is one more of those who speak: not "A YEAR LATER, …"."""
    words, head = frame.words, head_noun(frame.words, other)
    if other[0] > first and low(words[other[0] - 1]) in small("prepositions", "clause_openers"):
        return False
    if may_tell(frame.text[words[other[0]].start : words[other[1] - 1].end]):
        return False  # "Mara yearns to leave, and Lund wants to know"
    named = head.text[0].isupper() and (other[0] > 0 or other[1] > 1 or not is_known(head.text.lower()))
    return by_and or named or is_person_word(head.text) or low(head) in listed("bodies")


def beside_mark(frame: Frame, i: int) -> Span | None:
    """The phrase between a mark and word number i: "…, THE COAST GUARD said", "…, THE MINISTER, Ana Ruiz, said"."""
    end = opening_dash(frame.words, 0, i - 1) if i > 1 and frame.words[i - 1].text in DASHES else 0
    closed = i > 0 and frame.words[i - 1].text == ","
    first = end = end or i - closed
    while first and not frame.in_quotation(first - 1) and frame.words[first - 1].text not in _MARKS:
        first -= 1
    found = _phrase(frame, first, end, None)
    if found is None or not closed or not first or frame.words[first - 1].text != ",":
        return found
    told = beside_mark(frame, first - 1)
    return (named_behind(frame.words, told, found) or told) if told else found


def _phrase(frame: Frame, first: int, end: int, number: int | None) -> Span | None:
    words, last = frame.words, end
    end, asides = _without_asides(frame, first, end, number)
    if end <= first:
        return None
    text = low(words[end - 1])
    if text == "there":
        end -= 1  # "an official THERE said"
    elif text in _STANDING - _NOT_ALONE and not (text in spoken("pointing") and low(words[end - 2]) == "of"):
        return None if text in small("clause_openers") - {"that"} else (end - 1, end)
    found = _trimmed(words, _begins(frame, first, end, number is not None), end)
    if found is None:
        return (end - 1, end) if text in _STANDING - {"there"} else None
    opened = found[0] - 1 - (found[0] - 1 > first and low(words[found[0] - 1]) in small("prepositions"))
    if (
        opened > first and words[opened].text == "," and "," in (words[end].text, words[last - 1].text)
    ):  # "The union, FOR ITS PART, accuses"
        told = _phrase(frame, first, opened, number)
        if told and not (told[0] and low(words[told[0] - 1]) in small("prepositions")):
            return named_behind(words, told, found) or told  # not so "Despite this, THE ENVOY, Ana Ruiz, said"
    name = next((n for aside in asides if (n := named_behind(words, found, aside))), None)
    added = asides[-1][1] if asides and asides[-1][0] == end and _is_added(words, *asides[-1]) else end
    return name or (found[0], without_times(words, found[0], added) if added > end else end)


def _is_added(words: Sequence[Word], first: int, end: int) -> bool:
    """ "The union (UGTT)", "economists POLLED BY THE AGENCY", "those ASKED": what belongs to the name before."""
    asked = first + 1 == end and is_past_form(low(words[first]))
    tells = asked or low(words[first]).endswith("ing") or (first + 1 < end and low(words[first + 1]) == "by")
    return end - first <= _ADDED and (tells or words[first].text == "(")


def _zone(frame: Frame, end: int, number: int) -> int:
    """The word number from which on the words before words[end] belong to a clause, its own verb left out."""
    clause = frame.tree[number]
    first = frame.word_at(frame.start + clause.start)
    if clause.link and low(frame.words[first]) == clause.link.split(" ")[0]:
        first += len(clause.link.split(" "))
    verb = frame.group_of(number)
    return max(first, verb[1]) if verb[1] <= end else first


def group_before(words: Sequence[Word], verb: int) -> int:
    """Where the auxiliaries and adverbs of a verb begin: "HAS in turn repeatedly said"."""
    at = verb
    while at and (low(words[at - 1]) in small("auxiliaries") or _is_by_the_way(words, 0, at)):
        at -= 1 if low(words[at - 1]) in small("auxiliaries") or _is_adverb(words[at - 1]) else 2
    return at


def _without_asides(frame: Frame, first: int, end: int, number: int | None) -> tuple[int, list[Span]]:
    """Before the marks, adverbs, times and inner clauses that end a phrase; and where such stood."""
    words, asides = frame.words, list[Span]()
    while end > first:
        if number is not None and frame.owners[end - 1] != number:
            opened = end - 1
            while opened > first and frame.owners[opened - 1] != number:
                opened -= 1
            asides.append((opened, end))
            end = opened
        elif number is None and _is_whom(words, first, end):
            end -= 2
        elif words[end - 1].text in DASHES and (opened := opening_dash(words, first, end - 1)):
            end = opened
        elif (at := without_times(words, first, end)) < end:
            end = at
        elif _is_mark(frame, end - 1) or _is_by_the_way(words, first, end):
            end -= 1 + (words[end - 1].is_word and not _is_adverb(words[end - 1]))
        else:
            break
    return end, asides


def _is_whom(words: Sequence[Word], first: int, end: int) -> bool:
    """ "Diplomats WE INTERVIEWED doubt": who was met, and by whom."""
    met = end - 3 >= first and low(words[end - 2]) in ("we", "i", "they") and words[end - 3].is_word
    return met and (low(words[end - 1]).endswith("ed") or low(words[end - 1]) in class_of("past"))


def _is_mark(frame: Frame, at: int) -> bool:
    word = frame.words[at]
    return not word.is_word and word.text in (",", "—", "–", "-") and not frame.in_quotation(at)


def _is_by_the_way(words: Sequence[Word], first: int, end: int) -> bool:
    two = f"{low(words[end - 2])} {low(words[end - 1])}" if end - 2 > first else ""
    return _is_adverb(words[end - 1]) or two in spoken("by_the_way")


def _is_adverb(word: Word) -> bool:
    text = low(word)
    return (text in small("adverbs") and text != "there") or (is_adverb(text) and word.text.islower())


def _begins(frame: Frame, first: int, end: int, inside: bool) -> int:
    """Where the noun phrase that ends before words[end] begins."""
    at = end
    while at > first and end - at < LONGEST and not frame.in_quotation(at - 1):
        if inside and frame.owners[at - 1] != frame.owners[end - 1]:
            break
        step = _step(frame.words, first, at, end)
        if step == at:
            break
        at = step
        if low(frame.words[at]) in small("articles") and not _goes_on(frame.words, first, at):
            break
    return at


def _step(words: Sequence[Word], first: int, at: int, end: int) -> int:
    """The word number to which the phrase may reach further back; `at` where it begins there."""
    word, text = words[at - 1], low(words[at - 1])
    if not word.is_word:
        if word.text == ")":
            return max(first, opening(words, first, at - 1))
        inside = (word.text == "." and at - 2 >= first and abbreviates(words[at - 2])) or word.text in JOINING
        return at - 1 if inside or (word.text == "," and at < end and in_list(words, first, at - 1, end)) else at
    if is_inside_name(words, at - 1):
        return at - 1
    if text in ("and", "or"):
        return at - 1 if joins_nouns(words, first, at - 1, end) else at
    if text == "than" and at - 2 >= first and low(words[at - 2]) in spoken("before_than"):
        return at - 2  # "MORE THAN forty doctors", "witnesses OTHER THAN the officers"
    if text in small("clause_openers") or (text in small("auxiliaries") and word.text.islower()):
        return at
    opens = at > 1 and word.text.islower() and (at - 1 == first or not words[at - 2].is_word)
    if opens and at < end and words[at].text[0].isupper() and _says(text):
        return at  # "“…,” insisted ANA RUIZ, who said"
    if text in small("subject_pronouns") and text not in spoken("pointing"):
        return at
    named = at < end and at - 2 >= first and all(w.text[0].isupper() for w in words[at - 2 : at + 1])
    if named or (text == "per" and at < end and low(words[at]) == "cent"):
        return at - 1  # "Doctors WITHOUT Borders"
    if text in small("inner_prepositions"):
        return at - 1 if noun_before(words, first, at - 1) else at
    return at if text in small("prepositions") else at - 1


def _says(text: str) -> bool:
    verb = verbs().get(text)
    return verb is not None and verb.shape == "past" and "clause" in verb.takes


def _goes_on(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether what stands before an article goes on with the phrase: "head of THE union", "the last TWO"."""
    prior = low(words[at - 1]) if at > first else ""
    counted = low(words[at]) in spoken("quantities") and (prior in small("articles") or prior in ("last", "other"))
    inner = prior in small("inner_prepositions") and noun_before(words, first, at - 1)
    initial = words[at].text == "A" and at + 1 < len(words) and abbreviates(words[at + 1])
    acts = prior.endswith("ing") and at - 2 > first and words[at - 2].text.islower()  # "the team LEADING the search"
    return initial or inner or acts or counted or prior in ("all", "both", "half", "and", "or", "than")


def _trimmed(words: Sequence[Word], start: int, end: int) -> Span | None:
    """Without the adverbs, times and conjunctions in front: "In 2020 IMRAN KHAN told"."""
    begin = start
    if start and low(words[start - 1]) in small("prepositions"):  # "In the past week OSLO announced"
        span = (n for n in range(start, min(end - 1, start + 4)) if low(words[n]) in small("spans_of_time"))
        start = next(span, start - 1) + 1
    while start < end and (
        not words[start].is_word
        or (low(words[start]) in small("adverbs") - {"one"} and not _opens_name(words, start, end))
        or low(words[start]) in small("coordinators")
        or (start > begin and low(words[start]) in small("prepositions"))
        or (start + 1 < end and is_time_in_front(words, start))
    ):
        start += 1
    if start and low(words[start - 1]) in small("prepositions"):
        start = behind_occasion(words, start, end)
    return (start, end) if start < end else None


def _opens_name(words: Sequence[Word], start: int, end: int) -> bool:
    """The "First" of "First Quantum said": a number in front of a name belongs to it."""
    ordinal = low(words[start]) in load("numerals.yaml")["ordinals"]
    return ordinal and start + 1 < end and words[start].text.istitle() and words[start + 1].text[:1].isupper()
