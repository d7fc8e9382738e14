"""What speaks for something to check in a sentence, and what against it, each as a number.

A figure, a name, an act told as done speak for it; the first person, an address and words of judgement against it.
How much each weighs was not thought out but fitted to sentences of real speeches, comments and news that had been
read and judged one by one (`tests/gold/worth.py`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import cache, partial
from math import exp, log

from dossier.data import load
from dossier.language.lexical import weight_of
from dossier.language.listed import listed_forms, listed_words
from dossier.language.words import Word, words_of
from dossier.reading.clause_tense import tense_of
from dossier.reading.sentences.verb_forms import present_forms
from dossier.reading.speech.reporting import small, verbs

phrases = partial(listed_words, "worth.yaml")
forms = partial(listed_forms, "worth.yaml")


@cache
def _table(name: str) -> dict[str, tuple[list[str], ...]]:
    """First word -> the phrases of a list it may open, longest first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases(name)):
        words = [w.text.lower() for w in words_of(phrase) if w.is_word]
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def count(lows: Sequence[str], name: str) -> int:
    """How many phrases of a list stand in the words, not overlapping."""
    table, found, past = _table(name), 0, 0
    for at in [at for at, low in enumerate(lows) if low in table]:
        for phrase in table[lows[at]] if at >= past else ():
            if lows[at : at + len(phrase)] == phrase:
                found, past = found + 1, at + len(phrase)
                break
    return found


def among(lows: Sequence[str], listed: Container[str]) -> int:
    """How many of the words are in the list."""
    return sum(map(listed.__contains__, lows))


def has(lows: Sequence[str], name: str) -> bool:
    """Whether a phrase of the list stands in the words."""
    return count(lows, name) > 0


def starts(lows: Sequence[str], name: str) -> bool:
    """Whether the words begin with a phrase of the list."""
    return any(lows[: len(phrase)] == phrase for phrase in _table(name).get(lows[0], ()))


_FIGURE = re.compile(r"(?<!\w)[$€£¥]?\d[\d.,]*")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DONE = ("past", "perfect", "reported", "shifted")
_TELLING = 4.0  # the weight from which on a word is none of the few thousand that stand in any talk
_MOST = 3  # names or words of one sign; more of them tell no more
_FEW = 4  # words at least among which a share is meant


def signs(sentence: str, words: Sequence[Word], lows: Sequence[str]) -> dict[str, float]:
    """Each sign by the name that people are shown; 0 where it does not stand."""
    figures = (m.strip("$€£¥.,") for m in _FIGURE.findall(sentence))
    matters = min(_MOST, among(lows, forms("weighty")))
    telling = sum([weight_of(low) > _TELLING for low in lows if low.isalpha()])
    return {
        "told as done": float(tense_of(sentence) in _DONE),
        "a figure": float(any(not _YEAR.fullmatch(figure) for figure in figures)),
        "a number in words": float(_any(lows, phrases("number_words"))),
        "a year or day": float(bool(_YEAR.search(sentence)) or not _days().isdisjoint(lows)),
        "a change or comparison": float(_any(lows, forms("trends")) or count(lows, "comparisons") > 0),
        "names": float(min(_MOST, _names(words))),
        "public matters": round(matters / max(_FEW, len(lows)), 3),
        "telling words": round(telling / len(lows), 3),
        "said by somebody": float(not _saying().isdisjoint(lows[1:])),
        "length": round(log(len(lows)), 3),
        "I": float(_any(lows, phrases("myself"))),
        "you": float(_any(lows, phrases("addressed"))),
        "judging words": float(_any(lows, forms("feelings")) + _any(lows, phrases("stressing"))),
    }


def _any(lows: Sequence[str], listed: frozenset[str]) -> bool:
    """Whether one of the words is in the list."""
    return not listed.isdisjoint(lows)


def likelihood(found: Mapping[str, float]) -> float:
    """The share of sentences with such signs that are worth checking, 0 to 1."""
    return 1 / (1 + exp(-odds(found)))


def odds(found: Mapping[str, float]) -> float:
    """The same as log odds: the sum of the signs, each with its weight."""
    base, weights = fitted()
    return base + sum([weights[name] * value for name, value in found.items() if value])


@cache
def fitted() -> tuple[float, dict[str, float]]:
    """The base and the weight of each sign."""
    kept = load("checkable.yaml")
    return float(kept["base"]), {name: float(weight) for name, weight in kept["signs"].items()}


@cache
def _days() -> frozenset[str]:
    return small("days") - {"may", "week", "day", "days", "later"}


@cache
def _saying() -> frozenset[str]:
    """Forms in which a verb of saying tells that somebody said it."""
    return frozenset(form for form, verb in verbs().items() if verb.shape in ("past", "s"))


def _names(words: Sequence[Word]) -> int:
    """Runs of capitalised words that do not merely open the sentence."""
    count, inside = 0, False
    for at, text in enumerate([word.text for word in words]):
        capital = text[0].isupper() and text.split("’")[0].split("'")[0] != "I"
        if capital and not inside and (at or text.isupper() or not _merely_opens(words)):
            count += 1
        inside = capital
    return count


def _merely_opens(words: Sequence[Word]) -> bool:
    """Whether the first word has its capital only because it is the first."""
    low = words[0].text.lower()
    if len(words) > 1 and words[1].text[0].isupper():
        return False
    return words[0].lemma in present_forms()[0] or any(low in small(name) for name in _SMALL_WORDS)


_SMALL_WORDS = ("articles", "prepositions", "clause_openers", "adverbs", "pronouns")
