"""Times that lie ahead of what is told: "in two weeks", and what somebody said would come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from dossier.edtf import parse
from dossier.reading.dates.shapes import Tokens
from dossier.reading.dates.tense import is_stop, tense_around
from dossier.reading.dates.values import period, shifted

_REACH = 14  # words behind a time in which its verb is looked for
_BACK = 30  # words before it
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


def is_foretold(tokens: Tokens, past: int, first: int, end: int, tense: int) -> bool:
    """Whether a time from `first` to `end` lies ahead of the one that ends at `past`, in the same sentence.

    "Warned in August that pumps would run dry in October": not of the October after publication.
    """
    between = [tokens.word(i).lower() for i in range(past, first)]
    if any(is_stop(word) for word in between) or (tense <= 0 and "that" not in between):
        return False
    return "would" in between or "would" in _in_sentence(tokens, range(end, end + _REACH))


def counted_on(tokens: Tokens, first: int, past: int, length: str, published: str) -> str:
    """The period that "in two weeks" or "within a year" means beside a verb that looks ahead from publication.

    "" where no such verb stands by, or it looks ahead from another time: "said that it would open in two weeks".
    """
    link, count = tokens.word(first - 1).lower(), _LENGTH.fullmatch(length)
    now = parse(published) if count and link in ("in", "within") and ".." not in published else None
    if count is None or now is None or tense_around(tokens, first, past) <= 0:
        return ""
    for around in (range(first - 1, first - _BACK, -1), range(past, past + _REACH)):
        if "would" in _in_sentence(tokens, around):
            return ""
    unit = "m" if count[2] == "M" else count[2]
    grain = unit if unit in "mY" else "m" if now.days > 1 else "D"
    least, most = (period(shifted(day, int(count[1]), unit), grain) for day in (now.start, now.end))
    if link == "within":
        opens = period(now.start, grain)
        return f"{opens}/{most}" if opens < most else ""
    return f"~{least}" if least == most else f"~{least}/{most}"


def _in_sentence(tokens: Tokens, places: Iterable[int]) -> Iterator[str]:
    return takewhile(lambda word: not is_stop(word), (tokens.word(i).lower() for i in places))
