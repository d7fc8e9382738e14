"""Imports run one way: ground <- wings <- whole; the wings do not know each other."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GROUND = {"problems", "model", "edtf", "world", "data", "language"}
WINGS = {"store", "reading", "relating", "rendering"}


def imported_rooms(file: Path) -> set[str]:
    """The rooms of the package that a module imports: "model", "reading", ..."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            names = [f"{node.module}.{a.name}" if node.module == "dossier" else node.module or "" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        else:
            continue
        rooms |= {name.split(".")[1] for name in names if name.startswith("dossier.")}
    return rooms


def room_of(file: Path) -> str:
    return file.relative_to(ROOT / "dossier").parts[0].removesuffix(".py")


MODULES = sorted((ROOT / "dossier").rglob("*.py"))


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(ROOT)))
def test_imports_run_one_way(file: Path) -> None:
    room = room_of(file)
    if room in GROUND:
        allowed = GROUND
    elif room in WINGS:
        allowed = GROUND | {room}
    else:
        return
    assert imported_rooms(file) <= allowed
