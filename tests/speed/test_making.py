"""Pages and data come out the same on all processors, whatever happens to one of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.assemble import read_dossier
from dossier.publishing import making
from dossier.publishing.keeping import Shelf
from dossier.publishing.mending import planned_with
from dossier.rendering.page import Planned
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
