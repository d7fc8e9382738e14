"""The JSON Schemas in docs/assets/schema, kept in step with the codebook's words."""

from __future__ import annotations

from pathlib import Path

from dossier.model import Codebook
from dossier.problems import Problem, Where
from dossier.store.schema import schema_files
from dossier.store.writing import write_changed


def write_schemas(root: Path, codebook: Codebook) -> list[Problem]:
    """Write those that differ, so that an editor's program offers today's themes, places and questions."""
    try:
        write_changed(root / "docs", schema_files(codebook))
    except (OSError, ValueError) as error:
        what = f"the schemas could not be written: {error}"
        return [
            Problem(Where("docs/assets/schema"), "cannot-write", what, "make the folder writable, then run again")
        ]
    return []


def outdated(root: Path, codebook: Codebook) -> list[str]:
    """Paths of schemas that lie there and say something else than the codebook now."""
    made = schema_files(codebook)
    return [path for path, text in made.items() if (root / "docs" / path).is_file() and _read(root, path) != text]


def _read(root: Path, path: str) -> str:
    try:
        return (root / "docs" / path).read_text("utf-8")
    except (OSError, UnicodeError):
        return ""
