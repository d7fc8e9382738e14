"""Pages and data made on all processors: none depends on another, so each is a task of its own.

Children are forked from this process and have the arranged dossier already; only finished pages come back. When a
child dies, all of it is made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from dossier.publishing.beside import Exports, export_tasks
from dossier.publishing.keeping import Shelf
from dossier.relating.many.forking import forked, may_fork
from dossier.rendering.page import Page, Planned
from dossier.rendering.view import View

Task = Callable[[], Any]
_MANY = 40  # tasks that are worth starting children for; after one edit there are fewer, and starting takes longer
_BLOCK = 2  # tasks a child takes at once: they differ much in length


def done(tasks: Sequence[Task]) -> list[Any]:
    """What each task gives, in their order."""
    if len(tasks) < _MANY or not may_fork():
        return _done_here(tasks)
    return list(forked(_done_here, list(tasks), _BLOCK))


def _done_here(tasks: Iterable[Task]) -> list[Any]:
    return [task() for task in tasks]


def made(view: View, plan: Sequence[Planned], shelf: Shelf) -> tuple[list[Page], Exports]:
    """Every page, those made before found again, and all that lies beside the pages."""
    keys = [page.key() if page.key else "" for page in plan]
    found = [shelf.find(key) if key else None for key in keys]
    missing = [n for n, page in enumerate(found) if page is None]
    exports = export_tasks(view)
    results = done([*exports, *(partial(make, plan[n], keys[n], shelf) for n in missing)])
    for n, page in zip(missing, results[len(exports) :], strict=True):
        found[n] = shelf.hold(keys[n], page) if keys[n] else page
    return [page for page in found if page], joined(results[: len(exports)])


def make(page: Planned, key: str, shelf: Shelf) -> Page:
    """A page made now, and kept for later runs."""
    return shelf.keep(key, page.make()) if key else page.make()


def joined(parts: Iterable[Exports]) -> Exports:
    """Files of several tasks together."""
    return {path: content for part in parts for path, content in part.items()}
