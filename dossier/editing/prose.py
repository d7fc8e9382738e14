"""Rules for the summaries that editors write: each sentence must cite the claims it rests on.

A citation is a claim's id in square brackets: "Harvests fell [gazette/p02-harvests-fell]."
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from dossier.data import load
from dossier.language.citations import citations, without_citations
from dossier.model import Claim, Codebook, Dossier, Figure, Question
from dossier.problems import Problem
from dossier.reading.sentences.splitting import split_sentences
from dossier.store.cache import Cache, open_cache
from dossier.store.hints import shown
from dossier.store.places import Pointing

if TYPE_CHECKING:
    from dossier.reading.figures.leaning import FoundFigure


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a summary and the claims it cites."""

    sentence: str
    claims: tuple[str, ...]


@lru_cache(maxsize=512)  # three checks ask
def sentences_of(summary: str) -> tuple[Said, ...]:
    """The sentences; what is cited behind a full stop belongs to the sentence before it."""
    found: list[Said] = []
    for paragraph in summary.split("\n\n"):
        plain, stood = without_citations(paragraph)
        spans = split_sentences(plain)
        cited: list[list[str]] = [[] for _ in spans]
        for at, claims in stood:
            number = max((n for n, (start, _) in enumerate(spans) if start < at), default=0)
            if spans:
                cited[number] += claims
        found += [Said(" ".join(plain[a:b].split()), tuple(c)) for (a, b), c in zip(spans, cited)]
    return tuple(found)


def summaries_cite(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Each sentence of a summary cites the claims it stands on."""
    for question in _summarised(dossier):
        where = partial(at, question.where, "summary")  # looked for only when something is wrong
        for said in sentences_of(question.summary):
            if not said.claims:
                named = ", ".join(id for id in dossier.claim if _is_named(id, said.sentence))
                hint = f"name the claims it rests on in square brackets: [{named or 'source/p01-words'}]"
                what = f"the sentence '{shown(said.sentence)}' cites no claim"
                yield Problem(where(), "uncited-sentence", what, hint)


def _is_named(id: str, sentence: str) -> bool:
    """Whether a sentence names a claim, though not as [source/p01-words]: by its file's name, in an address."""
    return bool(re.search(rf"(?<![\w-]){re.escape(id.partition('/')[2])}(?![\w-])", sentence))


def figures_are_cited(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A figure in a summary stands in a claim its sentence cites."""
    kept = open_cache(at.root) if at.root else Cache(None)
    for question in _summarised(dossier):
        ids = {id: None for said in sentences_of(question.summary) for id in said.claims}
        claims = {id: claim for id in ids if (claim := dossier.claim.get(id)) and claim.status != "rejected"}
        parts = (question.summary, repr([(id, claim.quote, claim.figures) for id, claim in claims.items()]))
        for raw in kept.record("cited", parts, tuple[str, ...], partial(_uncited, question.summary, claims)):
            what = f"'{shown(raw)}' in the summary is in none of the claims that its sentence cites"
            hint = "cite the claim that says so, or leave the figure out"
            yield Problem(at(question.where, "summary"), "uncited-figure", what, hint)


def _uncited(summary: str, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """Figures, as written, that stand in none of the claims their sentence cites."""
    from dossier.reading.figures.finding import find_figures  # the reader loads only when a summary is new

    cited_by = {id: [*claim.figures, *(f.figure for f in find_figures(claim.quote))] for id, claim in claims.items()}
    return tuple(
        found.figure.raw
        for said in sentences_of(summary)
        if (cited := [cited_by[id] for id in said.claims if id in claims])
        for found in find_figures(said.sentence)
        if found.figure.unit not in load("prose.yaml")["own_counts"]
        and not _names_a_group(said.sentence, found)
        and not any(_same(found.figure, known) for figures in cited for known in figures)
    )


def _names_a_group(sentence: str, found: FoundFigure) -> bool:
    """Whether it is a number in words that only says who is meant: "all five states", "and two deny it"."""
    figure = found.figure
    if not figure.raw.isalpha() or figure.change or figure.approx:
        return False
    before = sentence[: found.start].split()
    unnamed = not (figure.unit or figure.of)
    return unnamed or (bool(before) and before[-1].casefold() in load("prose.yaml")["groups"])


def both_sides_are_cited(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """A summary that cites one side of an open contradiction cites the other as well."""
    for question in _summarised(dossier):
        cited = {id for said in sentences_of(question.summary) for id in said.claims}
        against: dict[str, list[str]] = {}
        for a, b in _contradictions(dossier, question.id):
            against.setdefault(a, []).append(b)
            against.setdefault(b, []).append(a)
        for id in sorted(cited & against.keys()):
            others = against[id]
            if not cited & set(others):
                what = f"the summary cites '{id}' but nothing that contradicts it"
                hint = f"say what the other side says and cite it: [{others[0]}]"
                yield Problem(at(question.where, "summary"), "one-sided", what, hint, "warning")


def relied_on(codebook: Codebook) -> frozenset[str]:
    """Claims that a person's decision or summary names: they must not vanish by themselves."""
    decided = (id for d in codebook.every_decision for id in d.pair)
    cited = (id for q in codebook.questions for c in citations(q.summary) for id in c.claims)
    return frozenset([*decided, *cited])


def _contradictions(dossier: Dossier, question: str) -> Iterator[tuple[str, str]]:
    """Pairs that contradict each other on a question: found by it, or both with a position on it."""
    for relation in dossier.relations:
        a, b = (dossier.claim.get(id) for id in relation.between)
        on_it = relation.question == question or (a and b and a.stance_on(question) and b.stance_on(question))
        if relation.type == "contradicts" and relation.status != "dismissed" and on_it:
            yield relation.between


def _summarised(dossier: Dossier) -> Iterator[Question]:
    return (q for q in dossier.codebook.questions if q.summary.strip())


def _same(a: Figure, b: Figure) -> bool:
    """One value, in one unit where both have one."""
    ends = ((a.low, b.low), (a.high, b.high))
    equal = all(x == y or (x is not None and y is not None and math.isclose(x, y)) for x, y in ends)
    return equal and (a.unit == b.unit or not a.unit or not b.unit)
