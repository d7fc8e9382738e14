"""What becomes of an opinion behind the gates: it stands, turns into a weaker relation, or comes to nothing."""

from __future__ import annotations

from collections.abc import Callable

from dossier.model import Gate
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.times import is_undated_past, names_past_time
from dossier.relating.comparisons.opinion import POINTS, Opinion, Setting
from dossier.relating.comparisons.replaced import replaced
from dossier.relating.gates.all import GATES

# What a relation becomes behind a closed gate; "" = no relation at all. The first closed gate in this order decides.
_TURNED = {
    "contradicts": {"voice": "", "places": "", "modality": "qualifies", "scope": "qualifies", "period": "updates"},
    "qualifies": {"voice": "", "places": "", "modality": "", "scope": "qualifies", "period": ""},
    "updates": {"voice": "", "places": "", "modality": "", "scope": "updates", "period": ""},
    "agrees": {"voice": "", "places": "", "modality": "qualifies", "scope": "qualifies", "period": "agrees"},
}


def all_gates(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> tuple[Gate, ...]:
    """Every gate, whatever comes of it."""
    return tuple(ask(a, b, opinion, setting) for ask in GATES.values())


def pass_gates(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> tuple[str, tuple[Gate, ...]]:
    """The relation that remains and all gates; "" and none of them where nothing does.

    Many opinions come to nothing by their times alone, so a gate is asked when the others leave the outcome open.
    """
    asked: dict[str, Gate] = {}

    def is_shut(name: str) -> bool:
        if name not in asked:
            asked[name] = GATES[name](a, b, opinion, setting)
        return not asked[name].open

    if _comes_to_nothing(a, b, opinion, is_shut):
        return "", ()
    table = _TURNED[opinion.type]
    kind = next((table[name] for name in table if is_shut(name)), opinion.type)
    if not kind:
        return "", ()
    gates = (asked.get(name) or ask(a, b, opinion, setting) for name, ask in GATES.items())
    return kind, tuple(gates)


def _comes_to_nothing(a: Frame, b: Frame, opinion: Opinion, is_shut: Callable[[str], bool]) -> bool:
    """Whether the gates that are shut leave nothing together, whatever each of them makes of it alone."""
    agrees = opinion.type == "agrees"
    if agrees and {a.claim.kind, b.claim.kind} > {"recommendation"}:
        return True  # what should be and what is
    if agrees and not opinion.question and replaced(a, b):
        return True
    if opinion.rule in POINTS and is_shut("modality"):
        return True  # that both tell of one thing is likely, and no more: what may be is left out
    if is_shut("period"):
        if agrees and not _is_lasting(a, b, opinion):
            return True  # the same words about two times are two facts, and so are two signs
        if opinion.type == "qualifies":
            return True
        if opinion.rule in POINTS and not opinion.passing:
            return True  # two things that happened on two days
        if opinion.question and not agrees and any(is_undated_past(f.claim) for f in (a, b)):
            return True
        if is_shut("scope") or is_shut("modality"):
            return True  # another time and another scope: the two hardly meet
    return a.scope == b.scope == "some" and is_shut("scope")


def _is_lasting(a: Frame, b: Frame, opinion: Opinion) -> bool:
    """Two answers to one question may agree over the years, if not each tells of a time of its own that is over."""
    told = all(opinion.question in f.answers and f.claim.kind != "prediction" for f in (a, b))
    return (
        bool(opinion.question)
        and told
        and not (names_past_time(a.claim, a.issued) and names_past_time(b.claim, b.issued))
    )
