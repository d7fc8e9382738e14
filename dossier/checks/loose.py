"""A cue by which many claims seem to contradict each other is looked at before anybody believes them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cues_at_work import AtWork, at_work, unjudged
from dossier.model import Dossier, Question
from dossier.problems import Problem
from dossier.store.hints import shown
from dossier.store.places import Pointing

_MANY = 3  # contradictions from which one cue is told of


def cues_in_many_disputes_were_looked_at(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """No cue has a part in most of several contradictions on its question before a person has judged one."""
    for question in dossier.codebook.questions:
        judged = any(r.question == question.id and r.status in ("confirmed", "dismissed") for r in dossier.relations)
        disputed = [] if judged else unjudged(dossier, question)
        if len(disputed) < _MANY:
            continue
        worst = _worst(dossier, question)
        if worst and _MANY <= len(worst.in_dispute) > len(disputed) / 2:
            (claim, reason), *_ = worst.finds
            what = (
                f"{len(worst.in_dispute)} of {len(disputed)} contradictions hang on the cue '{shown(worst.cue)}' "
                f"('{shown(reason.words)}' in {claim.id}), and nobody has judged one"
            )
            hint = (
                f"python build_dossier.py explain {question.id} shows what each cue finds: confirm or dismiss a "
                "pair, or make the cue say more"
            )
            yield Problem(at(question.where, worst.key, worst.cue), "loose-cue", what, hint, "warning")


def _worst(dossier: Dossier, question: Question) -> AtWork | None:
    """The cue with a part in most of them; of several, that which finds fewest claims."""
    against = {id for r in unjudged(dossier, question) for id in r.between}
    cues = at_work(dossier, question, [dossier.claim[id] for id in sorted(against)])
    found = [work for work in cues if work.finds]
    return max(found, key=lambda work: (len(work.in_dispute), -len(work.finds)), default=None)
