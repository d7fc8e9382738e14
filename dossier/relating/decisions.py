"""People's judgements on pairs of claims win over the engine, for as long as the claims stay what they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.model import NOWHERE, RELATION_TYPES, Claim, Codebook, Decision, Relation, is_about
from dossier.model.sameness import once_for_each


def all_decisions(codebook: Codebook) -> list[Decision]:
    """Every decision of the codebook; those in a question's file belong to that question."""
    of_questions = [
        decision if decision.question else replace(decision, question=question.id)
        for question in codebook.questions
        for decision in question.decisions
    ]
    return sorted([*of_questions, *codebook.decisions], key=lambda d: (sorted(d.pair), d.question, d.on))


@once_for_each  # what hangs on a codebook is kept by where it lies
def undecided(codebook: Codebook) -> Codebook:
    """What of a codebook claims are compared by: after a decision, a theme's word, a summary, all is as it was."""
    questions = [
        replace(q, themes=(), countries=(), summary="", settle="", decisions=(), where=NOWHERE)
        for q in codebook.questions
    ]
    return replace(codebook, themes=(), events=(), decisions=(), questions=tuple(questions))


def is_stale(decision: Decision, claims: dict[str, Claim]) -> bool:
    """Whether a claim changed since the person compared them; a decision without a fingerprint never is."""
    a, b = (claims.get(i) for i in decision.pair)
    return bool(decision.seen) and a is not None and b is not None and not is_about(decision.seen, a, b)


def apply_decisions(
    relations: Iterable[Relation], claims: Iterable[Claim], codebook: Codebook
) -> tuple[Relation, ...]:
    """The relations with people's judgements worked in: confirmed, dismissed, of another type, stale, or new.

    Decisions about claims that do not exist (or are rejected) change nothing; the checks report them.
    """
    known = {c.id: c for c in claims if c.status != "rejected"}
    found = list(relations)
    for decision in all_decisions(codebook):
        pair = (min(decision.pair), max(decision.pair))
        if not all(i in known for i in pair) or pair[0] == pair[1]:
            continue
        at = [n for n, r in enumerate(found) if r.between == pair and _meant(r, decision)]
        for n in at:
            found[n] = _judged(found[n], decision, is_stale(decision, known))
        if not at and _type(decision):
            found.append(_made(decision, pair, known))
    return tuple(sorted((_drafted(r, known) for r in found), key=lambda r: (r.between, r.question)))


_OPPOSED = ("contradicts", "updates")


def _drafted(relation: Relation, known: dict[str, Claim]) -> Relation:
    """Opposite answers to a question are marked where cues alone made both, and nobody has reviewed a claim.

    Of their contradictions half held in articles nobody had seen; of 16 that seemed to show a change none did.
    """
    if not relation.question or relation.type not in _OPPOSED or relation.status != "proposed":
        return relation
    sides = [known[id] for id in relation.between if id in known]
    by_cues = [
        c.status == "draft" and any(p.question == relation.question and p.words for p in c.positions) for c in sides
    ]
    return _by_cues_alone(relation) if by_cues and all(by_cues) else relation


@once_for_each  # so that of what was found before it makes the very same object
def _by_cues_alone(relation: Relation) -> Relation:
    return replace(relation, drafted=True)


def _meant(relation: Relation, decision: Decision) -> bool:
    return not decision.question or relation.question in ("", decision.question)


def _type(decision: Decision) -> str:
    """What the person took the two for; "" when they dismissed it, or confirmed what nobody wrote down."""
    meant = decision.proposed if decision.relation == "confirmed" else decision.relation
    return meant if meant in RELATION_TYPES else ""


def _judged(relation: Relation, decision: Decision, stale: bool) -> Relation:
    """A stale judgement keeps what the engine sees now, and is shown beside it to be looked at again.

    Where a person calls it something else, their reason takes the place of the engine's, which argues otherwise. What
    was judged for a question belongs to it, be it found by what else the two say.
    """
    relation = replace(relation, question=relation.question or decision.question)
    if stale:
        return replace(relation, status="stale", decision=decision)
    status = "dismissed" if decision.relation == "dismissed" else "confirmed"
    kind = _type(decision) or relation.type
    score = 1.0 if status == "confirmed" else 0.0
    because = relation.because if kind == relation.type else decision.because
    return replace(relation, type=kind, because=because, status=status, decision=decision, score=score)


def _made(decision: Decision, pair: tuple[str, str], known: dict[str, Claim]) -> Relation:
    """A relation the engine did not find and a person did."""
    stale = is_stale(decision, known)
    return Relation(
        type=_type(decision),
        between=pair,
        question=decision.question,
        rule="decision",
        because=decision.because,
        words=("", ""),
        score=0.5 if stale else 1.0,
        status="stale" if stale else "confirmed",
        decision=decision,
    )
