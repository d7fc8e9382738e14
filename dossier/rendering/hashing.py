"""What a page is made from, as one hash: while it is unchanged, the page made earlier is still valid.

A page of a source, place, theme or question shows some claims, their relations, and words that are the same on every
page (names, filters, the codebook). Pages that show everything depend on everything. Notes and reviewers are shown
only on the pages of sources, so they count only there.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dossier.model import Claim, Relation, said
from dossier.model.plain import plain
from dossier.model.sameness import once_for_each
from dossier.rendering.arranged import Arranged


def digest(*parts: object) -> str:
    """One hash of all of these."""
    return hashlib.sha256(_as_bytes(plain(parts))).hexdigest()


def _as_bytes(value: Any) -> bytes:
    """Plain values in Python's own binary form, which takes a third of the time of their text."""
    try:
        return marshal.dumps(value, _FORM)
    except ValueError:
        return repr(value).encode("utf-8", "replace")


_FORM = 2  # the last in which equal values always have the same bytes, whoever else holds them


def common(view: Arranged, *site: object) -> str:
    """What every page shares: templates, codebook, names, lists to choose from, what each question comes to."""
    return digest(
        view.dossier.title,
        view.dossier.codebook,
        site,
        [(s.id, s.meta, s.where) for s in view.sources],
        (view.places, tuple(view.claims_on), tuple(view.claims_at)),
        [(q.id, view.verdict[q.id]) for q in view.questions],
    )


def of_all(hashes: Iterable[str]) -> str:
    """One hash of several hashes, all of the same length."""
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


@once_for_each
def of_one(claim: Claim) -> str:
    """The hash of a claim by itself, without its notes."""
    return hashlib.sha256(said(claim).encode("utf-8", "replace")).hexdigest()


@once_for_each
def with_notes(claim: Claim) -> str:
    """The hash of a claim by itself with everything in its file."""
    return digest(of_one(claim), claim.note, claim.reviewed_by, claim.reviewed_on, claim.where)


@once_for_each
def of_relation(relation: Relation, crowded: bool, *sides: Claim) -> str:
    """The hash of a relation with both claims, and whether its question's page has room for it."""
    return digest(relation, crowded, *map(of_one, sides))


def files_in(folder: Path) -> list[tuple[str, str]]:
    """Every file below a folder with the hash of its bytes."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return [(p.relative_to(folder).as_posix(), hashlib.sha256(p.read_bytes()).hexdigest()) for p in found]
