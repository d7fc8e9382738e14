"""Places as a reader would name them."""

from __future__ import annotations

from dossier.model import Codebook
from dossier.world import countries


def place_names(places: list[str], codebook: Codebook) -> str:
    """Names of countries and regions, the first three of them."""
    titles = {region.id: region.title for region in codebook.regions}
    names = [titles.get(p) or (countries()[p].name if p in countries() else p) for p in places]
    shown = names[:3] if len(names) <= 3 else [*names[:2], "others"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)
