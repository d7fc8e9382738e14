"""Which questions are linked: one line each, and an arc between two that the same quotations answer.

An arc shows how the answers are linked: the same quotations say yes to both, or yes to one and no to the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from dossier.model import Question
from dossier.rendering.labels import Label
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_MOST = 60  # questions that still make a picture
_ROUNDS = 30  # of moving each question to the middle of those it hangs together with
TIES = {
    "alike": Label("⇉", "The same answer", "agrees", "Who says yes to one says yes to the other"),
    "opposite": Label("⇄", "Opposite answers", "updates", "Who says yes to one says no to the other"),
    "either": Label("~", "Now the one, now the other", "qualifies", "Some quotations answer alike, some not"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """Two questions that the same quotations answer; rows count from 0, the upper first."""

    upper: int
    lower: int
    label: Label
    count: int
    width: float
    reach: float  # how far out the arc goes, of 100


def ties(view: View) -> dict[tuple[str, str], Counter[str]]:
    """Pairs of questions by how often one claim answers both alike or oppositely."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for claim in view.claims:
        taken = {p.question: p.stance for p in claim.positions if p.question in view.question}
        for a, b in combinations(sorted(taken), 2):
            found[a, b][_way(taken[a], taken[b])] += 1
    return found


def _way(one: str, other: str) -> str:
    return "either" if "mixed" in (one, other) else "alike" if one == other else "opposite"


def tie_kind(counts: Counter[str]) -> str:
    """How two questions are linked on the whole."""
    kinds = [kind for kind in TIES if counts[kind]]
    return kinds[0] if len(kinds) == 1 else "either"


def arcs(view: View, path: str) -> Markup:
    """The picture, or "" if fewer than three questions are linked, or too many."""
    found = ties(view)
    linked = _in_order(found, [q.id for q in view.questions])
    if not 3 <= len(linked) <= _MOST:
        return Markup("")
    row = {question: n for n, question in enumerate(linked)}
    most = max(counts.total() for counts in found.values())
    drawn = [_tie(row[a], row[b], counts, most, len(linked)) for (a, b), counts in found.items()]
    drawn.sort(key=lambda t: (t.upper, t.lower))
    used = {t.label.word for t in drawn}
    values = {
        "questions": [view.question[q] for q in linked],
        "ties": drawn,
        "labels": [label for label in TIES.values() if label.word in used],
    }
    return Markup(fill(view, "arcs.html", path, values))


def _tie(a: int, b: int, counts: Counter[str], most: int, rows: int) -> Tie:
    upper, lower = min(a, b), max(a, b)
    reach = 18 + 78 * ((lower - upper) / max(1, rows - 1)) ** 0.6
    return Tie(upper, lower, TIES[tie_kind(counts)], counts.total(), round(1.2 + 2 * counts.total() / most, 1),
               round(reach, 1))  # fmt: skip


def _in_order(found: dict[tuple[str, str], Counter[str]], ids: Sequence[str]) -> list[str]:
    """The questions in an order that puts linked ones close: each moves to the middle of its own, group by group."""
    near: dict[str, Counter[str]] = defaultdict(Counter)
    for (a, b), counts in found.items():
        near[a][b] += counts.total()
        near[b][a] += counts.total()
    groups = _groups([i for i in ids if i in near], near)
    return [i for group in groups for i in _settled(group, near)]


def _groups(ids: Sequence[str], near: dict[str, Counter[str]]) -> list[list[str]]:
    """Questions that are linked by any way, the largest group first."""
    groups: list[list[str]] = []
    seen: set[str] = set()
    for first in ids:
        if first in seen:
            continue
        seen.add(first)
        group = [first]
        for one in group:
            fresh = [i for i in ids if i in near[one] and i not in seen]
            seen.update(fresh)
            group += fresh
        groups.append(group)
    return sorted(groups, key=lambda g: -len(g))


def _settled(group: list[str], near: dict[str, Counter[str]]) -> list[str]:
    order = group
    for _ in range(_ROUNDS):
        at = {one: n for n, one in enumerate(order)}
        middle = {
            one: (at[one] + 2 * sum(at[i] * n for i, n in near[one].items()) / near[one].total()) / 3 for one in order
        }
        order = sorted(order, key=lambda one: (middle[one], at[one]))
    return order


def near_questions(view: View, question: Question, most: int) -> list[tuple[Question, int, str]]:
    """The questions that the same claims speak to, those with the most claims in common first."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in view.claims_to.get(question.id, ()):
        own = claim.stance_on(question.id)
        for p in claim.positions:
            if p.question != question.id and p.question in view.question:
                met[p.question][_way(own, p.stance)] += 1
    others = sorted(met, key=lambda q: (-met[q].total(), q))[:most]
    return [(view.question[q], met[q].total(), tie_kind(met[q])) for q in others]
