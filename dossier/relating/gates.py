"""Conditions that must hold before two claims may be said to contradict each other, and what becomes of them else."""

from __future__ import annotations

from collections.abc import Callable

from dossier.edtf import in_words
from dossier.model import Gate
from dossier.relating.comparing import Opinion, Setting
from dossier.relating.frames import Frame
from dossier.world import countries

_UNSURE = frozenset({"possible", "doubtful"})


def period(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both are about times that overlap; an unknown time fits any."""
    if a.period is None or b.period is None:
        return Gate("period", True, "no two dates to hold against each other")
    dates = f"{in_words(a.claim.date)} and {in_words(b.claim.date)}"
    if opinion.rule == "dates":
        return Gate("period", True, "the dates are what is in dispute")
    if a.period.overlaps(b.period):
        return Gate("period", True, f"{dates} overlap")
    return Gate("period", False, f"{dates} lie apart")


def places(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both speak of a common country, where both name any."""
    if not a.places or not b.places:
        return Gate("places", True, "no two places to hold against each other")
    common = a.places & b.places
    own_a, own_b = a.places - setting.ground, b.places - setting.ground
    if common and (not own_a or not own_b or own_a & own_b):
        shown = ", ".join(countries()[c].name if c in countries() else c for c in sorted(own_a & own_b or common)[:3])
        return Gate("places", True, f"both about {shown}{' and others' if len(common) > 3 else ''}")
    return Gate("places", False, "they speak of different countries")


def voice(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both sides stand behind what they say: nothing they only report to reject, or suppose."""
    for frame in (a, b):
        if frame.claim.voice in ("rebutted", "hypothetical"):
            return Gate("voice", False, f"{frame.claim.source} only gives it as {frame.claim.voice}")
    return Gate("voice", True, "both assert it or report it as said")


def modality(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both are sure enough, and both speak of what is or both of what will be."""
    if opinion.rule == "rebuttal":
        return Gate("modality", True, "one rejects what the other gives, however surely")
    for frame in (a, b):
        if frame.claim.modality in _UNSURE:
            return Gate("modality", False, f"{frame.claim.source} calls it only {frame.claim.modality}")
    ahead = [f for f in (a, b) if f.claim.kind == "prediction"]
    if len(ahead) == 1:
        return Gate("modality", False, f"{ahead[0].claim.source} forecasts what the other states")
    wished = [f for f in (a, b) if f.claim.kind == "recommendation"]
    if len(wished) == 1:
        return Gate("modality", False, f"{wished[0].claim.source} says what should be")
    return Gate("modality", True, "both are sure of it")


def scope(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Not all against some: both may be true."""
    for one, other in ((a, b), (b, a)) if opinion.type != "agrees" else ():
        if _is_part(one, other, setting) and other.scope not in ("all", "none"):
            return Gate("scope", False, f"{one.claim.source} speaks of one country, {other.claim.source} of a region")
    if opinion.rule in ("question", "figures", "dates", "roles") or not (a.scope and b.scope):
        return Gate("scope", True, "nothing narrows one side")
    middle = {"few", "some", "many", "most"}
    if a.scope in middle and b.scope in middle and opinion.type == "contradicts":
        return Gate("scope", False, f"“{a.scope}” and “{b.scope}” may both be true")
    if a.scope != b.scope and (a.scope in middle or b.scope in middle) and "none" not in (a.scope, b.scope):
        return Gate("scope", False, f"“{a.scope}” on one side, “{b.scope}” on the other")
    return Gate("scope", True, "the same scope")


def _is_part(one: Frame, other: Frame, setting: Setting) -> bool:
    """A single country or two on one side, on the other a region they belong to."""
    own = set(one.claim.countries) - setting.ground
    wide = set(other.claim.countries) - setting.ground
    regions = {place for place in other.claim.countries if place not in countries()}
    single = 0 < len(own) <= 2 and all(place in countries() for place in own)
    return single and bool(regions) and not own & wide and own <= other.places


GATES: tuple[Callable[[Frame, Frame, Opinion, Setting], Gate], ...] = (period, places, voice, modality, scope)

# What a relation becomes behind a closed gate; "" = no relation at all. The first closed gate in this order decides.
_CONTRADICTION = {"voice": "", "places": "", "modality": "qualifies", "scope": "qualifies", "period": "updates"}
_AGREEMENT = {"voice": "", "places": "", "modality": "qualifies", "scope": "qualifies", "period": "agrees"}


def pass_gates(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> tuple[str, tuple[Gate, ...]]:
    """The relation that remains, "" for none, and all gates looked at."""
    gates = tuple(gate(a, b, opinion, setting) for gate in GATES)
    closed = {g.name for g in gates if not g.open}
    table = _AGREEMENT if opinion.type == "agrees" else _CONTRADICTION
    if opinion.type == "agrees" and opinion.rule != "question" and "period" in closed:
        return "", gates  # the same words about two times are two facts
    if a.scope == b.scope == "some" and "scope" in closed:
        return "", gates
    turned = next((table[name] for name in table if name in closed), opinion.type)
    return turned, gates
