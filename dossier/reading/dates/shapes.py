"""Where time expressions stand in a text: shapes over classes of tokens, the first that fits at a place.

A shape of data/dates.yaml ("the? nth unit of year") becomes a regular expression over the string of classes,
so that looking costs one step per token, whatever the text holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.data import load
from dossier.reading.dates.lexicon import NONE, Token, lexicon, tokens_of, value_of

_RUN = re.compile(rf"[^{re.escape(NONE)}]+")
_NAME = re.compile(r"[a-z][a-z-]*")


class Found(NamedTuple):
    """One candidate: the maker that resolves it and its tokens."""

    make: str
    tokens: tuple[Token, ...]

    def get(self, *sorts: str) -> Token | None:
        """The first token of one of these classes."""
        return next((t for t in self.tokens if t.sort in sorts), None)

    def all(self, *sorts: str) -> list[Token]:
        """All tokens of these classes."""
        return [t for t in self.tokens if t.sort in sorts]

    def has(self, *sorts: str) -> bool:
        """Whether a token of one of these classes is in it."""
        return any(t.sort in sorts for t in self.tokens)

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.tokens[-1].end


@cache
def _shapes() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    """One pattern of all shapes, each with its maker, and the pattern of telling words."""
    data = load("dates.yaml")
    letters = lexicon().letters

    def spelled(shape: str) -> str:
        def one(name: re.Match[str]) -> str:
            word = name[0]
            return f"(?:{spelled(data['macros'][word])})" if word in data["macros"] else letters[word]

        return _NAME.sub(one, shape).replace(" ", "").replace("(", "(?:").replace("(?:?:", "(?:")

    shapes = [(s["make"], spelled(s["shape"])) for s in data["shapes"]]
    telling = "".join(c for name, c in letters.items() if name not in data["idle"])
    first = re.compile("|".join(f"({shape})" for _, shape in shapes))
    return first, tuple((make, re.compile(shape)) for make, shape in shapes), re.compile(f"[{telling}]")


@cache
def _names() -> dict[str, str]:
    return {c: name for name, c in lexicon().letters.items()}


class Tokens:
    """The tokens of one text, made into Token values only where somebody looks."""

    def __init__(self, text: str) -> None:
        """Cut `text` into tokens."""
        self.text = text
        self.spans, self.sorts = tokens_of(text)

    def __len__(self) -> int:
        return len(self.spans)

    def at(self, i: int) -> Token:
        """The i-th token."""
        word, start, end = self.spans[i]
        sort = _names()[self.sorts[i]]
        return Token(word, sort, value_of(word, sort), start, end)

    def word(self, i: int) -> str:
        """The words of the i-th token, "" outside the text or beyond a line end."""
        return self.spans[i][0] if 0 <= i < len(self.spans) else ""


@lru_cache(maxsize=50_000)  # the same few thousand runs of classes come again and again
def _first_fit(run: str, at: int) -> tuple[int, int]:
    """Where from `at` on the first shape fits in a run, and its number; (-1, 0) where none does."""
    fit = _shapes()[0].search(run, at)
    return (fit.start(), (fit.lastindex or 1) - 1) if fit else (-1, 0)


def candidates(tokens: Tokens, is_time: Callable[[int, int, Found], bool]) -> list[tuple[int, int, Found]]:
    """Every place where a shape fits and `is_time` agrees: first and past-last token, and what fits there."""
    _, shapes, telling = _shapes()
    kept = []
    for run in _RUN.finditer(tokens.sorts):
        if not telling.search(run[0]):
            continue
        begin, (at, number) = run.start(), _first_fit(run[0], 0)
        # Most places fit no shape, so one pattern looks for all; a refused fit asks the later shapes one by one.
        while at >= 0:
            after = at + 1
            for make, shape in shapes[number:]:
                if fit := shape.match(run[0], at):
                    found = _found(tokens, make, begin + at, begin + fit.end())
                    if is_time(begin + at, begin + fit.end(), found):
                        kept.append((begin + at, begin + fit.end(), found))
                        after = fit.end()
                        break
            at, number = _first_fit(run[0], after)
    return kept


def _found(tokens: Tokens, make: str, at: int, end: int) -> Found:
    return Found(make, tuple(tokens.at(i) for i in range(at, end)))
