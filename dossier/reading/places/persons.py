"""People and bodies that a text ties to a country once: "Peru's president, Ana Ruiz ... Ruiz said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from dossier.reading.places.finding import Mention
from dossier.reading.places.gazetteer import any_of, traps, world_index

_NAME = r"(?:[^\W\d_a-z][\w’'-]+|al-[A-Z]\w+)"
_FULL = rf"(?P<full>{_NAME}(?: (?:{_NAME}|bin|ibn|de|da|del|van|von|al|der)){{0,3}})"
_SHORT = re.compile(r" \((?:the )?(?P<short>[A-Z][A-Za-z]{1,7})\)")
_LONG = re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|for|and|the|on|de|du|des)){1,9}$")
_REACH = 90  # characters that a body's full name may take before its letters
_CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_a-z][\w’'-]+")
_OWNS = re.compile(r"['’]s?$")
_SHORTEST = 3
_MOST = 60  # names of one text


def with_known_persons(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, and behind them each later naming of a person or body that one of them told the country of.

    These are of kind "reference": they mean the country and do not name it.
    """
    known = _told(text, found)
    if not known:
        return list(found)
    more, at = [], 0
    for word in _CAPITALS.finditer(text):
        name = word[0]
        name = name if name in known else _OWNS.sub("", name)
        told = known.get(name)
        if told is None or word.start() < told[0] or not told[1]:
            continue
        end = word.start() + len(name)
        while at < len(found) and found[at].end <= word.start():
            at += 1
        if at < len(found) and found[at].start < end:
            continue
        more.append(Mention(word.start(), end, told[1], "reference"))
    return sorted([*found, *more], key=lambda m: (m.start, m.end))


def _told(text: str, found: Sequence[Mention]) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Last name or acronym -> from where on it is known, and its country; () where two countries claim it."""
    known: dict[str, tuple[int, tuple[str, ...]]] = {}

    def learn(name: str, at: int, places: tuple[str, ...]) -> None:
        is_place = name in world_index() or name in traps("given")
        if len(name) < _SHORTEST or is_place or len(known) >= _MOST:
            return
        first, before = known.get(name, (at, places))
        known[name] = (first, places if before == places else ())

    for mention in found:
        if len(mention.places) != 1 or mention.kind in ("region", "reference"):
            continue
        behind = _holder_behind().match(text, mention.end)
        if behind and mention.kind in ("name", "people", "capital", "seat"):
            learn(_surname(behind["full"]), behind.end(), mention.places)
        of = text.endswith((" of ", " of the "), 0, mention.start)
        before = of and _holder_before().search(text, max(0, mention.start - 120), mention.start)
        if before:
            learn(_surname(before["full"] or before["other"]), mention.end, mention.places)
    starts = [m.start for m in found]
    for body in _SHORT.finditer(text):
        full = _LONG.search(text[max(0, body.start() - _REACH) : body.start()])
        begin = body.start() - len(full[0]) if full else body.start()
        inside = found[bisect_left(starts, begin) : bisect_left(starts, body.start())]
        if len({m.places for m in inside}) == 1 and body["short"] not in ("EU", "UN"):
            learn(body["short"], body.end(), inside[0].places)
    return known


def _surname(full: str) -> str:
    return _OWNS.sub("", full.split()[-1])


@cache
def _holder_behind() -> re.Pattern[str]:
    """Behind a country: "'s military ruler, General Ana Ruiz", " Prime Minister Ana Ruiz"."""
    words, offices = any_of("office_qualifiers"), any_of("offices")
    office = rf"(?:(?:{words}) )*(?i:{offices})(?:\s+(?i:{offices}))*"
    return re.compile(rf"(?:['’]s?)? {office},? (?:{office} )?{_FULL}")


@cache
def _holder_before() -> re.Pattern[str]:
    """Before a country: "President Ana Ruiz of ", "Ana Ruiz, the foreign minister of "."""
    words, offices = any_of("office_qualifiers"), any_of("offices")
    other = _FULL.replace("full", "other")
    return re.compile(
        rf"(?:\b(?i:{offices}) {_FULL} of (?:the )?|\b{other}, (?:(?:the|a|an) )?(?:(?:{words}) )*(?:(?i:{offices})"
        rf"(?: and (?i:{offices}))? of )?(?:the )?)$"
    )
