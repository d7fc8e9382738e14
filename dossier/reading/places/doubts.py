"""What speaks against a name being a place, and which of two namesakes is meant.

Each reader of DOUBTS may say that this is a person, a language or a dish; the words stand in
data/countries_traps.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.reading.places.gazetteer import ANY, Entry, longest, traps, world_index

# A word that starts with a capital, wherever it stands: "non-Italian" and "U.S.-led" hold one too.
CAPITAL = re.compile(r"(?<![^\W_])(?=[^\W\d_])(?![a-zß-öø-ÿ])[^\W_]+")
_BEFORE_SHORT = re.compile(r"(?:[^\W\d_a-z][\w'.’-]+, |\b[DRI]-)$")
_PREFIXED = re.compile(r"-[^\W\d_a-z]")
_AGED = re.compile(r", \d{1,2}, ")
_COMMA = re.compile(r", (?=[^\W\d_])")
_PAPER = re.compile(
    r" (?:(?:Morning|Evening|Sunday|Daily|Business|Weekly) )*(?:Times|Post|Tribune|Herald|News|Gazette|Chronicle"
    r"|Journal|Observer|Telegraph|Examiner|Inquirer|Globe|Star|Sun|Standard|Dispatch|Courier|Sentinel|Mail|Guardian)\b"
)
_SOMEBODY_OF = re.compile(r"\b[^\W\d_a-z][\w'’-]+ of $")
_HEAD_OF = re.compile(r"\b(\w+) of $")
_STATE = re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?")
_LIST_GOES_ON = re.compile(r",? (?:and|or|as well as) (?:in )?[A-Z]|, [A-Z]")
_SURE = ("name", "people", "part", "capital", "none")  # kinds that are no surname
_NEAR = 400  # how far, in characters, a word may stand that tells which namesake is meant


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry found in a text, with the words around it."""

    text: str
    start: int
    end: int
    entry: Entry
    before: str
    after: str


def _is_person(spot: Spot) -> bool:
    """'Michael Jordan', 'Brian Roche', 'Chad Smith', 'Chad Kroeger': a first name before, a surname after."""
    is_doubtful = spot.entry.name in traps("doubtful")
    if spot.before in traps("given"):
        return is_doubtful or spot.entry.kind in ("town", "firm")
    if not is_doubtful:
        return False
    if not spot.after[:1].isupper() or any(e.kind in _SURE for e in world_index().get(spot.after, ())):
        return False
    surname = spot.after.removesuffix("'s")
    return surname in traps("surnames") or (spot.entry.kind != "people" and not is_known(surname.lower()))


def _is_wary(spot: Spot) -> bool:
    """'Nice', 'Reading', and towns few have heard of, are meant only where the words around say so."""
    name = spot.entry.name.title() if spot.entry.name.isupper() else spot.entry.name  # "COUNCIL SPLIT OVER PLANT"
    is_wary = name in traps("wary") and spot.entry.kind in ("town", "part", "seat", "capital")
    if not is_wary and spot.entry.kind != "small":
        return False
    if not is_wary and spot.after[:1].isupper() and spot.after not in traps("no_towns"):
        return True  # "in Newport Beach" is not in Newport
    if spot.before == "of" and is_place_of(spot.text, spot.start):
        return False
    return spot.before.lower() not in traps("firmly_before") and not home_of(spot)


def is_place_of(text: str, start: int) -> bool:
    """Whether what stands at `start` is told to be a place: 'the mayor OF', 'the port OF', 'ten miles north OF'."""
    head = _HEAD_OF.search(text, max(0, start - 30), start)
    return head is not None and head[1].lower() in traps("heads_of")


def _is_speaker(spot: Spot) -> bool:
    """'Houston said', 'Ana Houston, 28, said': a surname, where a town would be in, near or from."""
    speaks = spot.after in traps("speaking") and spot.before not in traps("firmly_before")
    if speaks and spot.before == "of" and _SOMEBODY_OF.search(spot.text, max(0, spot.start - 30), spot.start):
        return False  # "Ines Duval of Nairobi says"
    aged = spot.before[:1].isupper() and _AGED.match(spot.text, spot.end) is not None
    return (speaks or aged) and spot.entry.kind in ("town", "small")


def _is_paper(spot: Spot) -> bool:
    """'the Sydney Morning Herald' is a newspaper."""
    return spot.entry.kind not in ("name", "people") and bool(_PAPER.match(spot.text, spot.end))


def _is_newer(spot: Spot) -> bool:
    """'New Bern', 'Fort Worth': another town than the one it is named after."""
    return spot.before in ("New", "Fort") and spot.entry.kind in ("town", "small", "capital")


def _is_street(spot: Spot) -> bool:
    """'Jamaica Avenue', 'Peru Street', and the university called Georgia Tech."""
    return spot.after in traps("streets")


def _is_loose_prefix(spot: Spot) -> bool:
    """'Sino-Indian', but 'Franco' is a man."""
    return spot.entry.name in traps("prefixes") and not _PREFIXED.match(spot.text, spot.end)


def _is_loose_short(spot: Spot) -> bool:
    """'Calif.' and 'TX' name a state only after its town or a member's party: 'Waco, TX', 'R-Ga.'."""
    return spot.entry.kind == "short" and not _BEFORE_SHORT.search(spot.text, max(0, spot.start - 30), spot.start)


def _is_language(spot: Spot) -> bool:
    """'in English' speaks of no country."""
    if spot.entry.name not in traps("languages"):
        return False
    noun_follows = spot.after and spot.after not in traps("language_ends")
    alone = spot.before.lower() in traps("language_before") and not noun_follows
    owned = spot.before.lower() in traps("language_owned") and (not spot.after or spot.after in traps("owned_ends"))
    return alone or owned or spot.after in traps("language_after") or spot.text.startswith("-lang", spot.end)


def _is_shouted(spot: Spot) -> bool:
    """'GIVE US MONEY', 'US$5' and 'NZ$5' do not name the country."""
    if spot.text.startswith("$", spot.end):
        return True
    loud = any(len(w) > 2 and w.isupper() for w in (spot.before, spot.after))
    return spot.entry.name == "US" and loud and spot.before.isupper()


def _is_of_a_larger_name(spot: Spot) -> bool:
    """'the south American country', 'a north Korean port': with the word before, another name."""
    if spot.entry.kind != "people" or spot.before not in traps("compass"):
        return False
    whole = f"{spot.before.title()} {spot.entry.name}"
    known = longest(whole, 0, world_index().get(spot.before.title(), ()))
    return known is not None and known.name == whole and known.places != spot.entry.places


_Doubt = Callable[[Spot], bool]
DOUBTS: tuple[_Doubt, ...] = (
    _is_person, _is_wary, _is_speaker, _is_paper, _is_newer, _is_street, _is_loose_short, _is_loose_prefix,
    _is_language, _is_shouted, _is_of_a_larger_name,
)  # fmt: skip


def which(spot: Spot) -> tuple[str, ...]:
    """The entry's places, or those that the words around it call for."""
    home = home_of(spot) if spot.entry.kind in ("town", "small", "part", "capital") or _is_in_state(spot) else ()
    if home:
        return home
    rule = load("countries_traps.yaml")["either"].get(spot.entry.name)
    if not rule or "other" not in rule:
        return (rule["default"],) if rule else spot.entry.places
    around = set(ANY.findall(spot.text[max(0, spot.start - _NEAR) : spot.end + _NEAR]))
    for_other = len(around & _as_set(tuple(rule["words"])))
    against = len(around & _as_set(tuple(rule.get("against", ()))))
    return (rule["other"] if for_other > against else rule["default"],)


def home_of(spot: Spot) -> tuple[str, ...]:
    """The country a comma names after a town: 'Birmingham, Alabama'; empty where none does.

    It must be one that has such a town, or a part of a country: 'Paris, Germany' is a list.
    """
    comma = _COMMA.match(spot.text, spot.end)
    word = CAPITAL.match(spot.text, comma.end()) if comma else None
    after = longest(spot.text, word.start(), world_index().get(word[0], ())) if word else None
    if after and spot.entry.kind == "part" == after.kind:
        return ()  # "Antioquia, Zamfara and Kachin": a list
    rule = load("countries_traps.yaml")["either"].get(spot.entry.name, {})
    namesakes = (spot.entry.places, (rule.get("default"),), (rule.get("other"),))
    if after and after.places and (after.kind in ("part", "short") or after.places in namesakes):
        return after.places if after.kind in ("part", "short", "name") else ()
    return ()


def _is_in_state(spot: Spot) -> bool:
    """'raised in Lebanon, Pennsylvania.': a town with a country's name; 'in Mexico, Texas and Ohio' is a list."""
    if spot.entry.kind != "name" or spot.before not in traps("firmly_before"):
        return False
    state = _STATE.match(spot.text, spot.end)
    return bool(state) and not _LIST_GOES_ON.match(spot.text, state.end())  # type: ignore[union-attr]


@cache
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)
