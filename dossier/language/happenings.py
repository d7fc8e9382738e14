"""How likely two sentences of different reports tell of one happening: likeness, and whether it is of one sort."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.data import load
from dossier.language.lexical import is_kind_of
from dossier.language.likeness import Bag, bag_of, likeness

_NAMED_ALIKE = 0.2  # what a word for an event ("earthquake", "trial") adds that both have
_OTHER_SORT = 0.4  # what it costs that one tells of a fire and the other of a theft
_OTHER_PEOPLE = 0.15  # what it costs that both name somebody or some place, and none in common


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a sentence tells which happening it is on."""

    bag: Bag
    events: tuple[str, ...]  # nouns for what happens or is done
    sorts: frozenset[str]
    names: frozenset[str]


def same_happening(a: str, b: str) -> float:
    """Higher for two sentences that tell of one happening; about as `likeness`, below 0 where they are far apart."""
    one, two = _told(a), _told(b)
    alike = likeness(a, b)
    alike += _NAMED_ALIKE * any(_meets(lemma, one.bag, two.bag) for lemma in one.events)
    alike -= _OTHER_SORT * bool(one.sorts and two.sorts and one.sorts.isdisjoint(two.sorts))
    return alike - _OTHER_PEOPLE * bool(one.names and two.names and one.names.isdisjoint(two.bag.weights))


@lru_cache(maxsize=20_000)
def _told(text: str) -> _Told:
    bag = bag_of(text)
    return _Told(
        bag,
        tuple(lemma for lemma, sort in bag.sorts.items() if sort == "word" and _is_event(lemma)),
        frozenset(sort for lemma in bag.weights for sort in _by_word().get(lemma, ())),
        frozenset(lemma for lemma, sort in bag.sorts.items() if sort == "name"),
    )


def _meets(lemma: str, one: Bag, two: Bag) -> bool:
    return lemma in two.weights or not one.kin[lemma].isdisjoint(two.all_kin)


@lru_cache(maxsize=20_000)
def _is_event(lemma: str) -> bool:
    return any(is_kind_of(lemma, kind) for kind in ("event", "act", "happening", "phenomenon"))


@cache
def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sort, words in load("happenings.yaml").items():
        for word in words:
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}
