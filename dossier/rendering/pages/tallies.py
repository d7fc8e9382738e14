"""How often things meet, counted for cards and headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.model import Relation
from dossier.rendering.labels import RELATION, Label, plural
from dossier.rendering.view import View

COUNTED = {
    "contradicts": ("contradiction", "contradictions"),
    "qualifies": ("pair partly at odds", "pairs partly at odds"),
    "updates": ("change over time", "changes over time"),
    "agrees": ("agreement", "agreements"),
    "hint": ("hint", "hints"),
}
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


def tally(relations: Iterable[Relation]) -> list[tuple[Label, str]]:
    """How many relations of each kind there are, in the order of the labels: "2 contradictions"."""
    counts = Counter(r.kind for r in relations)
    return [(label, plural(n, *COUNTED[kind])) for kind, label in RELATION.items() if (n := counts[kind])]


def lists(view: View) -> list[tuple[str, str]]:
    """The pages that list something, with how much: "7 agreements", "2 pairs that may contradict"."""
    told = []
    for kind, path in LISTS.items():
        found, all_of_it = len(view.findings(kind)), len(view.of_type(kind))
        if all_of_it:
            counted = (
                plural(found, *COUNTED[kind]) if found else f"{plural(all_of_it, 'pair')} that {RELATION[kind].may}"
            )
            told.append((path, counted))
    return told
