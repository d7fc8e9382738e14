"""What each question comes to: a verdict with its reason, who says what, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.model import Claim, Codebook, Question, Reading, Relation, Source


def readings(
    claims: Iterable[Claim], relations: Iterable[Relation], codebook: Codebook, sources: Iterable[Source]
) -> tuple[Reading, ...]:
    """One reading for each question, in the codebook's order. Origins are counted, not articles."""
    shown = sorted((c for c in claims if c.status != "rejected"), key=lambda c: (c.source, c.start, c.id))
    ordered = sorted(sources, key=lambda s: s.id)
    standing = [r for r in relations if r.status != "dismissed"]
    return tuple(_reading(q, shown, [r for r in standing if r.question == q.id], ordered) for q in codebook.questions)


def _reading(
    question: Question, claims: Sequence[Claim], relations: list[Relation], sources: Sequence[Source]
) -> Reading:
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.stance_on(question.id) and claim.voice not in ("rebutted", "hypothetical"):
            said.setdefault(claim.source, []).append(claim)
    stances = tuple((s, _stance(question.id, said[s]), tuple(c.id for c in said[s])) for s in sorted(said))
    family = {s.id: s.family for s in sources}
    verdict, why = _verdict(stances, relations, family)
    silent = tuple(s.id for s in sources if s.id not in said)
    return Reading(question.id, verdict, why, stances, silent)


def _stance(question: str, claims: Sequence[Claim]) -> str:
    """One word for a source: mixed where it says both."""
    found = {c.stance_on(question) for c in claims}
    return found.pop() if len(found) == 1 else "mixed"


def _verdict(
    stances: Sequence[tuple[str, str, tuple[str, ...]]], relations: list[Relation], family: dict[str, str]
) -> tuple[str, str]:
    if not stances:
        return "open", "No source takes a position."
    origins = {family.get(source, source) for source, _, _ in stances}
    if len(origins) == 1:
        drawn = " (several articles, one origin)" if len(stances) > 1 else ""
        return "single-source", f"Only {stances[0][0]} takes a position{drawn}."
    kinds = {r.type for r in relations}
    sides = {stance for _, stance, _ in stances}
    count = f"{len(origins)} independent sources take a position"
    split = _split(stances)
    if "contradicts" in kinds:
        pairs = sum(r.type == "contradicts" for r in relations)
        return (
            "contradiction",
            f"{count} and {pairs} pair{'s' * (pairs > 1)} of claims contradict each other: {split}.",
        )
    if "updates" in kinds:
        return "changed", f"{count}; where they differ they speak of different times: {split}."
    if "qualifies" in kinds or "mixed" in sides:
        return "qualified", f"{count}, but with limits of scope, degree or certainty: {split}."
    if len(sides) == 1:
        return "agreement", f"{count} and all answer “{sides.pop()}”."
    return "open", f"{count} and differ, but no two claims can be held directly against each other: {split}."


def _split(stances: Sequence[tuple[str, str, tuple[str, ...]]]) -> str:
    parts = []
    for stance in ("yes", "no", "mixed"):
        named = [source for source, found, _ in stances if found == stance]
        if named:
            parts.append(f"“{stance}” from {', '.join(named)}")
    return "; ".join(parts)
