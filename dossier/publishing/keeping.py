"""Where a builder finds the pages it made before."""

from __future__ import annotations

from collections.abc import Callable

from dossier.publishing.imprint import Imprint
from dossier.rendering.page import Page
from dossier.rendering.remembering import Keep
from dossier.store.cache import Cache


def keeper(cache: Cache, before: dict[str, Page]) -> Keep:
    """Pages kept on disk, and in `before` for the next build of this process; it then holds this build's pages."""
    last = dict(before)
    before.clear()

    def keep(key: str, make: Callable[[], Page]) -> Page:
        page = last.get(key) or cache.record("pages", (key,), Page, make)
        before[key] = page
        return page

    return keep


def unless_printed(cache: Cache, last: Imprint) -> Keep:
    """Pages that lie in the site need not be read again: of them only the name is given."""
    lying = {page.key: page.page for page in last.pages if page.key}

    def keep(key: str, make: Callable[[], Page]) -> Page:
        return lying.get(key) or cache.record("pages", (key,), Page, make)

    return keep
