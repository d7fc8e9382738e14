"""Records, loader, messages, schemas and handbook say the same of every key of every file."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
from checks.small import SOUND, problems_of, write
from folder import PROJECT

from dossier.editing.schemas import fields_page
from dossier.model import (
    Claim,
    Codebook,
    Decision,
    Event,
    Figure,
    LocalName,
    Metadata,
    Name,
    Question,
    Region,
    Rights,
    Theme,
)
from dossier.store.codebook import read_codebook
from dossier.store.fields import (
    BLOCK,
    CHOICE,
    CLAIM,
    CLAIM_FIELDS,
    DATE,
    DAY,
    DECISION_FIELDS,
    FIGURE,
    FILE,
    FLAG,
    ISSUED,
    LANGUAGE,
    MAP,
    NUMBER,
    PLACE,
    QUESTION_FIELDS,
    RECORD,
    SOURCE_FIELDS,
    STANCE_MAP,
    TEXT,
    THEME,
    URL,
    Field,
    every_field,
)
from dossier.store.schema import schema_files, schemas
from editing.language_server import Server, command

PARTS = {f.name: f for kind in FILE.values() for _, f in every_field(kind.fields) if f.of}
# record, its keys in a file, and what the record knows besides: from the file's name, its place or its sum
RECORDS = (
    (Claim, CLAIM_FIELDS, {"id", "source", "start", "end", "where"}),
    (Figure, FIGURE, set()),
    (Metadata, SOURCE_FIELDS, set()),
    (Name, PARTS["author"].of, set()),
    (Rights, PARTS["rights"].of, set()),
    (Question, QUESTION_FIELDS, {"id", "where"}),
    (Decision, DECISION_FIELDS, {"question", "where"}),
    (Theme, FILE["themes"].fields, {"id"}),
    (Event, FILE["events"].fields, {"id"}),
    (Region, PARTS["regions"].of, {"id"}),
    (LocalName, PARTS["names"].of, {"name"}),
)


@pytest.mark.parametrize(("record", "keys", "besides"), RECORDS, ids=lambda r: getattr(r, "__name__", ""))
def test_a_record_and_its_file_have_the_same_keys(record: Any, keys: tuple[Field, ...], besides: set[str]) -> None:
    in_file = {f.name.replace("-", "_") for f in keys} - {"value"}  # one number is short for low and high
    assert in_file == {f.name for f in fields(record)} - besides


@pytest.mark.parametrize(("record", "keys", "besides"), RECORDS, ids=lambda r: getattr(r, "__name__", ""))
def test_what_is_left_out_has_the_same_value_everywhere(
    record: Any, keys: tuple[Field, ...], besides: object
) -> None:
    usual = {f.name: f.default for f in fields(record) if f.default is not MISSING}
    for key in keys:
        value = usual.get(key.name.replace("-", "_"), "")
        if isinstance(value, str):
            assert value == key.default, key.name
        elif isinstance(value, bool):
            assert str(value).lower() == key.default, key.name


@pytest.mark.parametrize("kind", FILE.values(), ids=FILE)
def test_the_schema_has_every_key_with_its_explanation_and_choices(kind: Any) -> None:
    schema: Any = schemas(Codebook())[kind.name]
    schema = schema["additionalProperties"] if kind.keyed else schema
    assert list(schema["properties"]) == [f.name for f in kind.fields]
    assert schema.get("required", []) == [f.name for f in kind.fields if f.required]
    for field in kind.fields:
        told = schema["properties"][field.name]
        assert told["description"] == field.help
        if field.kind == CHOICE:
            assert told["enum"] == list(field.choices)


def test_the_schemas_in_the_repository_are_those_of_this_program() -> None:
    """The codebook's words in them may lag behind a pull request; check warns of that."""
    for path, text in schema_files(Codebook()).items():
        assert without_words((PROJECT / "docs" / path).read_text("utf-8")) == without_words(text), (
            "run: python build_dossier.py schema"
        )


def without_words(schema: str) -> object:
    """The schema without what comes from a codebook: choices that have explanations, and questions."""

    def strip(node: Any) -> Any:
        if isinstance(node, dict):
            if "markdownEnumDescriptions" in node or node.get("enum") == []:
                return "words"
            if str(node.get("description", "")).startswith("Which questions"):
                return "questions"
            return {key: strip(value) for key, value in node.items()}
        return [strip(item) for item in node] if isinstance(node, list) else node

    return strip(json.loads(schema))


def test_the_table_of_all_keys_is_that_of_this_program() -> None:
    page = (PROJECT / "docs/about/fields.md").read_text("utf-8")
    assert page == fields_page(), "run: python build_dossier.py schema"


def test_the_editors_page_names_keys_and_choices_as_they_are() -> None:
    page = (PROJECT / "docs/about/editing.md").read_text("utf-8")
    known = {f.name: f for f in CLAIM_FIELDS}
    rows = [row for row in re.findall(r"^\| (.*?) \| (.*?) \|", page, re.MULTILINE) if row[0].startswith("`")]
    assert rows
    for keys, told in rows:
        names = re.findall(r"`([\w-]+)`", keys)
        assert set(names) <= known.keys()
        for name in names:
            choices = set(known[name].choices)
            assert not choices or choices <= set(re.findall(r"`([\w-]+)`", told)), name


# ---------------------------------------------------------------- right and wrong values, for loader and schema

WRONG = {
    BLOCK: "[a, b]", TEXT: "[a, b]", DATE: "soon", ISSUED: "{date-parts: soon}", DAY: "May",
    URL: "javascript:alert(1)", LANGUAGE: "English", NUMBER: "many",
    FLAG: "perhaps", CHOICE: "nonsense", PLACE: "Norway", THEME: "no-such-theme", CLAIM: "no claim",
    RECORD: "words", MAP: "words", STANCE_MAP: "{no-such-question: yes}",
}  # fmt: skip
RIGHT = {PLACE: "NO", THEME: "farming", STANCE_MAP: "{harvest-falling: no}", CLAIM: "gazette/p01-harvests"}
HOMES = {
    "claim": "claims/gazette/p01-harvests.yaml",
    "source": "sources/gazette.yaml",
    "question": "claims/codebook/questions/harvest-falling.yaml",
    "themes": "claims/codebook/themes.yaml",
    "places": "claims/codebook/places.yaml",
    "events": "claims/codebook/events.yaml",
    "groups": "claims/codebook/groups.yaml",
    "decisions": "claims/codebook/decisions.yaml",
}
QUOTE = "Harvests fell in all three valleys"


def right(field: Field) -> str:
    """A value that may stand there."""
    if field.kind == BLOCK:
        return f">-\n  {QUOTE}"
    if field.name == "pair":
        return "[gazette/p01-harvests, report/p01-rich]"
    if field.name == "summary":
        return "Harvests fell [gazette/p01-harvests]."
    if field.of:
        record = inline(field.of)
        return f"{{a-name: {record}}}" if field.kind == MAP else f"[{record}]" if field.many else record
    plain = RIGHT.get(field.kind, field.choices[0] if field.choices else field.example)
    return f"[{plain.strip('[]')}]" if field.many else plain


def inline(keys: tuple[Field, ...], but: str = "", value: str = "") -> str:
    """A record between braces with every key it must have, and one other."""
    parts = {f.name: right(f) for f in keys if f.required} | ({but: value} if but else {})
    return "{" + ", ".join(f"{name}: {text}" for name, text in parts.items()) + "}"


def wrong(field: Field) -> str:
    return "just words" if field.many else WRONG[field.kind]


def texts(kind: Any, value: Any) -> Iterator[tuple[str, str]]:
    """(key, a file of this kind with this key): top keys and those inside records."""
    top = {f.name: right(f) for f in kind.fields if f.required}
    for field in kind.fields:
        yield field.name, written(kind, top | {field.name: value(field)})
        for inner in field.of:
            record = inline(field.of, inner.name, value(inner))
            whole = f"{{a-name: {record}}}" if field.kind == MAP else f"[{record}]" if field.many else record
            yield f"{field.name}.{inner.name}", written(kind, top | {field.name: whole})


def written(kind: Any, values: dict[str, str]) -> str:
    lines = [f"{name}: {value}" for name, value in values.items()]
    return "farming:\n" + "".join(f"  {line}\n" for line in lines) if kind.keyed else "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def schemas_of_small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    start = command()
    if not start:
        assert not os.environ.get("CI"), "node and npm are needed"
        pytest.skip("node and npm are needed to try the schemas")
    root = tmp_path_factory.mktemp("small")
    write(root, SOUND)
    write(root, dict(schema_files(read_codebook(root)[0])))
    running = Server(start, root, {})
    yield running
    running.stop()


@pytest.mark.parametrize("value", [right, wrong])
@pytest.mark.parametrize("kind", FILE.values(), ids=FILE)
def test_loader_and_schema_take_and_refuse_the_same(
    kind: Any, value: Any, schemas_of_small: Server, tmp_path: Path
) -> None:
    cases = dict(texts(kind, value))
    home = HOMES[kind.name]
    schema = (schemas_of_small.root / f"assets/schema/{kind.name}.schema.json").as_uri()
    head = f"# yaml-language-server: $schema={schema}\n"
    by_schema = schemas_of_small.all_problems({f"{{}}/{key}/{home}": head + text for key, text in cases.items()})
    for key, text in cases.items():
        write(tmp_path, SOUND | {home: text})
        by_loader = [str(p) for p in problems_of(tmp_path) if p.severity == "error"]
        told = by_schema[f"{{}}/{key}/{home}"]
        assert bool(told) == bool(by_loader) == (value is wrong), (text, told, by_loader)
