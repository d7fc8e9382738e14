"""What one run leaves on a shelf for the next, a file a source: what holds between it and others, and what that took.

So an edit is written into the files of a few sources, and a damaged file costs these few. What lies there is never
trusted: it is read as data of a declared form, and counts only for claims of the same name, a hash of all they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from dossier.model import Relation

Relations = tuple[Relation, ...]
Couples = tuple[tuple[str, tuple[str, ...]], ...]  # keys of those with relations, by their first article


class Shelf(Protocol):
    """Where things lie between runs; never trusted, so it gives what it kept or None."""

    def look_up(self, kind: str, parts: tuple[str, ...], form: Any) -> Any:
        """What was kept for these parts."""

    def keep(self, kind: str, parts: tuple[str, ...], made: object) -> None:
        """Keep it."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """The things of one kind, by names, under what they all depend on; without a shelf nothing is kept."""

    shelf: Shelf | None
    kind: str
    form: Any  # of all that lies together: names and things
    under: str

    def of(self, source: str) -> dict[str, Any]:
        """What lies there for one source, by name."""
        parts = (self.under, source)
        return dict((self.shelf and self.shelf.look_up(self.kind, parts, self.form)) or ())

    def put(self, source: str, things: Iterable[tuple[str, Any]]) -> None:
        """Leave there what is known now, in place of what lay there."""
        if self.shelf:
            self.shelf.keep(self.kind, (self.under, source), tuple(things))


def related(shelf: Shelf | None) -> Shelves:
    """Relations between two articles, by the key of the couple; kept under the first of the two."""
    return Shelves(shelf, "related", tuple[tuple[str, tuple[Relation, ...]], ...], "")


def all_related(shelf: Shelf | None, held: Mapping[str, Relations], couples: Couples) -> list[Relation] | None:
    """What holds between all these couples, as it is held or kept; None where some of it is not."""
    shelves, found = related(shelf), list[Relation]()
    for source, keys in couples:
        known = held if held.keys() >= set(keys) else shelves.of(source)
        for key in keys:
            if key not in known:
                return None
            found += known[key]
    return sorted(found, key=lambda r: (r.between, r.question))


def hashed(text: str) -> str:
    """A short name for a long text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
