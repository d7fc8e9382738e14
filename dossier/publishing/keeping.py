"""Where a builder finds the pages it made before, and the pieces of long lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.publishing.imprint import Imprint
from dossier.rendering.page import Page
from dossier.rendering.view import Pieces
from dossier.store.cache import Cache


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pages by a hash of what they were made from: on disk, and those of this process."""

    cache: Cache
    last: Mapping[str, Page] = field(default_factory=dict)  # those of the build before
    now: dict[str, Page] = field(default_factory=dict)  # those of this build

    def find(self, key: str) -> Page | None:
        """The page made before from the same."""
        page: Page | None = self.last.get(key) or self.cache.look_up("pages", (key,), Page)
        return page and self.hold(key, page)

    def hold(self, key: str, page: Page) -> Page:
        """The page, held for the next build of this process."""
        self.now[key] = page
        return page

    def keep(self, key: str, page: Page) -> Page:
        """The page, kept on disk."""
        self.cache.keep("pages", (key,), page)
        return page


def keeper(cache: Cache, before: dict[str, Page]) -> Shelf:
    """Pages kept on disk, and in `before` for the next build of this process; it then holds this build's pages."""
    last = dict(before)
    before.clear()
    return Shelf(cache, last, before)


def unless_printed(cache: Cache, last: Imprint) -> Shelf:
    """Pages that lie in the site need not be read again: of them only the name is given."""
    return Shelf(cache, {lying.key: lying.page for lying in last.pages if lying.key})


def pieces_in(cache: Cache) -> Pieces:
    """The pieces of a list of everything are kept together: an edit makes the few that it changes."""

    def pieces(name: str, hashes: Sequence[str], make: Callable[[int], str]) -> list[str]:
        named, texts = cache.look_up("pieces", (name,), _Pieces) or ((), ())
        kept = dict(zip(named, texts))
        made = [kept[one] if one in kept else make(place) for place, one in enumerate(hashes)]
        if len(set(hashes) - kept.keys()) > _OUTDATED * len(hashes):
            cache.keep("pieces", (name,), (tuple(hashes), tuple(made)))
        return made

    return pieces


_OUTDATED = (
    0.05  # the share of pieces that are made anew each time before all are written again: writing takes longer
)
_Pieces = tuple[tuple[str, ...], tuple[str, ...]]  # hashes, and what was made from each
