"""The home page: what the dossier is about, where its sources part, meet and change, and the ways in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.edtf import parse
from dossier.model import Correction, Question, Relation
from dossier.rendering.page import Page
from dossier.rendering.remembering import whole
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_PAIRS = 2
_QUESTIONS = 3
_CORRECTED = 3
_ROWS = 8
_PLACES = 18
_FAR = 10**6


def pages(view: View) -> Iterator[Page]:
    """The home page."""
    yield whole(view, "index.html", lambda: _page(view))


def _page(view: View) -> Page:
    sharpest = _one_a_question(view, "contradicts")[:_PAIRS]
    values = {
        "sharpest": sharpest,
        "odds": _one_a_question(view, "qualifies")[: _PAIRS - len(sharpest)],
        "changed": _of_many_questions(view.of_type("updates"), _PAIRS),
        "broadest": broadest(view)[:_QUESTIONS],
        "corrected": _last(view.dossier.corrections),
        "questions": sorted(view.questions, key=lambda q: -len(_speakers(view, q)))[:_ROWS],
        "places": sorted(view.claims_at, key=lambda p: (-len(view.claims_at[p]), p))[:_PLACES],
        "years": _years(view),
    }
    html = fill(view, "home.html", "index.html", values)
    return Page("index.html", "Home", html, view.dossier.description, hide=("navigation", "toc"))


def broadest(view: View) -> list[Question]:
    """Questions the sources agree on, those with the most independent witnesses first."""
    agreed = [q for q in view.questions if view.reading[q.id].verdict == "agreement"]
    return sorted(agreed, key=lambda q: (-view.independent(_speakers(view, q)), q.id))


def _speakers(view: View, question: Question) -> set[str]:
    return {source for source, _, _ in view.reading[question.id].stances}


def _of_many_questions(relations: tuple[Relation, ...], limit: int) -> list[Relation]:
    """The first of each question before the second of any, so that one quarrel does not fill the page."""
    seen: Counter[str] = Counter()
    ranked = []
    for place, relation in enumerate(relations):
        ranked.append((seen[relation.question], place, relation))
        seen[relation.question] += 1
    return [relation for _, _, relation in sorted(ranked, key=lambda r: r[:2])[:limit]]


def _one_a_question(view: View, kind: str) -> list[Relation]:
    """Of each question the pair written nearest to each other; questions that most sources speak to come first."""
    nearest: dict[str, Relation] = {}
    for relation in sorted(view.of_type(kind), key=lambda r: (_days_between(view, r), r.between)):
        nearest.setdefault(relation.question, relation)
    speakers = {id: len(_speakers(view, view.question[id])) if id in view.question else 0 for id in nearest}
    return sorted(nearest.values(), key=lambda r: (-speakers[r.question], _days_between(view, r), r.between))


def _days_between(view: View, relation: Relation) -> int:
    """How far apart the two sources were published; undated ones stand last."""
    issued = [parse(view.source[c.source].meta.issued) for c in view.pair(relation)]
    days = [period.start.toordinal() for period in issued if period]
    return max(days) - min(days) if len(days) == len(issued) else _FAR


def _last(corrections: tuple[Correction, ...]) -> list[Correction]:
    """The latest, one for each change: a commit that touches many claims says its reason once."""
    return list({(c.day, c.reason): c for c in corrections[::-1]}.values())[::-1][:_CORRECTED]


def _years(view: View) -> list[tuple[int, int]]:
    """How many claims begin in each year; a decade or a century names no year."""
    periods = (parse(c.date) for c in view.claims if c.date and "X" not in c.date)
    counts = Counter(p.start.year for p in periods if p and p.start.year > 1)
    return sorted(counts.items())
