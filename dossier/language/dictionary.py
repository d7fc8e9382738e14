"""The dictionary of English word forms, simplemma's, loaded when the first word needs it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dossier.data.prepared import prepared

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy


def base_of(word: str) -> str:
    """The dictionary's base form of a word, or what its rules make of one it does not have."""
    return _lemmatizer().lemmatize(word, "en")


def is_known(word: str) -> bool:
    """Whether an English dictionary has the word."""
    return _lookup().get_lemma(unicodedata.normalize("NFC", word), "en") is not None


class _English:
    """The forms as one table: simplemma needs five times as long to unpack its own file."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The base form of each form of the language; we ask for English only."""
        return _forms()


@cache
def _forms() -> Mapping[str, str]:
    import simplemma

    return prepared("english", simplemma.__version__.encode(), _unpacked)


def _unpacked() -> dict[str, str]:
    from simplemma.strategies import DefaultDictionaryFactory

    once: dict[str, str] = {}  # a base form is the same text for all its forms: half the size
    packed = DefaultDictionaryFactory().get_dictionary("en")
    return {once.setdefault(form, form): once.setdefault(base, base) for form, base in packed.items()}


@cache
def _lookup() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_English())


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_English()))
