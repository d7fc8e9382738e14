"""Sentences of ours name sources by id; here the ids are replaced by the names readers know."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from dossier.language.dictionary import is_known

_ANSWER = re.compile(r"(?:Yes|No|Both yes and no), says? .*?\.(?=\s|$)")  # the first sentence of a verdict
_ID = re.compile(r"\w+(-\w+)*")
# One look at each word, however many sources there are; an id in a path or in a longer word is none.
_WORD = re.compile(r"(?<![\w/-])[\w-]+(?![\w/-])")
# What our own sentences put behind a source: "ID answers yes", "ID (“its words”, 2022)", "ID and ID report it".
_SAYS = "answers?|points? to|reports? it|only gives|calls it|looks ahead|says what|speaks of|counts from"
_ACTING = re.compile(rf"{_WORD.pattern}(?= (?:and [^.,;:“”]+ )?(?:{_SAYS})\b| of “| \(“)")


def namer(short: Mapping[str, str]) -> Callable[[str], str]:
    """A function that replaces each id in a text by its name; an ordinary word only where a source is meant."""
    named = {i for i, name in short.items() if name != i and _ID.fullmatch(i)}
    # What is not letters alone is no word, and no dictionary is loaded to know it.
    telling = {i for i in named if not i.isalpha() or not is_known(i.lower())}
    ordinary = named - telling
    begun = {f"{i[:1].upper()}{i[1:]}" for i in ordinary if i[:1].islower()}  # an id that begins a sentence
    acting = ordinary | begun

    def put(pattern: re.Pattern[str], ids: Collection[str], text: str) -> str:
        return pattern.sub(lambda found: _name(found[0], short) if found[0] in ids else found[0], text)

    def in_names(text: str) -> str:
        answer = _ANSWER.match(text)
        at = answer.end() if answer else 0
        head, rest = text[:at], put(_WORD, telling, text[at:])
        return put(_WORD, named, head) + (put(_ACTING, acting, rest) if acting else rest)

    return in_names


def _name(id: str, short: Mapping[str, str]) -> str:
    """An id may begin a sentence, and has a capital there that is not its own."""
    return short[id] if id in short else short[f"{id[:1].lower()}{id[1:]}"]
