"""Which of its times a clause's act can have: not what it was done for, nor what is only said to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dossier.edtf import Period, parse
from dossier.reading.clause_tense import WORD, listed
from dossier.reading.dates import TimeExpression

# Told in the past, and still to come: "the trial was due on 12 June"; said to come: "fares would not be raised".
_STILL_AHEAD = re.compile(r"\b(?:due|scheduled|expected|set|planned|slated|would|(?:was|were) to)\b")
_WOULD = re.compile(r"\bwould (?!(?:not )?(?:be (?:an?|the)|have (?!an?\b|to\b|the\b)|cost|mean|like|rather|say)\b)")
_SET_FOR = re.compile(r"\b(?:until|till|by|before|from|for|to)(?: at least| the| about)? $")


def of_the_act(
    times: Sequence[TimeExpression], start: int, end: int, text: str, tense: str, published: str
) -> Sequence[TimeExpression]:
    """The times of a clause without those meant for later, when it tells of the past: "gave them until May"."""
    first, last = (bisect_left(times, place, key=lambda e: e.start) for place in (start, end))
    now = parse(published) if tense == "past" and not _STILL_AHEAD.search(text, start, end) else None
    return [e for e in times[first:last] if now is None or not _is_meant_for(e, now, text[start : e.start])]


def _is_meant_for(time: TimeExpression, now: Period, lead: str) -> bool:
    """Whether a time to come is what somebody set or intended: "until 2029", "promised to open in 2029"."""
    meant = parse(time.edtf)
    if meant is None or not (meant.start > now.end or (time.edtf.startswith("..") and meant.end > now.end)):
        return False
    return bool(_SET_FOR.search(lead)) or not listed("intending").isdisjoint(WORD.findall(lead.lower()))


def moves_on(told: TimeExpression, times: Sequence[TimeExpression], start: int, end: int) -> bool:
    """Whether a later time stands in the clause, though only by the way: "contracts signed in 2015 repeated it"."""
    first, last = (bisect_left(times, place, key=lambda e: e.start) for place in (start, end))
    before = parse(told.edtf)
    meant = (parse(e.edtf) for e in times[first:last] if e.kind == "date" and not e.timex.endswith("_REF"))
    return bool(before) and any(m and before and m.start > before.end for m in meant)


def foretells(clause: str) -> bool:
    """Whether what somebody said lies ahead of the saying: "fares would not be raised"."""
    found = _WOULD.search(clause)
    return found is not None and "if" not in WORD.findall(clause[: found.start()].lower())


def is_yet_to_happen(clause: str, tense: str) -> bool:
    """ "Until now they have not been paid": so it is now; "until now it has been calm": so it was up to now."""
    return tense == "perfect" and not listed("not_yet").isdisjoint(WORD.findall(clause.lower()))
