"""References to more than one country: 'both states', 'the two sides', 'all five'."""

from __future__ import annotations

import re

from dossier.data import load
from dossier.reading.places.certainty import Look, heaviest
from dossier.reading.places.memory import distinct, distinct_codes

_OF_PLACE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?[A-Z]")
_CLOSE = 30  # characters: "the remaining two countries of South Asia"
_FAR_AHEAD = 0.5  # how near a second country may come to the one that "the two countries" adds
_FRESH = 3  # sentences: a list named longer ago is not meant by "both"
_TOLD = 400  # characters in which a word must tell that states are the sides


def both(look: Look) -> tuple[str, ...]:
    """'both countries': two named in the sentence, or before it; the one named and the other spoken of."""
    here = distinct(m for m in look.before if m.kind != "region")
    if len(here) == 2:
        return here
    before, group = look.context.before, look.context.group
    if not here and len(before) == 2:
        return group if set(group) == set(before) else tuple(sorted(before))
    is_fresh = len(group) == 2 and look.context.age <= _FRESH
    if is_fresh and (not here or here[0] in group):
        return group
    if len(here) == 1:
        left = tuple(code for code in before if code not in here)
        other = left if len(left) == 1 else heaviest(_without(look, here), _FAR_AHEAD)
        return tuple(sorted((*here, *other))) if other else ()
    recent = distinct_codes([code for named in look.context.recent for code in named])
    return tuple(sorted(recent)) if len(recent) == 2 else ()


def sides(look: Look) -> tuple[str, ...]:
    """'the two sides' are two countries only where two are spoken of, and as states: of a border, of talks."""
    said = look.text[max(0, look.match.start() - _TOLD) : look.match.end()].lower()
    here = distinct(m for m in look.before if m.kind != "region")
    pair = here or look.context.before
    if len(pair) != 2 and len(look.context.group) == 2 and look.context.age <= 1:
        pair = look.context.group
    if len(pair) != 2 or not any(re.search(rf"\b{w}\b", said) for w in load("places.yaml")["between_states"]):
        return ()
    return tuple(pair)


def everyone(look: Look) -> tuple[str, ...]:
    """'all five': the list or region of just so many."""
    count = number(look.match["count"])
    if len(look.context.group) == count:
        return look.context.group
    regions = [m.places[0] for m in look.before if m.kind == "region"] or [look.context.region]
    return (regions[-1],) if len(look.codebook.members.get(regions[-1], ())) == count else ()


def rest(look: Look) -> tuple[str, ...]:
    """'the other four': the region's members but the one spoken of; 'the remaining two': those not yet named."""
    near = [m.places[0] for m in look.later if m.kind == "region" and m.start < look.match.end() + _CLOSE]
    members = look.codebook.members.get(near[0] if near else look.context.region, ())
    count = number(look.match["left"])
    recent = [c for c in reversed([*look.context.named, *(c for m in look.before for c in m.places)]) if c in members]
    spoken = distinct_codes(recent)[: len(members) - count]
    left = tuple(code for code in members if code not in spoken)
    return left if len(left) == count else ()


def group(look: Look) -> tuple[str, ...]:
    """'these countries': the last list or region; 'the countries of X' names X itself."""
    if _OF_PLACE.match(look.text, look.match.end()):
        return ()
    regions = [m for m in look.before if m.kind == "region"]
    return regions[-1].places if regions else look.context.group


def number(word: str) -> int:
    """The value of a small number in words."""
    return int(load("figures.yaml")["small"][word.lower()])


def _without(look: Look, here: tuple[str, ...]) -> dict[str, float]:
    return {code: w for code, w in look.context.weight.items() if code not in here}
