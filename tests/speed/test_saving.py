"""While a dossier is served, a save is read on the claim's page at once, and nothing older than it is ever served."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from folder import Folder
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from test_stamping import tree

from dossier.assemble import read_dossier, ready_to_compare
from dossier.publishing.saving import Rest
from dossier.relating.answers import _known
from dossier.relating.decisions import undecided
from dossier.relating.many.memory import Memory

ADDRESS = "http://127.0.0.1/"
LISTS = ("index.html", "claims.html", "print.html", "data/claims.csv", "search/search_index.json")


@dataclass
class Served:
    """A dossier as `serve` shows it, without a network."""

    folder: Folder
    config: MkDocsConfig
    server: LiveReloadServer
    asked: list[str]  # of MkDocs, after the first build

    def save(self, old: str, new: str) -> str:
        """Change the first claim as an editor does; its page."""
        claim = self.folder.files("claims/*/p*.yaml")[0]
        self.folder.edit(claim, old, new)
        self.server.builder()
        return f"sources/{claim.split('/')[1]}.html"

    def page(self, path: str) -> str:
        """What a browser gets."""
        app = self.server.get_app()
        assert app
        return b"".join(app({"PATH_INFO": f"/{path}"}, lambda status, headers: print)).decode()

    def lying(self, path: str) -> str:
        """What lies in the folder, whether anybody asked or not."""
        return (Path(self.config.site_dir) / path).read_text("utf-8")


@pytest.fixture
def served(drafted: Path, tmp_path: Path) -> Iterator[Served]:
    root = Path(shutil.copytree(drafted, tmp_path / "wind"))
    asked: list[str] = []

    def config(to: str) -> MkDocsConfig:
        made = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / to))
        made.plugins.on_startup(command="serve", dirty=False)
        return made

    def whole() -> None:
        asked.append("MkDocs")
        build(config("served"), serve_url=ADDRESS)

    first = config("served")
    build(first, serve_url=ADDRESS)
    server = LiveReloadServer(whole, "127.0.0.1", 0, first.site_dir)
    first.plugins.on_serve(server, config=first, builder=whole)
    desk = Served(Folder(root), first, server, asked)
    yield desk
    desk.page("index.html")
    # However it came about: it is the site that MkDocs makes of the dossier as it stands.
    build(config("anew"), serve_url=ADDRESS)
    assert tree(tmp_path / "served") == tree(tmp_path / "anew")
    first.plugins.on_startup(command="build", dirty=False)


def test_what_was_compared_before_is_at_hand_before_the_first_save(drafted: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(drafted, tmp_path / "wind"))
    read_dossier(root)
    memory = Memory()
    dossier, _ = read_dossier(root, memory)
    assert not memory.frames, "all was found kept, and the first save would read and compare everything"
    ready_to_compare(dossier, root, memory)
    assert len(memory.frames) == len(dossier.claims)
    assert (memory.apart, memory.compared) == (0, 0)
    spoken_to = {p.question for claim in dossier.claims for p in claim.positions if p.words}
    assert spoken_to, "there are cues to be compiled"
    assert spoken_to <= _known(undecided(dossier.codebook)).cues.keys()


def test_a_save_stands_on_the_claims_page_at_once_and_on_each_list_that_is_asked_for(served: Served) -> None:
    page = served.save("statement: ", "statement: Gulls were counted. ")
    assert "Gulls were counted." in served.lying(page)
    for path in LISTS[1:]:
        assert "Gulls were counted." in served.page(path), path
    assert served.asked == []


def _wait(event: threading.Event) -> None:
    event.wait()


def test_a_save_waits_for_what_is_made_ready_and_no_page_does() -> None:
    go_on, rest = threading.Event(), Rest()
    rest.begin(frozenset(), partial(_wait, go_on))
    assert not rest.holds("index.html")
    save = threading.Thread(target=rest.hold)
    save.start()
    save.join(0.05)
    assert save.is_alive()
    go_on.set()
    save.join()


def test_saves_may_follow_each_other_faster_than_lists_are_written(served: Served) -> None:
    for old, new in (("", "Gulls"), ("Gulls", "Terns"), ("Terns", "Auks")):
        page = served.save(f"statement: {old}", f"statement: {new} were counted. ")
        assert f"{new} were counted." in served.lying(page)
    listed = served.page("claims.html")
    assert "Auks were counted." in listed and "Gulls" not in listed and "Terns" not in listed


def test_where_only_a_list_is_another_now_mkdocs_builds_it_before_anybody_sees_it(served: Served) -> None:
    """The timeline gets a year that its table of contents had not."""
    served.save('date: "2024-01"\ndate_from: publication\n', 'date: "1987"\n')
    assert "1987" in served.page("timeline.html")
    assert served.asked == ["MkDocs"]


def test_a_mistake_leaves_the_last_good_pages_with_a_word_about_it(served: Served) -> None:
    served.save("statement: ", "statement: Gulls were counted. ")
    page = served.save("status: draft", "status: drafted")
    shown = served.page(page)
    assert "Gulls were counted." in shown and "These pages are the last good ones." in shown
    served.save("status: drafted", "status: reviewed")
    assert "These pages are the last good ones." not in served.page(page)
