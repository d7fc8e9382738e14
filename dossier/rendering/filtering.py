"""The attributes by which the script of the site filters what shows certain claims."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Claim
from dossier.rendering.arranged import Arranged
from dossier.rendering.quoting import escaped


def attributes(view: Arranged, claims: Sequence[Claim]) -> str:
    """Places, themes and sources of these claims, each once."""
    values = {
        "country": (place for claim in claims for place in view.places_of(claim)),
        "theme": (theme for claim in claims for theme in claim.themes),
        "source": (claim.source for claim in claims),
    }
    return " ".join(f'data-{key}="{escaped(" ".join(dict.fromkeys(found)))}"' for key, found in values.items())
