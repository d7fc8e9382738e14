"""Words that news use for one another, by the groups of the synonym lists, and phrases for a plain word.

Two words meet when one group holds both; through a third word, which stands with each of them in another group, they
do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.phrases import Lexicon
from dossier.language.words import Word, once

LISTS = ("saying", "doing", "contending", "people", "things", "qualities")  # synonyms_<name>.yaml
_NONE: frozenset[int] = frozenset()
# Endings as Britain and as America spells them: organisation, analyse, neighbouring, centre.
_BRITISH = re.compile(r"(?:(?<=i)s(?=e$|ing$|ed$|ation$)|(?<=ly)s(?=e$)|our(?=$|ed$|ing$|er$|able$|hood$)|(?<=t)re$)")
_AMERICAN = {"s": "z", "our": "or", "re": "er"}


def groups_of(word: str) -> frozenset[int]:
    """The numbers of the groups that hold a word as it is spelt here, in British or in American."""
    return _groups().get(word, _NONE)


@lru_cache(maxsize=50_000)
def keys_of_form(low: str, lemma: str) -> frozenset[str]:
    """What a form is met by that is itself listed beside its base form: "goods" are no good."""
    return frozenset(f"g{number}" for number in groups_of(low)) if low != lemma else frozenset()


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    fields = chain.from_iterable(load(f"synonyms_{name}.yaml").values() for name in LISTS)
    for number, line in enumerate(chain.from_iterable(field.splitlines() for field in fields)):
        for word in line.split(", "):
            found.setdefault(word, set()).add(number)
            if ("s" in word or "r" in word) and (american := _BRITISH.sub(_as_in_america, word)) != word:
                found.setdefault(american, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _as_in_america(ending: re.Match[str]) -> str:
    return _AMERICAN[ending[0]]


@once
def plain_verbs(words: Sequence[Word]) -> dict[int, str]:
    """For the number of each word of such a phrase the plain verb in its base form, "" for all but the first."""
    found: dict[int, str] = {}
    for phrase in _phrases().find(words):
        gap = "_" in phrase.entry.split()
        own = _forms(phrase.entry) if gap else frozenset()
        found |= {i: "" for i in range(phrase.start + 1, phrase.end) if not gap or words[i].text.lower() in own}
        found[phrase.start] = phrase.value
    return found


@cache
def _forms(entry: str) -> frozenset[str]:
    """All forms of the words of a phrase, to tell them from what stands in its gap."""
    return frozenset(form for word in entry.split() for form in forms_of(word))


@cache
def _phrases() -> Lexicon[str]:
    lines = "".join(load("synonyms_phrases.yaml").values()).splitlines()
    return Lexicon(dict(line.split(": ", 1) for line in lines))
