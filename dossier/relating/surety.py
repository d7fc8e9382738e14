"""What share of the relations shown with a score hold: a score of 0.95 should mean that 95 in 100 do."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from dossier.data import load


def share(rule: str, score: float) -> float:
    """The share that holds of relations by this rule with this score; the higher the score, the larger."""
    listed = load("surety.yaml")
    if rule in listed["questions"] or is_share(rule):
        return score
    points = _points("figures" if rule in listed["counting"] else "told" if rule in listed["telling"] else "general")
    low, high = next((p for p in pairwise(points) if score <= p[1][0]), points[-2:])
    span = (score - low[0]) / (high[0] - low[0])
    return round(max(0.0, low[1] + span * (high[1] - low[1])), 3)


def is_share(rule: str) -> bool:
    """Whether a rule's own score is such a share, worked out from judged pairs, and nothing is to be added to it."""
    return rule in load("surety.yaml")["likelihoods"]


def of_hint(part: float) -> float:
    """What is left of a share where wording alone, and no question, puts claims of two articles at odds."""
    return round(part * float(load("surety.yaml")["hinted"]), 3)


@cache
def _points(name: str) -> list[tuple[float, float]]:
    return [(0.0, 0.0), *((float(score), float(part)) for score, part in load("surety.yaml")[name])]
