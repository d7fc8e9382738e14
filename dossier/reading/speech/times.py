"""When and where something is said: "on Tuesday", "last week", "in a statement", beside the speaker's name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dossier.data import load
from dossier.language.words import Word, straight
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import listed


def low(word: Word) -> str:
    """A word as our lists write it; the WHO, the US and IT are no pronouns."""
    return _low(word.text)


def lows(words: Sequence[Word]) -> list[str]:
    """Several words so."""
    return [_low(word.text) for word in words]


def low_at(words: Sequence[Word], at: int) -> str:
    """The same of word number `at`; "" behind the last one."""
    return low(words[at]) if at < len(words) else ""


@lru_cache(maxsize=50_000)
def _low(text: str) -> str:
    return text if text in _NAMES else straight(text)


_NAMES = frozenset(("WHO", "US", "IT"))


def without_times(words: Sequence[Word], first: int, end: int) -> int:
    """The end of the phrase without "on Tuesday", "last week", "in a statement" behind it."""
    at = end
    while at > first:
        last = at - 1 - (words[at - 1].text == "." and at - 2 > first)  # "Jan."
        text = low(words[last])
        if _is_day(words, last, at):
            if last == first or words[last - 1].text == "'":
                break
            at = last
            while at > first and low(words[at - 1]) in small("before_days"):
                at -= 1
            continue
        if text.isdigit() and at - 3 >= first and _is_day(words, at - 2 - (words[at - 2].text == "."), at - 1):
            at -= 1
            continue
        if text in small("occasions"):
            opening = next(
                (
                    i
                    for i in range(at - 2, max(first, at - 7) - 1, -1)
                    if low(words[i]) in ("in", "at", "during", "on")
                ),
                -1,
            )
            if opening > first and all(w.is_word and low(w) != "of" for w in words[opening:at]):
                at = opening
                continue
        break
    return at


def _is_day(words: Sequence[Word], at: int, end: int) -> bool:
    """ "Monday", "January", "Jan." at word number `at`, up to `end`."""
    text = low(words[at])
    return text in small("days") or (end - at == 2 and text in load("numerals.yaml")["months_short"])


def times_begin(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a time or an occasion begins here: "on Tuesday", "last week", "in a statement", "yesterday"."""
    text = low(words[at])
    after = low(words[at + 1]) if at + 1 < last else ""
    if text in small("days") and text != "may":
        return True
    if text in ("last", "this", "late", "early", "earlier", "next") and after in small("days"):
        return True
    if text in ("in", "on", "at", "during", "by"):
        inside = [low(w) for w in words[at + 1 : min(last, at + 6)]]
        stop = next((i for i, w in enumerate(inside) if w in (",", ".", "of")), len(inside))
        return (bool(inside) and (inside[0] in small("days") or inside[0][:2] in ("19", "20"))) or any(
            w in small("occasions") for w in inside[:stop]
        )
    return False


def behind_time(words: Sequence[Word], at: int, last: int) -> int:
    """Past "on Thursday", "in an emailed statement", "late on Monday" at word number `at`, which itself else."""
    if not times_begin(words, at, last):
        return at
    end = at + 1
    while end < last and (low(words[end]) in _INSIDE or words[end].text.isdigit()):
        end += 1
    while end > at + 1 and low(words[end - 1]) in ("of", "on", "the", "a", "an"):
        end -= 1
    if low(words[end - 1]) in small("days") or words[end - 1].text.isdigit():
        return end
    occasion = next((n for n in range(at + 1, min(last, at + 7)) if low(words[n]) in small("occasions")), 0)
    if not occasion:
        return at
    end = occasion + 1
    if end < last and low(words[end]) in _SENT:
        stop = next((n for n in range(end, min(last, end + 8)) if not words[n].is_word or low(words[n]) == "that"), 0)
        return stop or end
    return behind_time(words, end, last) if end < last else end


_INSIDE = (small("days", "articles") | {"last", "late", "early", "next", "on", "of"}) - {"that"}
_SENT = frozenset(
    ("published", "released", "sent", "posted", "seen", "issued", "broadcast", "aired", "obtained", "with", "to")
)


def behind_occasion(words: Sequence[Word], start: int, end: int) -> int:
    """ "In a statement HANNA LUND said", "in a letter to parliament MINISTER ANA RUIZ wrote"."""
    said_in = next((n for n in range(start, end - 1) if low(words[n]) in small("occasions")), None)
    if said_in is None or not any(w.text[0].isupper() for w in words[said_in + 1 : end]):
        return start
    if low(words[said_in + 1]) not in small("prepositions"):
        return said_in + 1
    titled = (n for n in range(said_in + 2, end) if words[n].text[0].isupper() and low(words[n]) in listed("titles"))
    return next(titled, start)


def is_time_in_front(words: Sequence[Word], at: int) -> bool:
    """ "December", "last week" and the year of "in 2020" and of "in 2019 and 2020" in front of a name."""
    text, before = low(words[at]), low(words[at - 1]) if at else ""
    told = at > 1 and (words[at - 2].text.isdigit() or low(words[at - 2]) in small("days"))
    behind = before in small("prepositions") or (told and before in ("and", "to"))
    opened = behind or before in small("days") or before == ","
    if text in small("days") and (text != "may" or before.isdigit() or (behind and words[at].text == "May")):
        return True  # "In May ANA RUIZ announced", but "On Tuesday MAY ITO announced"
    named = words[at + 1].text[:1].isupper() and (before in small("days") or low(words[at + 1]) in small("days"))
    if text.isdigit() and named:
        return True  # "On 22 September KAIS SADI announced"
    if text in ("early", "mid", "late") and opened and at + 2 < len(words) and words[at + 1].text == "-":
        return True  # "In mid-2021 PRESIDENT OBI announced"
    year = len(text) == 4 and text.isdigit() and (opened or before == "-")
    day = opened and text.rstrip("stndrh").isdigit()  # "On 22 September ANA RUIZ announced"
    return year or ((day or text in ("last", "early", "late", "mid")) and low(words[at + 1]) in small("days"))
