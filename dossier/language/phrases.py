"""Finds the entries of a word list in a text: single words and phrases, in any form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from dossier.language.inflection import forms_of
from dossier.language.words import Word, Words, lemma_of, once

T = TypeVar("T")
_Tokens = tuple[tuple[frozenset[str], ...], str, T]  # the forms of each word of an entry, the entry, its value


class Found(NamedTuple, Generic[T]):
    """An entry found at words[start:end], and what the list says of it."""

    start: int
    end: int
    entry: str
    value: T


class Lexicon(Generic[T]):
    """A word list made ready for searching; the longest entry wins at each place.

    Every word of an entry stands for all its forms; `_` in an entry allows up to three words in between. "Did not"
    stands in "didn't" too, where more of the entry stands beside it.
    """

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._by_word: dict[str, list[tuple[str, T]]] = {}
        for entry in entries.items():
            self._by_word.setdefault(entry[0].partition(" ")[0], []).append(entry)
        self._by_form: dict[str, list[str]] = {}  # with which words the entries begin that a form may open
        for first in self._by_word:
            for form in forms_of(first):
                self._by_form.setdefault(form, []).append(first)
        self._opened: dict[str, _Opened[T]] = {}

    def find(self, words: Sequence[Word], taken: Iterable[int] = ()) -> Iterator[Found[T]]:
        """Entries in order, not overlapping, none that touches a word number in `taken`."""
        spread, numbers = spread_out(words)
        if not numbers:
            yield from self._find(words, taken)
            return
        closed, done = set(taken), 0
        for found in self._find(spread, [n for n, number in enumerate(numbers) if number in closed]):
            start, end = numbers[found.start], numbers[found.end - 1] + 1
            half = found.end == found.start + 1 and numbers.count(start) > 1
            if start >= done and not half:
                yield found._replace(start=start, end=end)
                done = end

    def _find(self, words: Sequence[Word], taken: Iterable[int]) -> Iterator[Found[T]]:
        standing = self._by_form
        if standing.keys().isdisjoint(_forms(words)):  # of most lists no entry can begin in a sentence
            return
        closed = set(taken)
        low = plain_words(words)
        done = 0
        for i in [i for i, word in enumerate(words) if low[i] in standing or word.lemma in standing]:
            candidates = self._candidates(words, low, i) if i >= done else ()
            if candidates and (found := self._at(candidates, low, i, closed)):
                yield found
                done = found.end

    def every(self, words: Sequence[Word]) -> Iterator[Found[T]]:
        """All entries at all places, the longest of a place first, be they inside one another."""
        standing = self._by_form
        low = [] if standing.keys().isdisjoint(_forms(words)) else plain_words(words)
        for i in [i for i in range(len(low)) if low[i] in standing or words[i].lemma in standing]:
            for tokens, entry, value in self._candidates(words, low, i):
                end = self._match(tokens, low, i) if len(tokens) > 1 else i + 1
                if end:
                    yield Found(i, end, entry, value)

    def _candidates(self, words: Sequence[Word], low: list[str], i: int) -> list[_Tokens[T]]:
        """The entries that may begin at i, where one of them does begin with that form."""
        form = low[i] if low[i] in self._by_form else words[i].lemma
        opened = self._opened.get(form)
        if opened is None:
            entries = (entry for first in self._by_form[form] for entry in self._by_word[first])
            opened = self._opened[form] = _Opened(entries)
        return opened.before(low[i + 1] if i + 1 < len(low) else "")

    def _at(self, candidates: Sequence[_Tokens[T]], low: list[str], i: int, closed: set[int]) -> Found[T] | None:
        for tokens, entry, value in candidates:
            end = self._match(tokens, low, i) if len(tokens) > 1 else i + 1
            if end and (not closed or closed.isdisjoint(range(i, end))):
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


class _Opened(Generic[T]):
    """The entries one word may open, longest first, found by the word that follows: most fall away at once."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        told = ((tuple(_forms_of_token(t) for t in entry.split()), entry, value) for entry, value in entries)
        self._ready = sorted(told, key=lambda e: (-len(e[0]), e[1]))
        self._always = [n for n, (tokens, *_) in enumerate(self._ready) if _goes_before_any(tokens)]
        self._with: dict[str, list[int]] = {}
        for n, (tokens, *_) in enumerate(self._ready):
            for form in () if _goes_before_any(tokens) else tokens[1]:
                self._with.setdefault(form, []).append(n)
        self._before: dict[str, list[_Tokens[T]]] = {}

    def before(self, second: str) -> list[_Tokens[T]]:
        """Those that may stand where `second` is the next word."""
        key = second if second in self._with else ""
        found = self._before.get(key)
        if found is None:
            places = sorted([*self._always, *self._with.get(key, ())])
            found = self._before[key] = [self._ready[n] for n in places]
        return found


def _forms_of_token(token: str) -> frozenset[str]:
    return forms_of(token) if token != "_" else frozenset({"_"})


def _goes_before_any(tokens: tuple[frozenset[str], ...]) -> bool:
    return len(tokens) == 1 or "_" in tokens[1]


_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}


@once
def spread_out(words: Sequence[Word]) -> tuple[Words, list[int]]:
    """The words with "didn't" as "did not", and of which word each is a part; no numbers where there is none."""
    short = {n for n, low in enumerate(plain_words(words)) if low.endswith("n't") and len(low) > len("n't")}
    if not short:
        return Words(()), []
    spread, numbers = list[Word](), list[int]()
    for n, word in enumerate(words):
        if n in short:
            verb = word.text[: -len("n't")]
            verb = _WHOLE.get(verb.lower(), verb)
            spread += [
                Word(verb, lemma_of(verb), word.start, word.end, True),
                Word("not", "not", word.start, word.end, True),
            ]
            numbers += [n, n]
        else:
            spread.append(word)
            numbers.append(n)
    return Words(spread), numbers


@once
def _forms(words: Sequence[Word]) -> frozenset[str]:
    """Under which forms an entry may begin with one of the words."""
    return frozenset([*plain_words(words), *(word.lemma for word in words)])


@once
def plain_words(words: Sequence[Word]) -> list[str]:
    """The words as `plain` gives each."""
    return [plain(word.text) for word in words]


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Lower case with straight apostrophes and without a possessive ending."""
    low = text.lower().replace("’", "'")
    return low[:-2] if low.endswith("'s") else low.rstrip("'") or low
