"""One fault, one message: what only follows from another fault is not told as well."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from dossier.model import Decision, Dossier
from dossier.problems import Problem, Where, errors, in_order
from dossier.store.files import is_slug, safe_name

_CODEBOOK = "claims/codebook/"
_PART_OF = {"unknown-theme": "themes", "unknown-country": "places"}
_NO_SUCH = re.compile(r"no (place|group) is called '~?([^']+)'")
_MEANT = re.compile(r"did you mean '([a-z_-]+)'\?")
_SEVERAL = 3  # keys in another spelling, before they are told together
_ALL = "*"
_NOT_READ = ("bad-name", "unsupported-file", "misplaced-file")  # where its right name is told, these tell less


def without_echoes(dossier: Dossier, problems: list[Problem]) -> list[Problem]:
    """The problems without those that will be gone when the others are mended.

    The form of a quote that the article does not hold is not told: the block to paste has the right one.
    """
    broken = {problem.where.path for problem in errors(problems)}
    if not broken:
        return problems
    waits = {decision.where for decision in dossier.codebook.every_decision if _touches(decision, dossier, broken)}
    misnaming = {p.where.path for p in problems if p.rule in ("unknown-claim", "unknown-citation")}
    cited = {q.where.path for q in dossier.codebook.questions if _cites(q.summary, dossier, broken)} | misnaming
    asked_for = {p.where.path for p in problems if p.rule == "unknown-claim"}
    pasted = {p.where.path for p in problems if p.rule in ("quote-not-found", "wrong-folder")}
    unread = _unread(dossier, broken)
    faulty = {p.where for p in errors(problems)}
    misspelt = {p.where.path for p in problems if p.rule == "unknown-key"}
    unreadable = {p.where.path for p in errors(problems) if p.rule != "missing-metadata"}
    told = [
        p
        for p in problems
        if not _is_echo(p, broken, waits, cited)
        and (p.severity == "error" or p.where not in faulty)
        and (p.severity == "error" or p.rule != "wrong-choice" or p.where.path not in misspelt)
        and (p.rule != "quote-style" or p.where.path not in pasted)
        and (p.rule != "missing-metadata" or p.where.path not in unreadable)
        and (p.rule not in _NOT_READ or p.where.path not in asked_for)
        and not _asks_for(p, unread)
    ]
    return _joined(told)


def _joined(problems: list[Problem]) -> list[Problem]:
    """The problems with one in place of several keys of a file that stand there in another spelling each."""
    by_file: dict[str, list[tuple[Problem, str]]] = {}
    for problem in problems:
        if problem.rule == "unknown-key" and (meant := _MEANT.fullmatch(problem.hint)):
            by_file.setdefault(problem.where.path, []).append((problem, meant[1]))
    several = {path: found for path, found in by_file.items() if len(found) >= _SEVERAL}
    echoes = {id(problem) for found in several.values() for problem, _ in found}
    anew = []
    for found in several.values():
        first, _ = found[0]
        what = f"{len(found)} keys are misspelt, the first of them '{_named(first)}'"
        hint = f"write each in lower case, with nothing around it: {', '.join(meant for _, meant in found)}"
        anew.append(Problem(first.where, "unknown-key", what, hint))
    return in_order([*(p for p in problems if id(p) not in echoes), *anew]) if anew else problems


def _is_echo(problem: Problem, broken: Collection[str], waits: Collection[Where], cited: Collection[str]) -> bool:
    """A stale decision on a claim that has errors, or a side it took; words of a codebook that has some."""
    if problem.rule == "stale-decision":
        return problem.where in waits
    if problem.rule == "one-sided":
        return problem.where.path in cited
    if problem.rule == "unknown-question":
        folder = f"{_CODEBOOK}questions"
        return folder in broken or f"{folder}/{_named(problem)}.yaml" in broken
    if problem.rule == "missing-codebook":  # all of it lies there under a name in capitals
        return any(path != "claims/codebook" and path.casefold() == "claims/codebook" for path in broken)
    if problem.rule == "unknown-source":
        return "sources" in broken
    return problem.rule == "old-schema" and any(path.startswith(_CODEBOOK) for path in broken)


def _unread(dossier: Dossier, broken: Collection[str]) -> dict[str, set[str]]:
    """Parts of the codebook that have errors -> the words they lack by them; all words where nothing was read."""
    book = dossier.codebook
    parts = (("themes", book.themes), ("places", book.regions), ("groups", book.groups))
    return {
        name: {safe_name(entry.id) for entry in entries if not is_slug(entry.id)} if entries else {_ALL}
        for name, entries in parts
        if f"{_CODEBOOK}{name}.yaml" in broken
    }


def _asks_for(problem: Problem, unread: Mapping[str, set[str]]) -> bool:
    """Whether a message is about a word that a part of the codebook lacks only by an error of its own."""
    part, words = _PART_OF.get(problem.rule, ""), _named(problem).split("' or '")
    if problem.rule == "bad-cue" and (found := _NO_SUCH.search(problem.what)):
        part, words = f"{found[1]}s", [found[2]]
    lacking = unread.get(part, set())
    return all(word.islower() and (_ALL in lacking or word in lacking) for word in words)


def _named(problem: Problem) -> str:
    """The question a message is about."""
    return problem.what.partition("'")[2].rpartition("'")[0]


def _touches(decision: Decision, dossier: Dossier, broken: Collection[str]) -> bool:
    return any(claim.where.path in broken for id in decision.pair if (claim := dossier.claim.get(id)))


def _cites(summary: str, dossier: Dossier, broken: Collection[str]) -> bool:
    return any(id in summary for id, claim in dossier.claim.items() if claim.where.path in broken)
