"""A dossier with its drafts, copied for each test; commands run in this process to save time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from folder import Folder

from dossier.assemble import read_dossier
from dossier.cli import main
from dossier.rendering.render import exports_of, pages_of


class Editor(Folder):
    """An editor at work in a folder."""

    def type(self, *words: str) -> Result:
        """A command as it is typed; its output and messages apart."""
        return CliRunner().invoke(main, ["--root", str(self.root), *words], catch_exceptions=False)

    def claim(self, words: str) -> str:
        """The path of the one claim file that quotes these words."""
        found = [p for p in self.files("claims/*/*.yaml") if words in self.read(p).replace("\n  ", " ")]
        assert len(found) == 1, found
        return found[0]

    def pages(self) -> dict[str, str]:
        """Every page and export of the site as it would be published now."""
        dossier, problems = read_dossier(self.root)
        assert not [str(p) for p in problems if p.severity == "error"]
        return {p.path: p.html for p in pages_of(dossier)} | exports_of(dossier)


@pytest.fixture
def editor(drafted: Path, tmp_path: Path) -> Editor:
    shutil.copytree(drafted, tmp_path / "wind")
    return Editor(tmp_path / "wind")
