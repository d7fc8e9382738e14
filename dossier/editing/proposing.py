"""Proposes a claim for words that a person copied: where they are, and what a draft would say about them."""

from __future__ import annotations

from dossier.explain import id_typed
from dossier.model import Claim, Dossier, Source
from dossier.problems import Refused
from dossier.quotes import nearest, to_paste
from dossier.reading.drafting import draft_at
from dossier.store.hints import did_you_mean, shown
from dossier.store.spans import Span, begins_inside, occurrences, overlap


class NoPlace(Exception):
    """The words do not stand in the source, or a claim stands there already; the message says what to do."""


def proposed(dossier: Dossier, source_id: str, quote: str) -> Claim:
    """The claim on these words of a source; white space counts the same in any amount.

    Raises Refused for an unknown source and NoPlace when there can be no claim on these words.
    """
    source = dossier.source.get(id_typed(source_id))
    if source is None:
        near = did_you_mean(source_id, dossier.source, f"the sources are: {', '.join(sorted(dossier.source))}")
        raise Refused(f"no source is called {source_id!r}; {near}")
    return draft_at(source, dossier.codebook, *_place(dossier, source, quote))


def _place(dossier: Dossier, source: Source, quote: str) -> Span:
    """The first place where the words stand and no claim does."""
    found = occurrences(quote, source.text)
    if not found:
        raise NoPlace(_not_there(source, quote))
    found = [span for span in found if not any(begins_inside(source.text, edge) for edge in span)]
    if not found:
        said = f"'{shown(quote)}' begins or ends inside a word of '{source.id}'"
        raise NoPlace(f"{said}\n    hint: copy whole words")
    standing = [c for c in dossier.shown if c.source == source.id and c.start >= 0]
    for span in found:
        if not any(overlap(span, (c.start, c.end)) for c in standing):
            return span
    other = next(c for c in standing if overlap(found[0], (c.start, c.end)))
    raise NoPlace(
        f"'{other.id}' already claims words of this passage: '{shown(other.quote, 200)}'\n"
        f"    hint: edit {other.where.path}, or reject it there first"
    )


def _not_there(source: Source, quote: str) -> str:
    near = nearest(quote, source.text)
    said = f"these words are not in '{source.id}': '{shown(quote)}'"
    if not near:
        return f"{said}\n    hint: copy them from the article as its page on the site shows it"
    return f"{said}\n    hint: the nearest passage, to paste:\n{to_paste(source.text[near[0].start : near[0].end])}"
