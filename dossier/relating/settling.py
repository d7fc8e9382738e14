"""What would settle a contradiction: the slot in dispute, and the kind of evidence that decides it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Codebook, Relation

# rule -> what the two sides differ in, and what kind of evidence would decide it
_EVIDENCE = {
    "figures": ("the figure", "The table both figures come from, with its date, its base and what it counts."),
    "dates": ("the date", "A document or report of the day itself."),
    "direction": ("the direction", "One series, measured in the same way before and after."),
    "roles": ("who did it to whom", "A first-hand account, or the record of the act."),
    "winners": ("who won", "The declared result, and who declared it."),
    "standing": ("what it is", "The ruling, act or measurement that makes it one or the other, with its date."),
    "phases": ("whether it goes on", "The act or announcement that ended or kept it, with its date."),
    "plans": ("whether it is still planned", "What the one who plans has announced last, with its date."),
    "states": ("the state of things", "The act or record that makes it one or the other, with its date."),
    "poles": ("which way it is", "A first-hand source that saw it, or the record of it, with its date."),
    "slot": (
        "one word of the same statement",
        "A first-hand source that saw it, or the record of it, with its date.",
    ),
    "keepers": ("who holds it", "A first-hand account from the place, with its date."),
    "parts": ("how much of the whole is meant", "The count both sides draw on, with its date."),
    "negation": ("whether it is so", "A first-hand source that would have to show it if it were so."),
    "rebuttal": ("whether it is true", "The first report of the story, and what those concerned have published."),
    "points": ("whether it is so", "A first-hand source that saw it, or the record of it, with its date."),
    "aspects": ("how things stand", "A first-hand source that saw it, or the record of it, with its date."),
    "holders": ("who holds the place", "The ranking both come from, with its date and what it measures."),
    "tallies": ("the number", "The list both numbers come from, with its date and who is counted in it."),
    "measures": ("the figure", "The table both figures come from, with its date, its base and what it counts."),
    "swap": ("one word of the same statement", "The place both sentences come from."),
}
_ANSWER = (
    "the answer itself",
    "Evidence on the question that neither side gave: official figures, documents, polls.",
)


@dataclass(frozen=True, slots=True)
class Settling:
    """What the two sides differ in, and what would decide it; both for readers."""

    slot: str
    evidence: str


def what_would_settle(relation: Relation, codebook: Codebook) -> Settling | None:
    """None where nothing is open: no contradiction, or one that a person dismissed."""
    if relation.type != "contradicts" or relation.status == "dismissed":
        return None
    asked = next((q for q in codebook.questions if q.id == relation.question), None)
    slot, evidence = _EVIDENCE.get(relation.rule, _ANSWER)
    return Settling(slot, (asked.settle if asked else "") or evidence)
