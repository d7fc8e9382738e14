"""A map of the countries a dossier mentions most, as SVG; disputed areas are hatched and counted for no country.

It is cut to those countries, wherever they lie. The equirectangular projection is true to scale in the middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from markupsafe import Markup

from dossier.data import load
from dossier.rendering.charts.shades import Shaded, shaded
from dossier.rendering.templates import fill
from dossier.rendering.view import View
from dossier.world import countries

_WIDE = 900  # units of the picture, which are pixels on a wide screen
_TALL = 0.72  # of its width at most
_TELLING = 0.02  # of the claims of the country named most: so many make a country part of the picture
_WIDEST = 40.0  # degrees; a country wider than so counts by its centre, or it would be all there is
_MARGIN = 2.0  # degrees around
_LETTER, _LINE = 8.3, 36  # how large a name is, nearly
_SHIFTS = ((0, 0), (0, 30), (0, -30), (44, 0), (-44, 0), (44, 26), (-44, 26), (44, -26), (-44, -26))

Ring = tuple[tuple[float, float], ...]  # longitude and latitude in degrees


@dataclass(frozen=True, slots=True)
class Box:
    """The part of the world that is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> tuple[float, float]:
        """Units per degree of longitude and of latitude."""
        across = _WIDE / (self.east - self.west)
        return across, across / math.cos(math.radians((self.south + self.north) / 2))

    @property
    def high(self) -> float:
        """The height of the picture."""
        return round((self.north - self.south) * self.scale[1])

    def at(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a place lies in the picture."""
        return round((longitude - self.west) * self.scale[0]), round((self.north - latitude) * self.scale[1])

    def path(self, rings: Iterable[Ring]) -> str:
        """The rings that reach into the picture as an SVG path."""
        seen = (r for r in rings if _overlap(r, self))
        return "".join(f"M{' '.join(f'{x},{y}' for x, y in dict.fromkeys(self.at(*p) for p in r))}z" for r in seen)


@dataclass(frozen=True, slots=True)
class Land:
    """One country of the map; `of` is None if it has no page."""

    path: str
    of: Shaded | None
    at: tuple[int, int] = (0, 0)
    label: bool = False  # there is room for its name


def borders(view: View, path: str) -> Markup:
    """The map, or "" where fewer than three countries with an outline are spoken of."""
    found = {code: s for code, s in shaded(view).items() if s.count}
    box = _box(found)
    if not box:
        return Markup("")
    placed = _labels(box, found)
    lands = [
        Land(drawn, found.get(code), placed.get(code, (0, 0)), code in placed)
        for code, rings in outlines().items()
        if (drawn := box.path(rings)) or code in placed
    ]
    lands.sort(key=lambda land: (land.of is not None, land.of.name if land.of else ""))
    disputed = [
        (a["name"], a["note"], d) for a in load("outlines.json")["disputed"] if (d := box.path(_rings(a["rings"])))
    ]
    values = {"lands": lands, "disputed": disputed, "wide": _WIDE, "high": box.high,
              "outside": [found[c].name for c in found if c not in placed]}  # fmt: skip
    return Markup(fill(view, "borders.html", path, values))


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The world's countries by code, each as its rings."""
    return {code: _rings(rings) for code, rings in load("outlines.json")["countries"].items()}


def _rings(rings: Sequence[Sequence[int]]) -> tuple[Ring, ...]:
    return tuple(
        tuple(zip((x / 10 for x in accumulate(r[::2])), (y / 10 for y in accumulate(r[1::2])), strict=True))
        for r in rings
    )


def _box(found: dict[str, Shaded]) -> Box | None:
    most = max((s.count for s in found.values()), default=0)
    telling = [c for c, s in found.items() if c in outlines() and s.count >= max(1, _TELLING * most)]
    if len(telling) < 3:
        return None
    points = [point for code in telling for point in _reach(code)]
    west, east = min(x for x, _ in points) - _MARGIN, max(x for x, _ in points) + _MARGIN
    south, north = min(y for _, y in points) - _MARGIN, max(y for _, y in points) + _MARGIN
    box = Box(west, max(-60.0, south), east, min(84.0, north))
    return box if box.high <= _TALL * _WIDE else _wider(box)


def _wider(box: Box) -> Box:
    more = (box.east - box.west) * (box.high / (_TALL * _WIDE) - 1) / 2
    return Box(box.west - more, box.south, box.east + more, box.north)


def _reach(code: str) -> list[tuple[float, float]]:
    """The points of a country that must be seen: its largest part, or its centre where that is very wide."""
    latitude, longitude = countries()[code].latlng
    part = max(outlines()[code], key=len)
    wide = max(x for x, _ in part) - min(x for x, _ in part) > _WIDEST
    return [(longitude, latitude)] if wide else list(part)


def _overlap(ring: Ring, box: Box) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs) < box.east and max(xs) > box.west and min(ys) < box.north and max(ys) > box.south


def _labels(box: Box, found: dict[str, Shaded]) -> dict[str, tuple[int, int]]:
    """Where names stand, the most named country first; one that finds no room near its place goes without."""
    taken: list[tuple[int, int, float]] = []
    placed: dict[str, tuple[int, int]] = {}
    for code in sorted(found, key=lambda c: (-found[c].count, c)):
        latitude, longitude = countries()[code].latlng
        if not (box.west < longitude < box.east and box.south < latitude < box.north):
            continue
        half = len(found[code].name) * _LETTER / 2 + 4
        x, y = box.at(longitude, latitude)
        x = round(min(max(x, half), _WIDE - half))
        y = round(min(max(y, 20), box.high - 24))
        spots = (
            (x + dx, y + dy) for dx, dy in _SHIFTS if half <= x + dx <= _WIDE - half and 18 < y + dy < box.high - 20
        )
        for spot in spots:
            if all(abs(spot[0] - a) >= half + h or abs(spot[1] - b) >= _LINE for a, b, h in taken):
                taken.append((*spot, half))
                placed[code] = spot
                break
    return placed
