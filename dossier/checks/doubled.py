"""Lists name each thing once: what stands there twice most often stands in the place of something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.model import Claim, Dossier, Question
from dossier.problems import Problem, Where
from dossier.store.hints import shown
from dossier.store.places import Pointing

_CUES = ("about", "yes", "no", "signs-yes", "signs-no", "examples-yes", "examples-no", "examples-neither")
_APART = (("yes", "no"), ("signs-yes", "signs-no"), *combinations(_CUES[-3:], 2))  # a claim cannot be like both
_THEMES, _PLACES = Where("claims/codebook/themes.yaml"), Where("claims/codebook/places.yaml")


def nothing_is_listed_twice(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """No list holds the same word twice, and no two lists that speak against each other hold the same."""
    for where, keys, listed in _lists(dossier):
        if len(set(listed)) < len(listed):
            twice = next(word for n, word in enumerate(listed) if word in listed[:n])
            what = f"'{shown(twice)}' is listed twice in '{keys[-1]}'"
            hint = "delete one, or write in its place what was meant"
            yield Problem(at(where, *keys, twice), "listed-twice", what, hint, "warning")
    for question in dossier.codebook.questions:
        for one, other in _APART:
            told = getattr(question, other.replace("-", "_"))
            for cue in getattr(question, one.replace("-", "_")):
                if cue in told:
                    what = f"'{shown(cue)}' is in both '{one}' and '{other}', so it decides nothing"
                    yield Problem(at(question.where, other, cue), "listed-twice", what, "leave it in one", "warning")


def _lists(dossier: Dossier) -> Iterator[tuple[Where, tuple[str, ...], Sequence[str]]]:
    """Where lists of words stand, behind which keys, and the words."""
    tagged: tuple[Claim | Question, ...] = (*dossier.claims, *dossier.codebook.questions)
    yield from ((item.where, ("countries",), item.countries) for item in tagged)
    yield from ((item.where, ("themes",), item.themes) for item in tagged)
    for question in dossier.codebook.questions:
        yield from ((question.where, (key,), getattr(question, key.replace("-", "_"))) for key in _CUES)
    yield from ((_THEMES, (theme.id, "words"), theme.words) for theme in dossier.codebook.themes)
    for region in dossier.codebook.regions:
        yield _PLACES, ("regions", region.id, "members"), region.members
