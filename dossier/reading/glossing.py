"""What "these nations" and "both countries" are, told in brackets behind the words."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Codebook
from dossier.reading.places.finding import Mention
from dossier.reading.speech.reporting import small
from dossier.world import name_of

_MOST = 5  # names in one pair of brackets


def glossed(quote: str, start: int, mentions: Sequence[Mention], codebook: Codebook) -> str:
    """The quote with the names of what it refers to without naming it, once each: "these nations (Togo and Benin)".

    `mentions` are those inside the quote, which begins at `start`. Left alone is a possessive, and what the quote
    names itself or what opens it alone, since that can be replaced.
    """
    named = codebook.expand(tuple(p for m in mentions if m.kind != "reference" for p in m.places))
    told: set[tuple[str, ...]] = set()
    pieces, at = [], 0
    for m in mentions:
        first, end = m.start - start, m.end - start
        if m.kind != "reference" or not m.sure or first < at or end > len(quote) or m.places in told:
            continue
        alone = first == 0 and len(m.places) == 1 and m.places[0] not in codebook.members
        plain = quote[first:end].lower().split()[-1] in small("kinds_of_places")
        owns = quote[end : end + 1] in ("'", "’")
        if plain and quote[first:end].lower().endswith("region") and all(p.isupper() for p in m.places):
            continue  # "the region" is seldom one country, and never surely
        if alone or not plain or owns or codebook.expand(m.places) <= named or len(m.places) > _MOST:
            continue
        told.add(m.places)
        pieces += [quote[at:end], f" ({_listed([name_of(p, codebook) for p in m.places])})"]
        at = end
    return "".join([*pieces, quote[at:]])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
