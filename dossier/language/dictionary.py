"""The dictionary of English word forms, simplemma's, loaded when the first word needs it.

It is asked here, as simplemma would: loading that brings the rules of fifty languages, a tenth of a second for every
command. Only what is written in several parts ("re-elected") goes to simplemma itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from dossier.data import load
from dossier.data.prepared import prepared

if TYPE_CHECKING:
    from simplemma import Lemmatizer

_APOSTROPHES = "'’ʼ"
_JOINTS = frozenset("-_" + _APOSTROPHES)
_LONG = 7  # letters; shorter words that end in "cies" are names


def base_of(word: str) -> str:
    """The dictionary's base form of a word, or what its rules make of one it does not have."""
    word = unicodedata.normalize("NFC", word)
    if word.isnumeric():
        return word
    if found := _listed(word):
        return found
    return _by_ending(word) if _JOINTS.isdisjoint(word) else _lemmatizer().lemmatize(word, "en")


def is_known(word: str) -> bool:
    """Whether an English dictionary has the word, with whichever apostrophe."""
    word = unicodedata.normalize("NFC", word)
    written = {word, *(word.translate(dict.fromkeys(map(ord, _APOSTROPHES), mark)) for mark in _APOSTROPHES)}
    return any(map(_listed, written)) or word.lower() in load("wording.yaml")["missing"]


def _listed(word: str) -> str | None:
    """The base form of what is listed, be it with a capital or without."""
    return _forms().get(word) or _forms().get(word.lower() if word[:1].isupper() else word.capitalize())


def _by_ending(word: str) -> str:
    bases = load("wording.yaml")["bases_of_endings"]
    ending = next((e for e in bases if word.endswith(e) and (e != "cies" or len(word) > _LONG)), None)
    return word.removesuffix(ending) + str(bases[ending]) if ending else word


class _English:
    """The forms as one table: simplemma needs five times as long to unpack its own file."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The base form of each form of the language; we ask for English only."""
        return _forms()


@cache
def _forms() -> Mapping[str, str]:
    return prepared("english", version("simplemma").encode(), _unpacked)


def _unpacked() -> dict[str, str]:
    from simplemma.strategies import DefaultDictionaryFactory

    once: dict[str, str] = {}  # a base form is the same text for all its forms: half the size
    packed = DefaultDictionaryFactory().get_dictionary("en")
    return {once.setdefault(form, form): once.setdefault(base, base) for form, base in packed.items()}


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_English()))
