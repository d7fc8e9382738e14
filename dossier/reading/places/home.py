"""What an article, or a part of it under a heading, is about, for sentences that name no place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from dossier.reading.datelines import after_dateline
from dossier.reading.places.finding import Mention
from dossier.reading.places.gazetteer import any_of
from dossier.reading.places.memory import in_predicate, lists_in

_BREAK = re.compile("\n\n")
_CLOSING, _ENDS = "\"'”’)] ", (".", "!", "?", "…", ":")
_OPENING = 30  # characters from the beginning of a sentence
_LISTED = 7  # characters: "Brazil and Chile"
_LEAD = 1.5  # how often more than any other place it must be spoken of
_LATE = 2.0  # the same for what is not named at the head
_LATEST, _LATE_SHARE = 3, 0.15  # sentences, and the share of all, that must speak of it then
_FAR = 3.5  # times as often, and in three paragraphs: then it may be named in few sentences of many
_HEAD = 1.5  # what it counts, in sentences, to stand in the title or the lead
_SHARED = 3  # countries that may share an article


def first_spoken_of(mentions: Sequence[Mention], start: int) -> tuple[str, ...]:
    """The one country that opens a sentence beginning at `start`, and stands in no list; () when there is none."""
    first, second = (*mentions[:2], None, None)[:2]
    if first is None or len(first.places) != 1 or first.start - start > _OPENING or not first.places[0].isupper():
        return ()
    if first.kind == "people" and any(m.kind in ("name", "capital") for m in mentions):
        return ()  # "a Chinese firm signed with La Paz"
    listed = second is not None and second.start - first.end < _LISTED and second.places != first.places
    return () if listed else first.places


def titled_places(title: str, mentions: Sequence[Mention]) -> list[str]:
    """The countries that a title names; none when the only one is a party: "Troops from NEPAL accused"."""
    mentions = [m for m in mentions if m.kind != "firm"]  # "Watchdog orders Nestlé to recall noodles"
    named = [place for mention in mentions for place in mention.places if place.isupper()]
    aside = len(set(named)) == 1 and all(is_party(title, m) or _is_ware(title, m) for m in mentions)
    return [] if aside else named


def _is_ware(title: str, mention: Mention) -> bool:
    """ "Mould on SPANISH melons": where a thing comes from, not where it is told of; not "on the SPANISH king"."""
    upon = mention.kind == "people" and _UPON.search(title, max(0, mention.start - _UPON_REACH), mention.start)
    return bool(upon) and not _officials().match(title, mention.end)


_UPON = re.compile(r"\b(?:on|against|from|for|to|with) (?:the )?$")
_UPON_REACH = 12  # characters


@cache
def _officials() -> re.Pattern[str]:
    return re.compile(rf" (?i:{any_of('offices')}|{any_of('bodies')})s?\b")


def home_of_text(
    text: str, mentions: Sequence[Mention], sentences: Sequence[tuple[int, int]], title: Sequence[str] = ()
) -> tuple[str, ...]:
    """The codes of what the text is about: one country or region, or the few that share it; () when none is sure.

    It is named at the head, in `title` (the places the title names) or the first two sentences, again further on,
    and more often than any other, though the one country of a title may be named half as often as its opponent,
    or not again where no other is named in two paragraphs, as may that of the first sentence where no other opens
    one; what is named late only, in three sentences and twice as often as any other, or in two where no other is.
    Two or three share a text that lists them at its head and names each again.
    """
    if not sentences:
        return ()
    starts = [start for start, _ in sentences]
    told = [s for s in sentences if text[s[0] : s[1]].rstrip(_CLOSING).endswith(_ENDS)] or sentences  # no headings
    lead = told[min(2, len(told)) - 1][1]
    named = [m for m in mentions if m.kind != "reference"]
    above = [place for m in named if m.start < told[0][0] for place in m.places if m.kind in ("name", "capital")]
    title = [*title] or above  # headings before the first sentence
    opening = [m for m in named if m.start < lead and not is_party(text, m)]
    head = dict.fromkeys([*title, *(place for m in opening for place in m.places)])
    count = _told_of(text, named, starts)
    plain = [m for m in named if m.kind not in ("sign", "firm")]  # money of South Africa makes no text about it
    spoken = Counter(place for _, place in {(bisect_right(starts, m.start), p) for m in plain for p in m.places})
    for shared in (tuple(dict.fromkeys(title)), *lists_in(text, opening)):
        if 2 <= len(shared) <= _SHARED and all(count.get(p, 0) >= 2 for p in shared):
            most = max((n for place, n in spoken.items() if place not in shared), default=0)
            least = max if set(shared) == set(title) else min  # the title says whom it is about
            if most <= least(count.get(p, 0) for p in shared):
                return shared
    alone = title[0] if len(set(title)) == 1 else "" if title else _only_one(text, named, told)
    if alone and count.get(alone, 0) >= 2 and 2 * count[alone] >= max(count.values()):
        return (alone,)
    filed = after_dateline(text, *told[0])
    if title and any(m.start < filed and m.places == (alone,) for m in named):
        return (alone,)  # "President of Honduras ousted", "TEGUCIGALPA, Honduras - "
    breaks = [found.start() for found in _BREAK.finditer(text)]
    wide = Counter(place for _, place in {(bisect_right(breaks, m.start), p) for m in named for p in m.places})
    if alone and all(n <= max(1, wide[alone]) for n in wide.values()):
        return (alone,)  # "Philippine inflation: the rice effect", and then of prices only
    weight = {place: n + _HEAD * (place in head) for place, n in count.items()}
    often = sorted(weight, key=lambda place: (-weight[place], place))
    if not often or count[often[0]] < 2:
        return ()
    second = weight[often[1]] if len(often) > 1 else 0
    # A text may name its country late: then nothing else may come near it.
    is_late = often[0] not in head
    if len(often) == 1 and spoken[often[0]] > 1:
        return (often[0],)  # nowhere else is named at all
    far_ahead = wide[often[0]] >= _LATEST and weight[often[0]] >= _FAR * second  # of a long story about its people
    if is_late and not far_ahead and count[often[0]] < max(_LATEST, _LATE_SHARE * len(sentences)):
        return ()
    ahead = _LATE if is_late else _LEAD
    return (often[0],) if weight[often[0]] >= ahead * second else ()


def _told_of(text: str, named: Sequence[Mention], starts: Sequence[int]) -> dict[str, float]:
    """In how many sentences each place is spoken of; where it is only a party to what is told, they count by half."""
    told: dict[tuple[int, str], float] = {}
    for mention in named:
        worth = _HALF if is_party(text, mention) else 1.0
        for place in mention.places:
            key = (bisect_right(starts, mention.start), place)
            told[key] = max(worth, told.get(key, 0.0))
    count: dict[str, float] = {}
    for (_, place), worth in told.items():
        count[place] = count.get(place, 0.0) + worth
    return count


def is_party(text: str, mention: Mention) -> bool:
    """ "Owed to CHINA", "CHINESE state firms": who has to do with what is told, and not where it happens."""
    if mention.kind == "people":
        return bool(_abroad().match(text, mention.end))
    return bool(_TOWARDS.search(text, max(0, mention.start - 12), mention.start))


_HALF = 0.5
_TOWARDS = re.compile(r"\b(?:to|from|with|by|for) (?:the )?$")


@cache
def _abroad() -> re.Pattern[str]:
    return re.compile(rf" (?:(?:state|private|commercial) )?(?:{any_of('abroad')})\b")


def _only_one(text: str, named: Sequence[Mention], sentences: Sequence[tuple[int, int]]) -> str:
    """The one country that the first sentence names ("garment workers in Bangladesh") where none opens another."""
    told = [m for m in named if m.kind != "firm"]
    first = [m for m in told if m.start < sentences[0][1]]
    places = {place for m in first for place in m.places}
    if len(places) != 1 or not any(m.kind in ("name", "capital") for m in first):
        return ""
    starts = [start for start, _ in sentences]
    # "The developer, Norwegian company Fjordlager, wants": a firm's nation opens no sentence.
    others = [m.start for m in told if m.start > starts[0] and m.kind != "people" and places.isdisjoint(m.places)]
    begun = [(starts[bisect_right(starts, at) - 1], at) for at in others]
    opens = any(at - start <= _OPENING and not in_predicate(text, start, at) for start, at in begun)
    return "" if opens else min(places)


_LONGEST = 60  # characters
_ENDED = (".", "!", "?", "…", ":", ";", ",")
_ALONE = re.compile(r"(?:\d+[.)]? )?(?:The case of |Case study: )?(?:the )?", re.IGNORECASE)
_GOES_ON = re.compile(r"(?: ?[:–—] ?[^\n]*)?(?:\n|\Z)")
# "Exports to China" heads a part about those who export, "Lessons from Chile" one about those who learn.
_ELSEWHERE = re.compile(r"\b(?:to|from|with|against|like|versus|beyond) (?:the )?$", re.IGNORECASE)


def headed(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], which begins a paragraph, is all of it and no sentence that ends like one."""
    alone = end >= len(text) or text.startswith("\n\n", end) or not text[end:].strip()
    return alone and end - start <= _LONGEST and not text[start:end].endswith(_ENDED)


def section_of(text: str, start: int, mentions: Sequence[Mention], home: tuple[str, ...]) -> tuple[str, ...]:
    """What the part below a heading is about: the one country it names, else `home`, what the whole text is about.

    A text about one country has parts about another only where the heading is nothing but its name.
    """
    named = [m for m in mentions if m.kind in ("name", "capital")]
    if len({m.places for m in mentions}) != 1 or len(named) != 1 or len(named[0].places) != 1:
        return home
    one = named[0]
    whole = _ALONE.fullmatch(text, start, one.start) and _GOES_ON.match(text, one.end)
    if whole:
        return one.places
    return home if len(home) == 1 or _ELSEWHERE.search(text, start, one.start) else one.places
