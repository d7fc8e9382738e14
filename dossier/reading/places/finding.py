"""Places in a text: countries by all their names, a dossier's own regions and names.

A name is looked up by its first word (gazetteer.py), the longest name wins, and then each doubt may speak
against it (doubts.py). The words stand in data/countries_*.{json,yaml}.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dossier.model import Codebook
from dossier.reading.places.doubts import CAPITAL, DOUBTS, Spot, is_place_of, which
from dossier.reading.places.gazetteer import (
    ANY,
    EVEN,
    Index,
    dossier_index,
    longest,
    small_towns,
    traps,
    world_index,
)

_BEFORE = re.compile(r"([^\W\d_][\w'.’-]*) ?$")
_AFTER = re.compile(r" ([^\W\d_][\w'’-]*)")
# A small town told by what follows it: "in Waco, Texas", "near Gulu, Uganda".
_TOWN_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around) ((?:[^\W\d_a-z][\w'.-]+ ?){1,3})(?<! ), $")
_OF = re.compile(r"\s+\w+\s+of\s+(?:the\s+)?")
# A name of one to three words behind "in", that nothing follows which would make it part of a longer one.
_SMALL_BEFORE = tuple(f" {w} " for w in ("in", "In", "near", "Near", "from", "From", "at", "At", "outside", "around"))
# How the words end that may stand before one, also at the start of a text: asked first, as it costs least.
_SMALL_ENDS = frozenset({*(w[-4:-1] for w in _SMALL_BEFORE), " of", "In", "At"})
_SMALL = re.compile(r"[^\W\d_a-z][\w'-]+(?: (?:(?:de|del|di|do|da|la|sur) )?[^\W\d_a-z][\w'-]+){0,2}(?! [^\W\d_a-z])")
_MOST_TOWNS = 40  # of one text; what names more is a list, not a story
_TELLING = ("name", "part", "seat", "short")  # after these kinds a comma tells where a town lies
_SHOWN = {"small": "town", "short": "part"}
_OWN = ("region", "local")  # the codebook's own names are taken at their word


MEANT = frozenset({"reference", "sign", "firm"})


@dataclass(frozen=True, slots=True)
class Mention:
    """text[start:end] names these places: country codes, or a region's slug.

    `kind`: name, people, capital, seat, part, town, region, local (from the codebook); or, of what means a place
    without naming it (MEANT), reference, sign (its parliament, its money) or firm. What is not `sure` may tag a claim
    and is never written into one.
    """

    start: int
    end: int
    places: tuple[str, ...]
    kind: str
    sure: bool = True


def find_countries(text: str) -> list[Mention]:
    """Every mention of a country, in order: names, adjectives, peoples, capitals, towns, parts."""
    return _read(text, world_index(), CAPITAL)


def find_places(text: str, codebook: Codebook) -> list[Mention]:
    """Countries, and the codebook's regions and names; where both know a name, the codebook's is taken."""
    index, lower = dossier_index(codebook.regions, codebook.names)
    return _narrowed(text, _read(text, index, ANY if lower else CAPITAL), codebook)


def _narrowed(text: str, found: list[Mention], codebook: Codebook) -> list[Mention]:
    """'Nordic members of the Union' are Nordic: of two regions joined by "of" the one inside the other is meant."""
    dropped = set()
    for a, b in pairwise(found):
        if a.kind == b.kind == "region" and _OF.fullmatch(text, a.end, b.start):
            first, second = codebook.expand(a.places), codebook.expand(b.places)
            if first != second and (first <= second or second <= first):
                dropped.add(b if first < second else a)
    return [m for m in found if m not in dropped] if dropped else found


def _read(text: str, index: Index, words: re.Pattern[str]) -> list[Mention]:
    even = text.translate(EVEN)
    found: list[Mention] = []
    done = 0
    for word in words.finditer(even):
        if word.start() < done:
            continue
        entry = longest(even, word.start(), index[word[0]]) if word[0] in index else None
        if not entry:
            may = even[max(0, word.start() - 4) : word.start() - 1] in _SMALL_ENDS
            if may and (small := _small_town(even, word.start(), index)):
                found, done = found + small, small[0].end
            continue
        start, end = word.start(), word.start() + len(entry.name)
        if not entry.places:
            done = end
            continue
        space = even.rfind(" ", 0, start - 1) + 1 if start else 0
        before, after = _BEFORE.search(even, max(space, start - 30), start), _AFTER.match(even, end)
        spot = Spot(even, start, end, entry, before[1] if before else "", after[1] if after else "")
        if entry.kind in _OWN or not any(doubt(spot) for doubt in DOUBTS):
            places = entry.places if entry.kind in _OWN else which(spot)
            if entry.kind in _TELLING and len(places) == 1:
                found += _town_before(even, done, start, places)
            found.append(Mention(start, end, places, _SHOWN.get(entry.kind, entry.kind)))
            done = end
        elif small := _small_town(even, start, index):
            found, done = found + small, small[0].end
    return _with_known_towns(even, found)


def _small_town(text: str, start: int, index: Index) -> list[Mention]:
    """A town few have heard of, right behind "in" or "near": 'a fire in Banstead', 'outside Palm Springs'."""
    is_led = f" {text[max(0, start - 9) : start]}".endswith(_SMALL_BEFORE) or is_place_of(text, start)
    match = _SMALL.match(text, start) if is_led else None
    name = match[0].removesuffix("'s") if match else ""
    code = small_towns().get(name)
    if not code:
        return []
    end = start + len(name)
    word = CAPITAL.match(text, end + 2) if text.startswith(", ", end) else None
    home = longest(text, word.start(), index.get(word[0], ())) if word else None
    return [Mention(start, end, home.places if home and home.kind in _TELLING else (code,), "town")]


def _town_before(text: str, done: int, start: int, places: tuple[str, ...]) -> list[Mention]:
    """The small town a state or country follows: 'in Waco, Texas', 'near Gulu, Uganda'."""
    town = _TOWN_BEFORE.search(text, max(done, start - 50), start)
    if not town or not traps("no_towns").isdisjoint(town[1].split()):
        return []  # "in March, France", "from West Africa, Pakistan and Chad"
    return [Mention(town.start(1), town.end(1), places, "town")]


def _with_known_towns(text: str, found: list[Mention]) -> list[Mention]:
    """Towns whose country was told once are known from then on: 'in Waco, Texas ... Waco police'."""
    told: dict[str, Mention] = {}
    for mention in found:
        name = text[mention.start : mention.end]
        if mention.kind == "town" and len(told) < _MOST_TOWNS and name not in traps("wary", "doubtful"):
            told.setdefault(name, mention)
    if not told:
        return found
    first = {name.split()[0] for name in told}
    names = sorted(told, key=lambda name: (-len(name), name))
    taken = iter([*((m.start, m.end) for m in found), (len(text), len(text))])
    here, known = next(taken), []
    for word in CAPITAL.finditer(text):
        while here[1] <= word.start():
            here = next(taken)
        if word[0] not in first or here[0] <= word.start():
            continue
        name = next((n for n in names if text.startswith(n, word.start())), "")
        end = word.start() + len(name)
        if not name or text[end : end + 1].isalnum() or word.start() < told[name].start or here[0] < end:
            continue
        before, after = _BEFORE.search(text, max(0, word.start() - 30), word.start()), _AFTER.match(text, end)
        if (before and before[1] in traps("given")) or (after and after[1] in traps("speaking")):
            continue
        known.append(Mention(word.start(), end, told[name].places, "town"))
    return sorted([*found, *known], key=lambda m: m.start)
