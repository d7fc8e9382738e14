"""All claims as a table, the whole dossier on one page, and the page of downloads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dossier.rendering import room
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
# Each file with what it is for and one example that runs where the file lies; a test runs them all.
DOWNLOADS = (
    ("data/dossier.json", "Everything in one file: sources, questions with verdicts, claims, relations.",
     "import json\nfor claim in json.load(open('dossier.json', encoding='utf-8'))['claims'][:5]:\n"
     "    print(claim['source'], claim['date'], claim['quote'])"),
    ("data/dossier.schema.json", "The JSON Schema of that file: which keys there are and what may stand in them.",
     "import json\nschema = json.load(open('dossier.schema.json', encoding='utf-8'))\n"
     "print(schema['properties']['claims']['items']['required'])"),
    ("data/claims.csv", "One row per claim, for a spreadsheet.",
     "import csv\nrows = list(csv.DictReader(open('claims.csv', encoding='utf-8-sig')))\n"
     "print(len(rows), 'claims,', sum(row['status'] == 'reviewed' for row in rows), 'reviewed')"),
    ("data/relations.csv", "One row per pair of claims, with the reason and both quotations.",
     "import csv\nfor row in csv.DictReader(open('relations.csv', encoding='utf-8-sig')):\n"
     "    if row['type'] == 'contradicts':\n        print(row['quote_a'], '≠', row['quote_b'])"),
    ("data/figures.csv", "One row per number, with low and high end and its unit.",
     "import csv\nrows = csv.DictReader(open('figures.csv', encoding='utf-8-sig'))\n"
     "print(sorted({row['unit'] for row in rows}))"),
    ("data/dossier.sqlite", "The same as a database with a full-text index, for any SQLite browser.",
     "import sqlite3\nfind = 'SELECT quote FROM claim_text WHERE claim_text MATCH ?'\n"
     "print(sqlite3.connect('dossier.sqlite').execute(find, ['grow*']).fetchall())"),
    ("data/sources.bib", "The sources for BibTeX and BibLaTeX.",
     "import re\nprint(re.findall(r'@misc{(.+),', open('sources.bib', encoding='utf-8').read()))"),
    ("data/sources.csl.json", "The sources for Zotero (File, Import), Pandoc and other tools that read CSL-JSON.",
     "import json\nprint([item['title'] for item in json.load(open('sources.csl.json', encoding='utf-8'))])"),
    ("feed.xml", "The latest corrections as an Atom feed, for a feed reader.",
     "from xml.etree import ElementTree\nfeed = ElementTree.parse('feed.xml').getroot()\n"
     "print([title.text for title in feed.iter('{http://www.w3.org/2005/Atom}title')])"),
)  # fmt: skip


def pages(view: View) -> Iterator[Planned]:
    """The table, the page to print and the downloads."""
    yield whole(view, PATH, lambda: _table(view))
    yield whole(view, "print.html", lambda: _print(view))
    yield Planned("downloads.html", lambda: _downloads(view))


def _downloads(view: View) -> Page:
    html = fill(view, "downloads.html", "downloads.html", {"files": DOWNLOADS})
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
    values = {"citation": citation, "summaries": summaries, "printed": printed, "lines": lines, "titles": TITLES}
    unjoined = [r for r in view.relations_on.get("", ()) if not r.is_hint]
    of_kind = {kind: [r for r in unjoined if r.type == kind][: room.LISTED] for kind in TITLES}
    values["loose"] = [(kind, matters(view, found)) for kind, found in of_kind.items() if found]
    html = fill(view, "print.html", "print.html", values)
    about = "Every question, comparison and claim on one page, for printing."
    return Page("print.html", "The whole dossier on one page", html, about, hide=("navigation", "toc"))
