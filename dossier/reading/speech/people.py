"""Words that mean people: who can speak, what they are, by which titles they go."""

from __future__ import annotations

from functools import cache, partial

from dossier.data import load
from dossier.language.listed import listed_words

listed = partial(listed_words, "acts.yaml")


def is_person_word(word: str) -> bool:
    """Whether the word means somebody who can speak: "experts", "ministry"."""
    low = word.lower()
    return low in listed("people") or low.rstrip("s") in listed("people")


@cache
def given_names() -> dict[str, str]:
    """Each given name we know, and whether "he" or "she" may take it up; "" where both may."""
    sexes = (("his", "he"), ("hers", "she"), ("either", ""))
    return {name: sex for names, sex in sexes for name in load("given_names.yaml")[names]}
