"""Dated events of the codebook in a text: "since the invasion", "after the re-election"."""

from __future__ import annotations

from functools import lru_cache

from dossier.edtf import parse
from dossier.language.phrases import Lexicon, plain
from dossier.language.words import Word, words_of
from dossier.model import Event
from dossier.reading.dates.bounds import FROM_ON, UP_TO, open_after, open_before
from dossier.reading.dates.scene import TimeExpression

# What may stand between "since" and the event's own words: "after the start of Norway's", "following his".
_BETWEEN = frozenset(
    {"the", "his", "her", "its", "their", "a", "an", "start", "outbreak", "beginning", "launch", "of", "recent"}
)
_REACH = 6


@lru_cache(maxsize=16)
def _lexicon(events: tuple[Event, ...]) -> Lexicon[Event]:
    entries: dict[str, Event] = {}
    for event in events:
        if parse(event.date):
            for phrase in event.words:
                entries.setdefault(" ".join(plain(w.text) for w in words_of(phrase)), event)
    return Lexicon(entries)


def find_events(text: str, events: tuple[Event, ...]) -> list[TimeExpression]:
    """Mentions of the events, in order, as time expressions of the kind "event".

    The timex is the event's date; the edtf is open after "since" and "after", open before "before" and "until".
    The span holds the event's words only.
    """
    if not events:
        return []
    words = words_of(text)
    found = []
    for hit in _lexicon(events).find(words):
        date = hit.value.date
        link = _link(words, hit.start)
        edtf = open_after(date) if link in FROM_ON else open_before(date) if link in UP_TO else date
        found.append(TimeExpression(words[hit.start].start, words[hit.end - 1].end, date, edtf, "event"))
    return found


def _link(words: tuple[Word, ...], at: int) -> str:
    """The word of time before the event, past articles and names in the possessive."""
    for i in range(at - 1, max(at - _REACH, -1), -1):
        low = words[i].text.lower()
        if low in FROM_ON or low in UP_TO:
            return low
        if low not in _BETWEEN and not low.endswith(("'s", "’s")):
            return ""
    return ""
