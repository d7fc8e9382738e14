"""Claims that decisions and summaries name, and that do not exist or are not shown.

A claim that is gone has one message, however many places name it, with all that has to be done there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dossier.checks.renamed import named_otherwise, under_another_name
from dossier.editing.meaning import lies_as, meant_claim, renamed_claim, told_elsewhere, unread_claims
from dossier.editing.prose import sentences_of
from dossier.model import Decision, Dossier, fingerprint, is_about
from dossier.problems import Problem, Where
from dossier.store.hints import shown
from dossier.store.places import Pointing

_LISTED = 12  # places that are named one by one
_JUDGED = "bring the file back with 'status: rejected', then its decisions may stay; or delete the decision"
_CITED = "claims are named by folder and file: [source/p01-words]; if it was deleted, cite another or take it out"


@dataclass(frozen=True, slots=True)
class _Named:
    """A place that names a claim: a decision, or a sentence of a summary."""

    where: Where
    decision: Decision | None = None
    alone: str = ""  # the sentence, when it cites no other claim that is shown

    @property
    def then(self) -> str:
        """What else has to be done there when the citation is taken out."""
        return f"'{shown(self.alone)}' then cites nothing: take out the sentence as well" if self.alone else ""


def named_claims_exist(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """What decisions and summaries name is a claim, and one that readers see where a summary cites it."""
    named = _named(dossier, at)
    missing = {id: [place.where for place in places] for id, places in named.items() if id not in dossier.claim}
    unread = unread_claims(dossier, at) if missing else []
    renamed = under_another_name(missing, dossier, at) if missing else {}
    yield from named_otherwise(missing, renamed, dossier, at)
    lost = _without_claims(missing.keys(), renamed, dossier, at)
    for source, ids in lost.items():
        yield _all_gone(source, [place for id in ids for place in named[id]])
    for id, places in named.items():
        if id.partition("/")[0] in {*renamed, *lost}:
            continue
        if id in dossier.claim:
            yield from (_rejected(id, place) for place in places if not place.decision)
        elif told_elsewhere(id, dossier, at):
            continue
        elif path := lies_as(id, (p.decision for p in places if p.decision), unread, dossier, at):
            yield _astray(id, path, places)
        else:
            yield _missing(id, places, dossier, at)


def _without_claims(
    missing: Collection[str], renamed: Collection[str], dossier: Dossier, at: Pointing
) -> dict[str, list[str]]:
    """Articles of which no claim is there, but several are named, none of which was meant for another."""
    by_source: dict[str, list[str]] = {}
    for id in missing:
        by_source.setdefault(id.partition("/")[0], []).append(id)
    there = {claim.source for claim in dossier.claims}
    return {
        source: ids
        for source, ids in by_source.items()
        if source not in {*there, *renamed}
        and len(ids) > 1
        and not any(told_elsewhere(id, dossier, at) or meant_claim(id, dossier, at) for id in ids)
    }


def _astray(id: str, path: str, places: list[_Named]) -> Problem:
    """The message for the file of a named claim that is not read where it lies."""
    what = f"this file of the claim '{shown(id)}', named by {_naming(places)}, is not read here"
    return Problem(Where(path), "unknown-claim", what, f"give it back its name and place: claims/{id}.yaml")


def _named(dossier: Dossier, at: Pointing) -> dict[str, list[_Named]]:
    """Where claims are named that are not there or rejected."""
    found: dict[str, list[_Named]] = {}
    for question in dossier.codebook.questions:
        for said in sentences_of(question.summary):
            hidden = Counter(id for id in said.claims if not _is_shown(id, dossier))
            alone = said.sentence if hidden.total() == len(said.claims) else ""
            for id in hidden.elements():
                summary = at(question.where, "summary")
                passed = sum(p.where.path == summary.path for p in found.get(id, ()))
                found.setdefault(id, []).append(_Named(at.id_in(summary, id, passed), alone=alone))
    for decision in dossier.codebook.every_decision:
        for id in decision.pair:
            if id not in dossier.claim:
                found.setdefault(id, []).append(_Named(at.id_in(decision.where, id), decision))
    return found


def _is_shown(id: str, dossier: Dossier) -> bool:
    claim = dossier.claim.get(id)
    return claim is not None and claim.status != "rejected"


def _rejected(id: str, place: _Named) -> Problem:
    what = f"the summary cites '{shown(id)}', which is rejected and not shown"
    hint = "cite another claim, or leave the sentence out" if place.alone else "cite another claim, or take it out"
    return Problem(place.where, "unknown-citation", what, hint)


def _missing(id: str, places: list[_Named], dossier: Dossier, at: Pointing) -> Problem:
    """One message for all places that name a claim that is gone, or goes by another name."""
    renamed = next((c.id for p in places if p.decision and (c := renamed_claim(p.decision, id, dossier))), "")
    near = renamed or meant_claim(id, dossier, at)
    if near:
        return _meant(id, near, places, dossier, bool(renamed))
    if len(places) > 1:
        return _gone(id, places)
    (place,) = places
    return _untold(id, place, _JUDGED if place.decision else "; ".join(filter(None, (_CITED, place.then))))


def _meant(id: str, near: str, places: list[_Named], dossier: Dossier, renamed: bool) -> Problem:
    """What names a claim by a name that is not its own, or not its own any more."""
    cited, judged = _sorted(places)
    hint = f"its file was renamed; write '{near}'" if renamed else f"did you mean '{near}'?"
    anew = "".join(
        f"\n{p.where.path}: line {p.where.line}: {said}" for p in judged if (said := _seen(id, p, dossier))
    )
    command = f"; or let this write it everywhere: python build_dossier.py rename {id} {near}" if renamed else ""
    if len(places) == 1:
        return _untold(id, places[0], f"{hint}{' here' * renamed}{anew}{command}")
    what = f"there is no claim '{shown(id)}', but {_naming(places)} name it"
    named = f"{_by_file(cited, 'summary')}{_by_file(judged, 'decision')}{anew}"
    hint = f"{hint}{command}{'.' * renamed} It is named in{named}"
    return Problem(_first(places), "unknown-claim" if judged else "unknown-citation", what, hint)


def _untold(id: str, place: _Named, hint: str) -> Problem:
    if place.decision:
        return Problem(place.where, "unknown-claim", f"there is no claim '{shown(id)}'", hint)
    return Problem(place.where, "unknown-citation", f"the summary cites '{shown(id)}', which is no claim", hint)


def _seen(id: str, place: _Named, dossier: Dossier) -> str:
    """What the decision's fingerprint becomes when it names the renamed claim, where it becomes another."""
    new = renamed_claim(place.decision, id, dossier) if place.decision else None
    if not (place.decision and new):
        return ""
    others = [dossier.claim[of] for of in place.decision.pair if of != id]
    stands = is_about(place.decision.seen, new, *others)
    return "" if stands else f'in place of its seen: seen: "{fingerprint(new, *others)}"'


def _gone(id: str, places: list[_Named]) -> Problem:
    """One message for all places."""
    cited, judged = _sorted(places)
    what = f"there is no claim '{shown(id)}' any more, but {_naming(places)} name it"
    summaries = "in a summary, either way," if judged else "in a summary"
    todo = [_JUDGED] * bool(judged) + [f"{summaries} cite another claim, or take the citation out"] * bool(cited)
    lines = [f"\n{p.where.path}: line {p.where.line} (summary{': ' * bool(p.then)}{p.then})" for p in cited[:_LISTED]]
    hint = f"{'; '.join(todo)}. It is named in{''.join(lines)}{_by_file(judged, 'decision')}"
    return Problem(_first(places), "unknown-claim" if judged else "unknown-citation", what, hint)


def _all_gone(source: str, places: list[_Named]) -> Problem:
    """One message for an article none of whose claims is there any more."""
    what = f"no claim of '{shown(source)}' is there any more, but {_naming(places)} name some"
    back = f"bring back from Git what lay in claims/{source}/, and in sources/ the article"
    cited, judged = _sorted(places)
    taken = "take out the citations, with each sentence that then has none, and the decisions"
    hint = f"{back}; or {taken}{_by_file(cited, 'citation')}{_by_file(judged, 'decision')}"
    return Problem(_first(places), "unknown-claim" if judged else "unknown-citation", what, hint)


def _sorted(places: list[_Named]) -> tuple[list[_Named], list[_Named]]:
    """Those in summaries, and decisions."""
    return [place for place in places if not place.decision], [place for place in places if place.decision]


def _first(places: list[_Named]) -> Where:
    return min(place.where for place in places)


def _by_file(places: list[_Named], what: str) -> str:
    """A line for each file: in which of its lines they stand."""
    by_file: dict[str, list[str]] = {}
    for place in places:
        by_file.setdefault(place.where.path, []).append(str(place.where.line))
    lines = []
    for path, at in list(by_file.items())[:_LISTED]:
        more = f" and {len(at) - _LISTED} more" if len(at) > _LISTED else ""
        lines.append(f"\n{path}: line {', '.join(at[:_LISTED])}{more} ({what}{'s' * (len(at) > 1)})")
    return "".join(lines)


def _naming(places: list[_Named]) -> str:
    """How many summaries and decisions name a claim."""
    cited, judged = _sorted(places)
    named = (
        _count(len({p.where.path for p in cited}), "summary", "summaries"),
        _count(len(judged), "decision", "decisions"),
    )
    return " and ".join(filter(None, named))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
