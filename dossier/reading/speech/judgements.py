"""Who lays what is told to somebody's charge, or asks for it: "the opposition accused him of ignoring warnings"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.reading.speech.acts import base_of
from dossier.reading.speech.attribution import Attribution
from dossier.reading.speech.firsthand import is_first
from dossier.reading.speech.people import listed
from dossier.reading.worth import has_verb


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
        if base in listed("asking_for") and has_verb(text[span[0] : a.source[0]]):
            continue  # "The law fell after the opposition called for a boycott"
        if base == "call" and _FOR.fullmatch(text, a.cue[1], a.content[0]):
            return a, "call for"  # "called on Mali to leave"
        if base == "call" and not _NAMES_IT.match(text, *a.content):
            continue  # "called the strike over a pay deal"
        if base in listed("judgements"):
            return a, base
        if base in listed("denials") and base in listed("acts") and _VIEW.match(text, *a.content):
            return a, base  # "rejects the idea that farmers are"
    return None


_FOR = re.compile(r" (?:for|on|upon) ")
_UNSURE = re.compile(
    r" not\b|n[’']t\b|\b(?:never|seems?|seemed|appears?|appeared|may|might|could)\b"
)  # "seems to fear"
_NAMES_IT = re.compile(
    r"(?:(?!(?:on|for|over|in|at|to|after|from|with|about|by)\b)[\w’'-]+ ){1,5}?(?:an? |[“\"])"
)  # "called the plan a gamble"
_VIEW = re.compile(
    r"(?:the|any|all|these|those) (?:\w+ )?(?:idea|notion|view|theory|argument|claim|suggestion)s? that "
)
