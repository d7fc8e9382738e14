"""Every number the sources give, by what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.language.core import refers_back
from dossier.model import Claim, Figure
from dossier.rendering.addresses import claim_page, safe_name
from dossier.rendering.arranged import grouped
from dossier.rendering.charts.tracks import number_line
from dossier.rendering.labels import unit_words
from dossier.rendering.page import Page, Planned
from dossier.rendering.quoting import shortened, stretch
from dossier.rendering.remembering import remembered
from dossier.rendering.templates import fill
from dossier.rendering.view import View

Rows = tuple[tuple[Claim, Figure], ...]
PATH = "figures.html"
_DRAWN = 60  # figures that still read as a picture; of more, those that meet other claims are drawn
_WORDS = 24  # characters of the words behind a number
_NEXT = re.compile(r"[^\w\s’'-]|\b(?:and|or|but|while)\b")  # where the next thing is told
_CAPTION = {True: "All on one scale", False: "Some of those compared with other claims, on one scale"}


def pages(view: View) -> Iterator[Planned]:
    """The page of figures; units with the most figures first."""
    yield remembered(view, PATH, lambda: ((c for c in view.claims if c.figures), ""), lambda: _page(view))


def _page(view: View) -> Page:
    found = [(c, f) for c in view.claims for f in c.figures]
    by_unit = _with_company(grouped(found, lambda row: (row[1].unit,)))
    groups = []
    for unit, rows in sorted(by_unit.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0])):
        ordered = sorted(rows, key=_size)
        title = unit_words(unit).capitalize() if unit else "Other counts" if len(by_unit) > 1 else "All figures"
        groups.append(
            (title, f"u-{safe_name(unit) if unit else 'none'}", _line(view, ordered) if unit else "", ordered)
        )
    html = fill(view, "figures.html", PATH, {"groups": groups, "counted": counted})
    return Page(PATH, "Figures", html, "Every number the sources give, by what is counted.")


def _with_company(by_unit: dict[str, Rows]) -> dict[str, Rows]:
    """Units that one source alone gives go under "": there is nothing to compare."""
    kept = {unit: rows for unit, rows in by_unit.items() if unit and len({claim.source for claim, _ in rows}) > 1}
    others = tuple(row for unit, rows in by_unit.items() if unit not in kept for row in rows)
    return kept | ({"": others} if others else {})


def counted(figure: Figure) -> str:
    """What a figure counts, where its unit does not say so: of "36 civilians" nothing more, and never "it"."""
    of = figure.of.casefold()
    unsaid = not of or of in (figure.unit.casefold(), unit_words(figure.unit).casefold())
    return "" if unsaid or (" " not in of and refers_back(of)) else figure.of


def _beside(claim: Claim, figure: Figure) -> str:
    """What tells a number from the others of its picture: what it counts, else the words that follow it."""
    if told := counted(figure):
        return told
    behind = claim.quote[stretch(claim.quote, figure.raw).stop :]
    words = shortened(_NEXT.split(behind, maxsplit=1)[0].strip(), _WORDS)
    return f"“{words}”" if words else ""


def _line(view: View, rows: list[tuple[Claim, Figure]]) -> str:
    """The picture; none where every number is the same, for it would show nothing."""
    if len({(figure.low, figure.high) for _, figure in rows}) < 2:
        return ""
    met = [row for row in rows if view.relations_of.get(row[0].id)]
    drawn = rows if len(rows) <= _DRAWN else met[:_DRAWN]
    named = [
        (": ".join(filter(None, (view.short[c.source], _beside(c, f)))), claim_page(c.id), f, f.change or "same")
        for c, f in drawn
    ]
    return number_line(view, PATH, named, _CAPTION[len(drawn) == len(rows)])


def _size(row: tuple[Claim, Figure]) -> tuple[float, float, str]:
    low, high = row[1].low, row[1].high
    return (low if low is not None else high or 0.0, high if high is not None else 1e30, row[0].id)
