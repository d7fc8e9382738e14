"""A person's decision on two claims, from what was typed to a record that can be written."""

from __future__ import annotations

from dataclasses import replace

from dossier.explain import claim_named
from dossier.model import Claim, Decision, Dossier, Relation, fingerprint, is_about
from dossier.problems import Refused
from dossier.store.hints import did_you_mean, listed


def decision_on(dossier: Dossier, typed: Decision) -> Decision:
    """What was typed with its ids and its question found, and the fingerprint of both claims as they stand.

    A confirmation also keeps what is confirmed: what the person saw proposed, else what the rules propose now.
    Raises Refused with a message for the person who typed it.
    """
    a, b = (_claim(dossier, wanted) for wanted in typed.pair)
    if a.id == b.id:
        raise Refused("name two different claims", "wrong-pair")
    if not typed.because.strip():
        raise Refused("say why in a sentence, after --because", "missing-key")
    seen = fingerprint(a, b)
    if typed.seen and not is_about(typed.seen, a, b):
        raise Refused("a claim of this pair changed since the list was made; list it again", "stale-decision")
    found = [r for r in dossier.relations if set(r.between) == {a.id, b.id}]
    question = _question(dossier, a, b, typed, found)
    proposed = typed.proposed
    if typed.relation == "confirmed" and not proposed:
        proposed = _now(found, question)
        if not proposed:
            about = f" on '{question}'" if question else ""
            what = f"nothing is proposed for these two{about} that could be confirmed; say how they are related"
            raise Refused(what, "wrong-choice")
    because = " ".join(typed.because.split())
    kept = proposed if typed.relation == "confirmed" else ""
    return replace(typed, pair=(a.id, b.id), because=because, seen=seen, question=question, proposed=kept)


def shifted(dossier: Dossier, typed: Decision, decision: Decision) -> str:
    """What a person should hear who confirmed something that is not what the rules propose now, or not there."""
    if decision.relation != "confirmed":
        return ""
    found = [r for r in dossier.relations if set(r.between) == set(decision.pair)]
    now = _now(found, decision.question)
    said = [] if now == decision.proposed else [f"the rules now propose {now or 'nothing'}"]
    if typed.question not in ("", decision.question):
        said.append(f"it is proposed on '{decision.question}', not on '{typed.question}'")
    pair = " and ".join(decision.pair)
    return f"{pair}: confirmed as '{decision.proposed}'; {'; '.join(said)}" if said else ""


def stale_on(dossier: Dossier, ids: tuple[str, ...], question: str = "") -> dict[Decision, str]:
    """The decisions on one claim, or on the two of a pair, that went stale, each with its fingerprint of now.

    Those that never said what they were about count as stale. Refused when there is none.
    """
    wanted = {_claim(dossier, id).id for id in ids}
    of = known_question(dossier, question) if question else ""
    found = {}
    for decision in dossier.codebook.every_decision:
        a, b = (dossier.claim.get(id) for id in decision.pair)
        meant = wanted <= set(decision.pair) and of in ("", decision.question)
        if meant and a and b and not is_about(decision.seen, a, b):
            found[decision] = fingerprint(a, b)
    if not found:
        raise Refused(f"no decision on {' and '.join(sorted(wanted))} is stale", "stale-decision")
    return found


def known_question(dossier: Dossier, wanted: str) -> str:
    """The id of a question somebody named; Refused with the nearest one when there is none."""
    if wanted not in dossier.question:
        near = did_you_mean(wanted, dossier.question, f"the questions are: {listed(dossier.question) or 'none'}")
        raise Refused(f"no question is called {wanted!r}; {near}", "unknown-question")
    return wanted


def _claim(dossier: Dossier, wanted: str) -> Claim:
    claim = claim_named(dossier, wanted)
    if claim.status == "rejected":
        what = f"{claim.id} is rejected, so there is nothing to decide"
        raise Refused(what, "unknown-claim")
    return claim


def _question(dossier: Dossier, a: Claim, b: Claim, typed: Decision, found: list[Relation]) -> str:
    """The question it belongs to: the one named, else the only one they meet on, "" when they share none.

    What is confirmed is taken where it is proposed, when that moved to another question since.
    """
    met = {r.question for r in found if r.question}
    if typed.question:
        named = known_question(dossier, typed.question)
        moved = typed.relation == "confirmed" and not _now(found, named) and len(met) == 1
        return met.pop() if moved else named
    shared = sorted(met or {p.question for p in a.positions if b.stance_on(p.question)})
    if unread := [id for id in shared if id not in dossier.question]:
        what = f"both answer '{unread[0]}', whose file is missing or cannot be read; fix what 'check' reports first"
        raise Refused(what, "unknown-question")
    if len(shared) > 1:
        what = f"they share several questions; name one with --question: {', '.join(shared)}"
        raise Refused(what, "unknown-question")
    return shared[0] if shared else ""


def _now(found: list[Relation], question: str) -> str:
    """What the pair is taken for on a question, or without one; "" when for nothing."""
    return next((r.type for wanted in (question, "") for r in found if r.question == wanted), "")
