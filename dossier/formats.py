"""Problems as text for people, annotations for GitHub, and JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from dossier.editing.naming import plain
from dossier.problems import Problem, in_order

ANNOTATIONS = 10  # GitHub shows no more of each kind from one step
_ALIKE = 3  # as many places are told one by one; of more, the first
_OF_ONE_FILE = 20
_LISTED = 500  # a step's summary must stay below a megabyte


def as_text(problems: Sequence[Problem]) -> str:
    """One problem after another, each with its hint below.

    The same problem in many places is printed once, and the list of a file with very many problems is cut: the first
    ones must be fixed before the rest can be trusted. `as_json` has them all.
    """
    return "\n".join(_folded(problems))


def _folded(problems: Sequence[Problem]) -> Iterator[str]:
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        alike.setdefault(_said(problem), []).append(problem)
    told: Counter[str] = Counter()
    for problem in problems:
        group = alike[_said(problem)]
        if len(group) > _ALIKE and problem is not group[0]:
            continue
        told[problem.where.path] += 1
        if told[problem.where.path] > _OF_ONE_FILE:
            continue
        yield str(problem)
        if len(group) > _ALIKE:
            others = [str(p.where) for p in group[1 : _ALIKE + 1]]
            rest = f" and {len(group) - 1 - _ALIKE} more" if len(group) - 1 > _ALIKE else ""
            yield f"    the same at {', '.join(others)}{rest}"
    for path, count in told.items():
        if count > _OF_ONE_FILE:
            yield f"{path}: and {count - _OF_ONE_FILE} more findings in this file"


def _said(problem: Problem) -> tuple[str, ...]:
    """Everything but the place; the hint counts, because it may contain a line that fits in one place only."""
    return (problem.severity, problem.rule, problem.what, problem.hint)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands for the ten most important problems, which GitHub shows at their lines; then plain lines."""
    first = by_importance(problems)
    lines = [_annotation(p) for p in first[:ANNOTATIONS]]
    rest = first[ANNOTATIONS:]
    if rest:
        lines += [f"and {len(rest)} more:", *(str(p).splitlines()[0] for p in rest)]
    return "\n".join(lines)


def as_summary(problems: Sequence[Problem]) -> str:
    """The problems beyond the annotations, as Markdown for the summary of a step; "" if there are none."""
    rest = by_importance(problems)[ANNOTATIONS:]
    if not rest:
        return ""
    lines = [f"- {plain(str(p.where))}: {plain(p.what)} ({p.severity}, {plain(p.rule)})" for p in rest[:_LISTED]]
    more = [f"- and {len(rest) - _LISTED} more"] if len(rest) > _LISTED else []
    head = f"## Further findings ({len(rest)})\n\nThe first {ANNOTATIONS} stand beside the changed lines.\n"
    return "\n".join([head, *lines, *more]) + "\n"


def by_importance(problems: Sequence[Problem]) -> list[Problem]:
    """Errors before warnings; within each, the first problem of every file before the second of any."""
    nth: Counter[tuple[str, str]] = Counter()
    ranked = []
    for problem in in_order(problems):
        key = (problem.severity, problem.where.path)
        ranked.append((problem.severity != "error", nth[key], problem))
        nth[key] += 1
    return [problem for _, _, problem in sorted(ranked, key=lambda r: r[:2])]


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects: path, line, column, severity, rule, what, hint."""
    rows = []
    for problem in in_order(problems):
        row = asdict(problem)
        rows.append(row.pop("where")._asdict() | row)
    return json.dumps(rows, ensure_ascii=False, indent=2).encode(errors="replace").decode()


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = MappingProxyType(
    {"text": as_text, "github": as_github, "json": as_json}
)


def _annotation(problem: Problem) -> str:
    where = problem.where
    message = problem.what + (f"\nhint: {problem.hint}" if problem.hint else "")
    path = where.path.encode(errors="replace").decode()  # bytes that are no text cannot be printed
    properties = {"file": path, "line": where.line, "col": where.column, "title": problem.rule}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
