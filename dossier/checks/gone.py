"""A claim that is gone has one message, however many summaries and decisions name it."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.editing.meaning import CITED, JUDGED
from dossier.problems import Problem

_LISTED = 12  # files, and lines of each, that are named one by one


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their order; those about one lost claim as one, at the first place that names it."""
    told: list[Problem] = []
    lost: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.hint not in (CITED, JUDGED):
            told.append(problem)
            continue
        group = lost.setdefault(_id(problem), [])
        group.append(problem)
        if len(group) == 1:
            told.append(problem)
    return [_whole(lost[_id(problem)]) if problem.hint in (CITED, JUDGED) else problem for problem in told]


def _whole(group: list[Problem]) -> Problem:
    """One message for all places."""
    first = group[0]
    if len(group) == 1:
        return first
    cited = [problem for problem in group if problem.hint == CITED]
    judged = len(group) - len(cited)
    named = _count(len(cited), "summary", "summaries"), _count(judged, "decision", "decisions")
    what = f"there is no claim '{_id(first)}' any more, but {' and '.join(filter(None, named))} name it"
    summaries = "in a summary cite another claim, or take the citation out"
    hint = "; ".join([JUDGED] * bool(judged) + [summaries] * bool(cited))
    lines: dict[str, list[str]] = {}
    for problem in group:
        lines.setdefault(problem.where.path, []).append(str(problem.where.line))
    places = "".join(f"\n{path}: line {', '.join(at[:_LISTED])}" for path, at in list(lines.items())[:_LISTED])
    return Problem(first.where, "unknown-claim" if judged else first.rule, what, f"{hint}. It is named in{places}")


def _id(problem: Problem) -> str:
    return problem.what.split("'")[1]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
