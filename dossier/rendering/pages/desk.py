"""The editor's desk: what waits for a person, the most telling first. Not published unless asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from dossier.model import HEAD, Claim, Decision, Dossier, Passage, Question, Source, fingerprint, is_about
from dossier.rendering import room
from dossier.rendering.addresses import edit_link
from dossier.rendering.page import Page
from dossier.rendering.templates import fill
from dossier.rendering.view import View

PATH = "desk.html"
_WEIGHT = {"contradicts": 4, "updates": 2, "qualifies": 2, "agrees": 1}  # what a claim's relations make it worth
_LEFT_OUT = "left out"  # the reason of a sentence that could be a claim but that nobody drew one from
_TELLING = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A sentence without a claim, the command that begins one, and GitHub's page for it."""

    source: str
    words: str
    command: str
    link: str


def desk(view: View) -> Page:
    """The page, made from everything that is not finished."""
    values = {
        "drafts": by_worth(view, [c for c in view.claims if c.status == "draft"]),
        "stale": stale(view.dossier),
        "unplaced": _unplaced(view),
        "thin": [(q, _speaking(view, q)) for q in view.questions if len(_speaking(view, q)) < 2],
        "sentences": list(_unclaimed(view)),
        "undated": [s for s in view.sources if not s.meta.issued],
    }
    title = "Editor’s desk"
    return Page(
        PATH, title, fill(view, "desk.html", PATH, values), "What still needs an editor.", hide=("navigation",)
    )


def _unplaced(view: View) -> list[tuple[Claim, list[Question]]]:
    """Claims without a position, with the questions they may speak to beside those that the page shows."""
    found = by_worth(view, [c for c in view.claims if not c.positions])
    return [(c, might_answer(view, c) if place < room.WAITING else []) for place, c in enumerate(found)]


def by_worth(view: View, claims: list[Claim]) -> list[Claim]:
    """Claims on which most hangs come first: those in contradictions, then those in other relations."""

    def worth(claim: Claim) -> int:
        return sum(_WEIGHT[r.type] for r in view.relations_of.get(claim.id, ())) + len(claim.positions)

    return sorted(claims, key=lambda c: -worth(c))


def stale(dossier: Dossier) -> list[tuple[Decision, str, str]]:
    """Decisions about claims that changed since, with the file they stand in and the line that renews them."""
    found = []
    decisions = dossier.codebook.every_decision
    for decision in decisions:
        a, b = (dossier.claim.get(id) for id in decision.pair)
        if a and b and not is_about(decision.seen, a, b):
            found.append((decision, decision.where.path, f'seen: "{fingerprint(a, b)}"'))
    return found


def might_answer(view: View, claim: Claim) -> list[Question]:
    """Questions on the same themes and places: a claim without a position may speak to one of them."""
    places = set(view.places_of(claim))

    def near(question: Question) -> bool:
        there = view.dossier.codebook.expand(question.countries)
        return bool(set(question.themes) & set(claim.themes)) and bool(not there or places & there)

    return [q for q in view.questions if near(q)]


def _speaking(view: View, question: Question) -> set[str]:
    return {source for source, _, _ in view.reading[question.id].stances}


def _unclaimed(view: View) -> Iterator[Unclaimed]:
    for passage in view.dossier.passages:
        source = view.source.get(passage.source)
        if source and not passage.claims and passage.reason == _LEFT_OUT:
            words = " ".join(source.text[passage.start : passage.end].split())
            safe = words.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$").replace("`", "\\`")
            command = f'python build_dossier.py new claim {source.id} --quote "{safe}"'
            yield Unclaimed(source.id, words, command, _begin(view, source, passage, words))


def _begin(view: View, source: Source, passage: Passage, words: str) -> str:
    """GitHub's page for a new file, filled in; "" without a repository there."""
    base = edit_link(view.options.edit, "claims").removesuffix("/claims")
    if "/edit/" not in base:
        return ""
    number = next((n for n, (start, end) in enumerate(source.cleaned.paragraphs, 1) if passage.start < end), 0)
    stem = "-".join([f"p{number:02}", *_TELLING.findall(words.lower())[:5]])
    text = f"{HEAD}\nquote: |-\n  {words}\nstatement: |-\n  {words}\ncountries: []\nthemes: []\nstatus: draft\n"
    query = urlencode({"filename": f"claims/{source.id}/{stem}.yaml", "value": text})
    return f"{base.replace('/edit/', '/new/', 1)}?{query}"
