"""Whether nobody else than one named person can be the "he" or "she" of the next sentence."""

from __future__ import annotations

import re

from dossier.reading.places.finding import find_countries
from dossier.reading.speech.people import is_person_word

_OTHERS = {"he": ("Ms", "Mrs", "Miss", "Mme", "Dame"), "she": ("Mr", "Sir", "Lord")}
# ", who proposed it, said …" and "…, said Ana Ruiz, the company's head of operations."
_OFFICE = re.compile(
    r"^, (?!and\b|but\b|while\b|whose (?:father|mother|son|wife|husband)\b)"
    r"(?:[a-z]+|[A-Z][\w’'-]+['’]s)\b[^,;“”\"]*(?:,|[.]?$)|^, \d\d,"
)
_FULL_NAME = re.compile(r"\b[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)+")
_SMALL = re.compile(r"\b[a-z]+\b")


def is_alone(sentence: str, start: int, end: int, pronoun: str) -> bool:
    """Whether nobody but the speaker named at sentence[start:end] can be the "he" that opens the next one."""
    name = sentence[start:end]
    if name.split(" ", 1)[0].rstrip(".") in _OTHERS.get(pronoun, ()):
        return False
    after = _OFFICE.sub("", sentence[end:])
    rest = f"{sentence[:start]} | {after}"
    named = [m[0] for m in _FULL_NAME.finditer(rest) if not find_countries(m[0])]
    return not named and not any(is_person_word(w) and not w.endswith("s") for w in _SMALL.findall(rest))
