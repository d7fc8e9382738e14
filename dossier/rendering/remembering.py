"""Pages that need not be made again, each with a hash of what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dossier.model import Claim
from dossier.rendering.hashing import digest
from dossier.rendering.page import Page, Planned
from dossier.rendering.view import View

Keep = Callable[[str, Callable[[], Page]], Page]  # the page kept under a hash, else the one made now
Shown = tuple[Iterable[Claim], object]  # the claims of a page, and all else that is told on it


def remembered(view: View, path: str, shown: Callable[[], Shown], make: Callable[[], Page]) -> Planned:
    """The page at `path`, made from some of the claims and what is shown beside them."""

    def key() -> str:
        claims, others = shown()
        return digest(path, view.common, [view.claim_digest(c) for c in claims], others)

    return Planned(path, make, key)


def whole(view: View, path: str, make: Callable[[], Page]) -> Planned:
    """The page at `path`, which may show anything."""
    return Planned(path, make, lambda: digest(path, view.common, view.everything))
