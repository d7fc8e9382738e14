"""The sources: a list with their network, and one page for each with its claims in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.model import Relation, Source
from dossier.rendering.addresses import source_page
from dossier.rendering.charts.network import network
from dossier.rendering.exports.bibliography import bibtex, citation
from dossier.rendering.exports.linked import linked_data
from dossier.rendering.labels import RELATION
from dossier.rendering.page import Page
from dossier.rendering.pages.tallies import ONE, WORDS, tally
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_RIGHTS = {
    "excerpt": "Shown here: quotations with a few words around them.",
    "full": "The whole text may be shown.",
    "none": "Shown here: short quotations only.",
}
_WIDTH = 60  # characters of a repaired passage that are shown


def pages(view: View) -> Iterator[Page]:
    """The list, then each source."""
    values = {
        "families": view.independent(s.id for s in view.sources),
        "tallies": {s.id: tally(_touching(view, s.id)) for s in view.sources},
        "words": WORDS,
        "one": ONE,
        "network": network(view, "sources/index.html"),
    }
    html = fill(view, "sources.html", "sources/index.html", values)
    yield Page("sources/index.html", "Sources", html, "The articles this dossier is made from.")
    for source in view.sources:
        yield _page(view, source)


def _page(view: View, source: Source) -> Page:
    path = source_page(source.id)
    left_out = Counter(p.reason for p in view.dossier.passages if p.source == source.id and p.reason)
    values = {
        "source": source,
        "file": source.where.path or f"sources/{source.id}.yaml",
        "claims": view.claims_of.get(source.id, ()),
        "rights": _RIGHTS.get(source.meta.rights.publish, ""),
        "citation": citation(source),
        "bibtex": bibtex(source),
        "profile": profile(view, source.id),
        "left_out": sorted(left_out.items(), key=lambda item: (-item[1], item[0])),
        "left_out_total": left_out.total(),
        "edits": _edits(source),
        "linked": linked_data(view, source),
    }
    html = fill(view, "source.html", path, values)
    about = f"{view.source_name(source.id)}: {source.meta.title}"
    return Page(path, source.meta.title or source.id, html, about, str(values["file"]))


def profile(view: View, source: str) -> list[tuple[str, dict[str, int], list[str]]]:
    """How a source stands to each other one: (other, relations by type, the questions they meet on most)."""
    rows = []
    for other in (s.id for s in view.sources if s.id != source):
        shared = [r for r in _touching(view, source) if other in _ends(view, r)]
        counts = Counter(r.type for r in shared)
        topics = Counter(r.question for r in shared if r.question in view.question)
        most = sorted(topics, key=lambda q: (-topics[q], q))[:2]
        rows.append((other, {kind: counts[kind] for kind in RELATION}, most))
    return rows


def _touching(view: View, source: str) -> list[Relation]:
    return [r for r in view.relations if source in _ends(view, r)]


def _ends(view: View, relation: Relation) -> tuple[str, ...]:
    return tuple(view.claim[i].source for i in relation.between)


def _edits(source: Source) -> list[tuple[str, str, str, str]]:
    """Repairs as (line in the original, as received, as read, rule)."""
    rows = []
    for edit in source.cleaned.edits:
        line = source.original.count("\n", 0, edit.start) + 1
        was = source.original[edit.start : edit.end]
        rows.append((f"line {line}", _visible(was), _visible(edit.replacement), edit.rule))
    return rows


def _visible(text: str) -> str:
    shown = text.replace("\r", "").replace("\n", "⏎")
    return shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]}…"
