"""The gate of scope: are both claims about as much, or one about all and the other about some?"""

from __future__ import annotations

from dossier.edtf import in_words
from dossier.language.listed import listed
from dossier.language.words import words_of
from dossier.model import Gate
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.scopes import scope_of
from dossier.relating.apart.times import PRESENT, SUREST
from dossier.relating.comparisons.opinion import POINTS, Opinion, Setting
from dossier.relating.gates.places import place_names
from dossier.relating.narrowing import narrowed_apart
from dossier.world import countries

_NEAR = 2  # words before others that may narrow them
_MIDDLE = frozenset({"few", "some", "many", "most"})
_COUNTS = frozenset({"measures", "tallies", "figures"})
_UNNARROWED = frozenset({"question", "sign", "figures", "dates", "roles", "parts"})  # rules that settle it themselves


def scope(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Not all against some: both may be true."""
    if note := _other_part(a, b, opinion, setting):
        return Gate("scope", False, note)
    if opinion.passing == "counting":
        return Gate("scope", False, "the number changed by the hour")
    if opinion.rule == "portions":
        return Gate("scope", True, "the part of the group is what is in dispute")
    disputes = opinion.type == "contradicts"
    if disputes and _both_partial(a, b) and not (setting.scene and _of_one_picture(a, b, opinion)):
        return Gate("scope", False, f"“{a.scope}” and “{b.scope}” may both be true")
    if opinion.rule in _UNNARROWED or not (a.scope and b.scope):
        return Gate("scope", True, "nothing narrows one side")
    single = opinion.type == "agrees" and opinion.rule in POINTS
    if single and not all(_scope_at(f, words) for f, words in zip((a, b), opinion.words)):
        return Gate("scope", True, "what narrows one side is about something else")
    if disputes and {a.scope, b.scope} <= _MIDDLE:
        return Gate("scope", True, f"“{a.scope}” and “{b.scope}” cannot both be true")
    if a.scope != b.scope and not _MIDDLE.isdisjoint((a.scope, b.scope)) and "none" not in (a.scope, b.scope):
        return Gate("scope", False, f"“{a.scope}” on one side, “{b.scope}” on the other")
    return Gate("scope", True, "the same scope")


def _other_part(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> str:
    """How the two speak of other places, things or times of which one may be a part of the other; else ""."""
    for one, other in ((a, b), (b, a)) if opinion.type != "agrees" else ():
        if _is_part(one, other, setting) and other.scope not in ("all", "none"):
            mine = _named(one, _inner(one, setting), setting)
            theirs = _named(other, set(other.claim.countries), setting)
            return f"{one.claim.source} speaks of {mine}, {other.claim.source} of {theirs}"
    if opinion.type != "contradicts":
        return ""
    things = narrowed_apart(a, b, opinion.question, setting.codebook) if opinion.question else None
    if things:
        return f"{a.claim.source} speaks of “{things[0]}”, {b.claim.source} of “{things[1]}”"
    return other_start(a, b) or (_counts_from(a, b) if opinion.rule in _COUNTS else "")


def _scope_at(frame: Frame, words: str) -> str:
    """What narrows the deciding words or stands right before them: "MANY states do not recognise it"."""
    before = frame.text.partition(words)[0].split()[-_NEAR:] if words in frame.text else []
    return scope_of(words_of(" ".join((*before, words))))


def _of_one_picture(a: Frame, b: Frame, opinion: Opinion) -> bool:
    """ "Some men are (not) FIXING the roof": those are the same men in a picture; of votes some may differ."""
    seen = all(any(w.text.endswith("ing") for w in frame.words) for frame in (a, b))
    return a.scope == b.scope and (opinion.rule == "swap" or seen)


def _both_partial(a: Frame, b: Frame) -> bool:
    far = {a.scope, b.scope} in ({"few", "most"}, {"few", "many"}, {"most"})
    return a.scope in _MIDDLE and b.scope in _MIDDLE and not far


def other_start(a: Frame, b: Frame) -> str:
    """ "It tripled since 2021" and "it fell since last year" count from different days, so both may hold; else ""."""
    for one, other in ((a, b), (b, a)):
        if one.period is None or other.period is None or not one.period.overlaps(other.period):
            continue
        if not one.claim.date.endswith("/.."):
            continue
        if one.period.end - one.period.start > SUREST and other.period.start - one.period.start > SUREST / 2:
            return f"{one.claim.source} counts from {in_words(one.claim.date.removesuffix('/..'))}"
    return ""


def _counts_from(a: Frame, b: Frame) -> str:
    """ "Seven since Saturday" and "four on Sunday" may both be so; else ""."""
    open_ended = [f.claim.date.endswith("/..") and f.claim.date_from not in ("", PRESENT) for f in (a, b)]
    for (one, own), (other, its) in (
        ((a, open_ended[0]), (b, open_ended[1])),
        ((b, open_ended[1]), (a, open_ended[0])),
    ):
        if own and not its and other.claim.date_from not in ("", PRESENT):
            return f"{one.claim.source} counts from {in_words(one.claim.date.removesuffix('/..'))}"
    return ""


def _is_part(one: Frame, other: Frame, setting: Setting) -> bool:
    """A single country or two on one side, on the other a region they belong to."""
    wide = set(other.claim.countries)
    if wide <= countries().keys():
        return False  # no region
    own = _inner(one, setting) - setting.ground
    return 0 < len(own) <= 2 and own <= countries().keys() and not own & wide and own <= other.places


def _inner(frame: Frame, setting: Setting) -> set[str]:
    """The places a claim is about: of "two countries of the region, Peru and Chile" only those two."""
    named = set(frame.claim.countries)
    members = setting.codebook.members
    single = {p for p in named if any(p in members.get(region, ()) for region in named)}
    if not single or not listed("examples").isdisjoint(w.text.lower() for w in frame.words):
        return named
    return single


def _named(frame: Frame, places: set[str], setting: Setting) -> str:
    """Some of a claim's places in words, a region before single countries."""
    named = [p for p in frame.claim.countries if p in places]
    wide = [p for p in named if p not in countries()]
    return place_names(wide or [p for p in named if p not in setting.ground] or named, setting.codebook)
