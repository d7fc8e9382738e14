"""What other tools get: each example on the page of downloads runs, and the data file keeps to its schema."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import wind

from dossier.data import load
from dossier.rendering.render import binaries_of, exports_of

FILES = exports_of(wind.DOSSIER)
SCHEMA = json.loads(FILES["data/dossier.schema.json"])
KINDS = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
         "null": type(None)}  # fmt: skip


@pytest.mark.parametrize(("path", "example"), [(file["path"], file["example"]) for file in load("downloads.yaml")])
def test_each_example_runs_where_its_file_lies(path: str, example: str, tmp_path: Path) -> None:
    content = FILES[path].encode() if path in FILES else binaries_of(wind.DOSSIER)[path]
    (tmp_path / Path(path).name).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() not in ("", "[]")


def test_every_download_is_on_the_page() -> None:
    published = set(FILES) | set(binaries_of(wind.DOSSIER))
    assert {file["path"] for file in load("downloads.yaml")} == published


def faults(value: Any, schema: dict[str, Any], at: str = "dossier") -> list[str]:
    """Where a value departs from its schema; knows the few keywords that ours uses."""
    known = {"$schema", "title", "description", "type", "required", "additionalProperties", "properties", "items",
             "enum", "const", "pattern", "minimum", "maximum", "minItems", "maxItems"}  # fmt: skip
    found = [f"{at}: unknown keyword {key}" for key in schema.keys() - known]
    types = schema.get("type", [])
    wanted = [KINDS[t] for t in ([types] if isinstance(types, str) else types)]
    if wanted and not any(isinstance(value, t) for t in wanted):
        return [*found, f"{at}: {value!r} is no {types}"]
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        found.append(f"{at}: {value!r} is not allowed")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{at}: {value!r} has another form")
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{at}: {value!r} is out of bounds")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        return [*found, *(f for i, row in enumerate(value) for f in faults(row, schema["items"], f"{at}[{i}]"))]
    if isinstance(value, dict):
        named, others = schema.get("properties", {}), schema["additionalProperties"]
        found += [f"{at}: no {key}" for key in schema.get("required", ()) if key not in value]
        for key, inner in value.items():
            rule = named.get(key, others)
            found += [f"{at}: {key} is unknown"] if rule is False else faults(inner, rule, f"{at}.{key}")
    return found


def test_the_data_file_keeps_to_its_schema() -> None:
    data = json.loads(FILES["data/dossier.json"])
    assert data["claims"] and data["relations"] and data["questions"] and data["sources"]
    assert faults(data, SCHEMA) == []


@pytest.mark.parametrize(
    ("kind", "key", "wrong"),
    [("claims", "status", "rejected"), ("claims", "start", "2022"), ("relations", "type", "likes"),
     ("questions", "verdict", "yes"), ("sources", "authors", "one"), ("claims", "more", 1)],
)  # fmt: skip
def test_the_schema_finds_what_does_not_belong(kind: str, key: str, wrong: object) -> None:
    data = json.loads(FILES["data/dossier.json"])
    data[kind][0][key] = wrong
    assert len(faults(data, SCHEMA)) == 1
