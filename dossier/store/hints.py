"""The nearest known word to an unknown one, for "did you mean"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dossier.data import load
from dossier.store.fields import PLACE, THEME, Field
from dossier.world import code_of

_ODD_SPACES = "\u00a0\u2007\u202f\u200b\ufeff"
_FLAGS = 0x1F1E6  # the letters A to Z that make flags
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_MARKS = " \t\u00a0\"'“”„‟‘’‚«»`"


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word a person most likely meant, or "" when none is near.

    A word that begins like theirs, or is one of theirs, comes before one that is merely spelt alike.
    """
    choices = {k.casefold(): k for k in sorted(known)}
    wanted = latin(word).strip(_MARKS).casefold()[:200]
    if wanted in choices:
        return choices[wanted]
    begun = [c for c in choices if len(wanted) > 2 and c.startswith(wanted)]
    joined = "-".join(wanted.split())
    if begun or joined in choices:
        return choices[joined] if joined in choices else choices[min(begun, key=len)]
    words = re.findall(r"[\w-]+", wanted)
    denied = bool(words) and words[0] in load("meant.yaml")["denied"]["words"]
    if denied or len({word for word in words if word in choices}) > 1:
        return ""  # "not certain" is not "certain", and of "fact/assessment" nobody knows which
    from rapidfuzz import fuzz, process

    found = process.extractOne(wanted, choices.keys(), scorer=fuzz.ratio, score_cutoff=66)
    if found and wanted.removesuffix(found[0]).rstrip("-") in load("meant.yaml")["undoing"]:
        return ""  # "unconfirmed" is not "confirmed" misspelt
    if found:
        return choices[found[0]]
    return next((choices[part] for part in wanted.split() if len(part) > 3 and part in choices), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint naming the nearest known word, or `otherwise`."""
    near = nearest_word(word, known)
    return f"did you mean '{near}'?{foreign_letter(word, near)}" if near else otherwise


def latin(text: str) -> str:
    """The text with letters of other alphabets that look like ours made ours."""
    table = load("meant.yaml")["lookalikes"]
    plain = _FLAG.sub(lambda letter: chr(ord(letter[0]) - _FLAGS + ord("A")), text)
    return unicodedata.normalize("NFKC", plain.translate(str.maketrans(table["theirs"], table["ours"])))


def foreign_letter(word: str, near: str) -> str:
    """What the eye cannot see: that a letter of the word is of another alphabet than that of the one meant."""
    if any(mark in word and mark not in near for mark in _ODD_SPACES):
        return " a space in it is not a plain one, or cannot be seen; type the word again"
    for letter in word:
        if letter.isalpha() and letter not in near and latin(letter) != letter:
            return (
                f" '{letter}' in it is another letter ({unicodedata.name(letter, '').lower()}); type the word again"
            )
    return ""


def listed(known: Iterable[str], most: int = 20) -> str:
    """Known words in a row, cut when there are many."""
    words = sorted(known)
    return ", ".join(words[:most]) + (f" and {len(words) - most} more" if len(words) > most else "")


def shown(text: str, most: int = 60) -> str:
    """A text inside a message: on one line, without control marks, cut when long."""
    plain = "".join(c if c.isprintable() else " " for c in text[: most * 4])
    plain = " ".join(plain.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def of_kind(word: str, field: Field) -> str:
    """What a person meant by a word in a list: a country's code for its name, an id for a region's or theme's."""
    if field.kind not in (PLACE, THEME):
        return word
    return (field.kind == PLACE and code_of(word)) or "-".join(word.casefold().split())
