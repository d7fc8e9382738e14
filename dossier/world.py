"""The countries of the world: codes, names, capitals.

Countries are those of ISO 3166-1 and XK. The facts are in data/countries.json (built by
tests/data/build_countries.py) and data/countries_words.yaml (written by hand).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from types import MappingProxyType

from dossier.data import load
from dossier.model import Codebook

_LONGEST = 60  # letters of a name somebody may have mistyped


@dataclass(frozen=True, slots=True)
class Country:
    """One country: what it is called in English, and what its people are called."""

    code: str  # ISO 3166-1 alpha-2
    name: str  # the common English name
    official: str = ""
    also: tuple[str, ...] = ()  # other names and spellings
    demonyms: tuple[str, ...] = ()  # adjectives and names of the people
    capital: str = ""  # the first of its capitals
    region: str = ""  # continent
    latlng: tuple[float, float] = (0.0, 0.0)


@cache
def countries() -> Mapping[str, Country]:
    """All countries by code, in the order of their codes."""
    words = load("countries_words.yaml")["countries"]
    found = {}
    for row in load("countries.json")["countries"]:
        extra = words.get(row["code"], {})
        name = extra.get("name", row["name"])
        also = {row["name"], *row["also"], *extra.get("also", ())} - {name, *extra.get("never", ())}
        people = {*row["demonyms"], *extra.get("people", ())} - set(extra.get("never", ()))
        found[row["code"]] = Country(
            code=row["code"],
            name=name,
            official=row["official"],
            also=tuple(sorted(also)),
            demonyms=tuple(sorted(people)),
            capital=row["capitals"][0] if row["capitals"] else "",
            region=row["region"],
            latlng=(row["latlng"][0], row["latlng"][1]),
        )
    return MappingProxyType(found)


def name_of(place: str, codebook: Codebook | None = None) -> str:
    """What readers call a place: a country's name, a region's title, else the slug itself in words."""
    if place in countries():
        return countries()[place].name
    titles = {region.id: region.title for region in codebook.regions} if codebook else {}
    return titles.get(place) or place.replace("-", " ").title()


def code_of(text: str) -> str:
    """The code of the country with exactly this name, code, people or capital, or ""."""
    return _folded_names().get(_fold(text), "")


def nearest_codes(text: str, limit: int = 3) -> list[str]:
    """The country codes that may have been meant, best first: 'UK' -> GB, 'Portugual' -> PT."""
    return list(_nearest(text, limit))


@lru_cache(maxsize=4096)  # one slip often stands in many files
def _nearest(text: str, limit: int) -> tuple[str, ...]:
    names = _folded_names()
    wanted = _fold(re.sub(r"^the ", "", text, flags=re.IGNORECASE))
    if code := names.get(wanted) or _folded_parts().get(wanted):
        return (code,)
    if len(text) == 3 and (code := load("countries_codes.json")["codes"].get(text.upper())):
        return (code,)
    if not 3 <= len(wanted) <= _LONGEST:
        return ()
    last = text.casefold().split()[-1]  # no continent is a country, however near "Africa" comes to "America"
    if any(country.region.casefold().startswith(last) for country in countries().values()):
        return ()
    near = [n for n in get_close_matches(wanted, names, n=limit * 3, cutoff=0.75) if n[0] == wanted[0]]
    return tuple(dict.fromkeys(names[n] for n in near))[:limit]


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if c.isalnum())


@cache
def _folded_names() -> dict[str, str]:
    """Every name, demonym, capital and code in folded spelling; names win over lesser words."""
    found: dict[str, str] = {}
    for pick in (
        lambda c: (c.code, c.name, c.official),
        lambda c: c.also,
        lambda c: c.demonyms,
        lambda c: (c.capital,),
    ):
        for country in countries().values():
            for name in pick(country):
                found.setdefault(_fold(name), country.code)
    found.pop("", None)
    return found


@cache
def _folded_parts() -> dict[str, str]:
    """The code of parts of countries, their towns and seats, in folded spelling: Scotland, Edinburgh, Whitehall."""
    rows = load("countries_words.yaml")["countries"].items()
    return {_fold(name): code for code, row in rows for of in ("parts", "towns", "seats") for name in row.get(of, ())}


@cache
def _peoples() -> frozenset[str]:
    return frozenset(word for country in countries().values() for word in country.demonyms)


def is_demonym(word: str) -> bool:
    """Whether the word names a people or is the adjective of one: Norwegians, Thai."""
    return word in _peoples() or word.removesuffix("s") in _peoples()
