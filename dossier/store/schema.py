"""JSON Schemas (draft-07) of every file kind, so that an editor's program completes, explains and warns.

They come from the same definitions as the loader's messages, with the codebook's own words as choices.
"""

from __future__ import annotations

import json
import math

from dossier.model import Codebook
from dossier.store.fields import (
    BLOCK,
    CHOICE,
    CLAIM,
    DATE,
    DAY,
    FILES,
    FLAG,
    ISSUED,
    LANGUAGE,
    MAP,
    NUMBER,
    PLACE,
    QUESTION,
    RECORD,
    STANCE_MAP,
    THEME,
    URL,
    Field,
    FileKind,
)
from dossier.world import countries

Schema = dict[str, object]
# Our dialect takes every scalar as text; other readers see 2022 as a number and true as a truth value.
_SCALAR = ["string", "number", "boolean", "null"]
_SLUG = "^[a-z0-9][a-z0-9-]*$"
_ONE_DATE = r"(\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?|\d{3}X|\d{2}XX)"
_DATE = rf"^~?({_ONE_DATE}(/({_ONE_DATE}|\.\.))?|\.\./{_ONE_DATE})$"


def schemas(codebook: Codebook) -> dict[str, Schema]:
    """A schema for each file kind by its name: claim, source, question, themes, places, events, groups, decisions."""
    words = _Words(codebook)
    return {kind.name: words.file(kind) for kind in FILES}


def schema_files(codebook: Codebook) -> dict[str, str]:
    """The schemas as files, by their path below docs/."""
    return {
        f"assets/schema/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas(codebook).items()
    }


class _Words:
    """The words of one codebook, as choices."""

    def __init__(self, codebook: Codebook) -> None:
        regions = {r.id: f"{r.title}: {', '.join(r.members)}" for r in codebook.regions}
        self.places = regions | {code: country.name for code, country in countries().items()}
        self.themes = {t.id: t.description or t.title for t in codebook.themes}
        self.questions = {q.id: q.question for q in codebook.questions}

    def file(self, kind: FileKind) -> Schema:
        """One kind of file."""
        content = self._record(kind.fields)
        if kind.keyed:
            content = {"type": "object", "propertyNames": {"pattern": _SLUG}, "additionalProperties": content}
        head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": kind.name, "description": kind.help}
        return {**head, **content}

    def _record(self, fields: tuple[Field, ...]) -> Schema:
        required = [f.name for f in fields if f.required]
        properties = {f.name: self._field(f) for f in fields}
        schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        return schema | ({"required": required} if required else {})

    def _field(self, field: Field) -> Schema:
        one = self._one(field)
        if field.kind not in (MAP, STANCE_MAP) and field.many:
            one = {"type": ["array", "null"], "items": one}
        told: Schema = {"description": field.help}
        if field.example:
            told["examples"] = [field.example.strip('"')]
        if field.default:
            told["default"] = field.default
        return {**told, **one}

    def _one(self, field: Field) -> Schema:
        """One value, without its description."""
        if field.kind == RECORD:
            return self._record(field.of)
        if field.kind == MAP:
            return self._map(field)
        if field.kind == STANCE_MAP:
            stance = _choice(dict.fromkeys(field.choices, ""))
            known = {id: {"description": text, **stance} for id, text in self.questions.items()}
            return {"type": ["object", "null"], "additionalProperties": False, "properties": known}
        listed = {PLACE: self.places, THEME: self.themes, QUESTION: self.questions}.get(field.kind)
        if listed is not None:
            return _choice(listed)
        if field.kind == CHOICE:
            return _choice(dict.fromkeys(field.choices, ""))
        if field.kind == NUMBER:
            return _number(field)
        return dict(_TYPES.get(field.kind, {"type": _SCALAR}))

    def _map(self, field: Field) -> Schema:
        record = self._record(field.of)
        short = next((f for f in field.of if f.name == field.short), None)
        if short is None:
            return {"type": ["object", "null"], "propertyNames": {"pattern": _SLUG}, "additionalProperties": record}
        name: Schema = {"properties": {"name": {"type": _SCALAR}, **_of(record, "properties")}, "required": ["name"]}
        entry = {"anyOf": [self._field(short), record]}
        items: Schema = {"type": "array", "items": {**record, **name}}
        return {"anyOf": [{"type": ["object", "null"], "additionalProperties": entry}, items]}


_DATES: list[Schema] = [
    {"type": "string", "pattern": _DATE},
    {"type": "integer", "minimum": 1, "maximum": 9999},
    {"type": "null"},
]
_ROW: Schema = {"type": "array", "items": {"type": ["integer", "string"]}, "minItems": 1, "maxItems": 3}
_CSL_DATE: Schema = {
    "type": "object",
    "properties": {"date-parts": {"type": "array", "items": _ROW, "minItems": 1, "maxItems": 2}, "circa": {}},
    "required": ["date-parts"],
    "additionalProperties": False,
}
_TYPES: dict[str, Schema] = {
    BLOCK: {"type": "string", "minLength": 1},
    DATE: {"anyOf": _DATES},
    ISSUED: {"anyOf": [*_DATES, _CSL_DATE]},
    DAY: {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    URL: {"type": ["string", "null"], "pattern": r"^https?://[^\s<>\"\\`{}]+$"},
    LANGUAGE: {"type": ["string", "null"], "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    FLAG: {"enum": [True, False, "true", "false"]},
    CLAIM: {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*/[A-Za-z0-9][A-Za-z0-9_-]*$"},
}  # fmt: skip


def _number(field: Field) -> Schema:
    """A number, also between quotation marks, within the field's limits."""
    limits = {key: at for key, at in (("minimum", field.least), ("maximum", field.most)) if math.isfinite(at)}
    plain: Schema = {"type": ["number", "null"], **limits}
    return {"anyOf": [plain, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}]}


def _choice(words: dict[str, str]) -> Schema:
    """One of these words, each explained where an explanation is given."""
    schema: Schema = {"type": "string", "enum": list(words)}
    if any(words.values()):
        # Editors that know this key show the text beside each choice; others leave it alone.
        schema["markdownEnumDescriptions"] = list(words.values())
    return schema


def _of(schema: Schema, key: str) -> dict[str, object]:
    found = schema[key]
    assert isinstance(found, dict)
    return found
