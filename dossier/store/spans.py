"""Where a quote stands in a text; white space counts the same in any amount."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

Span = tuple[int, int]
_PARAGRAPH = re.compile(r"p(\d{1,4})-")


@lru_cache(maxsize=2048)
def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, quote.split())))


def occurrences(quote: str, text: str) -> list[Span]:
    """Every place where the quote stands, in order."""
    if not quote.split():
        return []
    start = text.find(quote) if quote == quote.strip() else -1
    if start >= 0 and text.find(quote, start + 1) < 0:
        return [(start, start + len(quote))]  # the common case, many times faster than the pattern
    return [found.span() for found in _pattern(quote).finditer(text)]


def paragraph_named(stem: str) -> int:
    """The paragraph number a claim's file name begins with, or 0."""
    found = _PARAGRAPH.match(stem)
    return int(found[1]) if found else 0


def best_occurrence(quote: str, text: str, paragraphs: tuple[Span, ...], number: int) -> Span | None:
    """The occurrence in the numbered paragraph, else the one nearest to it, else the first; None when absent."""
    found = occurrences(quote, text)
    if len(found) < 2 or not 0 < number <= len(paragraphs):
        return found[0] if found else None
    start, end = paragraphs[number - 1]
    return min(found, key=lambda span: (max(start - span[0], span[0] - end + 1, 0), span))


def likely_span(quote: str, text: str, least: float = 80.0) -> Span | None:
    """Where a quote must have stood before the text or the quote was changed a little."""
    wanted = " ".join(quote.split())
    if not wanted or not text:
        return None
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=least)
    return (found.dest_start, found.dest_end) if found and found.dest_end > found.dest_start else None


def overlap(a: Span, b: Span) -> bool:
    """True when one character lies in both."""
    return a[0] < b[1] and b[0] < a[1]
