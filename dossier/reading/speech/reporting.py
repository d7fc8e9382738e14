"""The reporting words of English, ready to be looked up: which form of which verb, and what it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.listed import listed_forms, listed_words

# Nouns by which what was said is taken up for somebody else's word on it: ", a figure Rome disputes".
retold = partial(listed_words, "reporting.yaml", "retold")
going_on = partial(listed_words, "reporting.yaml", "going_on")  # what the same person goes on saying
small = partial(listed_words, "grammar.yaml")
forms_in = partial(listed_forms, "reporting.yaml")
spoken = partial(listed_words, "reporting.yaml")

# What a verb takes, as the lists of reporting.yaml name it.
TAKES = ("clause", "only_with_that", "person", "matter", "deed", "asking", "beside_quotation", "gerund",
         "evidence_matter", "also_nouns")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A form found in a text: its base, what the base takes, and the shape of the form."""

    base: str
    takes: frozenset[str]
    shape: str  # base | s | ing | past


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb."""
    data = load("reporting.yaml")
    takes: dict[str, set[str]] = {}
    for list_name in TAKES:
        for base in data[list_name]:
            takes.setdefault(base, set()).add(list_name)
    real = {base: lists for base, lists in takes.items() if lists != {"also_nouns"}}
    table: dict[str, Verb] = {}
    for base in sorted(real):
        irregular = data["irregular"].get(base, ())
        forms = {*irregular, *(forms_of(base) - {f"{base}d"} if irregular else forms_of(base))}  # no "seed"
        for form in sorted(forms):
            if form not in table or form == base:
                table[form] = Verb(base, frozenset(real[base]), _shape(form, base))
    return table


def _shape(form: str, base: str) -> str:
    if form == base:
        return "base"
    if form.endswith("ing"):
        return "ing"
    return "s" if form.endswith("s") and not form.endswith("ss") else "past"


@cache
def content_nouns() -> frozenset[str]:
    """Nouns that a content may follow, singular and plural: claim, claims, belief."""
    return frozenset(f for n in load("reporting.yaml")["nouns"] for f in forms_of(n) if f == n or f.endswith("s"))


@cache
def phrases_before_source() -> dict[str, list[tuple[str, ...]]]:
    """First word -> the phrases that stand before a source, as words."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("reporting.yaml")["phrases_before_source"]:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


@cache
def withheld() -> re.Pattern[str]:
    """ ", but gave no date", ", though he declined to say which": what a speaker keeps back, from its comma on."""
    words = load("reporting.yaml")["withheld"]
    by, saying, outright = ("|".join(words[name]) for name in ("by", "saying", "outright"))
    kept = rf"(?:{by}) (?:{saying})|{outright}"
    return re.compile(rf", (?:but|though|although|and|while) (?:(?:he|she|it|they) )?(?:{kept})\b[^,;.“”]*")


@cache
def state_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the states of mind it opens: "confident", "of the opinion"."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("reporting.yaml")["adjectives"]:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in table.items()}


@cache
def matter_after() -> dict[str, tuple[str, ...]]:
    """Prepositions that may open a matter, and the verbs they do it for: "warned of floods"."""
    return {preposition: tuple(bases) for preposition, bases in load("reporting.yaml")["matter_after"].items()}
