"""In what order things stand on pages: the sharpest relation first, the earliest day first."""

from __future__ import annotations

from dossier.edtf import Period, parse
from dossier.model import Relation

_SEVERITY = ("contradicts", "updates", "qualifies", "agrees")


def sharpness(relation: Relation) -> tuple[int, int, float, tuple[str, str], str]:
    """Contradictions first, then by how sure: confirmed before proposed, high score before low."""
    settled = 0 if relation.status == "confirmed" else 1
    return _SEVERITY.index(relation.type), settled, -relation.score, relation.between, relation.question


def day_order(edtf: str) -> tuple[int, int, str]:
    """Sorts dates by their first day, the more precise first; no date comes last."""
    period: Period | None = parse(edtf) if edtf else None
    return (period.start.toordinal(), period.days, edtf) if period else (10**9, 0, edtf)
