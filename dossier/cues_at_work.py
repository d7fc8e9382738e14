"""What each cue of a question finds, and which contradictions depend on it, so that a loose cue stands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.checks.loose import unjudged
from dossier.model import Claim, Dossier, Question, Relation
from dossier.reading.reasons import Reason, reasons_in

_LISTS = ("yes", "no", "signs_yes", "signs_no")
_NAMED = 3  # claims told of each cue


@dataclass(frozen=True, slots=True)
class AtWork:
    """One cue, the drafted positions it gave with its words in each claim, and the contradictions they are in."""

    key: str  # yes, no, signs-yes, signs-no
    cue: str
    finds: tuple[tuple[Claim, Reason], ...]
    in_dispute: tuple[Relation, ...]  # those that nobody has judged


def at_work(dossier: Dossier, question: Question) -> tuple[AtWork, ...]:
    """Every cue of a question, in the order of its file, with what it finds in the dossier's claims."""
    bare = replace(question, examples_yes=(), examples_no=(), examples_neither=())
    alone = replace(dossier.codebook, questions=(bare,))
    found: dict[tuple[str, str], list[tuple[Claim, Reason]]] = {}
    for claim in dossier.claims:
        said = [p.words for p in claim.positions if p.question == question.id and claim.status != "rejected"]
        for reason in reasons_in(claim.quote, claim.countries, alone, {question.id}) if any(said) else ():
            if not reason.without_effect and reason.words in said[0]:
                found.setdefault((reason.key, reason.cue), []).append((claim, reason))
    disputed = unjudged(dossier, question)
    cues = [(key.replace("_", "-"), cue) for key in _LISTS for cue in getattr(question, key)]
    return tuple(_at_work(key, cue, found.get((key, cue), []), disputed) for key, cue in cues)


def not_yet_drafted(dossier: Dossier, question: Question) -> tuple[Claim, ...]:
    """Claims that match its cues while none takes a side, as nothing was drafted since the question was added."""
    if any(p.question == question.id for claim in dossier.claims for p in claim.positions):
        return ()
    alone = replace(dossier.codebook, questions=(question,))
    found = ((claim, reasons_in(claim.quote, claim.countries, alone)) for claim in dossier.claims)
    return tuple(claim for claim, reasons in found if any(not reason.without_effect for reason in reasons))


def told(work: AtWork) -> Iterator[str]:
    """A few lines for people."""
    dispute = f", {_counted(len(work.in_dispute), 'contradiction')} nobody has judged" if work.in_dispute else ""
    finds = f"finds {_counted(len(work.finds), 'claim')}{dispute}" if work.finds else "finds nothing"
    yield f"  {work.key:<9}  {work.cue}: {finds}"
    for claim, reason in work.finds[:_NAMED]:
        turned = f", turned round by {reason.turned_by!r}" if reason.turned_by else ""
        yield f"      {reason.words!r}{turned}  {claim.id}"
    if len(work.finds) > _NAMED:
        yield f"      and in {len(work.finds) - _NAMED} more"


def _at_work(key: str, cue: str, finds: list[tuple[Claim, Reason]], disputed: list[Relation]) -> AtWork:
    ids = {claim.id for claim, _ in finds}
    return AtWork(key, cue, tuple(finds), tuple(r for r in disputed if not ids.isdisjoint(r.between)))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
