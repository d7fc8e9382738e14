"""Claims counted by time: columns coloured by how the claims meet others, each linked to its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model import Claim
from dossier.rendering.labels import RELATION, Label, plural
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_HIGH = 96  # of the tallest column, in pixels
ALONE = Label("", "No other source on it", "silent")
KINDS = RELATION | {"": ALONE}


@dataclass(frozen=True, slots=True)
class Heap:
    """The claims of one column: a short name below it, a full one, and where they are listed."""

    name: str
    title: str
    anchor: str
    claims: list[Claim]


Panel = tuple[str, str, Sequence[Heap]]  # its name, where that leads, its columns


@dataclass(frozen=True, slots=True)
class Piece:
    """One colour of a column, in pixels from its top."""

    css: str
    y: float
    high: float


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it is drawn."""

    heap: Heap
    told: str
    high: float
    pieces: list[Piece]


def columns(view: View, path: str, panels: Sequence[Panel], caption: str, key: bool = True) -> Markup:
    """The picture: panels side by side, each a name and its columns, all on one scale; "" for a single column.

    `key` tells what the colours mean; one picture of a page needs it.
    """
    if sum(len(heaps) for *_, heaps in panels) < 2:
        return Markup("")
    most = max(len(heap.claims) for *_, heaps in panels for heap in heaps)
    drawn = [(name, anchor, sum(len(h.claims) for h in heaps), [_column(view, h, most) for h in heaps])
             for name, anchor, heaps in panels]  # fmt: skip
    used = {piece.css for *_, found in drawn for column in found for piece in column.pieces}
    labels = [label for label in KINDS.values() if label.css in used] if key else []
    values = {"panels": drawn, "caption": caption, "labels": labels}
    return Markup(fill(view, "columns.html", path, values))


def _column(view: View, heap: Heap, most: int) -> Column:
    counts = Counter(view.sharpest_of(claim) for claim in heap.claims)
    pieces: list[Piece] = []
    at = 0.0
    for kind in KINDS:
        if counts[kind]:
            high = max(2.0, round(_HIGH * counts[kind] / most, 1))
            pieces.append(Piece(KINDS[kind].css, round(at, 1), high))
            at += high
    told = [f"{KINDS[kind].word.lower()}: {counts[kind]}" for kind in RELATION if counts[kind]]
    said = "; ".join([f"{heap.title}: {plural(len(heap.claims), 'claim')}", *told])
    return Column(heap, said, round(at, 1), pieces)
