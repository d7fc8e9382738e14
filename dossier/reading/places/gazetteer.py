"""All spellings of places the world and a dossier know, by their first word, and phrases that mean one unnamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from dossier import world
from dossier.data import load, source
from dossier.data.prepared import prepared
from dossier.language.listed import listed_words
from dossier.model import LocalName, Region
from dossier.world import countries

traps = partial(listed_words, "countries_traps.yaml")

ANY = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")
EVEN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\n": " ", "\u00a0": " ", "\u202f": " ", "‑": "-", "–": "-"})
_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z")


class Entry(NamedTuple):
    """One spelling in the index; without places it only keeps what is inside from being read."""

    name: str
    places: tuple[str, ...]
    kind: str


Index = dict[str, tuple[Entry, ...]]


def longest(text: str, start: int, entries: tuple[Entry, ...]) -> Entry | None:
    """The longest of the entries, sorted so, that stands at `start` as whole words."""
    for entry in entries:
        end = start + len(entry.name)
        if text.startswith(entry.name, start) and not text[end : end + 1].isalnum():
            return entry
    return None


def _plurals(people: Iterable[str]) -> list[str]:
    """Kenyans, Englishmen; the French and the Chinese have none."""
    made = []
    for word in people:
        if word.endswith("man") and not word.endswith(("German", "Roman")):
            made.append(word[:-2] + "en")
        elif not word.endswith(_NO_PLURAL):
            made.append(word + "s")
    return made


def _world_entries() -> Iterable[Entry]:
    """All spellings the world knows, the more telling kinds first."""
    words: dict[str, Any] = load("countries_words.yaml")
    none: dict[str, Any] = load("countries_traps.yaml")
    yield from (Entry(name, (), "none") for name in (*none["not_places"], *none["no_country"]))
    yield from (Entry(name, tuple(codes), "name") for name, codes in words["joint"].items())
    rows = {row["code"]: row for row in load("countries.json")["countries"]}
    by_kind: dict[str, Callable[[str], Iterable[str]]] = {
        "name": lambda code: (countries()[code].name, countries()[code].official, *countries()[code].also),
        "people": lambda code: (*countries()[code].demonyms, *_plurals(countries()[code].demonyms)),
        "capital": lambda code: rows[code]["capitals"],
        "seat": lambda code: words["countries"].get(code, {}).get("seats", ()),
        "part": lambda code: words["countries"].get(code, {}).get("parts", ()),
        "short": lambda code: words["countries"].get(code, {}).get("shorts", ()),
        "town": lambda code: words["countries"].get(code, {}).get("towns", ()),
    }
    for kind, names in by_kind.items():
        for code in countries():
            for name in names(code):
                yield Entry(name.removeprefix("the "), (code,), kind)
    yield from (Entry(name, (code,), "town") for name, code in load("countries_towns.json")["towns"].items())
    small = load("countries_towns.json")["small"]
    yield from (Entry(name, (code,), "small") for name, code in small.items() if name not in traps("no_small_towns"))


@cache
def small_towns() -> dict[str, str]:
    """Towns of 15,000 people and more that no list above has, and their countries."""
    rows: dict[str, str] = load("countries_small_towns.json")["towns"]
    return {name: code for code, names in rows.items() for name in names.translate(EVEN).split("|")}


def _sign_entries() -> Iterable[Entry]:
    """Names that belong to one country without naming it: the Riksbank, Fidesz; firms tell less."""
    signs: dict[str, Any] = load("countries_signs.yaml")
    for kind, key in (("sign", "sure"), ("firm", "firms")):
        yield from (Entry(name, (code,), kind) for code, names in signs[key].items() for name in names)


def _index(entries: Iterable[Entry]) -> Index:
    """First word -> entries, longest first; of equal spellings the first wins. Capitals are added."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        name = entry.name.translate(EVEN)
        if not name:
            continue
        seen.setdefault(name, Entry(name, entry.places, entry.kind))
        if len(name) > 4:
            seen.setdefault(name.upper(), Entry(name.upper(), entry.places, entry.kind))
    grouped: dict[str, list[Entry]] = {}
    for name in sorted(seen, key=lambda n: (-len(n), n)):
        first = ANY.match(name)
        if first:
            grouped.setdefault(first[0], []).append(seen[name])
    return {word: tuple(group) for word, group in grouped.items()}


@cache
def world_index() -> Index:
    """Every spelling the world knows."""
    files = (source(f"countries{name}") for name in (".json", "_words.yaml", "_traps.yaml", "_towns.json"))
    made_from = b"".join([*files, Path(__file__).read_bytes(), Path(world.__file__).read_bytes()])
    rows = prepared("places", made_from, lambda: _plain(_index(_world_entries())))
    return {word: tuple(map(Entry._make, group)) for word, group in rows.items()}


def _plain(index: Index) -> dict[str, list[tuple[Any, ...]]]:
    """The index as it can be kept."""
    return {word: [tuple(entry) for entry in group] for word, group in index.items()}


@lru_cache(maxsize=8)
def dossier_index(regions: tuple[Region, ...], names: tuple[LocalName, ...]) -> tuple[Index, bool]:
    """The index of world, codebook and signs together, and whether it holds names in lower case."""
    own = [Entry(w, (r.id,), "region") for r in regions for w in (r.title, *r.words)]
    own += [Entry(w, n.places, "local") for n in names for w in (n.name, *n.also)]
    own += [Entry(w[0].upper() + w[1:], e.places, e.kind) for e in own if (w := e.name)[:1].islower()]
    own += [Entry(w + "s", e.places, e.kind) for e in own if (w := e.name).endswith("n")]
    # What the world says the same of keeps its kind: a province stays a part of its country.
    own = [e for e in own if _in_world(e.name) != e.places or e.name in traps("wary", "doubtful")]
    return _joined(_index(own), world_index(), _index(_sign_entries())), any(e.name[:1].islower() for e in own)


def _in_world(name: str) -> tuple[str, ...] | None:
    """The places of a name as the world spells it."""
    first = ANY.match(name)
    group = world_index().get(first[0], ()) if first else ()
    return next((e.places for e in group if e.name == name), None)


def _joined(*indexes: Index) -> Index:
    """All of them as one; of equal spellings the first wins."""
    joined: Index = {}
    for index in indexes:
        for word, group in index.items():
            if word in joined:
                known = {e.name for e in joined[word]}
                group = (*joined[word], *(e for e in group if e.name not in known))
                group = tuple(sorted(group, key=lambda e: (-len(e.name), e.name)))
            joined[word] = group
    return joined


_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_MANY = r"(?:three|four|five|six|seven|eight|nine|ten)"
_FUNDS = r"of|and|requirements?|markets?|gains?|account|needed|stock|base|expenditure"


def any_of(name: str) -> str:
    """A list of data/places.yaml as alternatives, the longest first."""
    return "|".join(re.escape(w) for w in sorted(load("places.yaml")[name], key=lambda w: (-len(w), w)))


@cache
def references() -> re.Pattern[str]:
    """Every phrase that may refer to a place, in small letters; the group that matched tells its kind."""
    paired, states = any_of("paired"), "countries|nations|republics|states|regimes|kingdoms"
    qualified, forms = r"(?:[a-z]{4,} )?", "|".join(load("places.yaml")["forms"])
    single = "country|nation|state|government|capital|army"
    return re.compile(
        r"\b(?=[abehinorst])"  # the letters they begin with, so that most words are passed at once
        rf"(?:(?P<one>(?:the|this|that|their home|their|his|her|its own) (?:country|nation|republic)\b)"
        rf"|(?P<land>(?:the|this|that) (?:(?:{any_of('lands')}) ){{1,3}}(?:country|nation|republic|state|kingdom)\b)"
        rf"|(?P<region>(?:the|this|that|the whole|the entire) region\b)"
        rf"|(?P<bloc>the (?:\w+-(?:member|nation|country|strong) )?(?:bloc|grouping)\b)"
        rf"|(?P<rest>(?:the )?(?:other|remaining) (?P<left>{_NUMBER})\b)"
        rf"|(?P<both>(?:both|neither|either) (?:of the |the )?(?:two )?{qualified}(?:{paired}|{single})\b"
        rf"|(?:the|these|those|their) two {qualified}(?:{paired})\b)"
        rf"|(?P<sides>(?:both|neither|either|each|the two) (?:{any_of('parties')}|side|party)\b)"
        rf"|(?P<all>(?:all|the|these|those) (?P<count>{_MANY})\b(?: {qualified}(?:{paired})\b)?)"
        rf"|(?P<group>(?:these|those|the|such|their) (?:{states})\b)"
        rf"|(?P<form>(?:the|this) (?P<called>{forms})\b)"
        rf"|(?P<capital>the capital\b)(?! (?:{_FUNDS})\b)"
        rf"|(?P<body>the (?P<bodied>{any_of('bodies')})\b)"
        rf"|(?P<money>the (?P<coin>{any_of('currencies')})\b)"
        rf"|(?P<there>there\b)(?!['’]))(?!-)"
    )


@cache
def peculiar() -> re.Pattern[str]:
    """Behind a country, what only it has: "'s military rulers"."""
    return re.compile(rf"(?:['’]s?)? (?:[a-z]+ )?(?P<body>{any_of('peculiar')})\b")


@cache
def there_is() -> re.Pattern[str]:
    """Behind "there": the verbs by which it only says that something is."""
    return re.compile(rf" (?:{any_of('there_is')})\b")
