"""The questions: an index with the matrix of positions, and one page for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup, escape

from dossier.language.citations import citations
from dossier.model import Claim, Question
from dossier.rendering import room
from dossier.rendering.addresses import claim_page, question_page, relative
from dossier.rendering.charts.arcs import arcs, near_questions
from dossier.rendering.charts.tracks import time_axis
from dossier.rendering.labels import RELATION, STANCE, VERDICT, plural
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.tallies import TITLES, lists
from dossier.rendering.quoting import shortened
from dossier.rendering.remembering import Shown, remembered, whole
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_NEAR = 4  # questions named as close to one
_OPEN = 6  # sources on one side that stand open
_FEW = 3  # quotations of one source on one side that stand open


def pages(view: View) -> Iterator[Planned]:
    """The index, then each question."""
    yield whole(view, "questions/index.html", partial(_index, view))
    for question in view.questions:
        shown, page = partial(_shown, view, question), partial(_page, view, question)
        yield remembered(view, question_page(question.id), shown, page)


def _index(view: View) -> Page:
    values = {"network": arcs(view, "questions/index.html"), "lists": lists(view)}
    html = fill(view, "questions.html", "questions/index.html", values)
    about = "Every question at issue and how each source answers it."
    return Page("questions/index.html", "Questions", html, about, hide=("navigation", "toc"))


def _shown(view: View, question: Question) -> Shown:
    """Every claim its page may show: those that speak to it, meet on it, or are cited in its summary."""
    reading = view.reading[question.id]
    named = {i for _, _, ids in reading.stances for i in ids}
    named |= {i for r in view.relations_on.get(question.id, ()) for i in r.between}
    named |= {c.id for c in view.claims_to.get(question.id, ())}
    named |= {claim for citation in citations(question.summary) for claim in citation.claims}
    return [view.claim[i] for i in sorted(named & view.claim.keys(), key=view.rank.__getitem__)], reading


def _page(view: View, question: Question) -> Page:
    path = question_page(question.id)
    reading = view.reading[question.id]
    compared = view.relations_on.get(question.id, ())
    values = {
        "question": question,
        "reading": reading,
        "file": question.where.path or f"claims/codebook/questions/{question.id}.yaml",
        "holding": {stance: _holders(view, question, stance) for stance in ("yes", "mixed", "no")},
        "near": near_questions(view, question, _NEAR),
        "few": _FEW,
        "open": _OPEN,
        "seen": set(),
        "words": {c.id: _deciding(c, question) for c in view.claims_to.get(question.id, ())},
        "compared": len(compared),
        "relations": [(kind, tuple(r for r in compared if r.type == kind)) for kind in _kinds(reading.verdict)],
        "titles": TITLES,
        "summary": summary(view, question, path),
        "axis": _axis(view, question, path),
    }
    about = f"{VERDICT[view.verdict[question.id]].word}. {view.in_names(reading.because)}".strip()
    edit = str(values["file"])
    return Page(path, question.question, fill(view, "question.html", path, values), about, edit)


def _kinds(verdict: str) -> list[str]:
    """The kinds of relations, first those that the verdict speaks of."""
    named = [kind for kind, label in RELATION.items() if label.css == VERDICT[verdict].css]
    return [*named, *(kind for kind in RELATION if kind not in named)]


def summary(view: View, question: Question, path: str) -> Markup:
    """The editor's summary in paragraphs; what it cites becomes numbers that lead to the passages, told below it."""
    blocks = [block.strip() for block in question.summary.split("\n\n") if block.strip()]
    numbers: dict[str, int] = {}
    told = [Markup("<p>{}</p>").format(_cited(view, block, path, numbers)) for block in blocks]
    notes = [_note(view, claim, number, path) for claim, number in numbers.items()]
    if notes:
        listed = Markup('<ol class="notes">{}</ol>').format(Markup("").join(notes))
        fold = Markup('<details class="fold"><summary>What it rests on: {}</summary>{}</details>')
        told.append(fold.format(plural(len(notes), "quotation"), listed))
    return Markup("\n").join(told)


def _cited(view: View, text: str, path: str, numbers: dict[str, int]) -> Markup:
    parts: list[Markup] = []
    at = 0
    for citation in citations(text):
        for claim in citation.claims:
            numbers.setdefault(claim, len(numbers) + 1)
        cited = sorted(citation.claims, key=numbers.__getitem__)
        links = Markup(" ").join(_link(view, claim, numbers[claim], path) for claim in cited)
        # The number stands close to the word it follows.
        parts += [escape(text[at : citation.start].rstrip()), Markup('<sup class="cited">{}</sup>').format(links)]
        at = citation.end
    return Markup("").join([*parts, escape(text[at:])])


def _link(view: View, claim: str, number: int, path: str) -> Markup:
    """The number of a cited claim, as a link; one that is not shown leads nowhere."""
    if claim not in view.claim:
        return Markup("<b>{}</b>").format(number)
    name = f"{view.short[view.claim[claim].source]}: “{view.claim[claim].quote}”"
    target = relative(claim_page(claim), path)
    return Markup('<a href="{}" title="{}" aria-label="{}">{}</a>').format(
        target, name, f"{number}, {view.short[view.claim[claim].source]}", number
    )


def _note(view: View, claim: str, number: int, path: str) -> Markup:
    """What a number stands for: the source and its words."""
    found = view.claim.get(claim)
    if not found:
        return Markup("<li><b>{}</b>{}</li>").format(number, claim)
    return Markup('<li><b>{}</b>{}: <a href="{}">“{}”</a></li>').format(
        number,
        view.short[found.source],
        relative(claim_page(claim), path),
        shortened(found.quote, 110),
    )


def _holders(view: View, question: Question, stance: str) -> list[tuple[str, list[Claim]]]:
    found = ((s.id, view.said(question.id, s.id, stance)) for s in view.sources)
    return [(source, _both_sides_first(question, claims)) for source, claims in found if claims]


def _both_sides_first(question: Question, claims: tuple[Claim, ...]) -> list[Claim]:
    """In reading order, but the first of each answer ahead of all others: what folds away hides no answer."""
    first = {c.stance_on(question.id): c.id for c in reversed(claims)}
    return sorted(claims, key=lambda c: c.id not in first.values())


def _deciding(claim: Claim, question: Question) -> tuple[str, ...]:
    return tuple(p.words for p in claim.positions if p.question == question.id and p.words)


def _axis(view: View, question: Question, path: str) -> str:
    """One row for what a source says one way of one time, however often it says it."""
    same: dict[tuple[str, str, str], list[Claim]] = {}
    for source in view.sources:
        for claim in view.said(question.id, source.id):
            same.setdefault((source.id, claim.stance_on(question.id), claim.date), []).append(claim)
    rows = []
    for (source_id, stance, _), claims in list(same.items())[: room.SOURCES]:
        label = STANCE.get(stance, STANCE["mixed"])
        times = f" ({len(claims)} times)" if len(claims) > 1 else ""
        rows.append((f"{label.symbol} {view.short[source_id]}{times}", claim_page(claims[0].id), claims[0], label))
    return time_axis(view, path, rows, "A dot is a point in time, a line a period, an arrow an open end.")
