"""The gate of places: do both claims speak of a common country?"""

from __future__ import annotations

from dossier.model import Codebook, Gate
from dossier.relating.apart.frames import Frame
from dossier.relating.comparisons.opinion import POINTS, Opinion, Setting
from dossier.world import countries


def places(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both speak of a common country, where both name any."""
    if not a.places or not b.places or (opinion.rule in POINTS and not (_names_any(a) and _names_any(b))):
        return Gate("places", True, "no two places to compare")
    common = a.places & b.places
    own_a, own_b = a.places - setting.ground, b.places - setting.ground
    if common and (not own_a or not own_b or own_a & own_b):
        return Gate("places", True, f"both about {_shared(a, b, setting)}")
    return Gate("places", False, "they speak of different countries")


def _names_any(frame: Frame) -> bool:
    """Whether it names a country in its own words, and has none only from what its article is about."""
    return any(k.isupper() for t in frame.terms if t.kind == "name" for k in t.keys)


def _shared(a: Frame, b: Frame, setting: Setting) -> str:
    """The places both speak of, as a reader would name them: a region before its members."""
    both = [p for p in a.claim.countries if p in b.claim.countries]
    inner = [p for f in (a, b) for p in f.claim.countries if p in countries() and p in a.places & b.places]
    wide = [p for p in both if p not in countries()]
    telling = [p for p in both if p not in setting.ground] or [p for p in inner if p not in setting.ground]
    return place_names(
        wide or list(dict.fromkeys(telling or both or inner)) or sorted(a.places & b.places), setting.codebook
    )


def place_names(places: list[str], codebook: Codebook) -> str:
    """Names of countries and regions, the first three of them."""
    titles = {region.id: region.title for region in codebook.regions}
    names = [titles.get(p) or (countries()[p].name if p in countries() else p) for p in places]
    shown = names[:3] if len(names) <= 3 else [*names[:2], "others"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)
