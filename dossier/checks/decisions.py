"""People's judgements: about claims that exist, and still what they were about."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Decision, Dossier, fingerprint, is_about
from dossier.problems import Problem, Where
from dossier.store.places import Pointing


def decisions_are_about_pairs(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A decision names two claims, and no pair is decided twice."""
    twice = _twice(dossier)
    for decision in dossier.codebook.every_decision:
        if len(set(decision.pair)) == 1:
            yield Problem(decision.where, "wrong-pair", "a claim is compared with itself", "name two claims")
        if first := twice.get(decision.where):
            here = first.path == decision.where.path
            what = f"this pair is already decided in {f'line {first.line}' if here else first}"
            severity = "error" if here else "warning"  # what 'decide' may leave behind stops no build
            yield Problem(decision.where, "wrong-pair", what, "keep one of the two decisions", severity)


def decisions_are_fresh(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A decision remembers what it was about; when a claim changed since, a person looks again."""
    twice = _twice(dossier)
    for decision in dossier.codebook.every_decision:
        left, right = (dossier.claim.get(id) for id in decision.pair)
        told = left is right or decision.where in twice
        if left and right and not told and not is_about(decision.seen, left, right):
            changed = "a claim of this pair has changed since it was decided"
            what = changed if decision.seen else "the decision does not say what it was about"
            now = fingerprint(left, right)
            hint = f'look at both claims again; if the decision still holds, write: seen: "{now}"'
            yield Problem(decision.where, "stale-decision", what, hint, "warning")


def _twice(dossier: Dossier) -> dict[Where, Where]:
    """Where a pair is decided again, for the same question or for none, and where it was first."""
    decided: dict[tuple[str, ...], list[Decision]] = {}
    found = {}
    for decision in dossier.codebook.every_decision:
        before = decided.setdefault(tuple(sorted(decision.pair)), [])
        if first := next((d for d in before if decision.question in ("", d.question)), None):
            found[decision.where] = first.where
        before.append(decision)
    return found


def confirmations_confirm_something(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """What a person confirmed does not vanish unseen when the rules stop proposing it."""
    proposed = {(relation.between, relation.question) for relation in dossier.relations}
    for decision in dossier.codebook.every_decision:
        claims = [dossier.claim.get(id) for id in decision.pair]
        if (
            decision.relation != "confirmed"
            or decision.proposed
            or not all(c and c.status != "rejected" for c in claims)
        ):
            continue
        pair = (min(decision.pair), max(decision.pair))
        if not any(
            between == pair and (not decision.question or q in ("", decision.question)) for between, q in proposed
        ):
            what = "nothing is proposed for this pair any more, so there is nothing to confirm; it is shown nowhere"
            hint = "instead of 'confirmed' write agrees, contradicts, qualifies, updates or dismissed"
            yield Problem(decision.where, "stale-decision", what, hint, "warning")
