"""What pages are made from: the arranged dossier, where it is published, and pieces made earlier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from dossier.model import Claim, Relation
from dossier.rendering.arranged import Arranged
from dossier.rendering.hashing import common, digest, files_in, of_all, of_one, of_relation
from dossier.rendering.labels import published, when
from dossier.rendering.naming import namer
from dossier.rendering.ordering import years_of
from dossier.rendering.quoting import escaped
from dossier.rendering.room import Pair, crowded_out, place_of

Item = TypeVar("Item", Claim, Relation)
Pieces = Callable[[str, Sequence[str], Callable[[int], str]], list[str]]
TEMPLATES = Path(__file__).parents[2] / "docs" / "templates" / "pages"


def templates_of(root: Path) -> Path:
    """The dossier's own templates where it has them."""
    own = root / "docs" / "templates" / "pages"
    return own if own.is_dir() else TEMPLATES


def made_anew(name: str, hashes: Sequence[str], make: Callable[[int], str]) -> list[str]:
    """Make all pieces of text of one kind, one for each hash: used where nothing is cached."""
    return [make(place) for place in range(len(hashes))]


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What pages need to know about where they are published; everything is optional."""

    url: str = ""  # where the site is published, for citations and the feed
    edit: str = ""  # the repository's address for editing files, e.g. https://.../edit/main
    report: str = ""  # where a reader reports a mistake without editing, e.g. https://.../issues/new
    templates: Path = TEMPLATES


@dataclass(frozen=True)
class View(Arranged):
    """An arranged dossier with what every page needs: addresses, names, hashes, pieces made earlier."""

    options: SiteOptions = field(default_factory=SiteOptions)
    pieces: Pieces = made_anew  # gives each piece made before from the same, and makes the others

    def for_each(self, name: str, items: Sequence[Item], make: Callable[[Item], str]) -> list[str]:
        """A text for each claim, made from it and its relations, or for each relation, made from both its claims."""
        hashes = [self.claim_digest(i) if isinstance(i, Claim) else self.digest_of(i) for i in items]
        return self.pieces(digest(name, self.common), hashes, lambda place: make(items[place]))

    @cached_property
    def common(self) -> str:
        """A hash of what every page shares."""
        options = self.options
        return common(self, options.url, options.edit, options.report, files_in(options.templates))

    def claim_digest(self, claim: Claim) -> str:
        """A hash of a claim with its relations."""
        found = self._met.get(id(claim))
        if found is None:
            found = self._met[id(claim)] = of_all(
                [self.digest_of(claim), *self.digests_of(self.relations_of.get(claim.id, ()))]
            )
        return found

    def digest_of(self, item: Claim | Relation) -> str:
        """A hash of a claim by itself, or of a relation with its claims, worked out once."""
        found = self._hashes.get(id(item))
        if found is None:
            made = of_one(item) if isinstance(item, Claim) else self._of_relation(item)
            found = self._hashes[id(item)] = made
        return found

    def _of_relation(self, relation: Relation) -> str:
        first, second = relation.between
        crowded = (relation.between, relation.question) in self.crowded_out
        return of_relation(relation, crowded, self.claim[first], self.claim[second])

    def digests_of(self, relations: Iterable[Relation]) -> list[str]:
        """A hash of each."""
        return [self.digest_of(r) for r in relations]

    @cached_property
    def everything(self) -> str:
        """A hash of everything a page may show."""
        dossier = self.dossier
        return digest(
            dossier.description,
            (dossier.readings, dossier.corrections),
            [self.digest_of(c) for c in self.claims],
            self.digests_of(self.all_relations),
        )

    # By where a claim or relation of the dossier lies: it stays there as long as this view of it.
    @cached_property
    def _hashes(self) -> dict[int, str]:
        return {}

    @cached_property
    def _met(self) -> dict[int, str]:
        return {}

    @cached_property
    def fragments(self) -> dict[tuple[object, ...], str]:
        """Pieces that appear on many pages, kept once made."""
        return {}

    def claim_file(self, claim: Claim) -> str:
        """The file an editor changes."""
        return claim.where.path or f"claims/{claim.id}.yaml"

    def about(self, claim: Claim, empty: str = "no date given") -> str:
        """The time a claim is about; if that is only when its article was written, one day within it."""
        told = published if claim.date == self.source[claim.source].meta.issued else when
        return told(claim.date, empty)

    def data_of(self, claims: Sequence[Claim]) -> Markup:
        """The attributes by which the script filters an element that shows these claims."""
        key = ("data", *(c.id for c in claims))
        if key not in self.fragments:
            values = {
                "country": (place for claim in claims for place in self.places_of(claim)),
                "theme": (theme for claim in claims for theme in claim.themes),
                "source": (claim.source for claim in claims),
                "year": (str(year) for claim in claims for year in years_of(claim)),
            }
            told = (f'data-{name}="{escaped(" ".join(dict.fromkeys(found)))}"' for name, found in values.items())
            self.fragments[key] = " ".join(told)
        return Markup(self.fragments[key])

    def in_names(self, text: str) -> str:
        """A sentence of ours with source ids replaced by the names readers know."""
        key = ("named", text)
        if key not in self.fragments:
            self.fragments[key] = self.namer(text)
        return self.fragments[key]

    @cached_property
    def namer(self) -> Callable[[str], str]:
        """A function that replaces ids by names."""
        return namer(self.short)

    @cached_property
    def crowded_out(self) -> frozenset[Pair]:
        """Relations that do not fit on their question's page."""
        return crowded_out(self)

    def place_of(self, relation: Relation) -> str:
        """The address where both sides are shown with the reason."""
        return place_of(self, self.crowded_out, relation)
