"""How likely two sentences speak of one event: shared telling words, names and numbers, whatever their form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dossier.language.grammar import function_words
from dossier.language.lexical import concepts_of, weight_of
from dossier.language.words import words_of

_NAME = 1.3  # a shared name says more than a shared common word of the same rarity
_KIN = 0.8  # another word for the same thing says less than the same word


@dataclass(frozen=True, slots=True)
class Bag:
    """The telling words of a sentence: lemma -> weight, and by what other words each may be met."""

    weights: dict[str, float]
    kin: dict[str, frozenset[str]]
    total: float


@lru_cache(maxsize=20_000)
def bag_of(text: str) -> Bag:
    """Weighs the words of a sentence."""
    weights: dict[str, float] = {}
    for i, word in enumerate(words_of(text)):
        if not word.is_word or word.lemma in function_words() or word.text.lower() in function_words():
            continue
        named = word.text[0].isupper() and i > 0
        weight = weight_of(word.lemma) * (_NAME if named else 1.0)
        weights[word.lemma] = max(weight, weights.get(word.lemma, 0.0))
    kin = {lemma: concepts_of(lemma) for lemma in weights}
    return Bag(weights, kin, sum(w * w for w in weights.values()) ** 0.5)


def likeness(a: str, b: str) -> float:
    """Between 0 (nothing in common) and 1 (the same words)."""
    one, two = bag_of(a), bag_of(b)
    if not one.total or not two.total:
        return 0.0
    shared = 0.0
    left: list[str] = []
    for lemma, weight in one.weights.items():
        if lemma in two.weights:
            shared += weight * two.weights[lemma]
        else:
            left.append(lemma)
    open_two = [lemma for lemma in two.weights if lemma not in one.weights]
    for lemma in left:
        met = next((other for other in open_two if not one.kin[lemma].isdisjoint(two.kin[other])), None)
        if met:
            shared += _KIN * min(one.weights[lemma], two.weights[met]) ** 2
            open_two.remove(met)
    return shared / (one.total * two.total)
