"""Tables for spreadsheets: claims.csv, relations.csv, figures.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dossier.model import Claim, Figure, Relation
from dossier.rendering.addresses import claim_page
from dossier.rendering.labels import number
from dossier.rendering.view import View

CLAIMS = ("id", "source", "quote", "statement", "countries", "themes", "date", "speaker", "voice", "modality",
          "kind", "positions", "status", "url")  # fmt: skip
RELATIONS = ("type", "a", "b", "question", "because", "rule", "score", "status", "quote_a", "quote_b")
FIGURES = ("claim", "source", "raw", "low", "high", "unit", "of", "change", "approx", "date", "url")
_SUSPECT = frozenset("=+@-")


def files(view: View) -> dict[str, str]:
    """The three tables."""
    return {
        "data/claims.csv": table(CLAIMS, view.for_each("claims.csv", view.claims, lambda c: line(_claim(c)))),
        "data/relations.csv": table(
            RELATIONS, view.for_each("relations.csv", view.all_relations, lambda r: line(_relation(view, r)))
        ),
        "data/figures.csv": table(
            FIGURES,
            view.for_each("figures.csv", view.claims, lambda c: "".join(line(_figure(c, f)) for f in c.figures)),
        ),
    }


def _claim(c: Claim) -> Sequence[str]:
    positions = ";".join(f"{p.question}={p.stance}" for p in c.positions)
    return (c.id, c.source, c.quote, c.statement, ";".join(c.countries), ";".join(c.themes), c.date, c.speaker,
            c.voice, c.modality, c.kind, positions, c.status, claim_page(c.id))  # fmt: skip


def _relation(view: View, r: Relation) -> Sequence[str]:
    quotes = (view.claim[i].quote for i in r.between)
    return (r.type, *r.between, r.question, r.because, r.rule, f"{r.score:.3f}", r.status, *quotes)


def _figure(c: Claim, f: Figure) -> Sequence[str]:
    return (c.id, c.source, f.raw, _plain(f.low), _plain(f.high), f.unit, f.of, f.change, "yes" if f.approx else "no",
            c.date, claim_page(c.id))  # fmt: skip


def table(head: Sequence[str], lines: Iterable[str]) -> str:
    """CSV with a byte order mark, which spreadsheets need to read it as Unicode."""
    return f"\ufeff{line(head)}{''.join(lines)}"


def line(cells: Iterable[str]) -> str:
    """One line of it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(harmless, cells))
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: a leading apostrophe makes it text."""
    if not (cell[:1].isspace() or cell[:1] in _SUSPECT or "\x00" in cell):
        return cell
    shown = cell.replace("\x00", "")
    return f"'{shown}" if shown.lstrip()[:1] in ("=", "+", "-", "@") or shown[:1] in ("\t", "\r") else shown


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}" if abs(value) < 1e15 else number(value)
