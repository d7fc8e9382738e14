"""What would settle an open contradiction: what the two sides differ in, and the kind of evidence that decides it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.data import load
from dossier.model import Question, Relation


@dataclass(frozen=True, slots=True)
class Settling:
    """What is in dispute ("" where the quotations say it best), and what would decide it, in words for readers."""

    slot: str
    evidence: str


def what_would_settle(relation: Relation, asked: Question | None = None) -> Settling | None:
    """None where nothing is open, and where the question `asked` says it for all its pairs."""
    if relation.type != "contradicts" or relation.status == "dismissed" or (asked and asked.settle):
        return None
    told = load("settling.yaml")
    found = told.get(relation.rule, told["decision"])  # an editor may find two at odds whose words agree
    return Settling(found.get("slot", ""), found["evidence"])
