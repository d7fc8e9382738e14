"""Pages and data come out the same on all processors, whatever happens to one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from test_cache import cut_off, delete, swap

from dossier.assemble import read_dossier
from dossier.model import Dossier
from dossier.publishing import making
from dossier.publishing.beside import export_tasks
from dossier.publishing.keeping import Shelf, pieces_in
from dossier.publishing.mending import planned_with
from dossier.rendering.page import Planned
from dossier.rendering.render import exports_of, pages_of, planned
from dossier.rendering.view import View
from dossier.store.cache import Cache

Made = tuple[list[object], dict[str, object]]


def made(root: Path, cache: Cache, change: Callable[[Planned], Planned] = lambda page: page) -> Made:
    view = View(read_dossier(root)[0])
    pages, exports = making.made(view, [change(page) for page in planned_with(view, desk=True)], Shelf(cache))
    return list(pages), dict(exports)


def test_on_all_processors_the_same_is_made_as_on_one(
    drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "may_fork", lambda: False)
    alone = made(drafted, Cache())
    assert alone[0] and alone[1]
    monkeypatch.setattr(making, "may_fork", lambda: True)
    cache = Cache(tmp_path / "kept")
    assert made(drafted, cache) == alone, "children made it"
    assert made(drafted, cache) == alone, "what children kept is found again"
    here = os.getpid()

    def fatal(page: Planned) -> Planned:
        def make() -> object:
            if os.getpid() != here:
                os._exit(1)  # as the system ends a process that takes too much memory
            return page.make()

        return Planned(page.path, make) if page.path == "claims.html" else page  # type: ignore[arg-type]

    assert made(drafted, Cache(), fatal) == alone, "a child died, and nothing is lost"


def test_an_edit_makes_the_pieces_of_long_lists_that_it_changes_and_no_others(drafted: Path, tmp_path: Path) -> None:
    cache, made = Cache(tmp_path / "kept"), [0]

    def counted(name: str, hashes: Sequence[str], make: Callable[[int], str]) -> list[str]:
        def one(place: int) -> str:
            made[0] += 1
            return make(place)

        return pieces_in(cache)(name, hashes, one)

    def same_as_anew(dossier: Dossier) -> int:
        view, made[0] = View(dossier, pieces=counted), 0
        assert [page.make() for page in planned(view)] == pages_of(dossier)
        assert {k: text for task in export_tasks(view) for k, text in task().items()}.items() >= exports_of(
            dossier
        ).items()
        return made[0]

    before = read_dossier(drafted)[0]
    everything = same_as_anew(before)
    assert same_as_anew(before) == 0
    first = before.relations[0].between[0]
    edited = replace(before, claims=tuple(replace(c, statement="So.") if c.id == first else c for c in before.claims))
    met = sum(first in r.between for r in before.relations)
    assert 0 < same_as_anew(edited) < 20 * (1 + met) < everything
    assert same_as_anew(before) < 20 * (1 + met), "an edit taken back"
    assert same_as_anew(replace(edited, title="Another edition")) == everything, "names stand in them"
    assert same_as_anew(before) == 0, "both editions are kept"
    rewritten = replace(before, claims=tuple(replace(c, statement="So.") for c in before.claims))
    assert same_as_anew(rewritten) == everything
    assert same_as_anew(rewritten) == 0, "where much is new it is written again"
    for damage in (delete, cut_off, swap):
        damage(sorted((tmp_path / "kept" / "pieces").iterdir()))
        assert same_as_anew(rewritten) > 0
