"""All claims as a table, the whole dossier on one page, and the page of downloads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dossier.data import load
from dossier.rendering import room
from dossier.rendering.arranged import grouped
from dossier.rendering.exports.bibliography import citation
from dossier.rendering.matters import matters
from dossier.rendering.ordering import all_years
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.questions import summary
from dossier.rendering.pages.tallies import TITLES
from dossier.rendering.remembering import whole
from dossier.rendering.rows import claim_rows, printed_lines
from dossier.rendering.templates import fill
from dossier.rendering.view import View

PATH = "claims.html"


def pages(view: View) -> Iterator[Planned]:
    """The table, the page to print and the downloads."""
    yield whole(view, PATH, lambda: _table(view))
    yield whole(view, "print.html", lambda: _print(view))
    yield Planned("downloads.html", lambda: _downloads(view))


def _downloads(view: View) -> Page:
    html = fill(view, "downloads.html", "downloads.html", {"files": load("downloads.yaml")})
    about = "The dossier as JSON, CSV, SQLite, BibTeX, CSL-JSON and a feed."
    return Page("downloads.html", "Use the data", html, about)


def _table(view: View) -> Page:
    shown = view.claims[: room.ROWS]
    values = {
        "years": all_years(view.claims),
        "rows": lambda to: claim_rows(view, to, shown),
        "count": len(shown),
    }
    html = fill(view, "claims.html", PATH, values)
    return Page(PATH, "All claims", html, "Every claim, to filter, sort and download.", hide=("navigation", "toc"))


def _print(view: View) -> Page:
    summaries = {q.id: summary(view, q, "print.html") for q in view.questions}
    printed = room.printed(view)
    claims = [c for c in view.claims if c.id in printed]
    lines = partial(printed_lines, view, claims=claims)
    odds = grouped((r for r in view.relations if r.type != "agrees" and not r.is_hint), lambda r: (r.question,))
    values = {"citation": citation, "summaries": summaries, "printed": printed, "lines": lines, "titles": TITLES,
              "odds": odds}  # fmt: skip
    unjoined = [r for r in view.relations_on.get("", ()) if not r.is_hint]
    of_kind = {kind: [r for r in unjoined if r.type == kind][: room.LISTED] for kind in TITLES}
    values["loose"] = [(kind, matters(view, found)) for kind, found in of_kind.items() if found]
    html = fill(view, "print.html", "print.html", values)
    about = "Every question, comparison and claim on one page, for printing."
    return Page("print.html", "The whole dossier on one page", html, about, hide=("navigation", "toc"))
