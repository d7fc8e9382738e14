"""In what order things stand on pages: the sharpest relation first, the earliest day first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dossier.edtf import Period, parse
from dossier.model import Claim, Relation

NEVER = (0, 0)  # the slot of a claim without a date
_SPAN = 30  # a period longer than so many years is filed under its first and last year only
_LONG = 45  # days; what lasts longer belongs to its year and to no month
_SHORT = 3  # days up to which a time counts as its first day
_SEVERITY = ("contradicts", "updates", "qualifies", "agrees")


def sharpness(relation: Relation) -> tuple[int, int, float, tuple[str, str], str]:
    """Contradictions first, then by how sure: confirmed, proposed, mere hints; high score before low."""
    settled = 0 if relation.status == "confirmed" else 2 if relation.is_hint else 1
    return _SEVERITY.index(relation.type), settled, -relation.score, relation.between, relation.question


def day_order(edtf: str) -> tuple[int, int, str]:
    """Sorts dates by their first day, the more precise first; no date comes last."""
    period: Period | None = parse(edtf) if edtf else None
    return (period.start.toordinal(), period.days, edtf) if period else (10**9, 0, edtf)


def slot(claim: Claim) -> tuple[int, int]:
    """The year and month a claim's time begins, or ends where its beginning is open; month 0 for a long time."""
    period = parse(claim.date) if claim.date else None
    if not period:
        return NEVER
    opened = period.start.year <= 1
    day = period.end if opened else period.start
    return day.year, 0 if opened or (period.end - period.start).days > _LONG else day.month


def day_of(claim: Claim) -> date | None:
    """The one day that a claim's time is, or begins with if it is a few days; None for a longer time."""
    period = parse(claim.date) if claim.date else None
    return period.start if period and (period.end - period.start).days <= _SHORT else None


def years_of(claim: Claim) -> list[int]:
    """The years a claim speaks of."""
    period = parse(claim.date) if claim.date else None
    if not period:
        return []
    first, last = period.start.year, period.end.year
    ends = [y for y in (first, last) if 1 < y < 9999]
    return list(range(first, last + 1)) if len(ends) == 2 and last - first <= _SPAN else sorted(set(ends))


def all_years(claims: Iterable[Claim]) -> list[int]:
    """The years that any of these claims speaks of."""
    return sorted({year for claim in claims for year in years_of(claim)})
