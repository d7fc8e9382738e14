"""What stands at the front of a phrase and does not name the speaker: "In 2020 IMRAN KHAN told"."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.data import load
from dossier.language.words import Word
from dossier.reading.speech.phrases import Span
from dossier.reading.speech.reporting import small
from dossier.reading.speech.times import low


def trimmed(words: Sequence[Word], start: int, end: int) -> Span | None:
    """Without adverbs, times, conjunctions and prepositions at the front."""
    while start < end and (
        not words[start].is_word
        or (low(words[start]) in small("adverbs") - {"one"} and not _opens_name(words, start, end))
        or low(words[start]) in small("coordinators")
        or (low(words[start]) in small("days") and start + 1 < end and low(words[start]) not in ("may",))
        or _is_year(words, start, end)
        or (low(words[start]) == "last" and start + 1 < end and low(words[start + 1]) in small("days"))
    ):
        start += 1
    start = _behind_span(words, start, end)
    return (start, end) if start < end else None


def _opens_name(words: Sequence[Word], start: int, end: int) -> bool:
    """The "First" of "First Quantum said": a number in front of a name belongs to it."""
    ordinal = low(words[start]) in load("numerals.yaml")["ordinals"]
    return ordinal and start + 1 < end and words[start].text.istitle() and words[start + 1].text[:1].isupper()


def _is_year(words: Sequence[Word], start: int, end: int) -> bool:
    """The year of "In 2020 Imran Khan told" and "In December 2020 the court said"."""
    before = low(words[start - 1]) if start else ""
    is_year = len(words[start].text) == 4 and words[start].text.isdigit() and start + 1 < end
    return is_year and (before in small("prepositions") or before in small("days") or before == ",")


def _behind_span(words: Sequence[Word], start: int, end: int) -> int:
    """Past the span of time in "For two decades Serbia has said" and "In the past week Washington announced"."""
    if not start or low(words[start - 1]) not in small("prepositions"):
        return start
    for at in range(start, min(end - 1, start + 4)):
        if low(words[at]) in small("spans_of_time"):
            return at + 1
    return start
