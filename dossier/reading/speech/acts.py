"""Saying that is doing: whether a reporting word tells that somebody acted, or what somebody said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.language.dictionary import is_known
from dossier.language.grammar import is_adverb
from dossier.language.lexical import first_used_as_verb
from dossier.language.words import lemma_of
from dossier.reading.sentences.clause_tree import hangs_on_main
from dossier.reading.sentences.telling import may_tell, parsed
from dossier.reading.sentences.verb_forms import present_forms, words_of
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.persons import TURNS_ASIDE, is_first
from dossier.reading.speech.reporting import forms_in, small, verbs
from dossier.reading.speech.sorts import HEAD_ENDS, is_person_word, listed


def is_act(text: str, heard: Attribution) -> bool:
    """Whether saying it is what is told: "vowed to appeal", "must convince", "polls show"."""
    if heard.cue is None:
        return False
    if heard.source and is_first(text[slice(*heard.source)]):
        return False  # "We can say that": the speaker does say it
    if heard.source and heard.cue[1] <= heard.source[0] < heard.source[1] <= heard.content[0]:
        return False  # "Without aid, warns the bank, prices will rise"
    if text[heard.cue[1] : heard.content[0]].strip() == ",":
        return False  # "By 2050, they warn, the loss could double"
    base = base_of(text[heard.cue[0] : heard.cue[1]])
    before = text[max(0, heard.cue[0] - _NEAR) : heard.cue[0]].lower()
    if base and _under_modal(before):
        return not (heard.source and _is_awaited(text, heard, heard.source, before, base))
    if base in listed("evidence"):
        who = text[heard.source[0] : heard.source[1]] if heard.source else ""
        asked = not _ASKED.isdisjoint(who.lower().split()) and text[: heard.content[0]].endswith(" that ")
        return not who or not (asked or _can_speak(who))
    if heard.content[1] <= heard.cue[0]:
        return False  # "The dam is safe, engineers warned": what is said stands for itself
    opens = text[heard.content[0] : heard.content[1]].split(" ", 1)[0].lower()
    who = text[heard.source[0] : heard.source[1]] if heard.source else ""
    if opens == "to" and base in listed("acts_with_to") and not any(map(is_person_word, who.split())):
        return True
    marked = text[max(0, heard.content[0] - 7) : heard.content[0]].rstrip(" ,").endswith(" that")
    if marked or opens in small("subject_pronouns") - {"this", "that", "these", "those"} or _is_clause(text, heard):
        return base in listed("acts_always")
    return base in listed("acts")


def _is_clause(text: str, heard: Attribution) -> bool:
    """ "Stressed THE MINE IS SAFE", "warn THE DEAL COSTS A LOT", not "stressed the role of a mine that is safe"."""
    verb = verbs().get(text[slice(*heard.cue)].lower()) if heard.cue else None
    if verb is None or "clause" not in verb.takes:
        return False
    turn = TURNS_ASIDE.search(text, *heard.content)
    tokens, told, _ = parsed(text[heard.content[0] : turn.start() if turn else heard.content[1]])
    relative = next((k for k, t in enumerate(tokens) if t.low in _RELATIVE), len(tokens))
    return any(0 < k < relative and _is_sure(tokens[k].low) for k in told)


def _is_sure(low: str) -> bool:
    """ "Is", "costs"; not "plans", which the city has."""
    return low in small("auxiliaries") or (low in present_forms()[1] and first_used_as_verb(lemma_of(low)))


def is_promise(text: str, heard: Attribution) -> bool:
    """Whether it is told that somebody bound themselves or judged: "pledged to", "condemned", "agreed to"."""
    base = base_of(text[heard.cue[0] : heard.cue[1]]) if heard.cue else ""
    return base in listed("commitments") and is_act(text, heard)


def _under_modal(before: str) -> bool:
    """ "would not say": a modal in the verb's own group; "who asked not to be named said" has none."""
    words = _PUNCTUATION.split(before)[-1].split()
    for k, word in reversed(list(enumerate(words))[-3:]):
        if word == "to" and k and words[k - 1] in forms_in("goes_on_to"):
            return False  # "went ON TO say": it is said
        if word == "to" or word in words_of("modals"):
            return True
        if not (word in small("auxiliaries") or word in small("adverbs") or word == "not" or is_adverb(word)):
            return False
    return False


def _is_awaited(text: str, heard: Attribution, source: tuple[int, int], before: str, base: str) -> bool:
    """ "Critics WILL say that it failed": theirs all the same, though not said yet; not what one could say.

    Nor "they will expect Peru TO PAY".
    """
    modal = before.split()[-1] if before.split() else ""
    clause = text[max(0, heard.content[0] - 6) : heard.content[0]].strip() == "that" or _is_clause(text, heard)
    speaks = clause and modal in _AWAITING and base not in listed("acts")
    return speaks and text[slice(*source)].lower() not in _ANYBODY


_AWAITING = frozenset(("will", "would", "may", "might"))
_ANYBODY = frozenset(("one", "you", "nobody", "anyone", "no one", "few"))
_RELATIVE = frozenset(("that", "which", "who", "whose", "to", "where", "when"))
_ASKED = frozenset(("poll", "survey"))  # what people answered is no finding of the author's
_NEAR = 25  # characters before a reporting word in which its auxiliaries stand
_PUNCTUATION = re.compile(r"[^\w\s’'-]")


def _can_speak(who: str) -> bool:
    """ "Ana Ruiz", "a Harvard study", "vets in Chad"; not "the war in Chad", "events in Mali"."""
    words, head = who.split(), HEAD_ENDS.split(who)[0].split()[-1]
    named = head[0].isupper() and not (head == words[0] and is_known(head.lower()))
    thing = (
        not named and not is_person_word(head) and listed("bodies").isdisjoint((head.lower(), lemma_of(head.lower())))
    )
    if thing and not any(w.endswith(("'s", "’s")) for w in words):
        return False
    if any(w[:1].isupper() for w in words[1:]) or (
        len(words) == 1 and who[0].isupper() and not is_known(who.lower())
    ):
        return True
    return any(is_person_word(w) for w in words)


@cache
def base_of(cue: str) -> str:
    """The base form of a reporting word, "" for phrases and nouns."""
    words = cue.lower().split()
    verb = verbs().get(words[-1]) if words else None
    return verb.base if verb else ""


def judgement(text: str, span: tuple[int, int], heard: Sequence[Attribution]) -> tuple[Attribution, str] | None:
    """The attribution by which the claim text[span[0]:span[1]] is its speaker's view, and its reporting word's base.

    That he ignored them is what the opposition says; that wages should rise, what the union "called for".
    """
    for a in heard:
        if not (a.source and a.cue) or not (span[0] <= a.source[0] and a.cue[1] <= a.content[0] < span[1]):
            continue
        base, between = base_of(text[slice(*a.cue)]), text[min(a.source[1], a.cue[0]) : a.cue[0]].lower()
        plain = a.source[1] <= a.cue[0] and not _UNSURE.search(between) and not is_first(text[slice(*a.source)])
        if not plain or text.startswith("to ", a.content[0]):
            continue  # "had hoped to sell": what the speaker meant to do
        if text[slice(*a.cue)].endswith("ing") and text[span[0] : a.cue[0]].endswith(", "):
            continue  # "Many shops were shut, fearing a strike"
        told = base in listed("asking_for") and may_tell(text[span[0] : a.source[0]])
        if told or hangs_on_main(text[slice(*span)], a.cue[0] - span[0]):
            continue  # "The law fell after the opposition called for a boycott", "although Chile fears a flood"
        if base == "call" and _FOR.fullmatch(text, a.cue[1], a.content[0]):
            return a, "call for"  # "called on Mali to leave"
        if base == "call" and not _NAMES_IT.match(text, *a.content):
            continue  # "called the strike over a pay deal"
        if base in listed("judgements"):
            return a, base
    return None


_FOR = re.compile(r" (?:for|on|upon) ")
_UNSURE = re.compile(
    r" not\b|n[’']t\b|\b(?:never|seems?|seemed|appears?|appeared|may|might|could)\b|\b(?:and|but) (?:\w+ly )?$"
)  # "seems to fear"
_NAMES_IT = re.compile(
    r"(?:(?!(?:on|for|over|in|at|to|after|from|with|about|by)\b)[\w’'-]+ ){1,5}?"
    r"(?:an? |[“\"]|the (?:\w+est|most|least|best|worst|only|first|right|wrong) )"
)  # "called the plan a gamble"
