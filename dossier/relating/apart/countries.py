"""Countries by their names and adjectives, and by the capitals that act for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import takewhile

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import listed, listed_words
from dossier.language.phrases import Lexicon, plain
from dossier.language.words import Word
from dossier.world import countries

_ALIKE = 4  # first letters that a part and its people share: Scotland, Scottish
_ENDING = 4  # letters that make its people of it
_between_states = partial(listed_words, "events.yaml", "between_states")


@dataclass(frozen=True, slots=True)
class Land:
    """A country or capital named up to words[end]: the country's code, "" for a capital that is only a town here."""

    end: int
    code: str


@cache
def _country_words() -> dict[str, str]:
    called = {code: (c.name, *c.also, *c.demonyms) for code, c in countries().items()}
    whole = {n.lower(): code for code, names in called.items() for n in names if n[:1].isupper()}
    return {name: code for name, code in whole.items() if name not in _part_words()}


@cache
def _part_words() -> dict[str, str]:
    """Parts of countries and who is named after one, by the part's key: Scots do not act for their country."""
    found: dict[str, str] = {}
    for code, told in load("countries_words.yaml")["countries"].items():
        parts = [part.lower() for part in told.get("parts", ()) if part.isalpha()]
        for name in (people.lower() for people in told.get("people", ())):
            alike = max([countries()[code].name.lower(), *parts], key=lambda n: _in_common(n, name))
            shared = _in_common(alike, name)
            if alike in parts and shared >= _ALIKE and len(name) - shared <= _ENDING:
                found |= {alike: f"p{alike}", name: f"p{alike}"}
    return found


def _in_common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other)))


def country_of(text: str) -> str:
    """The code of the country a name or adjective stands for, "" for anything else."""
    low = text.lower()
    known = _country_words()
    return known.get(low) or (known.get(low[:-1], "") if low.endswith("s") else "")


def countries_in(words: tuple[Word, ...]) -> dict[int, Land]:
    """Countries told of, by the number of their first word.

    A capital may act for its country: "Ankara opposes the bid", "ties between Rabat and Algiers", not "in Ankara".
    """
    found = {f.start: Land(f.end, f.value) for f in _long_names().find(words) if words[f.start].text[0].isupper()}
    inside = {i for start, land in found.items() for i in range(start, land.end)}
    for i, word in enumerate(words):
        if i in inside or not word.text[0].isupper():
            continue
        end = i + 2 if i + 1 < len(words) and _two(words, i) in _capitals() else i + 1
        low = plain(word.text)
        code = (
            country_of(low)
            or _part_words().get(low)
            or _part_words().get(low.removesuffix("s"))
            or _seat(words, i, end)
        )
        if code or end > i + 1:
            found[i] = Land(end, code)
            inside |= set(range(i, end))
    return found


def capital_of(name: str) -> str:
    """The code of the country whose capital it is, "" for any other name."""
    return _capitals().get(name, "")


def _seat(words: tuple[Word, ...], start: int, end: int) -> str:
    """The country whose capital words[start:end] names and acts for it, not where something is ("in Ankara")."""
    code = _capitals().get(_two(words, start) if end > start + 1 else plain(words[start].text), "")
    if not code or _is_between_states(words, start):
        return code
    if start and words[start - 1].text.lower() in words_in("links"):
        return ""
    passed = words_in("auxiliaries", "adverbs", "conjunctions") | listed("outright")  # "Lima has YET TO ratify it"
    after = next((w.lemma for w in words[end:] if w.text.lower() not in passed), "")
    owns = words[end - 1].text.lower().endswith(("'s", "’s"))
    return code if owns or after in load("events.yaml")["acts_of_state"] else ""


def _is_between_states(words: tuple[Word, ...], start: int) -> bool:
    """ "Relations BETWEEN Rabat AND Algiers", "talks WITH Hanoi"; a road between them joins two towns."""
    at = start - 1
    if at > 0 and words[at].text.lower() == "and":
        at -= 1
        while at > 0 and words[at].text[0].isupper():
            at -= 1
    return at > 0 and words[at].text.lower() in ("between", "with") and words[at - 1].lemma in _between_states()


def _two(words: tuple[Word, ...], i: int) -> str:
    return f"{words[i].text.lower()} {plain(words[i + 1].text)}"


@cache
def _capitals() -> dict[str, str]:
    return {c.capital.lower(): code for code, c in countries().items() if c.capital}


@cache
def _long_names() -> Lexicon[str]:
    """Names of more than one word, whose parts name something else: "South Sudan", "the United States"."""
    known = _country_words()
    long = {name: code for name, code in known.items() if " " in name}
    # "Greek Cypriots" and "Turkish Cypriots" are named after two countries each
    return Lexicon({name: code for name, code in long.items() if not all(country_of(w) for w in name.split())})
