"""A person's judgement on two claims, from what they typed to a record that can be written."""

from __future__ import annotations

from dossier.explain import claim_named
from dossier.model import Claim, Decision, Dossier, fingerprint
from dossier.store.hints import did_you_mean


def decision_on(
    dossier: Dossier, ids: tuple[str, str], relation: str, because: str, question: str, by: str, on: str
) -> Decision:
    """The decision with its question found and the fingerprint of both claims as they stand.

    Raises LookupError with a message for the person who typed it.
    """
    a, b = (claim_named(dossier, wanted) for wanted in ids)
    if a.id == b.id:
        raise LookupError("name two different claims")
    for claim in (a, b):
        if claim.status == "rejected":
            raise LookupError(f"{claim.id} is rejected and takes part in nothing; there is nothing to decide")
    if not because.strip():
        raise LookupError("say why in a sentence, after --because")
    question = _question(dossier, a, b, question)
    if relation == "confirmed" and not any(_related(dossier, a, b, q) for q in (question, "")):
        about = f" on '{question}'" if question else ""
        raise LookupError(f"nothing is proposed for these two{about} that could be confirmed; name what they are")
    return Decision((a.id, b.id), relation, " ".join(because.split()), by, on, fingerprint(a, b), question)


def _question(dossier: Dossier, a: Claim, b: Claim, wanted: str) -> str:
    """The question it belongs to: the one named, else the only one they meet on, "" when they share none."""
    if wanted:
        if wanted not in dossier.question:
            near = did_you_mean(wanted, dossier.question, f"the questions are: {', '.join(sorted(dossier.question))}")
            raise LookupError(f"no question is called {wanted!r}; {near}")
        return wanted
    met = {r.question for r in dossier.relations if set(r.between) == {a.id, b.id} and r.question}
    both = met or {p.question for p in a.positions if b.stance_on(p.question)}
    shared = sorted(both & dossier.question.keys())
    if len(shared) > 1:
        raise LookupError(f"they share several questions; name one with --question: {', '.join(shared)}")
    return shared[0] if shared else ""


def _related(dossier: Dossier, a: Claim, b: Claim, question: str) -> bool:
    return any(set(r.between) == {a.id, b.id} and r.question == question for r in dossier.relations)
