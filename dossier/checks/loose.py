"""A cue by which many claims seem to contradict each other is looked at before anybody believes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dossier.model import Codebook, Dossier, Question, Relation
from dossier.model.plain import plain
from dossier.model.sameness import once_for_each
from dossier.problems import Problem
from dossier.store.cache import Cache, open_cache
from dossier.store.hints import shown
from dossier.store.places import Pointing

Cue = tuple[str, str]  # the list it stands in, and the cue
Known = Callable[[Question, Sequence[str]], dict[str, tuple[Cue, ...]]]
_MANY = 3  # contradictions from which one cue is told of


def cues_in_many_disputes_were_looked_at(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """No cue has a part in most of several contradictions on its question before a person has judged one."""
    known = _known(dossier.codebook, at.root)
    related: dict[str, list[Relation]] = {}
    for relation in dossier.relations:
        related.setdefault(relation.question, []).append(relation)
    for question in dossier.codebook.questions:
        on_it = related.get(question.id, [])
        judged = any(r.status in ("confirmed", "dismissed") for r in on_it)
        disputed = [] if judged else _unjudged(on_it)
        if len(disputed) < _MANY:
            continue
        worst = _worst(question, _said(dossier, question, disputed), disputed, known)
        if worst and _MANY <= worst.disputes > len(disputed) / 2:
            (claim, words), *_ = worst.finds
            what = (
                f"{worst.disputes} of {len(disputed)} contradictions depend on the cue '{shown(worst.cue)}' "
                f"('{shown(words)}' in {claim}), and nobody has decided any"
            )
            hint = (
                f"python build_dossier.py explain {question.id} shows what each cue finds: confirm or dismiss a "
                "pair, or make the cue say more"
            )
            yield Problem(at(question.where, worst.key, worst.cue), "loose-cue", what, hint, "warning")


def unjudged(dossier: Dossier, question: Question) -> list[Relation]:
    """The contradictions on a question that nobody has looked at yet."""
    return _unjudged(r for r in dossier.relations if r.question == question.id)


def _unjudged(relations: Iterable[Relation]) -> list[Relation]:
    return [r for r in relations if r.type == "contradicts" and r.status == "proposed"]


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A cue, the claims it found with the words in each, and in how many contradictions those stand."""

    key: str
    cue: str
    finds: tuple[tuple[str, str], ...]
    disputes: int


def _worst(question: Question, said: dict[str, str], disputed: Sequence[Relation], known: Known) -> _Suspect | None:
    """The cue with a part in most of them; of several, that which finds fewest claims.

    A drafted position holds the words it was found by, so that the cues are tried on those words alone: `said`.
    """
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    cues = known(question, sorted({*said.values()}))
    for id, words in said.items():
        for cue in cues[words]:
            found.setdefault(cue, []).append((id, words))
    suspects = [
        _Suspect(key, cue, tuple(finds), _taking_part({id for id, _ in finds}, disputed))
        for (key, cue), finds in found.items()
    ]
    return max(suspects, key=lambda one: (one.disputes, -len(one.finds)), default=None)


def _taking_part(claims: set[str], disputed: Sequence[Relation]) -> int:
    return sum(not claims.isdisjoint(r.between) for r in disputed)


def _said(dossier: Dossier, question: Question, disputed: Sequence[Relation]) -> dict[str, str]:
    """By which words each claim at odds was found to answer the question."""
    claims = [dossier.claim[id] for id in sorted({id for r in disputed for id in r.between})]
    answers = ((c.id, p) for c in claims if c.status != "rejected" for p in c.positions)
    return {id: position.words for id, position in answers if position.question == question.id and position.words}


def _known(codebook: Codebook, root: Path | None) -> Known:
    """Which cues of a question stand in each of some texts, kept until the question or a text changes."""
    kept = open_cache(root) if root else Cache()

    def cues_in(question: Question, texts: Sequence[str]) -> dict[str, tuple[Cue, ...]]:
        alone = _alone(question, codebook)
        parts = (repr(plain(alone)), *texts)
        make = partial(_cues_in, texts, alone)
        return dict(zip(texts, kept.record("cues", parts, tuple[tuple[Cue, ...], ...], make, of=question.id)))

    return cues_in


@once_for_each
def _alone(question: Question, codebook: Codebook) -> Codebook:
    """The cues of one question with all they name, and nothing beside them that could shut them out."""
    cues = {key: getattr(question, key) for key in ("yes", "no", "signs_yes", "signs_no")}
    bare = Question(question.id, question.question, **cues)
    return Codebook(regions=codebook.regions, names=codebook.names, groups=codebook.groups, questions=(bare,))


def _cues_in(texts: Sequence[str], alone: Codebook) -> tuple[tuple[Cue, ...], ...]:
    from dossier.reading.reasons import reasons_in  # half a second of word lists, where nothing is kept

    found = (reasons_in(text, (), alone) for text in texts)
    return tuple(tuple((r.key, r.cue) for r in reasons if not r.without_effect) for reasons in found)
