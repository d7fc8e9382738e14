"""A site that lies there as it would be written again is left alone, and nothing else ever is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from folder import Folder
from test_stamping import tree

from dossier.cli import main
from dossier.publishing.imprint import Imprint
from dossier.publishing.standing import HANDED_OVER, unless_standing
from dossier.store.cache import FOLDER, open_cache
from dossier.store.writing import alone


class Builder:
    """Stands for MkDocs: writes a site that shows how often it was asked."""

    def __init__(self, root: Path) -> None:
        self.root, self.builds = root, 0

    def __call__(self) -> str:
        self.builds += 1
        shutil.rmtree(self.root / "site", ignore_errors=True)
        (self.root / "site" / "sources").mkdir(parents=True)
        (self.root / "site" / "index.html").write_text("<h1>Wind</h1>", "utf-8")
        (self.root / "site" / "sources" / "a.html").write_text("<h1>A</h1>", "utf-8")
        return ""

    def run(self, desk: bool = False) -> int:
        """Whether one run built the site."""
        before = self.builds
        assert unless_standing(self.root, None, desk, self) == ""
        return self.builds - before


@pytest.fixture
def builder(folder: Folder) -> Builder:
    settings = 'site_name: Wind\nsite_url: !ENV [WIND_SITE, ""]\nhooks: [build_dossier.py]\n'
    (folder.root / "mkdocs.yml").write_text(settings, "utf-8")
    made = Builder(folder.root)
    assert made.run() == 1
    assert made.run() == 0
    return made


def damage(site: Path) -> None:
    (site / "index.html").write_text("<h1>wind</h1>", "utf-8")


def delete(site: Path) -> None:
    (site / "sources" / "a.html").unlink()


def add(site: Path) -> None:
    (site / "sources" / "b.html").write_text("<h1>B</h1>", "utf-8")


def add_a_folder(site: Path) -> None:
    (site / "old").mkdir()


def take_away(site: Path) -> None:
    shutil.rmtree(site)


def link(site: Path) -> None:
    (site / "index.html").rename(site.parent / "moved.html")
    (site / "index.html").symlink_to(site.parent / "moved.html")


@pytest.mark.parametrize("change", [damage, delete, add, add_a_folder, take_away, link], ids=lambda c: c.__name__)
def test_a_site_that_was_touched_is_built_again(builder: Builder, change: Callable[[Path], None]) -> None:
    before = tree(builder.root / "site")
    change(builder.root / "site")
    assert builder.run() == 1
    assert tree(builder.root / "site") == before


def test_what_lies_hidden_in_the_site_is_not_the_builders(builder: Builder) -> None:
    (builder.root / "site" / ".nojekyll").touch()
    assert builder.run() == 0


@pytest.mark.parametrize("file", ["claims/codebook/themes.yaml", "mkdocs.yml", "docs/new.md", "sources/new.txt"])
def test_any_changed_or_new_file_builds_it_again(builder: Builder, file: str) -> None:
    target = builder.root / file
    target.parent.mkdir(exist_ok=True)
    before = target.read_text("utf-8") if target.exists() else ""
    target.write_text(f"{before}# changed\n", "utf-8")
    assert (builder.run(), builder.run()) == (1, 0)


def test_a_variable_that_the_settings_name_builds_it_again(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNNAMED", "x")
    assert builder.run() == 0
    monkeypatch.setenv("WIND_SITE", "https://wind.example/")
    assert builder.run() == 1


def test_the_editors_desk_is_asked_for_anew(builder: Builder) -> None:
    assert (builder.run(desk=True), builder.run(desk=True), builder.run()) == (1, 0, 0)


@pytest.mark.parametrize(
    "setting",
    ["plugins: [search, weather]", "plugins:\n  - weather: {}", "INHERIT: base.yml", "docs_dir: ../elsewhere"],
)
def test_where_a_build_may_read_what_we_cannot_see_it_is_always_made(builder: Builder, setting: str) -> None:
    address = builder.root / "mkdocs.yml"
    address.write_text(f"{address.read_text('utf-8')}{setting}\n", "utf-8")
    assert (builder.run(), builder.run()) == (1, 1)


def test_a_failed_build_is_tried_again(builder: Builder) -> None:
    (builder.root / "docs.md").touch()
    assert unless_standing(builder.root, None, False, lambda: "no room on the disk") == "no room on the disk"
    assert builder.run() == 1


def test_while_another_build_runs_none_begins(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    (builder.root / "docs.md").touch()
    with monkeypatch.context() as patched, alone(builder.root):
        patched.setattr("dossier.publishing.standing._PATIENCE", 0.0)
        assert "another run" in unless_standing(builder.root, None, False, builder)
    assert builder.builds == 1
    assert builder.run() == 1


def test_a_site_that_lost_files_while_it_was_built_does_not_count_as_built(builder: Builder) -> None:
    wrote = Imprint(("", "", ""), False, (), "", (("data/dossier.json", ""),), (0, ""), ())
    open_cache(builder.root).keep(HANDED_OVER, (str(builder.root / "site"),), wrote)
    (builder.root / "docs.md").touch()
    assert builder.run() == 1
    assert builder.run() == 1


def test_a_damaged_note_of_the_last_build_counts_for_nothing(builder: Builder) -> None:
    for note in (builder.root / FOLDER / "site").iterdir():
        note.write_bytes(note.read_bytes()[:-1] + b"x")
    assert builder.run() == 1


def test_a_second_run_says_the_same_and_works_nothing_out(
    folder: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "quote: >-\n  Will it last?\nstatement: It may not last.\nthemes: [no-such-theme]\n"
    claim = folder.write("claims/irish-wind/p02-last.yaml", said)

    def run() -> str:
        with pytest.raises(SystemExit) as stop:
            main(["--root", str(folder.root), "check"])
        assert stop.value.code == 1
        return capsys.readouterr().out

    first = run()
    with monkeypatch.context() as patched:
        patched.setattr("dossier.assemble.read_dossier", None)
        assert run() == first
    assert "no-such-theme" in first
    claim.write_text(said.replace("no-such-theme", "no-other-theme"), "utf-8")
    assert "no-other-theme" in run()
