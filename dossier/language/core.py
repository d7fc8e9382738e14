"""A sentence of news without who said it and without the reasons hung on: what remains is the statement."""

from __future__ import annotations

import re
from functools import cache

from dossier.data import load

_LEAST = 3  # words that must remain


def core_of(text: str) -> str:
    """ "At least 15 died, hospital officials said." -> "At least 15 died."

    A speaker with a name stays in front, and one whom the statement refers back to ("the firm said it would").
    """
    core = text
    for pattern in (_tail(), _said_after(), _according()):
        shorter = pattern.sub("", core)
        core = _closed(shorter, text) if len(shorter.split()) >= _LEAST else core
    opening = _said_before().match(core)
    rest = core[opening.end() :] if opening else ""
    if rest and len(rest.split()) > _LEAST and not refers_back(rest):
        core = rest[0].upper() + rest[1:]
    return core


def _closed(text: str, whole: str) -> str:
    """With the mark the whole sentence ends with."""
    text = text.rstrip(" ,;")
    return text if text[-1:] in ".!?" or whole.rstrip()[-1:] not in ".!?" else text + whole.rstrip()[-1]


def refers_back(text: str) -> bool:
    """Whether the first word stands for what was said before: "it", "these"."""
    return text.split()[0].lower().strip(",.") in load("telling.yaml")["pronouns"]


def _any(name: str) -> str:
    return "|".join(map(re.escape, load("telling.yaml")[name]))


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{_any('tails')})\b.*$")


@cache
def _said_after() -> re.Pattern[str]:
    verbs = f"{_any('said')}|{_any('found')}"
    return re.compile(rf",\s+(?:[\w’'.-]+\s+){{1,6}}(?:{verbs})(?:\s+on\s+\w+)?\s*[.!]?$")


@cache
def _according() -> re.Pattern[str]:
    return re.compile(r",?\s+according to [^,]+?[.!]?$")


@cache
def _said_before() -> re.Pattern[str]:
    office = r"^(?:(?:The|A|An|Some)\s+)?(?:[a-z]+\s+){1,3}"
    people = r"^[A-Z][a-z]+s\s+"
    by = rf"(?:{office}|{people})"
    return re.compile(
        rf"{by}(?:{_any('said')})\s+(?:that\s+)?|{by}(?:{_any('found')})\s+that\s+|^According to [^,]+,\s+"
    )
