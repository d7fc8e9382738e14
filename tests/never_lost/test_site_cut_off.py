"""A build that is killed, and the next one, which makes the whole site."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import Folder, wind_dossier

from never_lost.faults import Fault, die
from never_lost.test_every_command import CALLS, typed

MOMENTS = 6  # spread over the calls that delete or write files


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    """A dossier and its site."""
    made = wind_dossier(tmp_path / "wind")
    assert typed(made.root, ("extract", "--jobs", "1")) == 0
    assert typed(made.root, ("build",)) == 0
    return made


def test_after_a_build_that_was_killed_the_next_one_makes_the_whole_site(built: Folder) -> None:
    built.edit("mkdocs.yml", "site_name: ", "site_name: New ")  # all of the site is deleted and made again
    assert typed(built.root, ("build",), Fault(0, die)) == 0
    calls, whole = (built.root / CALLS).read_text("utf-8").splitlines(), built.tree("site")
    (built.root / CALLS).unlink()
    deleting = [n for n, call in enumerate(calls, 1) if call.startswith(("unlink", "rmdir"))]
    assert len(deleting) > MOMENTS
    for number, at in enumerate((deleting + list(range(deleting[-1], len(calls))))[:: len(calls) // MOMENTS]):
        built.edit("mkdocs.yml", "site_name: ", f"site_name: {number} ")
        assert typed(built.root, ("build",), Fault(at, die)) == -9
        built.edit("mkdocs.yml", f"site_name: {number} ", "site_name: ")
        assert typed(built.root, ("build",)) == 0, f"killed at call {at}: {calls[at - 1]}"
        assert built.tree("site") == whole, f"killed at call {at}: {calls[at - 1]}"


def test_what_takes_the_place_of_a_site_is_not_deleted(built: Folder) -> None:
    for path in built.files("site/**/*"):
        built.delete(path)
    mine = built.write("site/notes.txt", "mine")
    assert typed(built.root, ("build",)) == 1
    assert mine.read_text("utf-8") == "mine"
