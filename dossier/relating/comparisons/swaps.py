"""Two sentences that are alike but for a word or two: what kind of swap is it?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dossier.data import load
from dossier.language.grammar import function_words
from dossier.language.inflection import forms_of
from dossier.language.lexical import (
    are_opposite,
    are_same,
    are_siblings,
    is_kind_of,
    is_verb,
    weight_of,
)
from dossier.language.listed import of_one_class
from dossier.language.sorts import tells_which_of_many
from dossier.language.words import Word
from dossier.relating.apart.countries import country_of
from dossier.relating.apart.numerals import Numeral, numerals
from dossier.relating.comparisons.differing import LONGEST, differences, is_much, spoken

_PLACES = 3  # in which two such sentences may differ
_PARTICLES = frozenset({"down", "up", "off", "out", "away", "over", "back", "in", "on"})
_SMALL = frozenset({"a", "an", "the", "of", "from", "to", "by"})


def swap_verdict(a: Sequence[Word], b: Sequence[Word], scene: bool) -> tuple[str, str, str] | None:
    """(contradicts | agrees, words of a, words of b), or None when the sentences are no such pair.

    `scene`: both describe one picture or moment, where another colour, country or place is a contradiction.
    """
    one, other = spoken(a), spoken(b)
    places = differences(one, other)
    if not places or len(places) > _PLACES or is_much(places, one, other):
        return None
    words_a, words_b = one.words, other.words
    kinds: list[tuple[str, str, str]] = []
    whole = scene and not a[-1].is_word and not b[-1].is_word
    for i1, i2, j1, j2 in places:
        if max(i2 - i1, j2 - j1) > LONGEST:
            return None
        if (
            not (scene and not any(w.text[0].isupper() for w in words_a[1:]))
            and i1 == j1 == 0
            and tells_which_of_many(words_a[: i2 + 1])
            and tells_which_of_many(words_b[: j2 + 1])
        ):
            return None
        kind = _kind(words_a[i1:i2], words_b[j1:j2], scene, whole)
        kinds.append((kind, " ".join(one.lows[i1:i2]), " ".join(other.lows[j1:j2])))
    if len(kinds) == 2 and kinds[0][1:] == kinds[1][:0:-1]:
        moved = not all(kinds[0][1:])  # "are in the bush SEARCHING", "are SEARCHING in the bush"
        return None if moved else _turned(words_a, places[0].end, places[1].start, kinds)
    if any(k == "apart" for k, _, _ in kinds):
        return None
    against = [k for k in kinds if k[0] == "contradicts"]
    if len(against) % 2 == 1 or len({k[1:] for k in against}) == 1:
        return against[0]
    return kinds[0] if not against else None


def _turned(
    words: Sequence[Word], start: int, end: int, kinds: list[tuple[str, str, str]]
) -> tuple[str, str, str] | None:
    """ "The dog chases the cat" and "The cat chases the dog": who does it to whom, unless it holds both ways."""
    between = words[start:end]
    mutual = any(
        not forms_of(v).isdisjoint((w.lemma, w.text.lower())) for v in load("events.yaml")["mutual"] for w in between
    )
    return None if mutual or not any(is_verb(w.lemma) for w in between) else ("contradicts", *kinds[0][1:])


def _kind(a: Sequence[Word], b: Sequence[Word], scene: bool, whole: bool) -> str:
    """contradicts, agrees, or apart when nothing can be said.

    Captions without a full stop may belong to two pictures: `whole` says that they are sentences on one.
    """
    tell_a = [w for w in a if w.text.lower() not in _SMALL]
    tell_b = [w for w in b if w.text.lower() not in _SMALL]
    if not tell_a and not tell_b:
        return "agrees"
    if not (tell_a and tell_b) and any(w.text.lower() in _PARTICLES for w in (*tell_a, *tell_b)):
        return "apart"  # "climb" and "climb down"
    numbers_a, numbers_b = numerals(list(a)), numerals(list(b))
    if numbers_a and numbers_b:
        counts = numbers_a[0].kind == numbers_b[0].kind != "year" and (
            scene or numbers_a[0].kind in ("cardinal", "share")
        )
        if not counts or not _only(a, numbers_a[0]) or not _only(b, numbers_b[0]):
            return "apart"
        return "contradicts" if numbers_a[0].clashes(numbers_b[0]) else "agrees"
    opposed = [(x, y) for x in tell_a for y in tell_b if are_opposite(x.lemma, y.lemma) or _opposite_forms(x, y)]
    if opposed:
        rest = [w for w in (*tell_a, *tell_b) if w not in opposed[0] and w.text.lower() not in function_words()]
        return "apart" if rest else "contradicts"
    if not tell_a or not tell_b or len(tell_a) > 3 or len(tell_b) > 3:
        return "apart"
    x, y = tell_a[-1].lemma, tell_b[-1].lemma
    if _country(a) and _country(b):
        if _country(a) == _country(b):
            return "agrees"
        return "contradicts" if scene else "apart"
    if len(tell_a) == len(tell_b) == 1 and are_same(x, y):
        return "agrees"
    if len(tell_a) == len(tell_b) == 1 and is_kind_of(x, y) and x not in function_words():
        return "agrees"
    if whole and any(_same_class(*pair) for pair in _names(tell_a, tell_b)):
        return "contradicts"
    if (
        whole
        and not (_is_doing(tell_a[-1]) and _is_doing(tell_b[-1]))
        and are_siblings(x, y)
        and weight_of(x) > 2.5
        and weight_of(y) > 2.5
    ):
        return "contradicts"
    return "apart"


def _is_doing(word: Word) -> bool:
    """ "Opening", "painting": one may do both."""
    return word.text.endswith("ing") and is_verb(word.lemma)


def _names(a: Sequence[Word], b: Sequence[Word]) -> tuple[tuple[str, str], ...]:
    """Under which names a class may have both: lemmas of the last words, the last words, the phrases."""
    phrases = (" ".join(w.text.lower() for w in a), " ".join(w.text.lower() for w in b))
    return (a[-1].lemma, b[-1].lemma), (a[-1].text.lower(), b[-1].text.lower()), phrases


def _only(words: Sequence[Word], number: Numeral) -> bool:
    """Nothing but the number was swapped, and what leaves it open ("about", "at least")."""
    open_words = {
        w for name in ("at_least", "at_most", "about") for e in load("numerals.yaml")[name] for w in e.split()
    }
    return all(number.start <= i < number.end or w.text.lower() in open_words for i, w in enumerate(words))


def _opposite_forms(x: Word, y: Word) -> bool:
    bases = ((a, b) for a in _bases(x.text.lower()) for b in _bases(y.text.lower()))
    return any(are_opposite(a, b) for a, b in bases)


@lru_cache(maxsize=10_000)
def _bases(word: str) -> tuple[str, ...]:
    """The word, and the verb it may be a form of: sitting -> sit."""
    if not word.endswith("ing") or len(word) < 6:
        return (word,)
    stem = word[:-3]
    return (word, stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem)


def _country(words: Sequence[Word]) -> str:
    """The country the words name, by name or adjective, or ""."""
    return country_of(" ".join(w.text for w in words if w.text.lower() not in _SMALL))


def _same_class(x: str, y: str) -> bool:
    return x != y and of_one_class(x, y)
