"""How to cite one claim: in words, as BibTeX and as CSL-JSON, each with the quotation's own place in the site."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urljoin

from dossier.model import Claim
from dossier.rendering.addresses import claim_page, outside
from dossier.rendering.exports.bibliography import citation, csl, entry
from dossier.rendering.view import View


@dataclass(frozen=True, slots=True)
class Cited:
    """One claim in three forms."""

    text: str
    bibtex: str
    csl: str


def permalink(view: View, claim: Claim) -> str:
    """The claim's address: whole where we know where the site stands, else its path in the site."""
    return urljoin(view.options.url, claim_page(claim.id)) if outside(view.options.url) else claim_page(claim.id)


def cited(view: View, claim: Claim) -> Cited:
    """How to cite a claim: its source first, for the words are the source's, then where they were found."""
    source = view.source[claim.source]
    place = permalink(view, claim)
    found = f"Quoted in “{view.dossier.title}”, claim {claim.id}"
    item = csl(source) | {"id": claim.id, "note": f"“{claim.quote}” {found}: {place}"}
    return Cited(
        f"“{claim.quote}” {citation(source)} {found}: {place}",
        entry(source, claim.id, f"{found}: {place}"),
        json.dumps(item, ensure_ascii=False),
    )
