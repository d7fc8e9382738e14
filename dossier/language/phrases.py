"""Finds the entries of a word list in a text: single words and phrases, in any form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from dossier.language.inflection import forms_of
from dossier.language.words import Word

T = TypeVar("T")
_Tokens = tuple[tuple[frozenset[str], ...], str, T]  # the forms of each word of an entry, the entry, its value


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """An entry found at words[start:end], and what the list says of it."""

    start: int
    end: int
    entry: str
    value: T


class Lexicon(Generic[T]):
    """A word list made ready for searching; the longest entry wins at each place.

    Every word of an entry stands for all its forms; `_` in an entry allows up to three words in between.
    """

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[_Tokens[T]]] = {}
        for entry, value in entries.items():
            tokens = tuple(forms_of(t) if t != "_" else frozenset({"_"}) for t in entry.split())
            for form in tokens[0]:
                self._by_first.setdefault(form, []).append((tokens, entry, value))
        for found in self._by_first.values():
            found.sort(key=lambda e: (-len(e[0]), e[1]))

    def find(self, words: Sequence[Word], taken: Iterable[int] = ()) -> Iterator[Found[T]]:
        """Entries in order, not overlapping, none that touches a word number in `taken`."""
        closed = set(taken)
        low = [plain(w.text) for w in words]
        done = 0
        for i, word in enumerate(words):
            candidates = self._by_first.get(low[i]) or self._by_first.get(word.lemma)
            if candidates and i >= done:
                found = self._at(candidates, low, i, closed)
                if found:
                    yield found
                    done = found.end

    def _at(self, candidates: Sequence[_Tokens[T]], low: list[str], i: int, closed: set[int]) -> Found[T] | None:
        for tokens, entry, value in candidates:
            end = self._match(tokens, low, i) if len(tokens) > 1 else i + 1
            if end and closed.isdisjoint(range(i, end)):
                return Found(i, end, entry, value)
        return None

    def _match(self, tokens: tuple[frozenset[str], ...], low: list[str], i: int) -> int:
        """The end of the entry when it stands at i, else 0."""
        at, gap = i + 1, 0
        for token in tokens[1:]:
            if "_" in token:
                gap = 3
                continue
            while at < len(low) and gap and low[at] not in token and low[at][:1].isalnum():
                at, gap = at + 1, gap - 1
            if at >= len(low) or low[at] not in token:
                return 0
            at, gap = at + 1, 0
        return at


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Lower case with straight apostrophes and without a possessive ending."""
    low = text.lower().replace("’", "'")
    return low[:-2] if low.endswith("'s") else low.rstrip("'") or low
