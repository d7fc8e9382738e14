"""Names that stand beside what is told: where an expert sits, where a firm is based, where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dossier.reading.datelines import after_dateline
from dossier.reading.places.finding import Mention
from dossier.reading.places.patterns import any_of

_BASED = ("-based", "-born", "‑based")
_WHERE = (" at ", " in ", " of ", " from ", " the ")
_REACH = 70  # characters between "an economist" and where he works


def tellers_aside(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of the sentence text[start:end] that are what it speaks of, without those that stand beside it."""
    told_from = after_dateline(text, start, end)
    return [m for m in mentions if m.start >= told_from and not is_bystander(text, start, m)]


def is_bystander(text: str, start: int, mention: Mention) -> bool:
    """'an economist at the University of Dakar', 'a Singapore-based trader'; the sentence begins at `start`."""
    if text.startswith(_BASED, mention.end):
        return True
    if mention.kind in ("people", "region", "reference", "local"):
        return False
    lead = text[max(start, mention.start - _REACH) : mention.start]
    return lead.endswith(_WHERE) and bool(_works_at().search(lead))


def countries_of(mentions: Iterable[Mention]) -> list[str]:
    """Their places in order, each once."""
    return list(dict.fromkeys(place for m in mentions for place in m.places))


@cache
def _works_at() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('onlookers')})\b[^.,;:“”\"]{{0,50}}$")
