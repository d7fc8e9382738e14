"""Countries as a grid of equal tiles, placed roughly as on a map, for countries too far apart for a map."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.rendering.charts.shades import Shaded, shaded
from dossier.rendering.templates import fill
from dossier.rendering.view import View
from dossier.world import countries

_ASPECT = 1.5  # columns per row of the grid


@dataclass(frozen=True, slots=True)
class Tile:
    """One country in the grid; columns and rows count from 1."""

    of: Shaded
    column: int
    row: int


def tiles(view: View, path: str) -> Markup:
    """The grid, or "" with fewer than three countries."""
    found = shaded(view)
    if len(found) < 3:
        return Markup("")
    cells = _cells(list(found))
    placed = [Tile(found[code], *cells[code]) for code in sorted(found, key=lambda c: (cells[c][1], cells[c][0]))]
    columns = max(t.column for t in placed)
    return Markup(fill(view, "tiles.html", path, {"tiles": placed, "columns": columns}))


def _cells(codes: list[str]) -> dict[str, tuple[int, int]]:
    """A free cell for each country, nearest to where it lies; empty rows and columns are closed."""
    places = {code: countries()[code].latlng for code in codes}
    rows = max(2, round((len(codes) / _ASPECT) ** 0.5))
    columns = max(2, round(len(codes) / rows) + 1)
    by_north = sorted(codes, key=lambda c: (-places[c][0], c))
    by_east = sorted(codes, key=lambda c: (places[c][1], c))
    wanted = {c: (by_east.index(c) * columns / len(codes), by_north.index(c) * rows / len(codes)) for c in codes}
    free = {(x, y) for x in range(columns) for y in range(rows)}
    taken: dict[str, tuple[int, int]] = {}
    for code in by_north:
        x, y = wanted[code]
        cell = min(free, key=lambda f: ((f[0] + 0.5 - x) ** 2 + (f[1] + 0.5 - y) ** 2, f))
        free.discard(cell)
        taken[code] = cell
    used_x = sorted({x for x, _ in taken.values()})
    used_y = sorted({y for _, y in taken.values()})
    return {c: (used_x.index(x) + 1, used_y.index(y) + 1) for c, (x, y) in taken.items()}
