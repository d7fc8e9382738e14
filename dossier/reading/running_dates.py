"""The date a sentence takes over from those told before it."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.clause_tense import tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.governing_dates import FRONT, governing
from dossier.reading.told_spans import from_to

_LOOKED_BACK = 12  # sentences a story's date carries at most


def running_date(
    times: Sequence[TimeExpression], spans: Sequence[tuple[int, int]], at: int, paragraph: int, text: str
) -> TimeExpression | None:
    """The date a past-tense sentence takes over from those before it.

    Within a paragraph any dated sentence hands its date on; beyond it only a date that opens its sentence
    ("In March 2011, ..."), and nothing once the telling has turned to the present.
    """
    for start, end in reversed(spans[max(at - _LOOKED_BACK, 0) : at]):
        time = governing(times, start, end, text)
        same = start >= paragraph
        if time and (tense_of(text[start:end]) == "future" or from_to(times, start, end, text)):
            return None
        if time and time.kind in ("date", "time", "event") and not time.timex.endswith("_REF"):
            fronted = time.start - start < FRONT
            return time if same or fronted else None
        if time or tense_of(text[start:end]) not in ("past", "reported", ""):
            return None
    return None
