"""The home page: what the dossier is about, where its sources part, meet and change, and the ways in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dossier.edtf import parse
from dossier.model import Claim, Question, Relation, Source
from dossier.rendering.labels import FOUND, RELATION, number, plural
from dossier.rendering.matters import Matter, first_matters
from dossier.rendering.ordering import NEVER, slot
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages.corrections import latest
from dossier.rendering.pages.tallies import COUNTED, LISTS
from dossier.rendering.remembering import whole
from dossier.rendering.templates import fill
from dossier.rendering.view import View

_PAIRS = 2
_QUESTIONS = 2
_AGREED = 3  # matters, where no question joins them: often all that there is to show
_CORRECTED = 3
_ROWS = 8
_PLACES = 18
_READ = 3  # sources told of where no two of them meet
_SAID = 3  # and claims of each
# What rules alone suggest of a pair, in the order in which it is told.
_MAY = {
    "contradicts": "may contradict each other",
    "qualifies": "may be partly at odds",
    "updates": "may show a change over time",
}


def pages(view: View) -> Iterator[Planned]:
    """The home page."""
    yield whole(view, "index.html", lambda: _page(view))


def _page(view: View) -> Page:
    sharpest = _leading(view, view.findings("contradicts"))
    guessed = {kind: [r for r in view.of_type(kind) if r.is_hint] for kind in _MAY}
    asked = {kind: [r for r in pairs if r.question] for kind, pairs in guessed.items()}  # by wording alone few hold
    perhaps = [] if sharpest else _leading(view, asked["contradicts"])
    odds = _leading(view, view.findings("qualifies"), 1 if perhaps else _PAIRS - len(sharpest))
    agreed = broadest(view)[:_QUESTIONS]
    named = sorted(view.naming, key=lambda p: (-len(view.naming[p]), view.place_name(p)))
    values = {
        "sharpest": sharpest,
        "odds": odds,
        "perhaps": perhaps or ([] if sharpest or odds else _leading(view, asked["qualifies"])),
        "changed": _leading(view, view.findings("updates")),
        "hints": [
            (_list_of(guessed[kind], kind), len(guessed[kind]), told) for kind, told in _MAY.items() if guessed[kind]
        ],
        "drafts": sum(c.status == "draft" for c in view.claims),
        "broadest": [(q, view.in_names(view.reading[q.id].because), _said_best(view, q)) for q in agreed],
        "agreed": [] if agreed else _leading(view, view.findings("agrees"), _AGREED),
        "pages": LISTS,
        "counted": COUNTED,
        "found": found(view),
        "corrected": latest(view, _CORRECTED),
        "questions": sorted(view.questions, key=lambda q: -len(_speakers(view, q)))[:_ROWS],
        "places": [p for p in named if not view.is_region(p)][:_PLACES],
        "regions": [p for p in named if view.is_region(p)][:_PLACES],
        "told": [] if view.questions and any(map(view.findings, RELATION)) else _told(view),
        "span": _span(view),
        "years": _years(view),
    }
    html = fill(view, "home.html", "index.html", values)
    return Page("index.html", "Home", html, view.dossier.description, hide=("navigation", "toc"))


def _list_of(pairs: Sequence[Relation], kind: str) -> str:
    """Where these are listed; those without a question stand behind all others."""
    return LISTS[kind] if any(r.question for r in pairs) else f"{LISTS[kind]}#without"


def broadest(view: View) -> list[Question]:
    """Questions the sources agree on, those with the most independent witnesses first."""
    agreed = [q for q in view.questions if view.reading[q.id].verdict == "agreement"]
    return sorted(agreed, key=lambda q: (-view.independent(_speakers(view, q)), q.id))


def _said_best(view: View, question: Question) -> Claim | None:
    """The claim that most others agree with on the question."""
    met = Counter(i for r in view.relations_on.get(question.id, ()) if r.type == "agrees" for i in r.between)
    best = sorted(view.claims_to.get(question.id, ()), key=lambda c: (-met[c.id], len(c.quote), c.id))
    return best[0] if best else None


def found(view: View) -> list[tuple[str, str]]:
    """How many questions come to what, as parts of one sentence with their verdicts; open ones are left out."""
    counts = Counter(view.verdict.values())
    parts: list[tuple[str, str]] = []
    for verdict, told in FOUND.items():
        if counts[verdict]:
            start = "on" if parts else "On"
            many = plural(len(view.questions), "question")
            if len(view.questions) == 1:
                return [(verdict, f"On the only question {told.format(who='the sources')}")]
            # "the answer of the sources", then "the answer" of those the sentence began with
            told = told.format(who="the sources") if not parts else told.replace(" of {who}", "").format(who="they")
            each = f"all {many}" if counts[verdict] == len(view.questions) else f"{number(counts[verdict])} of {many}"
            parts.append((verdict, f"{start} {number(counts[verdict]) if parts else each} {told}"))
    return parts


def _speakers(view: View, question: Question) -> set[str]:
    return {source for source, _, _ in view.reading[question.id].stances}


def _leading(view: View, pairs: Sequence[Relation], limit: int = _PAIRS) -> list[Matter]:
    """What most sources speak of, and of each question one matter, so that one quarrel does not fill the page."""
    found: dict[str, Matter] = {}
    for matter in first_matters(view, pairs):
        if len(found) == limit:
            break
        found.setdefault(matter.relations[0].question or matter.head.id, matter)
    return list(found.values())


def _told(view: View) -> list[tuple[Source, list[tuple[Claim, list[str]]]]]:
    """The latest sources with the claims a reader wants first: those with figures first, in reading order."""
    read = [s for s in view.sources[::-1] if view.claims_of.get(s.id)][:_READ]
    found = ((s, [(c, _numbers(c)) for c in view.claims_of[s.id]]) for s in read)
    return [(s, sorted(said, key=lambda told: not told[1])[:_SAID]) for s, said in found]


def _numbers(claim: Claim) -> list[str]:
    """Its figures in digits; "the TWO sides" or "EIGHT other states" tell nobody what a source reports."""
    return [figure.raw for figure in claim.figures if any(map(str.isdigit, figure.raw))]


def _span(view: View) -> str:
    """The years the sources are of: "2022", or "2019 to 2025"; "" where none is dated."""
    found = (parse(s.meta.issued) for s in view.sources)
    years = sorted({period.start.year for period in found if period and period.start.year > 1})
    return " to ".join(dict.fromkeys(str(year) for year in (*years[:1], *years[-1:])))


def _years(view: View) -> list[tuple[int, int]]:
    """How many claims the timeline has in each year."""
    slots = [slot(claim) for claim in view.claims]
    return sorted(Counter(found[0] for found in slots if found != NEVER).items())
