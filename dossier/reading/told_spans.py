"""Claims about a time that no single expression names: from one value to another, from a plan to its horizon."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from itertools import pairwise

from dossier.edtf import parse
from dossier.reading.clause_tense import WORD, listed, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.dates.bounds import FROM_ON, UP_TO, open_after, open_before
from dossier.reading.governing_dates import is_subject, weight_of
from dossier.reading.told_clause import Span, Telling

_SHOWS = re.compile(
    r"\b(?:shows?|showed|finds?|found|reveals?|revealed|suggests?|indicates?|indicated|confirms?|confirmed) that "
)


def shown(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where text[start:end] goes on to tell what a report shows: "accounts filed in May show THAT"."""
    return _SHOWS.search(text, start, end) if text.find(" that ", start, end) > 0 else None


_FROM = re.compile(r"\bfrom\b(?:[^,;.]|(?<=\d)[,.](?=\d)){0,50}$")
_NOT_BEFORE = re.compile(
    r"(?i)(?:\b(?:not|never|no|nobody|nothing|unlikely|hardly)|n[\u2019']t)\b[^,;]{1,60}"
    r"\b(?:before|until|till)(?: at least)?(?: the)? $"
)
_AND_ON = re.compile(r"(?:, |,? and )(?:again )?(?:(?:on|in) )?")
_TO = re.compile(r",? to\b(?:[^,;.]|(?<=\d)[,.](?=\d)){0,50}$")


def own_period(own: TimeExpression, told: Telling, clause: Span, tense: str = "") -> tuple[TimeExpression, str]:
    """The time and the period of a clause's own time: from one value to another, up to a horizon, after "since"."""
    lead = told.text[clause[0] : own.start]
    if pair := from_to(told, clause):
        return pair
    if lasting := _listed(own, told, clause[1]):
        return own, lasting
    if tense == "future" and ".." not in own.edtf and lead.lower().endswith("from "):
        return own, open_after(own.edtf)
    if tense != "past" and (lasting := _until_then(own, lead, told.published)):
        return own, lasting
    fine = ".." not in own.edtf and len(own.edtf) >= len("2020-05")  # within a year one thing follows on another
    if fine and " after " in lead and _BEHIND_IT.search(lead):
        return own, _up_to_now(own, told.published)
    return own, from_opening(own, clause[0], told.text)


def from_opening(time: TimeExpression, start: int, text: str) -> str:
    """The period of an expression; from then on when its clause opens with "after", or the event itself acts."""
    lead = text[start : time.start]
    if time.edtf.startswith("../") and " and " not in lead and _NOT_BEFORE.search(lead):
        return open_after(time.edtf.removeprefix("../"))  # "will not rule before next summer"; "cannot" tells of now
    if text.startswith(" at the earliest", time.end):
        return open_after(time.edtf)
    if lead.endswith(" from ") and ".." not in time.edtf and (tense_of(lead) == "future" or " will " in lead):
        return open_after(time.edtf)  # "will make it from next spring"
    near = lead.rpartition(",")[2].lower()
    if ".." not in time.edtf and "since" in near and "since" in WORD.findall(near):
        return open_after(time.edtf)  # "fallen since the troops left in August 2022"
    if "," not in lead and ".." not in time.edtf:
        opens = WORD.search(lead)
        first = opens[0].lower() if opens else ""
        if first in FROM_ON:
            return open_after(time.edtf)
        if first in UP_TO:
            return open_before(time.edtf)
    if " before " in lead and ".." not in time.edtf and _AHEAD_OF_IT.search(lead):
        return open_before(time.edtf)
    return open_after(time.edtf) if time.kind == "event" and is_subject(time, text) else time.edtf


# "Was closed before it fell on May 1", "rejected the appeal after it had been filed in May"; but "prices rose after
# the bank cut rates on Tuesday" may well be of Tuesday.
_AHEAD_OF_IT = re.compile(r"\w before (?=[^,;:]*\b(?:was|were|\w+ed|fell|left|began|came|took)\b)[^,;:]*$")
_BEHIND_IT = re.compile(r"\w after (?=[^,;:]*\bhad \w+)[^,;:]*$")


def _up_to_now(time: TimeExpression, published: str) -> str:
    """From a time up to publication, or open where that is not known."""
    first, last = time.edtf.split("/")[0], published.split("/")[-1].lstrip("~")
    whole = first if first == last else f"{first}/{last}"
    return whole if parse(whole) else open_after(time.edtf)


def from_to(told: Telling, span: Span) -> tuple[TimeExpression, str] | None:
    """ "From 84 in 2015 to 31 last year": the first of the two expressions, and the period from one to the other."""
    (start, end), text = span, told.text
    inside = [e for e in told.inside(span) if e.kind == "date" and e.edtf and e.end <= end]
    for a, b in pairwise(inside):
        if "/" in a.edtf + b.edtf or not _TO.fullmatch(text, a.end, b.start):
            continue
        whole = f"{a.edtf}/{b.edtf.lstrip('~')}"
        if _FROM.search(text[max(start, a.start - 60) : a.start]) and parse(whole):
            return a, whole
    return None


def _listed(time: TimeExpression, told: Telling, end: int) -> str:
    """ "In 2002, 2016 and 2020": from the first to the last."""
    row = [time]
    for later in told.inside((time.end, end)):
        between = told.text[row[-1].end : later.start]
        if not _AND_ON.fullmatch(between) or len(later.edtf) != len(time.edtf) or later.edtf <= row[-1].edtf:
            break
        row.append(later)
    return f"{time.edtf}/{row[-1].edtf}" if len(row) > 1 and "/" not in time.edtf + row[-1].edtf else ""


def _until_then(time: TimeExpression, lead: str, published: str) -> str:
    """ "Will stay in port until Friday", "plans to open ten by 2030": from publication to a time that is to come.

    "" for what will not be before that time, and where publication is not known.
    """
    if not _UP_TO_A_TIME.search(lead) or _NOT.search(lead):
        return ""
    meant, now = parse(time.edtf), parse(published) if ".." not in published else None
    whole = f"{published.split('/')[0].lstrip('~')}/{time.edtf.split('/')[-1].lstrip('~')}"
    return whole if meant and now and meant.end > now.end and parse(whole) else ""


def said_on(own: TimeExpression, sentence: Span, told: Telling) -> TimeExpression | None:
    """ "“Today we won,” he said on Sunday": the day on which a quotation's "today" was said.

    Where the sentence does not tell it, the one before may: "She said on Sunday that it was over. “Today we won.”"
    """
    text = told.text
    if text[own.start : own.end].lower() not in _SAYERS_DAY:
        return None
    if closed := _QUOTATION_ENDS.search(text, own.end, sentence[1]):
        later = (e for e in told.inside((closed.end(), sentence[1]))[:3] if e.end <= sentence[1])
        if day := next((e for e in later if e.kind in ("date", "time") and _IS_DAY.match(e.edtf)), None):
            return day
    before = bisect_left(told.sentences, sentence) - 1
    if before < 0 or told.sentences[before][0] < told.paragraph or not _QUOTED.search(text, sentence[0], own.start):
        return None
    start, end = told.sentences[before]
    days = (e for e in told.inside((start, end)) if e.kind in ("date", "time") and _IS_DAY.match(e.edtf))
    return next(
        (e for e in days if not listed("reporting").isdisjoint(WORD.findall(text[start : e.start].lower()))), None
    )


_SAYERS_DAY = frozenset({"today", "tonight", "now", "this morning", "this afternoon", "this evening"})
_QUOTED = re.compile(r"[“\"]")
_QUOTATION_ENDS = re.compile(r"[,.!][”\"’']")
_IS_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def held_for(told: Telling, span: Span) -> tuple[TimeExpression, str] | None:
    """ "For two decades it has said so": from about as long before publication up to it."""
    (start, end), text, published = span, told.text, told.published
    now = parse(published)
    if now is None or now.end.year == date.max.year:
        return None
    for time in told.inside(span):
        length = _LENGTH.fullmatch(time.timex) if time.kind == "duration" and time.end <= end else None
        if not length or not _FOR.search(text[max(start, time.start - 30) : time.start]):
            continue
        if not weight_of(time, start, end, text):
            continue  # "Lee, who led the bank for ten years, has died"
        if not listed("intending", "records").isdisjoint(WORD.findall(text[start : time.start].lower())):
            continue  # "has pledged a billion over five years", "the smallest in twenty years"
        years = int(length[1]) * _IN_YEARS[length[2]]
        since = f"~{now.end.year - years:04d}" if 0 < years < now.end.year - 1 else ""
        if since and parse(whole := f"{since}/{published.split('/')[-1].lstrip('~')}"):
            return time, whole
    return None


_UP_TO_A_TIME = re.compile(r"\b(?:until|till|through|by|before)(?: to)?(?: at least| about)?(?: the)? $")
_NOT = re.compile(r"(?i)(?:\b(?:not|never|no|nobody|nothing|unlikely|hardly|cannot)|n[\u2019']t)\b")
_FOR = re.compile(
    r"(?i)\b(?:for|in|over|within) (?:(?:about|almost|nearly|over|roughly|some|more than|at least|well over) )?$"
)
_LENGTH = re.compile(r"P(\d+)([YEC])")
_IN_YEARS = {"Y": 1, "E": 10, "C": 100}
