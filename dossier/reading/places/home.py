"""The country an article is about, for sentences that name none: "Farm output rose 4 percent"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from dossier.reading.places.finding import Mention

_LEAD = 2  # how often more than any other place it must be spoken of


def home_country(mentions: Sequence[Mention], sentences: Sequence[tuple[int, int]], lead: int) -> str:
    """The code of the one country most of whose text it is; "" where several share it or one is named in passing.

    It is named at the head of the article, before the place `lead`, in two sentences or more, and in at least twice
    as many as any other country or region.
    """
    starts = [start for start, _ in sentences]
    named = {(bisect_right(starts, m.start), place) for m in mentions if m.kind != "reference" for place in m.places}
    often = Counter(place for _, place in named).most_common()
    if not often or often[0][1] < 2 or not often[0][0].isupper():
        return ""
    second = max((count for place, count in often[1:]), default=0)
    first = {place for m in mentions if m.start < lead and m.kind != "reference" for place in m.places}
    return often[0][0] if often[0][0] in first and often[0][1] >= _LEAD * second else ""
