"""Builds dossier/data/outlines.json, the outlines of countries for the map, from a public package.

    pip install pycountry && npm pack world-atlas@2.0.2 && tar xzf world-atlas-*.tgz
    python tests/data/build_outlines.py package/countries-110m.json

Run it seldom: the file it writes is committed, and nothing else needs these packages. What is disputed, and what is
said of it, is kept by hand in dossier/data/disputed.yaml.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parents[2] / "dossier" / "data"
ABOUT = (
    "Built by tests/data/build_outlines.py from world-atlas 2.0.2 (countries-110m.json, ISC), whose outlines are "
    "those of Natural Earth 4.1 (https://www.naturalearthdata.com, public domain). Tenths of a degree; each ring is "
    "its first point and then the steps to the next ones."
)
LEFT_OUT = {"AQ"}  # no map of a dossier is centred on the pole
Ring = list[tuple[int, int]]


def rings_of(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Ring]:
    """The rings of one country in tenths of a degree, without the points that fall together."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for arcs in polygon if len(ring := _ring(topology, arcs)) > 3]


def _ring(topology: dict[str, Any], arcs: list[int]) -> Ring:
    points: Ring = []
    for number in arcs:
        arc = _arc(topology, number if number >= 0 else ~number)
        points += arc if number >= 0 else arc[::-1]
    kept = [p for before, p in pairwise([(9999, 9999), *points]) if p != before]
    turned, shift = [kept[0]], 0
    for (x0, _), (x, y) in pairwise(kept):  # past the date line longitudes go on counting
        shift += 3600 * ((x0 - x > 1800) - (x - x0 > 1800))
        turned.append((x + shift, y))
    return turned


def _arc(topology: dict[str, Any], number: int) -> Ring:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for dx, dy in topology["arcs"][number]:
        x, y = x + dx, y + dy
        points.append((round(10 * (x * sx + tx)), round(10 * (y * sy + ty))))
    return points


def steps(ring: Ring) -> list[int]:
    """The first point, then the way from each point to the next."""
    moved = [n for a, b in pairwise(ring) for n in (b[0] - a[0], b[1] - a[1])]
    return [*ring[0], *moved]


def inside(ring: Ring, box: list[float]) -> bool:
    """Whether a ring lies wholly within (west, south, east, north)."""
    west, south, east, north = (10 * n for n in box)
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def main(path: str) -> None:
    """Write the file."""
    import pycountry

    topology = json.loads(Path(path).read_text("utf-8"))
    found: dict[str, list[Ring]] = {}
    unnamed: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        known = pycountry.countries.get(numeric=geometry.get("id", ""))
        (found if known else unnamed)[known.alpha_2 if known else geometry["properties"]["name"]] = rings_of(
            topology, geometry
        )
    areas = []
    for area in yaml.safe_load((DATA / "disputed.yaml").read_text("utf-8")):
        rings = unnamed.get(area.get("unnamed", ""), [])
        if "country" in area:
            rings = [r for r in found[area["country"]] if inside(r, area["within"])]
            found[area["country"]] = [r for r in found[area["country"]] if r not in rings]
        if "own" in area:
            rings = found.setdefault(area["own"], rings)
        assert rings, area
        areas.append({"name": area["name"], "note": area["note"], "rings": list(map(steps, rings))})
    countries = {code: list(map(steps, found[code])) for code in sorted(found.keys() - LEFT_OUT)}
    whole = {"about": ABOUT, "countries": countries, "disputed": areas}
    (DATA / "outlines.json").write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
