"""Where a quote stands in a text; white space counts the same in any amount."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]
_WORD = re.compile(r"\S+")
_PARAGRAPH = re.compile(r"p(\d{1,4})-")


@dataclass(frozen=True, slots=True)
class _Even:
    """A text with each run of white space made one space, and where its words stand in both."""

    text: str
    here: array[int]  # starts of words in `text`
    there: array[int]  # and in the text as it is

    def original(self, at: int) -> int:
        """The place of a character that is no white space."""
        word = bisect_right(self.here, at) - 1
        return self.there[word] + at - self.here[word]


@lru_cache(maxsize=32)
def _even(text: str) -> _Even:
    words = [(m.start(), m[0]) for m in _WORD.finditer(text)]
    here, at = array("q"), 0
    for _, word in words:
        here.append(at)
        at += len(word) + 1
    return _Even(" ".join(word for _, word in words), here, array("q", (start for start, _ in words)))


def occurrences(quote: str, text: str) -> list[Span]:
    """Every place where the quote stands, in order, none inside another."""
    wanted = " ".join(quote.split())
    if not wanted:
        return []
    even = _even(text)
    found = []
    at = even.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append((even.original(at), even.original(end - 1) + 1))
        at = even.text.find(wanted, end)
    return found


def begins_inside(text: str, at: int) -> bool:
    """Whether a word of the text begins before a place and goes on behind it."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def paragraph_named(stem: str) -> int:
    """The paragraph number a claim's file name begins with, or 0."""
    found = _PARAGRAPH.match(stem)
    return int(found[1]) if found else 0


def best_occurrence(quote: str, text: str, paragraphs: tuple[Span, ...], number: int) -> Span | None:
    """The occurrence in the numbered paragraph, else the one nearest to it, else the first; None when absent.

    One that begins and ends with a word comes before "rise" in "surprise".
    """
    every = occurrences(quote, text)
    found = [span for span in every if not begins_inside(text, span[0]) and not begins_inside(text, span[1])] or every
    if len(found) < 2 or not 0 < number <= len(paragraphs):
        return found[0] if found else None
    start, end = paragraphs[number - 1]
    return min(found, key=lambda span: (max(start - span[0], span[0] - end + 1, 0), span))


def likely_span(quote: str, text: str, least: float = 80.0) -> Span | None:
    """Where a quote must have stood before the text or the quote was changed a little."""
    from rapidfuzz import fuzz

    wanted = " ".join(quote.split())
    if not wanted or not text:
        return None
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=least)
    return (found.dest_start, found.dest_end) if found and found.dest_end > found.dest_start else None


def overlap(a: Span, b: Span) -> bool:
    """True when one character lies in both."""
    return a[0] < b[1] and b[0] < a[1]
