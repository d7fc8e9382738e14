"""Tables for spreadsheets: claims.csv, relations.csv, figures.csv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from dossier.rendering.addresses import claim_page
from dossier.rendering.labels import number
from dossier.rendering.view import View

CLAIMS = ("id", "source", "quote", "statement", "countries", "themes", "date", "speaker", "voice", "modality",
          "kind", "positions", "status", "url")  # fmt: skip
RELATIONS = ("type", "a", "b", "question", "because", "rule", "score", "status", "quote_a", "quote_b")
FIGURES = ("claim", "source", "raw", "low", "high", "unit", "of", "change", "approx", "date", "url")
_SUSPECT = re.compile(r"^[\s=+@-]|\x00").search


def files(view: View) -> dict[str, str]:
    """The three tables."""
    claims = (
        (c.id, c.source, c.quote, c.statement, ";".join(c.countries), ";".join(c.themes), c.date, c.speaker,
         c.voice, c.modality, c.kind, ";".join(f"{p.question}={p.stance}" for p in c.positions), c.status,
         claim_page(c.id))
        for c in view.claims
    )  # fmt: skip
    relations = (
        (r.type, *r.between, r.question, r.because, r.rule, f"{r.score:.3f}", r.status,
         *(view.claim[i].quote for i in r.between))
        for r in view.all_relations
    )  # fmt: skip
    figures = (
        (c.id, c.source, f.raw, _plain(f.low), _plain(f.high), f.unit, f.of, f.change, "yes" if f.approx else "no",
         c.date, claim_page(c.id))
        for c in view.claims
        for f in c.figures
    )  # fmt: skip
    return {
        "data/claims.csv": table(CLAIMS, claims),
        "data/relations.csv": table(RELATIONS, relations),
        "data/figures.csv": table(FIGURES, figures),
    }


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV with a byte order mark, which spreadsheets need to read it as Unicode."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: a leading apostrophe makes it text."""
    if not _SUSPECT(cell):
        return cell
    shown = cell.replace("\x00", "")
    return f"'{shown}" if shown.lstrip()[:1] in ("=", "+", "-", "@") or shown[:1] in ("\t", "\r") else shown


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}" if abs(value) < 1e15 else number(value)
