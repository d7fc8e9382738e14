"""All claims as a table, the whole dossier on one page, and the page of downloads."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.edtf import parse
from dossier.model import Claim
from dossier.rendering.exports.bibliography import citation
from dossier.rendering.page import Page
from dossier.rendering.templates import fill
from dossier.rendering.view import View, day_order

PATH = "claims.html"
_SPAN = 30  # a period longer than so many years is filed under its first and last year only
DOWNLOADS = (
    ("data/dossier.json", "Everything in one file: sources, questions with verdicts, claims, relations.",
     "jq -r '.claims[].quote' dossier.json"),
    ("data/claims.csv", "One row per claim, for a spreadsheet.",
     "python -c \"import csv; print(len(list(csv.DictReader(open('claims.csv', encoding='utf-8-sig')))))\""),
    ("data/relations.csv", "One row per pair of claims, with the reason and both quotations.",
     "python -c \"import csv; print({r['type'] for r in "
     "csv.DictReader(open('relations.csv', encoding='utf-8-sig'))})\""),
    ("data/figures.csv", "One row per number, with low and high end and its unit.",
     "python -c \"import csv; print({r['unit'] for r in "
     "csv.DictReader(open('figures.csv', encoding='utf-8-sig'))})\""),
    ("data/dossier.sqlite", "The same as a database with a full-text index, for any SQLite browser.",
     "sqlite3 dossier.sqlite \"SELECT claim.quote FROM claim_text JOIN claim ON claim.rowid = claim_text.rowid "
     "WHERE claim_text MATCH 'trade'\""),
    ("data/sources.bib", "The sources for BibTeX and BibLaTeX.", ""),
    ("data/sources.csl.json", "The sources for Zotero, Pandoc and other tools that read CSL-JSON.",
     "pandoc --citeproc --bibliography sources.csl.json note.md -o note.html"),
)  # fmt: skip


def pages(view: View) -> Iterator[Page]:
    """The table and the downloads."""
    years = {c.id: years_of(c) for c in view.claims}
    values = {
        "years": sorted({y for found in years.values() for y in found}),
        "years_of": {i: " ".join(map(str, found)) for i, found in years.items()},
        "order": {c.id: day_order(c.date)[0] for c in view.claims},
    }
    html = fill(view, "claims.html", PATH, values)
    yield Page(PATH, "All claims", html, "Every claim, to filter, sort and download.", hide=("navigation", "toc"))
    html = fill(view, "print.html", "print.html", {"citation": citation})
    about = "Every question, comparison and claim on one page, for printing."
    yield Page("print.html", "The whole dossier on one page", html, about, hide=("navigation", "toc"))
    html = fill(view, "downloads.html", "downloads.html", {"files": DOWNLOADS})
    yield Page("downloads.html", "Use the data", html, "The dossier as JSON, CSV, BibTeX and CSL-JSON.")


def years_of(claim: Claim) -> list[int]:
    """The years a claim speaks of."""
    period = parse(claim.date) if claim.date else None
    if not period:
        return []
    first, last = period.start.year, period.end.year
    ends = [y for y in (first, last) if 1 < y < 9999]
    return list(range(first, last + 1)) if len(ends) == 2 and last - first <= _SPAN else sorted(set(ends))
