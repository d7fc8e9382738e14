"""After an edit only what shows it is written, and the site is that of a whole build, byte for byte."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from folder import Folder
from test_stamping import tree

from dossier.publishing.site import build_site
from dossier.publishing.standing import unless_standing


@dataclass
class Editor:
    """A dossier whose site was just built by MkDocs, and how often MkDocs was asked since."""

    folder: Folder
    claims: list[str] = field(default_factory=list)
    asked: int = 0

    def build(self) -> None:
        """Bring the site up to date as the command does."""

        def whole() -> str:
            self.asked += 1
            return build_site(self.folder.root)

        assert unless_standing(self.folder.root, None, False, whole) == ""

    def site(self) -> dict[str, bytes]:
        return tree(self.folder.root / "site")

    def made_from_nothing(self, to: Path) -> dict[str, bytes]:
        """The site as MkDocs makes it somewhere else, of the same files with nothing kept."""
        bare = shutil.copytree(
            self.folder.root, to.with_name(f"{to.name}-bare"), ignore=shutil.ignore_patterns(".cache", "site")
        )
        assert build_site(bare, to) == ""
        return tree(to)


@pytest.fixture(scope="module")
def built_here(drafted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(drafted, tmp_path_factory.mktemp("mending") / "wind"))
    made = Editor(Folder(root))
    made.build()
    assert made.asked == 1
    return root


@pytest.fixture
def editor(built_here: Path, tmp_path: Path) -> Editor:
    folder = Folder(Path(shutil.copytree(built_here, tmp_path / "wind")))
    return Editor(folder, folder.files("claims/*/p*.yaml"))


def note(editor: Editor) -> None:
    editor.folder.edit(editor.claims[0], "status: draft", "note: Read twice.\nstatus: draft")


def reword(editor: Editor) -> None:
    text = editor.folder.read(editor.claims[-1])
    kept = "".join(
        line for line in text.splitlines(True) if not line.startswith("statement:") and line.strip() != "<script>"
    )
    editor.folder.write(editor.claims[-1], f"{kept}statement: '<script>alert(1)</script> & <h2 id=\"x\">so</h2>'\n")


def review(editor: Editor) -> None:
    editor.folder.edit(editor.claims[0], "status: draft", "status: reviewed")


def turn(editor: Editor) -> None:
    """An answer the other way round changes questions, verdicts, pictures and lists."""
    changed = next(c for c in editor.claims if ": yes" in editor.folder.read(c))
    editor.folder.edit(changed, ": yes", ": no")


def test_a_mended_site_is_the_one_a_whole_build_makes(editor: Editor, tmp_path: Path) -> None:
    before = editor.site()
    for change in (note, review, reword):
        change(editor)
        editor.build()
        assert before != (before := editor.site())
    assert editor.asked == 0, "MkDocs was not needed"
    assert before == editor.made_from_nothing(tmp_path / "anew")
    turn(editor)
    editor.build()
    assert editor.site() == editor.made_from_nothing(tmp_path / "turned") != before


def described(editor: Editor, page: str) -> list[str]:
    """What a page says of itself: in its head to those who link to it, and in the search."""
    index = json.loads(editor.folder.read("site/search/search_index.json"))
    found = [entry["text"] for entry in index["docs"] if entry["location"] == page]
    return found + re.findall(r'<meta [^>]*description" content="([^"]*)"', editor.folder.read(f"site/{page}"))


def test_a_page_that_counts_its_claims_anew_is_mended_too(editor: Editor, tmp_path: Path) -> None:
    assert all("7 claims from 2 sources" in text for text in described(editor, "countries/IE.html"))
    on_ireland = next(c for c in editor.claims if "countries: [IE]" in editor.folder.read(c))
    editor.folder.edit(on_ireland, "status: draft", "status: rejected")
    editor.build()
    assert ["6 claims from 2 sources" in text for text in described(editor, "countries/IE.html")] == [True] * 3
    assert "among 6 claims of 2 sources" in editor.folder.read("site/changes.html"), "a list without pairs says so"
    assert editor.asked == 0, "MkDocs was not needed"
    assert editor.site() == editor.made_from_nothing(tmp_path / "anew")


def test_a_theme_that_shows_the_beginning_of_a_description_only_is_asked(editor: Editor, tmp_path: Path) -> None:
    begun = "{% if page and page.meta.description %}<i>{{ page.meta.description[:20] }}</i>{% endif %}"
    own = f'{{% extends "base.html" %}}{{% block extrahead %}}{begun}{{% endblock %}}'
    editor.folder.write("docs/templates/main.html", own)
    editor.build()
    assert "<i>What the sources say</i>" in editor.folder.read("site/countries/IE.html")
    on_ireland = next(c for c in editor.claims if "countries: [IE]" in editor.folder.read(c))
    editor.folder.edit(on_ireland, "status: draft", "status: rejected")
    editor.build()
    assert editor.asked == 2
    assert editor.site() == editor.made_from_nothing(tmp_path / "anew")


def test_a_copy_of_a_dossier_is_made_with_its_own_templates(built_here: Path, tmp_path: Path) -> None:
    first = Editor(Folder(Path(shutil.copytree(built_here, tmp_path / "first"))))
    template = "docs/templates/pages/source.html"
    first.folder.write(template, first.folder.read(template) + "\nof the first")
    first.build()
    copy = Editor(Folder(Path(shutil.copytree(tmp_path / "first", tmp_path / "copy"))))
    copy.claims = copy.folder.files("claims/*/p*.yaml")
    first.folder.write(template, "of the first alone")
    note(copy)
    copy.build()
    assert copy.asked == 0
    assert copy.site() == copy.made_from_nothing(tmp_path / "anew")


def test_a_note_changes_one_page_and_leaves_all_other_files_alone(editor: Editor) -> None:
    site = editor.folder.root / "site"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    note(editor)
    editor.build()
    changed = {
        path.relative_to(site).as_posix() for path in site.rglob("*") if before[path] != path.stat().st_mtime_ns
    }
    source = editor.claims[0].split("/")[1]
    assert changed == {f"sources/{source}.html"}


def new_country(folder: Folder) -> None:
    claim = folder.files("claims/*/p*.yaml")[0]
    folder.edit(claim, "countries: [", "countries: [NO, ")


def new_title(folder: Folder) -> None:
    folder.edit("sources/calm.yaml", "A calm year", "A still year")


def hand_written(folder: Folder) -> None:
    folder.write("docs/more.md", "# More\n")


def damaged(folder: Folder) -> None:
    page = folder.root / "site" / "timeline.html"
    page.write_bytes(page.read_bytes().replace(b"Timeline", b"Timelime"))


@pytest.mark.parametrize("change", [new_country, new_title, hand_written, damaged], ids=lambda c: c.__name__)
def test_what_a_page_alone_does_not_hold_is_built_whole(editor: Editor, change: Callable[[Folder], None]) -> None:
    change(editor.folder)
    asked: list[str] = []
    assert unless_standing(editor.folder.root, None, False, lambda: asked.append("MkDocs") or "") == ""
    assert asked == ["MkDocs"]


def test_an_error_leaves_the_site_as_it_was(editor: Editor) -> None:
    before = editor.site()
    editor.folder.edit(editor.claims[0], "status: draft", "status: drafted")
    assert "[wrong-choice]" in editor.folder.run("build").stdout
    assert editor.site() == before
