"""Who "he" or "she" is behind a sentence in which one person alone speaks and nobody else is told of."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.reading.alone import is_alone
from dossier.reading.findings import Findings, Sentence, Span, heard_at
from dossier.reading.speech.sorts import is_individual, is_role


def lone_speaker(quote: str, found: Findings, before: Sentence, names: Mapping[Span, str]) -> str:
    """The one person who spoke in the sentence before, for the "he" or "she" that opens a quote; "" when not sure."""
    pronoun = quote.split(" ", 1)[0].lower()
    heard = heard_at(found.heard, before.start, before.end)
    sources = {a.source for a in heard if a.source and before.start <= a.source[0] < before.end}
    if pronoun not in ("he", "she") or len(sources) != 1:
        return ""
    start, end = sources.pop()
    name = names.get((start, end), "")
    one = is_individual(name) or is_role(name)
    place = (start - before.start, end - before.start)
    return name if one and is_alone(found.text[before.start : before.end], *place, pronoun) else ""
