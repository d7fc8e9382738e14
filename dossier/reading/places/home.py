"""The country an article is about, for sentences that name none: "Farm output rose 4 percent"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from dossier.reading.places.finding import Mention

_OPENING = 30  # characters from the beginning of a sentence
_LISTED = 7  # characters: "Brazil and Chile"
_LEAD = 2  # how often more than any other place it must be spoken of


def first_spoken_of(mentions: Sequence[Mention], start: int) -> tuple[str, ...]:
    """The one country that opens a sentence beginning at `start`, and stands in no list; () when there is none."""
    first, second = (*mentions[:2], None, None)[:2]
    if first is None or len(first.places) != 1 or first.start - start > _OPENING or not first.places[0].isupper():
        return ()
    if first.kind == "people" and any(m.kind in ("name", "capital") for m in mentions):
        return ()  # "a Chinese firm signed with La Paz"
    listed = second is not None and second.start - first.end < _LISTED and second.places != first.places
    return () if listed else first.places


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
