"""Word lists that say something of the claim they stand in: one look-up for voice, modality and kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.data import load
from dossier.language.inflection import forms_of
from dossier.language.words import Word, once, straight_words

_GAP = 3  # words that `_` in an entry may stand for

# An entry's further words (None = a gap) and the list it stands in.
_Entry = tuple[tuple[frozenset[str] | None, ...], str]


class Judged(NamedTuple):
    """What a claim is taken for, and the words that decided ("" where nothing spoke against the usual)."""

    value: str
    words: str = ""


class Sign(NamedTuple):
    """An entry of a list found at words[start:end]; `value` is the list's name."""

    start: int
    end: int
    value: str


def found_in(file: str, words: Sequence[Word]) -> list[Sign]:
    """Entries of the file's lists that stand in the words, the longest at each place, not overlapping."""
    table = _table(file)
    lows = straight_words(words)
    found: list[Sign] = []
    past = 0
    for at in [at for at, low in enumerate(lows) if low in table]:
        if at < past:
            continue
        opened = table[lows[at]]
        for entry, value in opened.get(lows[at + 1] if at + 1 < len(lows) else "") or opened[""]:
            if end := _match(entry, lows, at + 1):
                found.append(Sign(at, end, value))
                past = end
                break
    return found


@once
def voice_signs(words: Sequence[Word]) -> list[Sign]:
    """What speaks for another voice than the author's: asked of a sentence and again of the one before it."""
    return found_in("voice.yaml", words)


def text_of(words: Sequence[Word], found: Sign) -> str:
    """The words an entry was found in."""
    return " ".join(w.text for w in words[found.start : found.end])


def _match(entry: tuple[frozenset[str] | None, ...], lows: Sequence[str], at: int) -> int:
    """The end of an entry whose first word stands right before `at`, else 0."""
    gap = 0
    for forms in entry:
        if forms is None:
            gap = _GAP
            continue
        while gap and at < len(lows) and lows[at] not in forms:
            at, gap = at + 1, gap - 1
        if at >= len(lows) or lows[at] not in forms:
            return 0
        at, gap = at + 1, 0
    return at


@cache
def _table(file: str) -> dict[str, dict[str, list[_Entry]]]:
    """First word in all its forms -> second word -> the entries they may open; "" for any other second word.

    Longest first; the list named first keeps an entry.
    """
    listed: dict[str, str] = {}
    for name, phrases in load(file).items():
        for phrase in phrases:
            listed.setdefault(phrase, name)
    table: dict[str, list[tuple[bool, _Entry]]] = {}
    for phrase, name in listed.items():
        first, *rest = phrase.split()
        entry = tuple(None if word == "_" else forms_of(word) for word in rest)
        for form in sorted(forms_of(first)):
            table.setdefault(form, []).append((form != first, (entry, name)))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[1][0]), e[0]))  # "had to" as it stands before a form of "have to"
    return {form: _by_second([entry for _, entry in entries]) for form, entries in table.items()}


def _by_second(entries: list[_Entry]) -> dict[str, list[_Entry]]:
    """Most entries fall away by the word that follows their first."""
    seconds = [entry[0] if entry else None for entry, _ in entries]  # None: any word may follow
    table = {"": [e for e, second in zip(entries, seconds) if second is None]}
    for form in frozenset[str]().union(*(second for second in seconds if second)):
        table[form] = [e for e, second in zip(entries, seconds) if second is None or form in second]
    return table
