"""Imports run one way: ground <- wings <- whole; the wings do not know each other."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from dossier.store.claims import read_claims
from dossier.store.codebook import read_codebook
from dossier.world import countries

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


@pytest.fixture(scope="module")
def topic() -> re.Pattern[str]:
    """The names, peoples and capitals of the countries that a tenth of this dossier's claims speak of."""
    codebook, claims = read_codebook(ROOT)[0], read_claims(ROOT)[0]
    told = Counter(place for claim in claims for place in codebook.expand(claim.countries))
    often = [countries()[place] for place, n in told.items() if n > len(claims) / 10 and place in countries()]
    assert often
    words = {word for c in often for word in (c.name, c.capital, *c.also, *c.demonyms) if len(word) > 3}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b")


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(ROOT)))
def test_the_program_knows_nothing_of_the_first_dossiers_topic(file: Path, topic: re.Pattern[str]) -> None:
    assert topic.findall(file.read_text("utf-8")) == []


@pytest.mark.parametrize("room", ["reading", "relating"])
def test_the_map_of_a_room_names_modules_that_are_there(room: str) -> None:
    page = (ROOT / "docs" / "about" / "architecture.md").read_text("utf-8")
    table = page.split(f"### {room}: ")[1].split("\n## ")[0].split("\n### ")[0]
    there = {f.stem for f in MODULES if room_of(f) == room} | {f.parent.name for f in MODULES if room_of(f) == room}
    named = set(re.findall(r"`([a-z_]+)`", table))
    assert len(named) > 20 and named <= there
