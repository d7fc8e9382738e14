"""The dictionary of English word forms, simplemma's, loaded when the first word needs it.

simplemma itself is only loaded to unpack it, once for each version: it brings the rules of fifty languages, which
cost every command a tenth of a second, and is five times as slow to unpack its own file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from dossier.data import load
from dossier.data.prepared import prepared

_APOSTROPHES = "'’ʼ"
_LONG = 7  # letters; shorter words that end in "cies" are names


def base_of(word: str) -> str:
    """The dictionary's base form of a word of letters, or what simplemma's rules make of one it does not have."""
    word = unicodedata.normalize("NFC", word)
    return _listed(word) or _by_ending(word)


def is_known(word: str) -> bool:
    """Whether an English dictionary has the word, with whichever apostrophe."""
    word = unicodedata.normalize("NFC", word)
    written = {word, *(word.translate(dict.fromkeys(map(ord, _APOSTROPHES), mark)) for mark in _APOSTROPHES)}
    return any(map(_listed, written))


def _listed(word: str) -> str | None:
    """The base form of what is listed, be it with a capital or without."""
    return _forms().get(word) or _forms().get(word.lower() if word[:1].isupper() else word.capitalize())


def _by_ending(word: str) -> str:
    bases = load("wording.yaml")["bases_of_endings"]
    ending = next((e for e in bases if word.endswith(e) and (e != "cies" or len(word) > _LONG)), None)
    return word.removesuffix(ending) + str(bases[ending]) if ending else word


@cache
def _forms() -> Mapping[str, str]:
    return prepared("english", version("simplemma").encode(), _unpacked)


def _unpacked() -> dict[str, str]:
    from simplemma.strategies import DefaultDictionaryFactory

    once: dict[str, str] = {}  # a base form is the same text for all its forms: half the size
    packed = DefaultDictionaryFactory().get_dictionary("en")
    return {once.setdefault(form, form): once.setdefault(base, base) for form, base in packed.items()}
