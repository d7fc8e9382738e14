"""Claims about a time that no single expression names: from one value to another, from a plan to its horizon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dossier.edtf import parse
from dossier.reading.clause_tense import WORD, listed
from dossier.reading.dates import TimeExpression

_FROM = re.compile(r"\bfrom\b[^,;.]{0,50}$")
_TO = re.compile(r",? to\b[^,;.]{0,50}$")


def from_to(times: Sequence[TimeExpression], start: int, end: int, text: str) -> tuple[TimeExpression, str] | None:
    """ "From 84 in 2015 to 31 last year": the first of the two expressions, and the period from one to the other."""
    first, last = (bisect_left(times, place, key=lambda e: e.start) for place in (start, end))
    inside = [e for e in times[first:last] if e.kind == "date" and e.edtf and e.end <= end]
    for a, b in pairwise(inside):
        if "/" in a.edtf + b.edtf or not _TO.fullmatch(text, a.end, b.start):
            continue
        whole = f"{a.edtf}/{b.edtf.lstrip('~')}"
        if _FROM.search(text[max(start, a.start - 60) : a.start]) and parse(whole):
            return a, whole
    return None


def until_horizon(time: TimeExpression, start: int, text: str, published: str) -> str:
    """ "Plans to open ten by 2030": from publication to the horizon; "" where nobody intends anything by then."""
    words = [w.lower() for w in WORD.findall(text[start : time.start])]
    if not words or words[-1] != "by" or "to" not in words or listed("intending").isdisjoint(words):
        return ""
    whole = f"{published.split('/')[0].lstrip('~')}/{time.edtf.split('/')[-1].lstrip('~')}"
    return whole if published and parse(whole) else ""


def ahead_of_now(
    times: Sequence[TimeExpression], start: int, end: int, text: str, published: str
) -> TimeExpression | None:
    """ "It is now expected in 2032": the time to come, not the "now" at which it is expected."""
    first, last = (bisect_left(times, place, key=lambda e: e.start) for place in (start, end))
    now = parse(published)
    for time in times[first:last] if now and _AWAITED.search(text[start:end]) else ():
        meant = parse(time.edtf) if time.kind == "date" and time.end <= end else None
        if meant and now and meant.start > now.end and text[: time.start].endswith((" in ", " by ", " for ", " on ")):
            return time
    return None


_AWAITED = re.compile(r"\b(?:expected|due|scheduled|planned|set|slated|forecast)\b")
