"""How likely two sentences speak of one event: shared telling words, names and numbers, whatever their form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dossier.language.grammar import function_words
from dossier.language.lexical import concepts_of, has_entry, is_verb, weight_of
from dossier.language.words import Word, words_of

_KIN = 0.8  # another word for the same thing says less than the same word
_ACT = 1.5  # what happened ties two sentences more than what stands around it
_NO_COMMON_NAME = 0.5  # both name somebody, and nobody is named in both
_NO_COMMON_NUMBER = 0.9
_LENGTH = 0.35  # how far long sentences are held back; 0.5 would be the full geometric mean
_EVERYDAY = 1.5  # taken off every weight, so that everyday words hardly count


@dataclass(frozen=True, slots=True)
class Bag:
    """The telling words of a sentence: lemma -> weight, by what other words each may be met, and their sorts."""

    weights: dict[str, float]
    kin: dict[str, frozenset[str]]
    names: frozenset[str]
    numbers: frozenset[str]
    acts: frozenset[str]
    total: float


@lru_cache(maxsize=20_000)
def bag_of(text: str) -> Bag:
    """Weighs and sorts the words of a sentence."""
    weights: dict[str, float] = {}
    names, numbers, acts = set(), set(), set()
    for i, word in enumerate(words_of(text)):
        if not word.is_word or word.lemma in function_words() or word.text.lower() in function_words():
            continue
        weights[word.lemma] = max(0.1, weight_of(word.lemma) - _EVERYDAY)
        if word.text[0].isdigit():
            numbers.add(word.text)
        elif _is_name(word, i):
            names.add(word.lemma)
        elif is_verb(word.lemma):
            acts.add(word.lemma)
    kin = {lemma: concepts_of(lemma) for lemma in weights}
    return Bag(weights, kin, frozenset(names), frozenset(numbers), frozenset(acts), sum(weights.values()))


def _is_name(word: Word, i: int) -> bool:
    return word.text[0].isupper() and word.text[1:2].islower() and (i > 0 or not has_entry(word.lemma))


def likeness(a: str, b: str) -> float:
    """0 for nothing in common, higher for more; the same words in two sentences of ten come to about 2."""
    one, two = bag_of(a), bag_of(b)
    if not one.total or not two.total:
        return 0.0
    found: float = _shared(one, two) / (one.total * two.total) ** _LENGTH
    if one.names and two.names and one.names.isdisjoint(two.names):
        found *= _NO_COMMON_NAME
    if one.numbers and two.numbers and one.numbers.isdisjoint(two.numbers):
        found *= _NO_COMMON_NUMBER
    return found


def _shared(one: Bag, two: Bag) -> float:
    """The weight of what both say."""
    shared = 0.0
    others = [lemma for lemma in two.weights if lemma not in one.weights]
    for lemma, weight in one.weights.items():
        met, worth = lemma if lemma in two.weights else None, 1.0
        if met is None:
            met, worth = next((o for o in others if not one.kin[lemma].isdisjoint(two.kin[o])), None), _KIN
        if met is not None:
            shared += worth * min(weight, two.weights[met]) * (_ACT if lemma in one.acts else 1.0)
    return shared
