"""Contradictions, agreements, changes and partial disagreements, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dossier.model import Relation
from dossier.rendering.arranged import grouped
from dossier.rendering.ordering import all_years
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.tallies import LISTS, lists
from dossier.rendering.remembering import Shown, remembered
from dossier.rendering.room import pairs_a_question, sharpest_of_each
from dossier.rendering.rows import relation_rows
from dossier.rendering.templates import fill
from dossier.rendering.view import View

# Matters of one question that stand open; the rest folds out. One agreement tells of all, each contradiction is read.
_FEW = {"contradicts": 3, "updates": 2, "qualifies": 1, "agrees": 1}
_FEW_ALONE = 10  # the same where no question joins the pairs: none of them tells of the others
_MOST = 120  # pairs of one question that the page holds at all; the table of all relations has the rest
_TEXTS = {
    "contradicts": (
        "Contradictions",
        "Pairs of statements that cannot both be right: same subject, same time, same place, and both sources "
        "really say so.",
    ),
    "agrees": (
        "Agreements",
        "Pairs of statements from independent sources that say the same thing. Sources with one origin do not "
        "count twice.",
    ),
    "updates": (
        "Changes over time",
        "Pairs that differ because they are about different times: things changed in between.",
    ),
    "qualifies": (
        "Partly at odds",
        "Pairs that differ in scope, degree or certainty: one narrows or limits what the other says.",
    ),
}


def pages(view: View) -> Iterator[Planned]:
    """One page per type of relation, and the table of all."""
    for kind, path in LISTS.items():
        found = view.of_type(kind)
        yield remembered(view, path, partial(_shown, view, found), partial(_of_kind, view, kind, path))
    everything = partial(_shown, view, view.all_relations)
    yield remembered(view, "relations.html", everything, partial(_all, view))


def _shown(view: View, relations: tuple[Relation, ...]) -> Shown:
    """These relations with both their claims, and nothing else; where there is none, how much there is instead."""
    claims = dict.fromkeys(i for relation in relations for i in relation.between)
    return [view.claim[i] for i in claims], view.digests_of(relations) or view.everything


def _of_kind(view: View, kind: str, path: str) -> Page:
    title, lead = _TEXTS[kind]
    pairs = view.of_type(kind)
    groups = _by_question(view, pairs)
    values = {
        "title": title,
        "lead": lead,
        "kind": kind,
        "few": _FEW[kind],
        "few_alone": _FEW_ALONE,
        "most": pairs_a_question((len(found) for _, found in groups), _MOST),
        "groups": groups,
        "years": all_years(view.claim[i] for i in {i for r in pairs for i in r.between}),
        "hints": any(r.is_hint and not r.question for r in pairs),
        "count": len(pairs),
        "unchecked": sum(r.is_hint for r in pairs),
        "asked": any(r.drafted for r in pairs),
        "elsewhere": lists(view),
    }
    return Page(path, title, fill(view, "comparison.html", path, values), lead)


def _all(view: View) -> Page:
    shown = sharpest_of_each(view.all_relations)
    values = {"rows": lambda to: relation_rows(view, to, shown), "count": len(shown)}
    html = fill(view, "relations.html", "relations.html", values)
    about = "Every pair of claims that agree, contradict, qualify or update each other, with the reason."
    return Page("relations.html", "All pairs", html, about, hide=("navigation", "toc"))


def _by_question(view: View, relations: tuple[Relation, ...]) -> list[tuple[str, tuple[Relation, ...]]]:
    """Relations under their question, most first; those without a question come last."""
    found = grouped(relations, lambda r: (r.question if r.question in view.question else "",))
    return sorted(found.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))
