"""Places in a text: countries by all their names, a dossier's own regions and names.

A name is looked up by its first word, the longest name wins, and then each reader of `_DOUBTS` may say
that this is a person, a language or a dish. The words stand in data/countries_*.{json,yaml}.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dossier.data import load
from dossier.language.words import is_known
from dossier.model import Codebook, LocalName, Region
from dossier.world import countries

# A word that starts with a capital, wherever it stands: "non-Italian" and "U.S.-led" hold one too.
_CAPITAL = re.compile(r"(?<![^\W_])(?=[^\W\d_])(?![a-zß-öø-ÿ])[^\W_]+")
_ANY = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")
_EVEN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\n": " ", "\u00a0": " ", "\u202f": " ", "‑": "-", "–": "-"})
_BEFORE = re.compile(r"([^\W\d_][\w'.’-]*) ?$")
_AFTER = re.compile(r" ([^\W\d_][\w'’-]*)")
# A small town told by what follows it: "in Waco, Texas", "near Gulu, Uganda".
_TOWN_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around) ((?:[^\W\d_a-z][\w'.-]+ ?){1,3})(?<! ), $")
_COMMA = re.compile(r", (?=[^\W\d_])")
_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z")
_NEAR = 400  # how far, in characters, a word may stand that tells which namesake is meant


@dataclass(frozen=True, slots=True)
class Mention:
    """text[start:end] names these places: country codes, or a region's slug.

    `kind`: name, people, capital, seat, part, town, region, local (from the codebook), or reference.
    """

    start: int
    end: int
    places: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling in the index; without places it only keeps what is inside from being read."""

    name: str
    places: tuple[str, ...]
    kind: str


Index = dict[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class _Spot:
    """An entry found in a text, with the words around it."""

    text: str
    start: int
    end: int
    entry: Entry
    before: str
    after: str


def find_countries(text: str) -> list[Mention]:
    """Every mention of a country, in order: names, adjectives, peoples, capitals, towns, parts."""
    return _read(text, _world(), _CAPITAL)


def find_places(text: str, codebook: Codebook) -> list[Mention]:
    """Countries, and the codebook's regions and names; where both know a name, the codebook's is taken."""
    index, lower = _dossier(codebook.regions, codebook.names)
    return _read(text, index, _ANY if lower else _CAPITAL)


def _read(text: str, index: Index, words: re.Pattern[str]) -> list[Mention]:
    even = text.translate(_EVEN)
    found: list[Mention] = []
    done = 0
    for word in words.finditer(even):
        if word.start() < done or word[0] not in index:
            continue
        entry = _longest(even, word.start(), index[word[0]])
        if not entry:
            continue
        start, end = word.start(), word.start() + len(entry.name)
        if not entry.places:
            done = end
            continue
        before, after = _BEFORE.search(even, max(0, start - 30), start), _AFTER.match(even, end)
        spot = _Spot(even, start, end, entry, before[1] if before else "", after[1] if after else "")
        if entry.kind in _OWN or not any(doubt(spot) for doubt in _DOUBTS):
            places = entry.places if entry.kind in _OWN else _which(spot)
            town = _TOWN_BEFORE.search(even, max(done, start - 50), start)
            if (
                town
                and town[1].split()[0] not in _traps("no_towns")
                and entry.kind in ("name", "part", "seat")
                and len(places) == 1
            ):
                found.append(Mention(town.start(1), town.end(1), places, "town"))
            found.append(Mention(start, end, places, entry.kind))
            done = end
    return found


def _longest(text: str, start: int, entries: tuple[Entry, ...]) -> Entry | None:
    for entry in entries:
        end = start + len(entry.name)
        if text.startswith(entry.name, start) and not text[end : end + 1].isalnum():
            return entry
    return None


# ---------------------------------------------------------------- what speaks against a place


def _is_person(spot: _Spot) -> bool:
    """'Michael Jordan', 'Chad Smith', 'Chad Kroeger': a first name before, a surname after."""
    is_doubtful = spot.entry.name in _traps("doubtful")
    if spot.before in _traps("given"):
        return is_doubtful or spot.entry.kind == "town"
    if not is_doubtful:
        return False
    if not spot.after[:1].isupper() or spot.after in _world():
        return False
    surname = spot.after.removesuffix("'s")
    return surname in _traps("surnames") or (spot.entry.kind != "people" and not is_known(surname.lower()))


def _is_wary(spot: _Spot) -> bool:
    """'Nice', 'Reading', 'Mobile' are towns only where the words around say so."""
    if spot.entry.name not in _traps("wary") or spot.entry.kind not in ("town", "part", "seat", "capital"):
        return False
    return spot.before not in _traps("firmly_before") and not _home(spot)


def _is_language(spot: _Spot) -> bool:
    """'in English' speaks of no country."""
    if spot.entry.name not in _traps("languages"):
        return False
    noun_follows = spot.after and spot.after not in ("and", "or", "to", "from", "by", "on", "as", "at")
    alone = spot.before.lower() in _traps("language_before") and not noun_follows
    return alone or spot.after in _traps("language_after") or spot.text.startswith("-lang", spot.end)


def _is_verb(spot: _Spot) -> bool:
    """'Polish the silver': an order, not a people."""
    return spot.entry.name in _traps("verbs") and spot.after in _traps("verb_after")


def _is_shouted(spot: _Spot) -> bool:
    """'GIVE US MONEY' and 'US$5' do not name the United States."""
    if spot.entry.name != "US":
        return False
    loud = [w for w in (spot.before, spot.after) if len(w) > 2 and w.isupper()]
    return spot.text.startswith("$", spot.end) or (len(loud) > 0 and spot.before.isupper())


_Doubt = Callable[[_Spot], bool]
_DOUBTS: tuple[_Doubt, ...] = (_is_person, _is_wary, _is_language, _is_verb, _is_shouted)
_OWN = ("region", "local")  # the codebook's own names are taken at their word


# ---------------------------------------------------------------- which of two namesakes


def _which(spot: _Spot) -> tuple[str, ...]:
    """The entry's places, or those that the words around it call for."""
    home = _home(spot) if spot.entry.kind in ("town", "part", "capital") else ()
    if home:
        return home
    rule = load("countries_traps.yaml")["either"].get(spot.entry.name)
    if not rule or "other" not in rule:
        return (rule["default"],) if rule else spot.entry.places
    around = set(_ANY.findall(spot.text[max(0, spot.start - _NEAR) : spot.end + _NEAR]))
    for_other = len(around & _as_set(tuple(rule["words"])))
    against = len(around & _as_set(tuple(rule.get("against", ()))))
    return (rule["other"] if for_other > against else rule["default"],)


def _home(spot: _Spot) -> tuple[str, ...]:
    """The country a comma names after a town: 'Birmingham, Alabama'; empty where none does.

    It must be one that has such a town, or a part of a country: 'Paris, Germany' is a list.
    """
    comma = _COMMA.match(spot.text, spot.end)
    word = _CAPITAL.match(spot.text, comma.end()) if comma else None
    after = _longest(spot.text, word.start(), _world().get(word[0], ())) if word else None
    rule = load("countries_traps.yaml")["either"].get(spot.entry.name, {})
    namesakes = (spot.entry.places, (rule.get("default"),), (rule.get("other"),))
    if after and after.places and (after.kind == "part" or after.places in namesakes):
        return after.places if after.kind in ("part", "name") else ()
    return ()


# ---------------------------------------------------------------- the index


@cache
def _traps(name: str) -> frozenset[str]:
    return frozenset(load("countries_traps.yaml")[name])


@cache
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


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
    traps: dict[str, Any] = load("countries_traps.yaml")
    yield from (Entry(name, (), "none") for name in (*traps["not_places"], *traps["no_country"]))
    yield from (Entry(name, tuple(codes), "name") for name, codes in words["joint"].items())
    rows = {row["code"]: row for row in load("countries.json")["countries"]}
    by_kind: dict[str, Callable[[str], Iterable[str]]] = {
        "name": lambda code: (countries()[code].name, countries()[code].official, *countries()[code].also),
        "people": lambda code: (*countries()[code].demonyms, *_plurals(countries()[code].demonyms)),
        "capital": lambda code: rows[code]["capitals"],
        "seat": lambda code: words["countries"].get(code, {}).get("seats", ()),
        "part": lambda code: words["countries"].get(code, {}).get("parts", ()),
        "town": lambda code: words["countries"].get(code, {}).get("towns", ()),
    }
    for kind, names in by_kind.items():
        for code in countries():
            for name in names(code):
                yield Entry(name.removeprefix("the "), (code,), kind)
    yield from (Entry(name, (code,), "town") for name, code in load("countries_towns.json")["towns"].items())


def _index(entries: Iterable[Entry]) -> Index:
    """First word -> entries, longest first; of equal spellings the first wins. Capitals are added."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        name = entry.name.translate(_EVEN)
        if not name:
            continue
        seen.setdefault(name, Entry(name, entry.places, entry.kind))
        if len(name) > 4:
            seen.setdefault(name.upper(), Entry(name.upper(), entry.places, entry.kind))
    grouped: dict[str, list[Entry]] = {}
    for name in sorted(seen, key=lambda n: (-len(n), n)):
        first = _ANY.match(name)
        if first:
            grouped.setdefault(first[0], []).append(seen[name])
    return {word: tuple(group) for word, group in grouped.items()}


@cache
def _world() -> Index:
    return _index(_world_entries())


@lru_cache(maxsize=8)
def _dossier(regions: tuple[Region, ...], names: tuple[LocalName, ...]) -> tuple[Index, bool]:
    """The index of world and codebook together, and whether it holds names in lower case."""
    own = [Entry(w, (r.id,), "region") for r in regions for w in (r.title, *r.words)]
    own += [Entry(w, n.places, "local") for n in names for w in (n.name, *n.also)]
    own += [Entry(w[0].upper() + w[1:], e.places, e.kind) for e in own if (w := e.name)[:1].islower()]
    own += [Entry(w + "s", e.places, e.kind) for e in own if (w := e.name).endswith("n")]
    # What the world says the same of keeps its kind: a province stays a part of its country.
    known = {e.name: e.places for group in _world().values() for e in group}
    own = [e for e in own if known.get(e.name) != e.places or e.name in _traps("wary") | _traps("doubtful")]
    return _index([*own, *_world_entries()]), any(e.name[:1].islower() for e in own)
