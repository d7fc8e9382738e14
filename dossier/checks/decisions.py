"""People's judgements: about claims that exist, and still what they were about."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.editing.meaning import JUDGED, meant_claim, renamed_claim, told_elsewhere
from dossier.model import Decision, Dossier, fingerprint, is_about
from dossier.problems import Problem
from dossier.store.hints import shown
from dossier.store.places import Pointing


def decisions_are_about_claims(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A decision names two claims of the dossier, once."""
    decided: dict[tuple[str, ...], Decision] = {}
    for decision in _decisions(dossier):
        for id in decision.pair:
            if id not in dossier.claim and not told_elsewhere(id, dossier, at):
                what, hint = f"there is no claim '{shown(id)}'", _meant(decision, id, dossier, at)
                yield Problem(at.id_in(decision.where, id), "unknown-claim", what, hint)
        if len(set(decision.pair)) == 1:
            yield Problem(decision.where, "wrong-pair", "a claim is compared with itself", "name two claims")
        key = (decision.question, *sorted(decision.pair))
        first = decided.setdefault(key, decision)
        if first is not decision:
            what = f"this pair is already decided in line {first.where.line}"
            yield Problem(decision.where, "wrong-pair", what, "keep one of the two decisions")


def _meant(decision: Decision, id: str, dossier: Dossier, at: Pointing) -> str:
    """What to write in place of an id that names no claim; a file that was renamed takes its decisions along."""
    if new := renamed_claim(decision, id, dossier):
        others = [dossier.claim[of] for of in decision.pair if of != id]
        stands = is_about(decision.seen, new, *others)
        seen = "" if stands else f' and, in place of its seen: seen: "{fingerprint(new, *others)}"'
        command = f"python build_dossier.py rename {id} {new.id}"
        return f"its file was renamed; write '{new.id}' here{seen}; or let this write it everywhere: {command}"
    near = meant_claim(id, dossier, at)
    return f"did you mean '{near}'?" if near else JUDGED


def decisions_are_fresh(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A decision remembers what it was about; when a claim changed since, a person looks again."""
    for decision in _decisions(dossier):
        left, right = (dossier.claim.get(id) for id in decision.pair)
        if left and right and left is not right and not is_about(decision.seen, left, right):
            changed = "a claim of this pair changed since it was decided"
            what = changed if decision.seen else "the decision does not say what it was about"
            now = fingerprint(left, right)
            hint = f'look at both claims again; if the decision still holds, write: seen: "{now}"'
            yield Problem(decision.where, "stale-decision", what, hint, "warning")


def confirmations_confirm_something(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """What a person confirmed does not vanish unseen when the rules stop proposing it."""
    proposed = {(relation.between, relation.question) for relation in dossier.relations}
    for decision in _decisions(dossier):
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
            what = "nothing is proposed for this pair any more that could be confirmed; it is shown nowhere"
            hint = (
                "in place of 'confirmed' write what the two are: agrees, contradicts, qualifies, updates or dismissed"
            )
            yield Problem(decision.where, "stale-decision", what, hint, "warning")


def _decisions(dossier: Dossier) -> Iterator[Decision]:
    for question in dossier.codebook.questions:
        yield from question.decisions
    yield from dossier.codebook.decisions
