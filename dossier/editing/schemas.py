"""JSON Schemas for text editors, in docs/assets/schema, and the handbook's table of keys."""

from __future__ import annotations

import contextlib
from pathlib import Path

from dossier.model import Codebook
from dossier.problems import Problem, Where
from dossier.store.fields import (
    BLOCK,
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
    every_field,
)
from dossier.store.schema import schema_files
from dossier.store.writing import unwritten, write_changed


def write_schemas(root: Path, codebook: Codebook) -> list[Problem]:
    """Write those that differ, so that an editor's program offers today's themes, places and questions."""
    try:
        write_changed(root / "docs", schema_files(codebook))
    except (OSError, ValueError) as error:
        return [unwritten(Where("docs/assets/schema"), error)]
    return []


def outdated(root: Path, codebook: Codebook) -> list[str]:
    """Paths of schemas that lie there and say something else than the codebook now."""
    found = []
    for path, text in schema_files(codebook).items():
        with contextlib.suppress(OSError):
            found += [path] if (root / "docs" / path).read_text("utf-8", "replace") != text else []
    return found


def fields_page() -> str:
    """The handbook's page of all keys, as Markdown."""
    parts = [_HEAD]
    for kind in FILES:
        what = "Each entry begins with a slug of your choice; below it are:" if kind.keyed else "Its keys:"
        parts.append(f"## {kind.name.capitalize()}\n\n{kind.help} `{kind.path}`. {what}\n\n{_table(kind.fields)}")
    return "\n".join(parts)


_HEAD = """\
# Every key of every file

The same definitions make the loader's messages, the completion in your editor and this page. A key that is not marked
*needed* may be left out. Values are always text: `NO` is Norway and `yes` the word.
"""
_SAID = {
    BLOCK: "a text below the key, after `>-`", DATE: "a date, as precise as the source", DAY: "a day",
    ISSUED: "a date, as precise as the source; also `{date-parts: [[2022, 12, 16]]}` as in CSL-JSON",
    URL: "an address on the web", LANGUAGE: "a language's code",
    NUMBER: "a number", FLAG: "`true` or `false`", PLACE: "a place", THEME: "a theme",
    QUESTION: "a question", CLAIM: "a claim's id", RECORD: "keys and values", MAP: "names with keys below them",
    STANCE_MAP: "questions, each with a side",
}  # fmt: skip


def _table(fields: tuple[Field, ...]) -> str:
    rows = ["| key | what it says | value | for example |", "|---|---|---|---|"]
    for name, field in every_field(fields):
        needed = " (needed)" if field.required else ""
        usual = f"; `{field.default}` when left out" if field.default else ""
        example = f"`{_cell(field.example)}`" if field.example else ""
        rows.append(f"| `{name}`{needed} | {_cell(field.help)} | {_said(field)}{usual} | {example} |")
    return "\n".join(rows) + "\n"


def _said(field: Field) -> str:
    if field.choices:
        said = ", ".join(f"`{choice}`" for choice in field.choices)
        said = f"questions, each with one of {said}" if field.kind == STANCE_MAP else f"one of {said}"
    else:
        said = _SAID.get(field.kind, "a text")
    return f"a list: {said}" if field.many else said


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
