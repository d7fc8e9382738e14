"""After any edit the pages are those of a build from nothing, and few of them are made anew.

DOSSIER_EDITS=200 pytest tests/speed/test_incremental.py    looks after each edit, not after every other
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from test_stamping import PROJECT

from dossier.assemble import read_dossier
from dossier.model import Dossier
from dossier.problems import errors
from dossier.publishing.keeping import keeper
from dossier.relating.many.memory import Memory
from dossier.relating.relate import relate
from dossier.rendering.page import Page
from dossier.rendering.render import pages_of
from dossier.store.cache import Cache

EDITS = int(os.environ.get("DOSSIER_EDITS", "30"))
AT_ONCE = 1 if "DOSSIER_EDITS" in os.environ else 2  # a page wrongly kept is still wrong one edit later


@dataclass
class Desk:
    """Two builders of one dossier: one that remembers, one that starts from nothing."""

    root: Path
    before: dict[str, Page] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    made: int = 0

    def kept(self) -> tuple[list[Page], Dossier] | None:
        """The pages by the builder that remembers, or None while an error stands."""
        dossier, problems = read_dossier(self.root, self.memory)
        if errors(problems):
            return None
        shelf = keeper(Cache(), self.before)
        self.made = 0

        def counted(key: str, make: Callable[[], Page]) -> Page:
            if (page := shelf.find(key)) is None:
                self.made += 1
                page = shelf.hold(key, make())
            return page

        return pages_of(dossier, keep=counted), dossier

    def pages(self) -> tuple[list[Page], list[Page]] | None:
        """The pages with and without memory, or None while an error stands."""
        kept = self.kept()
        if kept is None:
            return None
        pages, dossier = kept
        afresh = replace(dossier, relations=relate(dossier.claims, dossier.codebook, dossier.sources))
        assert dossier.relations == afresh.relations, "and so the same data for other tools"
        return pages, pages_of(afresh)

    def claims(self) -> list[Path]:
        """All claim files."""
        return sorted(
            p for p in (self.root / "claims").glob("*/*.yaml") if p.parent.name != "codebook" and p.name[0] != "_"
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name in ("sources", "claims"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    return Desk(tmp_path)


def reword(text: str, pick: random.Random) -> str:
    return re.sub(r"^statement: .*$", f"statement: Reworded {pick.randint(0, 999)} times.", text, flags=re.MULTILINE)


def redate(text: str, pick: random.Random) -> str:
    return re.sub(r"^date: .*$", f'date: "{pick.randint(2014, 2025)}"', text, flags=re.MULTILINE)


def retag(text: str, pick: random.Random) -> str:
    return re.sub(
        r"^countries: .*$", f"countries: [{pick.choice(['RU', 'KZ', 'UZ', 'NO'])}]", text, flags=re.MULTILINE
    )


def review(text: str, pick: random.Random) -> str:
    return re.sub(
        r"^status: \w+", f"status: {pick.choice(['draft', 'reviewed', 'rejected'])}", text, flags=re.MULTILINE
    )


def note(text: str, pick: random.Random) -> str:
    return re.sub(r"^status: ", f"note: Seen {pick.randint(0, 999)}\nstatus: ", text, flags=re.MULTILINE)


def turn(text: str, pick: random.Random) -> str:
    return re.sub(r": yes\b", ": no", text) if pick.random() < 0.5 else re.sub(r": no\b", ": yes", text)


CHANGES = (reword, redate, retag, review, note, turn)


def edited(desk: Desk, pick: random.Random) -> dict[Path, str]:
    """Make some edits; the files as they were before."""
    before: dict[Path, str] = {}
    for file in pick.sample(desk.claims(), AT_ONCE):
        before[file] = file.read_text("utf-8")
        if pick.random() < 0.1:
            file.unlink()
        else:
            file.write_text(pick.choice(CHANGES)(before[file], pick), "utf-8")
    return before


def test_pages_after_random_edits_are_those_of_a_full_build(desk: Desk) -> None:
    pick = random.Random(8)
    assert desk.pages()
    seen = 0
    for _ in range(EDITS // AT_ONCE):
        before = edited(desk, pick)
        found = desk.pages()
        if found is None:
            for file, text in before.items():
                file.write_text(text, "utf-8")
            continue
        remembered, full = found
        assert remembered == full, before.keys()
        seen += AT_ONCE
    assert seen > EDITS // 2


def test_an_edit_makes_only_the_pages_that_show_it(desk: Desk) -> None:
    found = desk.kept()
    assert found and desk.made
    total, compared = desk.made, desk.memory.compared
    assert desk.kept() and desk.made == 0
    file = desk.claims()[0]
    file.write_text(note(file.read_text("utf-8"), random.Random(1)), "utf-8")
    desk.memory.compared = 0
    assert desk.kept() and desk.made == 1, "a note stands on the page of its source only"
    assert desk.memory.compared == 0, "and nothing is compared by it"
    file.write_text(reword(file.read_text("utf-8"), random.Random(1)), "utf-8")
    assert desk.kept() and 1 < desk.made < total / 2
    assert 0 < desk.memory.compared < compared / 5
