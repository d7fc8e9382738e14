"""Who agrees and disagrees with whom: sources on a circle, with a line for each kind of relation between two."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from dossier.rendering.addresses import source_page
from dossier.rendering.labels import RELATION, Label
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_MOST = 12  # more sources than this make no readable circle
_WIDE, _HIGH = 780, 400


@dataclass(frozen=True, slots=True)
class Node:
    """One source on the circle."""

    name: str
    target: str
    x: float
    y: float
    anchor: str  # where its name is set: start, middle, end
    name_x: float
    name_y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """The relations of one type between two sources."""

    a: Node
    b: Node
    label: Label
    count: int
    shift: float  # lines of several types run side by side
    width: float


def network(view: View, path: str) -> Markup:
    """The picture, or "" where there is nothing to see."""
    if not 2 <= len(view.sources) <= _MOST or not view.relations:
        return Markup("")
    nodes = {s.id: _node(view, i) for i, s in enumerate(view.sources)}
    pairs = _pairs(view)
    most = max(counts.most_common(1)[0][1] for _, _, counts in pairs)
    edges = [edge for pair in pairs for edge in _edges(nodes, *pair, most)]
    values = {"nodes": list(nodes.values()), "edges": edges, "wide": _WIDE, "high": _HIGH,
              "labels": [label for label in RELATION.values() if any(e.label == label for e in edges)]}  # fmt: skip
    return Markup(fill(view, "network.html", path, values))


def _node(view: View, i: int) -> Node:
    source = view.sources[i].id
    turn = 2 * math.pi * i / len(view.sources) - math.pi / 2
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = _WIDE / 2 + 190 * cos, _HIGH / 2 + 150 * sin
    anchor = "middle" if abs(cos) < 0.3 else "start" if cos > 0 else "end"
    return Node(view.short[source], source_page(source), round(x, 1), round(y, 1), anchor,
                round(x + 18 * cos, 1), round(y + 28 * sin + 6, 1))  # fmt: skip


def _pairs(view: View) -> list[tuple[str, str, Counter[str]]]:
    counts: dict[tuple[str, str], Counter[str]] = {}
    for relation in view.relations:
        a, b = (claim.source for claim in view.pair(relation))
        counts.setdefault((a, b), Counter())[relation.kind] += 1
    return [(a, b, counts[a, b]) for a, b in sorted(counts)]


def _edges(nodes: dict[str, Node], a: str, b: str, counts: Counter[str], most: int) -> list[Edge]:
    kinds = [kind for kind in RELATION if counts[kind]]
    middle = (len(kinds) - 1) / 2
    return [
        Edge(nodes[a], nodes[b], RELATION[kind], counts[kind], (i - middle) * 6, _width(counts[kind], most))
        for i, kind in enumerate(kinds)
    ]


def _width(count: int, most: int) -> float:
    return round(1.2 + 3.3 * count / most, 1)
