"""The statement: one neutral sentence made from a quote by rule, never changing what it says."""

from __future__ import annotations

import re

from dossier.language.words import is_known
from dossier.reading.reporting import small

_FIRST = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SPACES = re.compile(r"\s+")


def statement(quote: str, voice: str, speaker: str, referent: str = "", cue: str = "") -> str:
    """The quote as a sentence of ours: a leading "it" or "the country" named, the speaker put in front.

    `referent` is what the quote's first words stand for, "" when nobody can be sure.
    """
    body = _SPACES.sub(" ", quote).strip()
    if referent:
        body = _named(body, referent)
    if voice == "attributed":
        body = f"According to {_inside(speaker)}, {_lowered(body)}" if speaker else f"Reportedly, {_lowered(body)}"
        if not speaker and re.search(r"\b(?:reportedly|allegedly|accused|supposedly|said to|believed to)\b", quote):
            body = body.removeprefix("Reportedly, ")
    elif voice == "rebutted" and speaker and cue:
        body = f"{speaker} rejects that {_lowered(body)}"
    return _closed(body[:1].upper() + body[1:])


def _named(body: str, referent: str) -> str:
    """The leading pronoun or "the country" replaced."""
    found = re.match(r"(?:he|she|it|they)\b(?!['’])", body, re.IGNORECASE)
    if found:
        return referent + body[found.end() :]
    found = re.match(r"(?:his|her|its|their)\b", body, re.IGNORECASE)
    if found:
        return _possessive(referent) + body[found.end() :]
    found = re.match(r"(?:the|this|that) (?:country|region|republic|nation|state)(['’]s)?(?=\W)", body, re.IGNORECASE)
    if found:
        return (_possessive(referent) if found[1] else referent) + body[found.end() :]
    return body


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _lowered(body: str) -> str:
    """The first letter small where the word is no name."""
    first = _FIRST.match(body)
    if not first or first[0] == "I":
        return body
    low = first[0].lower().replace("’", "'")
    known = (
        low in small("articles") or low in small("subject_pronouns") or low in small("prepositions")
        or low in small("clause_openers") or low in small("adverbs") or low in small("pronouns")
    )  # fmt: skip
    return body[:1].lower() + body[1:] if known else body


def _inside(speaker: str) -> str:
    """A speaker inside a sentence: "Local authorities" loses its capital, a name keeps it."""
    first, _, rest = speaker.partition(" ")
    if rest and rest.split()[-1].islower() and rest[0].islower() and is_known(first.lower()):
        return first.lower() + " " + rest
    return _lowered(speaker)


def _closed(body: str) -> str:
    bare = body.rstrip(" ,;:—–-")
    return bare if bare.endswith((".", "!", "?", "…", ".”", '."')) else f"{bare}."
