"""A cue by which many claims seem to contradict each other is looked at before anybody believes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.cues_at_work import unjudged
from dossier.model import Codebook, Dossier, Question, Relation
from dossier.model.sameness import once_for_each
from dossier.problems import Problem
from dossier.reading.reasons import reasons_in
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
        worst = _worst(dossier, question, disputed)
        if worst and _MANY <= worst.disputes > len(disputed) / 2:
            (claim, words), *_ = worst.finds
            what = (
                f"{worst.disputes} of {len(disputed)} contradictions hang on the cue '{shown(worst.cue)}' "
                f"('{shown(words)}' in {claim}), and nobody has judged one"
            )
            hint = (
                f"python build_dossier.py explain {question.id} shows what each cue finds: confirm or dismiss a "
                "pair, or make the cue say more"
            )
            yield Problem(at(question.where, worst.key, worst.cue), "loose-cue", what, hint, "warning")


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A cue, the claims it found with the words in each, and in how many contradictions those stand."""

    key: str
    cue: str
    finds: tuple[tuple[str, str], ...]
    disputes: int


def _worst(dossier: Dossier, question: Question, disputed: Sequence[Relation]) -> _Suspect | None:
    """The cue with a part in most of them; of several, that which finds fewest claims.

    A drafted position holds the words it was found by, so that the cues are tried on those words alone.
    """
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for id in sorted({id for r in disputed for id in r.between}):
        claim = dossier.claim[id]
        said = next((p.words for p in claim.positions if p.question == question.id), "")
        for key, cue in _cues_in(said, question, dossier.codebook) if claim.status != "rejected" else ():
            found.setdefault((key, cue), []).append((id, said))
    suspects = [
        _Suspect(key, cue, tuple(finds), sum(any(id in r.between for id, _ in finds) for r in disputed))
        for (key, cue), finds in found.items()
    ]
    return max(suspects, key=lambda one: (one.disputes, -len(one.finds)), default=None)


@once_for_each
def _alone(question: Question, codebook: Codebook) -> Codebook:
    """The codebook with the cues of one question and nothing beside them that could shut them out."""
    bare = replace(question, about=(), countries=(), examples_yes=(), examples_no=(), examples_neither=())
    return replace(codebook, questions=(bare,))


@once_for_each
def _cues_in(words: str, question: Question, codebook: Codebook) -> tuple[tuple[str, str], ...]:
    found = reasons_in(words, (), _alone(question, codebook)) if words else ()
    return tuple((r.key, r.cue) for r in found if not r.without_effect)
