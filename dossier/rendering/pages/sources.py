"""The sources: a list with their network, and one page for each with its claims in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.model import Claim, Passage, Relation, Source
from dossier.rendering.addresses import source_page
from dossier.rendering.arranged import grouped
from dossier.rendering.cards import cards_of
from dossier.rendering.charts.network import network
from dossier.rendering.excerpts import Excerpts, excerpts, sentence
from dossier.rendering.exports.bibliography import citation, entry
from dossier.rendering.exports.linked import linked_data
from dossier.rendering.hashing import with_notes
from dossier.rendering.labels import RELATION, number, plural
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.tallies import tally
from dossier.rendering.remembering import Shown, remembered, whole
from dossier.rendering.rights import by_worth, limited
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_RIGHTS = {
    "excerpt": "Shown here: quotations with a few words around them.",
    "full": "The whole text may be shown.",
    "none": "Shown here: quotations only, nothing around them.",
}
_FULL = 0.9  # a quotation that holds so much of its sentence holds all of it: what is missing is a full stop
_MANY = 30  # other sources that a source's table names: those it meets most
_COLUMNS = 12  # sources of which each has a column in the table of who agrees with whom
_WIDTH = 60  # characters of a repaired passage that are shown


def pages(view: View) -> Iterator[Planned]:
    """The list, then each source."""
    yield whole(view, "sources/index.html", partial(_index, view))
    for source in view.sources:
        shown, page = partial(_shown, view, source), partial(_page, view, source)
        yield remembered(view, source_page(source.id), shown, page)


def _shown(view: View, source: Source) -> Shown:
    """All that its page tells: the claims with their notes as well."""
    claims = view.claims_of.get(source.id, ())
    return claims, (source, view.passages_of.get(source.id, ()), [with_notes(c) for c in claims])


def _index(view: View) -> Page:
    many = len(view.sources) > _COLUMNS
    values = {
        "many": many,
        "families": view.independent(s.id for s in view.sources),
        "tallies": {s.id: tally(_touching(view, s.id)) for s in view.sources},
        "network": network(view, "sources/index.html"),
        "between": _between(view) if view.relations and not many else {},
    }
    html = fill(view, "sources.html", "sources/index.html", values)
    return Page(
        "sources/index.html", "Sources", html, "The articles this dossier is made from.", hide=("toc",) * many
    )


def _between(view: View) -> dict[str, dict[str, Counter[str]]]:
    """By source and other source how often they meet, by kind."""
    return {s.id: {other: counts for other, counts, _ in profile(view, s.id)} for s in view.sources}


def _page(view: View, source: Source) -> Page:
    path = source_page(source.id)
    claims = view.claims_of.get(source.id, ())
    sentences = _sentences(view, source)
    left_out = Counter(s.reason for s in sentences if s.reason)
    shown = excerpts(source, by_worth(claims, (r for c in claims for r in view.relations_of.get(c.id, ()))))
    rows = profile(view, source.id)
    values = {
        "source": source,
        "file": source.where.path or f"sources/{source.id}.yaml",
        "claims": claims,
        "excerpts": shown,
        "paragraphs": _paragraphs(source, claims),
        "cards": cards_of(view, source, shown),
        "sentences": sentences,
        "rights": _rights(source, shown),
        "citation": citation(source),
        "bibtex": entry(source),
        "profile": rows,
        "kinds": {k: label for k, label in RELATION.items() if k != "hint" or any(n[k] for _, n, _ in rows)},
        "apart": _apart(view, source.id),
        "meets": bool(rows),
        "left_out": sorted(left_out.items(), key=lambda item: (-item[1], item[0])),
        "left_out_total": left_out.total(),
        "edits": _edits(source),
        "linked": linked_data(view, source),
    }
    html = fill(view, "source.html", path, values)
    about = f"{view.source_name(source.id)}: {source.meta.title}"
    return Page(path, source.meta.title or source.id, html, about, str(values["file"]))


def _rights(source: Source, shown: Excerpts) -> str:
    """What the site shows of an article, and how much of it that is."""
    told = _RIGHTS.get(source.meta.rights.publish, "")
    if not shown.words or source.meta.rights.publish == "full":
        return told
    share = round(100 * shown.quoted / shown.words)
    words = plural(shown.words, "word")
    told += f" The quotations take up {number(shown.quoted)} of the article’s {words} ({share} percent)"
    told += f"; {plural(shown.beside, 'more word')} around them." if shown.beside else "."
    if not limited(source):
        return told
    rights = source.meta.rights
    limits = ((rights.share, "percent"), (rights.words, "words"))
    most = " and ".join(f"{number(limit)} {unit}" for limit, unit in limits if limit is not None)
    return f"{told} No more than {most} may be shown; beyond that, only the first words of each quotation."


def _paragraphs(source: Source, claims: Sequence[Claim]) -> list[tuple[int, str]]:
    """The article's paragraphs that hold claims, each with the first of them."""
    starts = [first for first, _ in source.cleaned.paragraphs]
    found: dict[int, str] = {}
    for claim in claims:
        if claim.start >= 0:
            found.setdefault(bisect_right(starts, claim.start), claim.id)
    return sorted(found.items())


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article as the list of all of them shows it."""

    paragraph: int
    words: str  # as far as the rights allow
    claims: tuple[str, ...]
    whole: bool  # its claims quote all of it
    reason: str  # why it is no claim


def _sentences(view: View, source: Source) -> list[Sentence]:
    """Every sentence of the article and what became of it."""
    starts = [first for first, _ in source.cleaned.paragraphs]
    return [
        Sentence(
            bisect_right(starts, p.start),
            sentence(source, p),
            tuple(c for c in p.claims if c in view.claim),
            _quoted_whole(view, p),
            p.reason or ("" if any(c in view.claim for c in p.claims) else "rejected by an editor"),
        )
        for p in view.passages_of.get(source.id, ())
    ]


def _quoted_whole(view: View, passage: Passage) -> bool:
    spans = sorted((c.start, c.end) for c in map(view.claim.get, passage.claims) if c)
    at, covered = passage.start, 0
    for start, end in spans:
        start, end = max(start, at), min(end, passage.end)
        covered += max(0, end - start)
        at = max(at, end)
    return covered >= _FULL * (passage.end - passage.start)


def profile(view: View, source: str) -> list[tuple[str, Counter[str], list[str]]]:
    """How a source stands to each other one it meets: (other, relations by kind, the questions they meet on most)."""
    met = grouped(_touching(view, source), lambda r: _ends(view, r))
    met.pop(source, None)
    # In a large dossier those it meets most: a row for each pair of sources would grow with their square.
    near = sorted(met, key=lambda other: (-len(met[other]), view.order[other]))[:_MANY]
    rows = []
    for other in sorted(near, key=view.order.__getitem__):
        shared = met[other]
        counts = Counter(r.kind for r in shared)
        topics = Counter(r.question for r in shared if r.question in view.question)
        most = sorted(topics, key=lambda q: (-topics[q], q))[:2]
        rows.append((other, counts, most))
    return rows


def _apart(view: View, source: str) -> list[str]:
    """Sources with claims none of which meets it, by name; of a large dossier nobody reads such a list."""
    met = {end for relation in _touching(view, source) for end in _ends(view, relation)}
    found = [view.short[s.id] for s in view.sources if s.id not in met | {source} and s.id in view.claims_of]
    return found if len(view.sources) <= _MANY else []


def _touching(view: View, source: str) -> tuple[Relation, ...]:
    return view.relations_with.get(source, ())


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
