"""Claims by the time they speak of: the years in one picture, then each year by its months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from dossier.model import Claim
from dossier.rendering import room
from dossier.rendering.charts.columns import Heap, Panel, columns
from dossier.rendering.labels import RELATION, plural
from dossier.rendering.ordering import NEVER, day_of, day_order, slot
from dossier.rendering.page import Page, Planned
from dossier.rendering.remembering import whole
from dossier.rendering.rows import timed_lines
from dossier.rendering.templates import fill
from dossier.rendering.view import View

PATH = "timeline.html"
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
_OPEN = 6  # claims of a year that need no fold
_TOLD = 3  # claims that stand above a year's fold: those that others meet most sharply
_WEEKS = 35  # days up to which the picture shows each
_SPLIT = 12  # years up to which the picture shows the quarters of each
Years = Sequence[tuple[int, list[Claim]]]
Days = dict[date, list[Claim]]
Moments = list[tuple[str, list[Claim]]]


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the timeline."""

    name: str
    anchor: str
    count: int
    told: list[Claim]
    picture: str  # its months, where there is more than one
    months: list[tuple[str, str, Moments]]  # heading, anchor, claims by date
    fold: str  # the words on its fold, "" where all stands open
    more: bool  # whether claims of the year are left to the table of all claims


def pages(view: View) -> Iterator[Planned]:
    """The timeline."""
    yield whole(view, PATH, lambda: _page(view))


def _page(view: View) -> Page:
    slots = {c.id: slot(c) for c in view.claims}
    dated = sorted((c for c in view.claims if slots[c.id] != NEVER),
                   key=lambda c: (slots[c.id], *day_order(c.date), c.id))  # fmt: skip
    years = [(year, list(found)) for year, found in groupby(dated, key=lambda c: slots[c.id][0])]
    shown = [c for _, claims in years for c in _shown(view, claims)]
    listed = {c.id for c in shown}
    undated = [c for c in view.claims if slots[c.id] == NEVER]
    days = _days(dated)
    unplaced = _shown(view, undated)
    values = {
        "years": [_year(view, year, claims, listed, not days) for year, claims in years],
        "undated": unplaced,
        "undated_count": len(undated),
        "picture": _overview(view, years, days, listed),
        "lines": partial(timed_lines, view, claims=[*shown, *unplaced]),
    }
    html = fill(view, "timeline.html", PATH, values)
    return Page(PATH, "Timeline", html, "Claims by the time they are about.")


def _shown(view: View, claims: list[Claim]) -> list[Claim]:
    """As many as a year has room for, in their order: those that others meet most sharply."""
    if len(claims) <= room.YEAR:
        return claims
    kept = {c.id for c in sorted(claims, key=lambda c: _sharpness(view, c))[: room.YEAR]}
    return [c for c in claims if c.id in kept]


def _year(view: View, year: int, claims: list[Claim], listed: set[str], drawn: bool) -> Year:
    anchor = f"y{year}"
    months = [(month, list(found)) for month, found in groupby(claims, key=lambda c: slot(c)[1])]
    heaps = [
        Heap(MONTHS[m][:3] or "Year", _title(year, m), _anchor(year, found, listed), found) for m, found in months
    ]
    shown = [(month, [c for c in found if c.id in listed]) for month, found in months]
    few = len(claims) <= _OPEN
    return Year(
        str(year),
        anchor,
        len(claims),
        [] if few else sorted(claims, key=lambda c: _sharpness(view, c))[:_TOLD],
        "" if few or not drawn else columns(view, PATH, [("", "", heaps)], f"{year} by month", key=False),
        [(_title(year, m), f"{anchor}-{m}", _moments(view, found)) for m, found in shown if found],
        "" if few else f"{_how_many(len(claims))} that begin in {year}",
        len(claims) > room.YEAR,
    )


def _how_many(count: int) -> str:
    told = plural(count, "claim")
    return f"All {told}" if count <= room.YEAR else f"{room.YEAR} of {told}"


def _anchor(year: int, claims: Sequence[Claim], listed: set[str]) -> str:
    """The month of the first of these claims that the page lists; the year where it lists none."""
    first = next((c for c in claims if c.id in listed), None)
    return f"y{year}-{slot(first)[1]}" if first else f"y{year}"


def _title(year: int, month: int) -> str:
    return f"{MONTHS[month]} {year}" if month else f"{year}, over a longer time"


def _moments(view: View, claims: list[Claim]) -> Moments:
    same = (list(found) for _, found in groupby(claims, key=lambda c: c.date))
    return [(view.about(found[0]), found) for found in same]


def _sharpness(view: View, claim: Claim) -> tuple[int, int, str]:
    """Claims in contradictions first, then those that meet many others."""
    met = view.relations_of.get(claim.id, ())
    return [*RELATION, ""].index(view.sharpest_of(claim)), -len(met), claim.id


def _overview(view: View, years: Years, days: Days, listed: set[str]) -> str:
    """Every day of a few weeks, else every year with its quarters, or with one column each where there are many."""
    if sum(len(claims) for _, claims in years) < 2:
        return ""
    if days:
        return columns(view, PATH, _by_day(years, days, listed), "How many claims begin on each day")
    if len(years) > _SPLIT:
        heaps = [Heap(str(year), str(year), f"y{year}", claims) for year, claims in years]
        return columns(view, PATH, [("", "", heaps)], "How many claims are about each year")
    panels = [(str(year), f"y{year}", _quarters(year, claims, listed)) for year, claims in years]
    return columns(view, PATH, panels, "How many claims begin in each quarter")


def _days(claims: Iterable[Claim]) -> Days:
    """The claims on single days, day by day with the gaps, if all these lie within a few weeks."""
    told: Days = {}
    for claim in claims:
        if day := day_of(claim):
            told.setdefault(day, []).append(claim)
    first, last = min(told, default=date.max), max(told, default=date.min)
    if not 0 < (last - first).days < _WEEKS:
        return {}
    return {day: told.get(day, []) for day in (first + timedelta(n) for n in range((last - first).days + 1))}


def _by_day(years: Years, days: Days, listed: set[str]) -> list[Panel]:
    """For each year what is about a longer time, then its months with their days."""
    panels: list[Panel] = []
    for year, claims in years:
        longer = [c for c in claims if not day_of(c)]
        if longer:
            panels.append((str(year), f"y{year}", [Heap("Longer", _title(year, 0), f"y{year}", longer)]))
        for month, found in groupby((day for day in days if day.year == year), key=lambda day: day.month):
            title = _title(year, month)
            heaps = [Heap(str(d.day), f"{d.day} {title}", _anchor(year, days[d], listed), days[d]) for d in found]
            panels.append((title, f"y{year}-{month}", heaps))
    return panels


def _quarters(year: int, claims: list[Claim], listed: set[str]) -> list[Heap]:
    """The year as a whole, then all its quarters, for a gap is a part of the shape."""
    by_quarter: dict[int, list[Claim]] = {}
    for claim in claims:
        by_quarter.setdefault((slot(claim)[1] + 2) // 3, []).append(claim)
    heaps = []
    for quarter in range(5) if set(by_quarter) - {0} else (0,):
        found, first = by_quarter.get(quarter, []), 3 * quarter - 2
        if not quarter and not found:
            continue
        title = f"{MONTHS[first]} to {MONTHS[first + 2]} {year}" if quarter else _title(year, 0)
        # It leads to its first month that has any.
        anchor = _anchor(year, found, listed) if found else ""
        heaps.append(Heap(f"Q{quarter}" if quarter else "Year", title, anchor, found))
    return heaps
