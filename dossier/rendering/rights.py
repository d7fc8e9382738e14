"""Which quotations a site may show in full, counted over all its pages and data.

Readers can go from page to page, so a limit for one page would be no limit. Quotations compared with other sources
come first; of the others only the first words are shown, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.model import Claim, Dossier, Relation, Source
from dossier.model.sameness import once_for_each
from dossier.rendering.excerpts import excerpts, named

_WEIGHT = {"contradicts": 0, "updates": 1, "qualifies": 1, "agrees": 2}


def limited(source: Source) -> bool:
    """Whether the rights limit how much may be shown."""
    rights = source.meta.rights
    return rights.publish != "full" and (rights.share is not None or rights.words is not None)


def by_worth(claims: Iterable[Claim], relations: Iterable[Relation]) -> list[Claim]:
    """Claims in contradictions first, then those with most relations: these are shown in full if space is limited."""
    sharpest: dict[str, int] = {}
    met: dict[str, int] = {}
    for relation in relations:
        for claim in relation.between:
            sharpest[claim] = min(sharpest.get(claim, 9), _WEIGHT[relation.type])
            met[claim] = met.get(claim, 0) + 1
    return sorted(claims, key=lambda c: (sharpest.get(c.id, 9), -met.get(c.id, 0), c.start, c.id))


def cut(dossier: Dossier) -> frozenset[str]:
    """The claims of which only the first words are shown."""
    found: set[str] = set()
    short = list(filter(limited, dossier.sources))
    shown = {c.id for c in dossier.shown} if short else set()
    standing = [r for r in dossier.relations if r.status != "dismissed" and shown.issuperset(r.between)]
    for source in short:
        found |= excerpts(source, by_worth((c for c in dossier.shown if c.source == source.id), standing)).cut
    return frozenset(found)


def within_rights(dossier: Dossier, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with their quotations as far as they may be shown."""
    short = cut(dossier)
    return [_shortened(claim) if claim.id in short else claim for claim in claims]


@once_for_each
def _shortened(claim: Claim) -> Claim:
    """A statement that only repeats the quotation, as a draft's does, is cut with it."""
    quote = named(claim.quote.split())
    repeats = _plain(claim.quote) in _plain(claim.statement) or _plain(claim.statement) in _plain(claim.quote)
    return replace(claim, quote=quote, statement=quote if repeats else claim.statement)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .").casefold()
