"""How likely two sentences speak of one event: shared telling words, names and numbers, whatever their form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dossier.language.grammar import function_words
from dossier.language.headline import sentence_case
from dossier.language.lexical import concepts_of, first_used_as_verb, has_entry, weight_of
from dossier.language.listed import calendar_words
from dossier.language.words import Word, words_of

_KIN = 0.8  # another word for the same thing says less than the same word
_NAME = 1.3  # a shared name says more than a shared common word of the same rarity
_SCALE = 1.2  # so that 0.7 and more is one event as a rule
_NUMBER = 4.0  # how telling a number is, whichever
# What each shared word adds to the likeness, by its sort and in proportion to its weight: what happened ties two
# sentences most. What stands in both but differs takes something away: other people, other numbers, another day.
_SHARED = {"act": 0.08, "name": 0.01, "number": 0.09, "time": 0.05, "word": 0.012}
_APART = {"name": 0.017, "number": 0.02, "time": 0.08}


@dataclass(frozen=True, slots=True)
class Bag:
    """The telling words of a sentence: lemma -> weight, its sort, and by what other words it may be met."""

    weights: dict[str, float]
    sorts: dict[str, str]
    kin: dict[str, frozenset[str]]
    all_kin: frozenset[str]
    total: float


@lru_cache(maxsize=20_000)
def bag_of(text: str) -> Bag:
    """Weighs and sorts the words of a sentence; the capitals of a title name nobody."""
    weights: dict[str, float] = {}
    sorts: dict[str, str] = {}
    for i, word in enumerate(words_of(sentence_case(text))):
        sort = _sort(word, i)
        if not sort:
            continue
        weight = weight_of(word.lemma) * (_NAME if sort == "name" else 1.0) if sort != "number" else _NUMBER
        if weight > weights.get(word.lemma, 0.0):
            weights[word.lemma], sorts[word.lemma] = weight, sort
    kin = {lemma: concepts_of(lemma) for lemma in weights}
    return Bag(weights, sorts, kin, frozenset().union(*kin.values()), sum(w * w for w in weights.values()) ** 0.5)


def _sort(word: Word, i: int) -> str:
    """act, name, number, time or word; "" for what tells nothing."""
    low = word.text.lower()
    if not word.is_word or word.lemma in function_words() or low in function_words():
        return ""
    if word.text[0].isdigit():
        return "number"
    if word.text[0].isupper():
        if low in calendar_words():
            return "time"
        if i > 0 or not has_entry(word.lemma):
            return "name"
    return "act" if first_used_as_verb(word.lemma) else "word"


def likeness(a: str, b: str) -> float:
    """0 for nothing in common, higher for more; two ways to tell one event come to about 1 or 2."""
    one, two = bag_of(a), bag_of(b)
    shared, both = 0.0, 0.0
    left: dict[str, float] = {}
    others = [lemma for lemma in two.weights if lemma not in one.weights]
    for lemma, weight in one.weights.items():
        met, worth = lemma if lemma in two.weights else None, 1.0
        if met is None and not one.kin[lemma].isdisjoint(two.all_kin):
            met, worth = next((o for o in others if not one.kin[lemma].isdisjoint(two.kin[o])), None), _KIN
            if met is not None:
                others.remove(met)
        sort = one.sorts[lemma]
        if met is None:
            left[sort] = left.get(sort, 0.0) + weight
            continue
        least = min(weight, two.weights[met])
        shared += worth * least * least
        both += worth * least * _SHARED[sort]
    if not shared:
        return 0.0
    alike: float = (shared / (one.total * two.total)) ** 0.5
    return max(0.0, _SCALE * (alike + both - _differing(left, two, others)))


def _differing(left: dict[str, float], two: Bag, others: list[str]) -> float:
    """What it costs that each side names, counts or dates what the other does not."""
    found = 0.0
    for sort, cost in _APART.items():
        if sort in left:
            found += cost * min(left[sort], sum(two.weights[o] for o in others if two.sorts[o] == sort))
    return found
