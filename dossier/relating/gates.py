"""Conditions that must hold before two claims may be said to contradict each other, and what becomes of them else."""

from __future__ import annotations

from collections.abc import Callable

from dossier.edtf import in_words
from dossier.model import Gate
from dossier.relating.comparing import Opinion
from dossier.relating.frames import Frame

_UNSURE = frozenset({"possible", "doubtful"})
_RANK = {name: n for n, name in enumerate(("none", "few", "some", "many", "most", "all"))}


def period(a: Frame, b: Frame, opinion: Opinion) -> Gate:
    """Both are about times that overlap; an unknown time fits any."""
    if a.period is None or b.period is None:
        return Gate("period", True, "no two dates to hold against each other")
    dates = f"{in_words(a.claim.date)} and {in_words(b.claim.date)}"
    if opinion.rule == "dates":
        return Gate("period", True, "the dates are what is in dispute")
    if a.period.overlaps(b.period):
        return Gate("period", True, f"{dates} overlap")
    return Gate("period", False, f"{dates} lie apart")


def places(a: Frame, b: Frame, opinion: Opinion) -> Gate:
    """Both speak of a common country, where both name any."""
    if not a.places or not b.places:
        return Gate("places", True, "no two places to hold against each other")
    common = a.places & b.places
    if common:
        return Gate("places", True, f"both about {', '.join(sorted(common)[:4])}{' …' if len(common) > 4 else ''}")
    return Gate("places", False, "about different countries")


def voice(a: Frame, b: Frame, opinion: Opinion) -> Gate:
    """Both sides stand behind what they say: nothing they only report to reject, or suppose."""
    for frame in (a, b):
        if frame.claim.voice in ("rebutted", "hypothetical"):
            return Gate("voice", False, f"{frame.claim.source} only gives it as {frame.claim.voice}")
    return Gate("voice", True, "both assert it or report it as said")


def modality(a: Frame, b: Frame, opinion: Opinion) -> Gate:
    """Both are sure enough, and both speak of what is or both of what will be."""
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


def scope(a: Frame, b: Frame, opinion: Opinion) -> Gate:
    """Not all against some: both may be true."""
    if opinion.rule in ("question", "figures", "swap", "dates", "roles") or not (a.scope and b.scope):
        return Gate("scope", True, "nothing narrows one side")
    middle = {"few", "some", "many", "most"}
    if a.scope != b.scope and (a.scope in middle or b.scope in middle) and abs(_RANK[a.scope] - _RANK[b.scope]) <= 3:
        return Gate("scope", False, f"“{a.scope}” on one side, “{b.scope}” on the other")
    return Gate("scope", True, "the same scope")


GATES: tuple[Callable[[Frame, Frame, Opinion], Gate], ...] = (period, places, voice, modality, scope)

# What a contradiction or agreement becomes behind a closed gate; "" = no relation at all.
_CONTRADICTION = {"period": "updates", "places": "", "voice": "", "modality": "qualifies", "scope": "qualifies"}
_AGREEMENT = {"period": "agrees", "places": "", "voice": "", "modality": "qualifies", "scope": "qualifies"}


def pass_gates(a: Frame, b: Frame, opinion: Opinion) -> tuple[str, tuple[Gate, ...]]:
    """The relation that remains, "" for none, and all gates looked at."""
    gates = tuple(gate(a, b, opinion) for gate in GATES)
    table = _AGREEMENT if opinion.type == "agrees" else _CONTRADICTION
    kind = opinion.type
    closed = [g.name for g in gates if not g.open]
    for name in ("places", "voice", "modality", "scope", "period"):
        if name in closed:
            turned = table[name]
            if not turned:
                return "", gates
            kind = turned if kind not in ("qualifies",) else kind
            if turned == "qualifies":
                break
    return kind, gates
