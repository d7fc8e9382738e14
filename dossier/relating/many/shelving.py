"""What one run leaves on a shelf for the next: cards of claims and what was found between pairs, a file a source.

So an edit is written into the files of a few sources, and a damaged file costs these few. What lies there is never
trusted: it is read as data of a declared form, and counts only for claims of the same name, a hash of all they say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from dossier.model import Gate
from dossier.model.plain import plain
from dossier.relating.apart.cards import Card
from dossier.relating.comparisons.opinion import Opinion

Row = tuple[Opinion, str, tuple[Gate, ...], float]  # something found, without the two claims
Rows = tuple[Row, ...]
Meeting = tuple[int, int, Opinion]  # claims by their places in two articles, and what comes of their points
Met = tuple[Meeting, ...]


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


def cards(shelf: Shelf | None, codebook: object) -> Shelves:
    """Cards by the names of claims."""
    return Shelves(shelf, "cards", tuple[tuple[str, Card], ...], hashed(repr(codebook)))


def rows(shelf: Shelf | None, *setting: object) -> Shelves:
    """What holds between two claims, by both names."""
    # Plain, for a set of words is told in another order by each process.
    return Shelves(shelf, "pairs", tuple[tuple[str, Rows], ...], hashed(repr(plain(setting))))


def meetings(shelf: Shelf | None, codebook: object) -> Shelves:
    """What comes of the points of two articles, by hashes of both."""
    return Shelves(shelf, "meetings", tuple[tuple[str, Met], ...], hashed(repr(codebook)))


def reasons(shelf: Shelf | None, codebook: object) -> Shelves:
    """Why a relation is what it is, by a hash of all that is told of it."""
    return Shelves(shelf, "reasons", tuple[tuple[str, str], ...], hashed(repr(codebook)))


def hashed(text: str) -> str:
    """A short name for a long text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
