"""The JSON Schema of data/dossier.json, published beside it."""

from __future__ import annotations

import json
from typing import Any

from dossier.model import DECIDED, KINDS, MODALITIES, RELATION_TYPES, STANCES, STATUSES, VERDICTS, VOICES
from dossier.rendering.view import View

PATH = "data/dossier.schema.json"
TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
DAY: dict[str, Any] = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}
NUMBER: dict[str, Any] = {"type": ["number", "null"]}
PLACE: dict[str, Any] = {"type": "integer", "minimum": -1}


def files(view: View) -> dict[str, str]:
    """The schema; it is the same for every dossier."""
    return {PATH: json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"}


def schema() -> dict[str, Any]:
    """What data/dossier.json holds; every key stands in every row, so that a reader need not ask."""
    lists = {"sources": SOURCE, "questions": QUESTION, "claims": CLAIM, "relations": RELATION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A dossier: sources, questions, claims, relations",
        **_record(
            schema={"const": "dossier/1"}, **{key: {"type": "array", "items": row} for key, row in lists.items()}
        ),
    }


def _record(**keys: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(keys), "additionalProperties": False, "properties": keys}


def _one_of(words: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": list(words)}


def _said(description: str, kind: dict[str, Any] = TEXT) -> dict[str, Any]:
    return kind | {"description": description}


SOURCE = _record(
    id=TEXT, title=TEXT, publisher=TEXT, authors=TEXTS,
    issued=_said("EDTF, as precise as the evidence; empty when not known"),
    url=TEXT, family=_said("sources of one family draw on one origin and count as one witness"),
)  # fmt: skip
POSITION = _record(source=TEXT, stance=_one_of(STANCES), claims=TEXTS)
QUESTION = _record(
    id=TEXT, question=TEXT, themes=TEXTS, countries=TEXTS, verdict=_one_of(VERDICTS),
    positions={"type": "array", "items": POSITION},
)  # fmt: skip
FIGURE = _record(
    raw=TEXT, low=_said("null: open below", NUMBER), high=_said("null: open above", NUMBER), unit=TEXT, of=TEXT,
    change=_one_of(("", "up", "down", "same")), approx={"type": "boolean"},
)  # fmt: skip
CLAIM = _record(
    id=_said("<source id>/<file name without .yaml>"), source=TEXT,
    quote=_said("verbatim in the source’s cleaned text"), statement=_said("our one-sentence reading"),
    countries=_said("ISO 3166-1 alpha-2 codes and region slugs", TEXTS), themes=TEXTS,
    date=_said("EDTF: the time it is about; empty when not known"),
    start=_said("first day, null where open or not known", DAY),
    end=_said("last day, inclusive, null where open or not known", DAY), speaker=TEXT, voice=_one_of(VOICES),
    modality=_one_of(MODALITIES), kind=_one_of(KINDS), figures={"type": "array", "items": FIGURE},
    positions={"type": "object", "additionalProperties": _one_of(STANCES)},
    status=_one_of(tuple(s for s in STATUSES if s != "rejected")),
    char_start=_said("code points into the cleaned text; -1 when not found", PLACE),
    char_end=_said("exclusive", PLACE), url=_said("path in the site"),
)  # fmt: skip
RELATION = _record(
    type=_one_of(RELATION_TYPES), between=TEXTS | {"minItems": 2, "maxItems": 2},
    question=_said("empty when found without a question"), because=TEXT, rule=TEXT,
    score={"type": "number", "minimum": 0, "maximum": 1}, status=_one_of(DECIDED),
)  # fmt: skip
