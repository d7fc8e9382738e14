"""How often things meet, counted for cards and headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.model import Relation
from dossier.rendering.labels import RELATION

WORDS = {
    "contradicts": "contradictions",
    "qualifies": "partly at odds",
    "updates": "changes over time",
    "agrees": "agreements",
    "hint": "hints",
}
ONE = {"contradicts": "contradiction", "qualifies": "partly at odds", "updates": "change over time",
       "agrees": "agreement", "hint": "hint"}  # fmt: skip
TITLES = {
    "contradicts": "Contradictions",
    "agrees": "Agreements",
    "updates": "Changes over time",
    "qualifies": "Partly at odds",
}
LISTS = {
    "contradicts": "contradictions.html",
    "agrees": "agreements.html",
    "updates": "changes.html",
    "qualifies": "partly-at-odds.html",
}


def tally(relations: Iterable[Relation]) -> list[tuple[str, int]]:
    """How many relations of each kind, in the order of the labels."""
    counts = Counter(r.kind for r in relations)
    return [(kind, counts[kind]) for kind in RELATION]
