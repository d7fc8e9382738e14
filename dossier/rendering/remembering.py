"""What a page is made from, as one hash: while it is the same, the page made before still holds.

A page of a source, a place, a theme or a question shows some claims, what meets them, and words that are the same on
every page (names, lists to choose from, the codebook). Pages that show everything are made from everything. Notes and
who reviewed a claim when stand on the pages of sources only, so they count there only.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.model import Claim, Relation, said
from dossier.model.plain import plain
from dossier.model.sameness import once_for_each
from dossier.rendering.page import Page, Planned

if TYPE_CHECKING:
    from dossier.rendering.view import View

Keep = Callable[[str, Callable[[], Page]], Page]  # the page kept under a hash, else the one made now
Shown = tuple[Iterable[Claim], object]  # the claims of a page, and all else that is told on it


def digest(*parts: object) -> str:
    """One hash of all of these."""
    return hashlib.sha256(repr(plain(parts)).encode("utf-8", "replace")).hexdigest()


def common(view: View) -> str:
    """What every page shares: templates, codebook, names, lists to choose from, what each question comes to."""
    options, dossier = view.options, view.dossier
    return digest(
        dossier.title,
        dossier.codebook,
        (options.url, options.edit, options.report, _files(options.templates)),
        [(s.id, s.meta, s.where) for s in view.sources],
        (view.places, tuple(view.claims_on), tuple(view.claims_at)),
        [(q.id, view.reading[q.id].verdict) for q in view.questions],
    )


def of_claim(view: View, claim: Claim) -> str:
    """A claim, but for its notes, with what meets it."""
    parts = [view.digest_of(claim), *[view.digest_of(r) for r in view.relations_of.get(claim.id, ())]]
    return hashlib.sha256("".join(parts).encode()).hexdigest()  # each is a hash, so none runs into the next


@once_for_each
def of_one(claim: Claim) -> str:
    """A claim by itself, but for its notes."""
    return sys.intern(hashlib.sha256(said(claim).encode("utf-8", "replace")).hexdigest())


@once_for_each
def with_notes(claim: Claim) -> str:
    """A claim by itself with all that its file says."""
    return digest(claim)


def of_relation(view: View, relation: Relation) -> str:
    """A relation with both its claims, and where it is shown."""
    first, second = relation.between
    sides = view.digest_of(view.claim[first]), view.digest_of(view.claim[second])
    return _of_pair(relation, sys.intern(view.place_of(relation)), *sides)


@once_for_each
@lru_cache(maxsize=2**18)  # what is compared anew comes out equal nearly always, and as another object
def _of_pair(*parts: object) -> str:
    return digest(*parts)


def of_everything(view: View) -> str:
    """All that any page may show."""
    dossier = view.dossier
    return digest(
        dossier.description,
        (dossier.readings, dossier.corrections),
        [view.digest_of(c) for c in view.claims],
        [view.digest_of(r) for r in view.all_relations],
    )


def remembered(view: View, path: str, shown: Callable[[], Shown], make: Callable[[], Page]) -> Planned:
    """The page at `path`, which is made from some claims and what stands beside them."""

    def key() -> str:
        claims, others = shown()
        return digest(path, view.common, [view.claim_digest(c) for c in claims], others)

    return Planned(path, make, key)


def whole(view: View, path: str, make: Callable[[], Page]) -> Planned:
    """The page at `path`, which may show anything."""
    return Planned(path, make, lambda: digest(path, view.common, view.everything))


def _files(folder: Path) -> list[tuple[str, str]]:
    found = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return [(p.relative_to(folder).as_posix(), hashlib.sha256(p.read_bytes()).hexdigest()) for p in found]
