"""What a sentence only mentions: an opinion it calls wrong, and what is asked but not said.

"Claims that the ferry is full have no basis" denies that the ferry is full; "it is open whether the ferry is full"
says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.line import Line

_TO_THAT = 4  # words from an opinion to what it says: "fears in the capital that"
_STOPS = frozenset(".;:?!—")
_LINKS = frozenset({"that", "of", "about"})


def denied_in(line: Line) -> frozenset[int]:
    """The words of opinions that the sentence itself calls wrong."""
    found: set[int] = set()
    for i in line.where(_words("opinions")):
        link = next((k for k in range(i + 1, min(i + 1 + _TO_THAT, line.end)) if _low(line, k) in _LINKS), None)
        verdict = _verdict(line, link + 1) if link is not None else None
        if verdict is not None:
            found |= set(range(i, verdict))
    for start, after in _fronted(line):
        found |= set(range(after, _end(line, start)))
    return frozenset(found)


def asked_in(line: Line) -> frozenset[int]:
    """The words of clauses with "whether": what is asked in them is not said."""
    return frozenset(
        k for i in line.where(frozenset({"whether"})) for k in range(i, min(_end(line, i), line.clause(i + 1)[1]))
    )


def _verdict(line: Line, start: int) -> int | None:
    """Where the sentence calls wrong what it has told from word `start` on."""
    ends = [at for phrase in _phrases("dismissals") for at in _standing(line, phrase, start)]
    return min((at for at in ends if at < _end(line, start)), default=None)


def _fronted(line: Line) -> Iterator[tuple[int, int]]:
    """ "It is groundless to speak of", "there is little evidence that": where it stands, and what comes after."""
    for phrase in _phrases("dismissed_before"):
        for at in _standing(line, phrase, line.start):
            yield at, at + len(phrase)


def _standing(line: Line, phrase: tuple[str, ...], start: int) -> list[int]:
    return [
        i
        for i in range(start, line.end - len(phrase) + 1)
        if all(_low(line, i + n) == word or word in line.keys[i + n] for n, word in enumerate(phrase))
    ]


def _end(line: Line, start: int) -> int:
    return next((i for i in range(start, line.end) if line.words[i].text in _STOPS), line.end)


def _low(line: Line, i: int) -> str:
    return line.words[i].text.lower()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(form for word in load("cues.yaml")[name] for form in forms_of(word) | {word})


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load("cues.yaml")[name])
