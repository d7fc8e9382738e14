"""Claims by the time they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from dossier.edtf import parse
from dossier.model import Claim
from dossier.rendering.labels import number, when
from dossier.rendering.page import Page
from dossier.rendering.remembering import whole
from dossier.rendering.templates import fill
from dossier.rendering.view import View, day_order

PATH = "timeline.html"


def pages(view: View) -> Iterator[Page]:
    """The timeline."""
    yield whole(view, PATH, lambda: _page(view))


def _page(view: View) -> Page:
    dated = sorted((c for c in view.claims if _year(c)), key=lambda c: (int(_year(c)), *day_order(c.date), c.id))
    years = [
        (year, [(when(date), list(same)) for date, same in groupby(found, key=lambda c: c.date)])
        for year, found in groupby(dated, key=_year)
    ]
    counts = [(year, sum(len(claims) for _, claims in groups)) for year, groups in years]
    values = {
        "years": years,
        "undated": [c for c in view.claims if not _year(c)],
        "picture": columns(view, counts),
    }
    html = fill(view, "timeline.html", PATH, values)
    return Page(PATH, "Timeline", html, "Claims by the time they speak of.")


def columns(view: View, counts: list[tuple[str, int]]) -> Markup:
    """How many claims speak of each year, as a row of columns that lead there."""
    most = max((n for _, n in counts), default=0)
    bars = [(year, number(n), max(4, round(100 * n / most))) for year, n in counts]
    return Markup(fill(view, "columns.html", PATH, {"bars": bars})) if len(bars) > 1 else Markup("")


def _year(claim: Claim) -> str:
    """The year a claim's time begins, or ends where its beginning is open; "" without one."""
    period = parse(claim.date) if claim.date else None
    if not period:
        return ""
    return str(period.start.year if period.start.year > 1 else period.end.year)
