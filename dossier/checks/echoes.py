"""One fault, one message: what only follows from another fault is not told as well."""

from __future__ import annotations

from collections.abc import Collection

from dossier.model import Decision, Dossier
from dossier.problems import Problem, Where, errors

_CODEBOOK = "claims/codebook/"
_NOT_READ = ("bad-name", "unsupported-file", "misplaced-file")  # where its right name is told, these tell less


def without_echoes(dossier: Dossier, problems: list[Problem]) -> list[Problem]:
    """The problems without those that will be gone when the others are mended.

    The form of a quote that the article does not hold is not told: the block to paste has the right one.
    """
    broken = {problem.where.path for problem in errors(problems)}
    if not broken:
        return problems
    waits = {decision.where for decision in _decisions(dossier) if _touches(decision, dossier, broken)}
    cited = {q.where.path for q in dossier.codebook.questions if _cites(q.summary, dossier, broken)}
    asked_for = {p.where.path for p in problems if p.rule == "unknown-claim"}
    pasted = {p.where.path for p in problems if p.rule in ("quote-not-found", "wrong-folder")}
    unread = _unread(dossier, broken)
    return [
        p
        for p in problems
        if not _is_echo(p, broken, waits, cited)
        and (p.rule != "quote-style" or p.where.path not in pasted)
        and (p.rule not in _NOT_READ or p.where.path not in asked_for)
        and not (p.rule in unread and (p.rule == "missing-codebook" or _named(p).islower()))
    ]


def _is_echo(problem: Problem, broken: Collection[str], waits: Collection[Where], cited: Collection[str]) -> bool:
    """A stale decision on a claim that has errors, or a side it took; words of a codebook that has some."""
    if problem.rule == "stale-decision":
        return problem.where in waits
    if problem.rule == "one-sided":
        return problem.where.path in cited
    if problem.rule == "unknown-question":
        folder = f"{_CODEBOOK}questions"
        return folder in broken or f"{folder}/{_named(problem)}.yaml" in broken
    if problem.rule == "unknown-source":
        return "sources" in broken
    return problem.rule == "old-schema" and any(path.startswith(_CODEBOOK) for path in broken)


def _unread(dossier: Dossier, broken: Collection[str]) -> set[str]:
    """Rules about words of a codebook file of which nothing could be read."""
    if any(path != "claims/codebook" and path.casefold() == "claims/codebook" for path in broken):
        return {"missing-codebook"}  # all of it lies there under a name in capitals
    parts = (
        ("unknown-theme", "themes", dossier.codebook.themes),
        ("unknown-country", "places", dossier.codebook.regions),
    )
    return {rule for rule, name, found in parts if not found and f"{_CODEBOOK}{name}.yaml" in broken}


def _named(problem: Problem) -> str:
    """The question a message is about."""
    return problem.what.partition("'")[2].rpartition("'")[0]


def _touches(decision: Decision, dossier: Dossier, broken: Collection[str]) -> bool:
    return any(claim.where.path in broken for id in decision.pair if (claim := dossier.claim.get(id)))


def _cites(summary: str, dossier: Dossier, broken: Collection[str]) -> bool:
    return any(id in summary for id, claim in dossier.claim.items() if claim.where.path in broken)


def _decisions(dossier: Dossier) -> list[Decision]:
    return [*(d for q in dossier.codebook.questions for d in q.decisions), *dossier.codebook.decisions]
