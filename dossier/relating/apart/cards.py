"""What a claim is found by: the words under which it is looked up, few enough to be kept between runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.relating.apart.terms import Term

_TELLING = 2.9  # weight from which a word is one to be looked up by
_STORY = 4.0  # weight of a word from which it may tell a story


@dataclass(frozen=True, slots=True)
class Card:
    """All of a claim that is asked for before it is compared."""

    answers: tuple[str, ...]  # questions it answers outright
    keys: tuple[tuple[str, float], ...]  # words it is found by among all claims, and how telling they are
    telling: tuple[str, ...]  # words that may tell a story
    names: tuple[str, ...]  # of people, places and bodies, those of countries apart


def card_of(terms: Sequence[Term], answers: Iterable[str]) -> Card:
    """What a claim with these words is found by."""
    worded = [t for t in terms if t.kind in ("word", "name")]
    named = {
        t.lemma for t in worded if t.kind == "name" and len(t.lemma) > 2 and not any(k.isupper() for k in t.keys)
    }
    return Card(
        answers=tuple(sorted(answers)),
        keys=tuple(sorted(_keys(worded).items())),
        telling=tuple(sorted({t.lemma for t in worded if t.weight >= _STORY})),
        names=tuple(sorted(named)),
    )


def _keys(worded: Iterable[Term]) -> dict[str, float]:
    """Telling lemmas, and stems for other forms of them."""
    keys: dict[str, float] = {}
    for term in worded:
        if term.weight > _TELLING:
            stem = min((k for k in term.keys if k[0] == "k"), default=term.lemma)
            for key in (stem, *(k for k in term.keys if k[0] == "i")):  # a name in full by its letters, too
                keys[key] = max(term.weight, keys.get(key, 0.0))
    return keys
