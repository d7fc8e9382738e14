"""How to cite one claim: in words, as BibTeX and as CSL-JSON, each with the quotation's own place in the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from dossier.model import Claim, Source
from dossier.rendering.addresses import claim_page, outside, site_base
from dossier.rendering.exports.bibliography import citation, csl, entries
from dossier.rendering.view import View

_ENCODER = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Cited:
    """One claim in three forms."""

    text: str
    bibtex: str
    csl: str


def permalink(view: View, claim: Claim) -> str:
    """The claim's address: whole where we know where the site stands, else its path in the site."""
    return site_base(outside(view.options.url)) + claim_page(claim.id)


def citing(view: View, source: Source) -> Callable[[Claim], Cited]:
    """How to cite the claims of a source: it comes first, for the words are its own, then where they were found."""
    said, entry = citation(source), entries(source)
    item = {key: value for key, value in csl(source).items() if key != "id"}
    rest = json.dumps(item, ensure_ascii=False)[1:-1]

    def cited(claim: Claim) -> Cited:
        found = f"Quoted in “{view.dossier.title}”, claim {claim.id}: {permalink(view, claim)}"
        note = f"“{claim.quote}” {found}"
        ends = map(_ENCODER.encode, (claim.id, note))
        return Cited(
            f"“{claim.quote}” {said} {found}",
            entry(claim.id, found),
            f'{{"id": {next(ends)}, {rest}, "note": {next(ends)}}}',
        )

    return cited
