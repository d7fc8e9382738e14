"""Schemas, loader and tables come from one definition: what one takes the others take."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dossier.model import Claim, Codebook, Decision, Event, LocalName, Metadata, Question, Region, Theme
from dossier.store.claims import claim_from
from dossier.store.fields import FILE, FILES, every_field
from dossier.store.schema import schema_files, schemas

CODEBOOK = Codebook(
    themes=(Theme("farming", "Farming", description="Fields and herds."), Theme("mills", "Mills")),
    regions=(Region("nordic", "The Nordic countries", ("NO", "SE")),),
    questions=(Question("harvest-falling", "Are harvests falling?"),),
)
SCHEMAS = schemas(CODEBOOK)
RECORDS = {
    "claim": Claim, "source": Metadata, "question": Question, "themes": Theme, "events": Event, "decisions": Codebook,
}  # fmt: skip


def fits(value: object, schema: dict) -> bool:  # type: ignore[type-arg]
    """Whether a value is right by the part of draft-07 that our schemas use."""
    kinds = {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None), "integer": int}
    if "anyOf" in schema and not any(fits(value, s) for s in schema["anyOf"]):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "type" in schema:
        wanted = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        number = isinstance(value, (int, float)) and not isinstance(value, bool) and "number" in wanted
        if not number and not any(type(value) is kinds.get(w) for w in wanted):
            return False
    if isinstance(value, str):
        return re.search(schema.get("pattern", ""), value) is not None and len(value) >= schema.get("minLength", 0)
    if isinstance(value, list):
        return all(fits(item, schema.get("items", {})) for item in value)
    if isinstance(value, dict):
        known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
        named = all(fits(key, schema.get("propertyNames", {})) for key in value)
        inside = all(
            fits(v, known[k]) if k in known else other is True or (other and fits(v, other)) for k, v in value.items()
        )
        return named and inside and all(key in value for key in schema.get("required", ()))
    return True


RIGHT = {"quote": "Harvests fell", "statement": "They fell."}
# what stands behind a key, as YAML text and as an editor's program reads it; and whether it is right
VALUES = (
    ("countries", "[NO, nordic]", ["NO", "nordic"], True),
    ("countries", "NO", "NO", False),
    ("themes", "[farming]", ["farming"], True),
    ("date", '"2022"', "2022", True),
    ("date", "2022", 2022, True),
    ("date", "2022-06", "2022-06", True),
    ("date", "2022-02/..", "2022-02/..", True),
    ("date", "~2022", "~2022", True),
    ("date", "2022-Q2", "2022-Q2", True),
    ("date", "../2022-02", "../2022-02", True),
    ("date", "last year", "last year", False),
    ("date", "June 2022", "June 2022", False),
    ("date", "[2022]", [2022], False),
    ("positions", "{harvest-falling: yes}", {"harvest-falling": "yes"}, True),
    ("positions", "{harvest-falling: maybe}", {"harvest-falling": "maybe"}, False),
    ("positions", "[harvest-falling]", ["harvest-falling"], False),
    ("voice", "attributed", "attributed", True),
    ("voice", "quoted", "quoted", False),
    ("kind", "prediction", "prediction", True),
    ("status", "done", "done", False),
    ("reviewed_on", "2024-05-28", "2024-05-28", True),
    ("reviewed_on", "2024-05", "2024-05", False),
    ("figures", "[{raw: a tenth, value: 10}]", [{"raw": "a tenth", "value": 10}], True),
    ("figures", "[{raw: a tenth, value: ten}]", [{"raw": "a tenth", "value": "ten"}], False),
    ("figures", "[{value: 10}]", [{"value": 10}], False),
    ("figures", "[{raw: x, unti: y}]", [{"raw": "x", "unti": "y"}], False),
    ("note", "some words", "some words", True),
    ("note", "2022", 2022, True),
    ("note", "[a]", ["a"], False),
    ("remark", "x", "x", False),
)


@pytest.mark.parametrize(("key", "text", "value", "right"), VALUES)
def test_loader_and_schema_agree(key: str, text: str, value: object, right: bool) -> None:
    _, problems = claim_from(f"quote: >-\n  Harvests fell\nstatement: They fell.\n{key}: {text}\n", "a/b", "f")
    assert (problems == []) is right
    assert fits(RIGHT | {key: value}, SCHEMAS["claim"]) is right


@pytest.mark.parametrize("key", ["quote", "statement"])
def test_what_must_be_there_must_be_there_for_both(key: str) -> None:
    assert fits(RIGHT, SCHEMAS["claim"])
    assert not fits({k: v for k, v in RIGHT.items() if k != key}, SCHEMAS["claim"])


def test_unknown_words_of_the_codebook_are_not_offered() -> None:
    assert not fits(RIGHT | {"themes": ["farmin"]}, SCHEMAS["claim"])
    assert not fits(RIGHT | {"countries": ["XX"]}, SCHEMAS["claim"])
    assert not fits(RIGHT | {"positions": {"harvest": "yes"}}, SCHEMAS["claim"])


def test_choices_come_with_their_explanations() -> None:
    items = json.loads(schema_files(CODEBOOK)["assets/schema/claim.schema.json"])["properties"]["themes"]["items"]
    assert dict(zip(items["enum"], items["markdownEnumDescriptions"])) == {
        "farming": "Fields and herds.", "mills": "Mills"}  # fmt: skip


@pytest.mark.parametrize("kind", FILES, ids=lambda k: k.name)
def test_every_field_is_explained_with_an_example(kind) -> None:  # type: ignore[no-untyped-def]
    for name, field in every_field(kind.fields):
        assert field.help.endswith(".") and field.example, name


@pytest.mark.parametrize("kind", RECORDS)
def test_the_fields_are_those_of_the_records(kind: str) -> None:
    names = {f.name.replace("-", "_") for f in FILE[kind].fields}
    assert names <= set(RECORDS[kind].__dataclass_fields__)


def test_nested_fields_are_those_of_their_records() -> None:
    fields = {name: field for kind in FILES for name, field in every_field(kind.fields)}
    assert {f.name for f in fields["decisions"].of} < set(Decision.__dataclass_fields__)
    assert {f.name for f in fields["names"].of} < set(LocalName.__dataclass_fields__)
    assert {f.name for f in fields["regions"].of} < set(Region.__dataclass_fields__)


def test_every_file_of_this_dossier_is_right_by_its_schema(tmp_path: Path) -> None:
    from dossier.store.codebook import read_codebook
    from dossier.store.dialect import read_yaml
    from dossier.store.nodes import Items, Mapping, Text

    root = Path(__file__).parent.parent.parent
    made = schemas(read_codebook(root)[0])

    def plain(node):  # type: ignore[no-untyped-def]
        if isinstance(node, Text):
            return node.value or None
        return (
            [plain(i) for i in node.items]
            if isinstance(node, Items)
            else {k.value: plain(v) for k, v in node.entries}
        )

    patterns = {
        "source": "sources/*.yaml",
        "question": "claims/codebook/questions/*.yaml",
        "claim": "claims/*/p*.yaml",
    }
    patterns |= {name: f"claims/codebook/{name}.yaml" for name in ("themes", "places", "events", "decisions")}
    for name, pattern in patterns.items():
        for file in sorted(root.glob(pattern)):
            node, _ = read_yaml(file.read_text("utf-8"), file.name)
            if name == "claim" and file.parent.name == "codebook":
                continue
            assert isinstance(node, Mapping) and fits(plain(node), made[name]), file
