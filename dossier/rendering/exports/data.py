"""data/dossier.json: everything the site shows, in the one form other tools and our own checks read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dossier.edtf import parse
from dossier.model import Claim, Figure, Question, Relation, Source
from dossier.rendering.addresses import claim_page
from dossier.rendering.view import View

_json = json.JSONEncoder(ensure_ascii=False).encode


def files(view: View) -> dict[str, str]:
    """The data file; rejected claims are not published, dismissed relations are, with their status."""
    sources = [_json(source_row(s)) for s in sorted(view.sources, key=lambda s: s.id)]
    questions = [_json(question_row(view, q)) for q in sorted(view.question.values(), key=lambda q: q.id)]
    claims = view.for_each("claims", sorted(view.claims, key=lambda c: c.id), lambda c: _json(claim_row(c)))
    related = sorted(view.all_relations, key=lambda r: (r.between, r.question))
    relations = view.for_each("relations", related, lambda r: _json(relation_row(r)))
    parts = {"sources": sources, "questions": questions, "claims": claims, "relations": relations}
    listed = (f'"{name}": {_listed(records)}' for name, records in parts.items())
    return {"data/dossier.json": "{\n" + ",\n".join(['"schema": "dossier/1"', *listed]) + "\n}\n"}


def _listed(records: Sequence[str]) -> str:
    """Each record on a line of its own, so that two versions can be compared line by line."""
    return "[\n" + ",\n".join(records) + "\n]" if records else "[]"


def source_row(source: Source) -> dict[str, Any]:
    """One source."""
    return {
        "id": source.id,
        "title": source.meta.title,
        "publisher": source.meta.publisher or source.meta.container_title,
        "authors": [str(name) for name in source.meta.author],
        "issued": source.meta.issued,
        "url": source.meta.URL,
        "family": source.family,
    }


def question_row(view: View, question: Question) -> dict[str, Any]:
    """One question with its verdict and who holds what."""
    reading = view.reading[question.id]
    return {
        "id": question.id,
        "question": question.question,
        "themes": list(question.themes),
        "countries": list(question.countries),
        "verdict": reading.verdict,
        "positions": [
            {"source": source, "stance": stance, "claims": list(claims)} for source, stance, claims in reading.stances
        ],
    }


def claim_row(claim: Claim) -> dict[str, Any]:
    """One claim; `start` and `end` are days, both inclusive, and null where its date is open or unknown."""
    period = parse(claim.date) if claim.date else None
    return {
        "id": claim.id,
        "source": claim.source,
        "quote": claim.quote,
        "statement": claim.statement,
        "countries": list(claim.countries),
        "themes": list(claim.themes),
        "date": claim.date,
        "start": period.start.isoformat() if period and period.start != date.min else None,
        "end": period.end.isoformat() if period and period.end != date.max else None,
        "speaker": claim.speaker,
        "voice": claim.voice,
        "modality": claim.modality,
        "kind": claim.kind,
        "figures": [figure_row(f) for f in claim.figures],
        "positions": {p.question: p.stance for p in claim.positions},
        "status": claim.status,
        "char_start": claim.start,
        "char_end": claim.end,
        "url": claim_page(claim.id),
    }


def figure_row(figure: Figure) -> dict[str, Any]:
    """One quantity; an open end is null."""
    return {
        "raw": figure.raw,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "of": figure.of,
        "change": figure.change,
        "approx": figure.approx,
    }


def relation_row(relation: Relation) -> dict[str, Any]:
    """One relation."""
    return {
        "type": relation.type,
        "between": list(relation.between),
        "question": relation.question,
        "because": relation.because,
        "rule": relation.rule,
        "score": round(relation.score, 4),
        "status": relation.status,
    }
