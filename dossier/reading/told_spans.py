"""Claims about a time that no single expression names: from one value to another, from a plan to its horizon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dossier.edtf import parse
from dossier.reading.clause_tense import WORD, listed
from dossier.reading.dates import TimeExpression

SHOWS = re.compile(
    r"\b(?:shows?|showed|finds?|found|reveals?|revealed|suggests?|indicates?|indicated|confirms?|confirmed) that "
)
_FROM = re.compile(r"\bfrom\b(?:[^,;.]|(?<=\d)[,.](?=\d)){0,50}$")
_UNTIL = re.compile(r",? (?:until|till)\b[^;.]{0,80} ")
_TO = re.compile(r",? to\b(?:[^,;.]|(?<=\d)[,.](?=\d)){0,50}$")


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


def from_until(time: TimeExpression, times: Sequence[TimeExpression], end: int, text: str) -> str:
    """ "A tip from 1962 until the quarry closed in the 1980s": from that time to that of the clause behind."""
    first = bisect_left(times, time.end, key=lambda e: e.start)
    for later in times[first : first + 2]:
        until = _UNTIL.fullmatch(text, time.end, later.start) if later.end <= end and later.kind == "date" else None
        if until and ".." not in time.edtf and text[: time.start].endswith(("from ", "From ", "in ", "since ")):
            whole = f"{time.edtf.split('/')[0]}/{later.edtf.split('/')[-1].lstrip('~')}"
            return whole if parse(whole) else ""
    return ""


def lasts_until(time: TimeExpression, start: int, text: str, published: str) -> str:
    """ "Will stay in port until Friday": from publication to that day; not what "will not start until Friday"."""
    lead = text[start : time.start]
    if not _LASTING.search(lead) or _NOT.search(lead):
        return ""
    meant, now = parse(time.edtf), parse(published) if ".." not in published else None
    whole = f"{published.split('/')[0].lstrip('~')}/{time.edtf.split('/')[-1].lstrip('~')}"
    return whole if meant and now and meant.end > now.end and parse(whole) else ""


def until_horizon(time: TimeExpression, start: int, text: str, published: str) -> str:
    """ "Plans to open ten by 2030": from publication to the horizon; "" where nobody intends anything by then."""
    words = [w.lower() for w in WORD.findall(text[start : time.start])]
    if not words or ("by" not in words[-4:] and "before" not in words[-4:]):
        return ""
    aims = not listed("aims").isdisjoint(words[-14:])  # "a target of 40 gigawatts by 2030"
    if not aims and ("to" not in words or listed("intending").isdisjoint(words)):
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


def said_on(own: TimeExpression, end: int, times: Sequence[TimeExpression], text: str) -> TimeExpression | None:
    """ "“Today we won,” he said on Sunday": the day, up to text[end], on which a quotation's "today" was said."""
    closed = _QUOTATION_ENDS.search(text, own.end, end) if text[own.start : own.end].lower() in _SAYERS_DAY else None
    if closed is None:
        return None
    first = bisect_left(times, closed.end(), key=lambda e: e.start)
    later = (e for e in times[first : first + 3] if e.end <= end)
    return next((e for e in later if e.kind in ("date", "time") and _IS_DAY.match(e.edtf)), None)


_SAYERS_DAY = frozenset({"today", "tonight", "now"})
_QUOTATION_ENDS = re.compile(r"[,.!][”\"’']")
_IS_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def held_for(
    times: Sequence[TimeExpression], start: int, end: int, text: str, published: str
) -> tuple[TimeExpression, str] | None:
    """ "For two decades it has said so": from about as long before publication up to it."""
    first, last = (bisect_left(times, place, key=lambda e: e.start) for place in (start, end))
    now = parse(published)
    if now is None or now.end.year == date.max.year:
        return None
    for time in times[first:last]:
        length = _LENGTH.fullmatch(time.timex) if time.kind == "duration" and time.end <= end else None
        if not length or not _FOR.search(text[max(start, time.start - 30) : time.start]):
            continue
        if not listed("intending", "records").isdisjoint(WORD.findall(text[start : time.start].lower())):
            continue  # "has pledged a billion over five years", "the smallest in twenty years"
        years = int(length[1]) * _IN_YEARS[length[2]]
        since = f"~{now.end.year - years:04d}" if 0 < years < now.end.year - 1 else ""
        if since and parse(whole := f"{since}/{published.split('/')[-1].lstrip('~')}"):
            return time, whole
    return None


_LASTING = re.compile(r"\b(?:until|till)(?: at least)?(?: the)? $")
_NOT = re.compile(r"(?i)\b(?:not|never|no|nobody|nothing|unlikely|hardly|cannot|n[\u2019']t)\b")
_FOR = re.compile(
    r"(?i)\b(?:for|in|over|within) (?:(?:about|almost|nearly|over|roughly|some|more than|at least|well over) )?$"
)
_LENGTH = re.compile(r"P(\d+)([YEC])")
_IN_YEARS = {"Y": 1, "E": 10, "C": 100}
_AWAITED = re.compile(r"\b(?:expected|due|scheduled|planned|set|slated|forecast)\b")
