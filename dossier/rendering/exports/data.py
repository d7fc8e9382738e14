"""data/dossier.json: everything the site shows, in the one form other tools and our own checks read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dossier.edtf import parse
from dossier.model import Claim, Question, Relation, Source
from dossier.rendering.addresses import claim_page
from dossier.rendering.exports.schema import CLAIM, FIGURE, POSITION, QUESTION, RELATION, SOURCE
from dossier.rendering.view import View

_json = json.JSONEncoder(ensure_ascii=False).encode


def files(view: View) -> dict[str, str]:
    """The data file; rejected claims are not published, dismissed relations are, with their status."""
    sources = [_json(_source(s)) for s in sorted(view.sources, key=lambda s: s.id)]
    questions = [_json(_question(view, q)) for q in sorted(view.question.values(), key=lambda q: q.id)]
    claims = view.for_each("claims", sorted(view.claims, key=lambda c: c.id), lambda c: _json(_claim(c)))
    related = sorted(view.all_relations, key=lambda r: (r.between, r.question))
    relations = view.for_each("relations", related, lambda r: _json(_relation(r)))
    parts = {"sources": sources, "questions": questions, "claims": claims, "relations": relations}
    listed = (f'"{name}": {_listed(records)}' for name, records in parts.items())
    return {"data/dossier.json": "{\n" + ",\n".join(['"schema": "dossier/1"', *listed]) + "\n}\n"}


def _listed(records: Sequence[str]) -> str:
    """Each record on a line of its own, so that two versions can be compared line by line."""
    return "[\n" + ",\n".join(records) + "\n]" if records else "[]"


def _row(schema: dict[str, Any], record: object, **told: object) -> dict[str, Any]:
    """A record by the keys of its schema: as `told`, else the record's attribute of that name."""
    return {key: told[key] if key in told else getattr(record, key) for key in schema["properties"]}


def _source(source: Source) -> dict[str, Any]:
    meta = source.meta
    publisher, authors = meta.publisher or meta.container_title, [str(name) for name in meta.author]
    return _row(
        SOURCE, source, title=meta.title, publisher=publisher, authors=authors, issued=meta.issued, url=meta.URL
    )


def _question(view: View, question: Question) -> dict[str, Any]:
    """One question with its verdict and who holds what."""
    reading = view.reading[question.id]
    positions = [dict(zip(POSITION["properties"], held, strict=True)) for held in reading.stances]
    return _row(QUESTION, question, verdict=reading.verdict, positions=positions)


def _claim(claim: Claim) -> dict[str, Any]:
    """One claim; `start` and `end` are days, both inclusive, and null where its date is open or unknown."""
    period = parse(claim.date) if claim.date else None
    return _row(
        CLAIM,
        claim,
        start=period.start.isoformat() if period and period.start != date.min else None,
        end=period.end.isoformat() if period and period.end != date.max else None,
        figures=[_row(FIGURE, figure) for figure in claim.figures],
        positions={p.question: p.stance for p in claim.positions},
        char_start=claim.start,
        char_end=claim.end,
        url=claim_page(claim.id),
    )


def _relation(relation: Relation) -> dict[str, Any]:
    return _row(RELATION, relation, score=round(relation.score, 4))
