"""Times that are not the time of a sentence's main verb: what is compared with, what dates a thing besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.data import load
from dossier.reading.clause_tense import listed, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.sentences.verb_forms import words_of

_NAMED = re.compile(r"\{([a-z_]+)\}")  # a list, in a pattern of the data
# "The worst drought in the past forty years".
_WORST_IN = re.compile(
    rf"(?i)\b(?:{'|'.join(sorted(listed('records')))}|most [\w-]+)\b[^,;.]{{0,60}} (?:in|of|for|over)"
    "(?: at least| more than| nearly| almost)? $"
)
_SPAN = re.compile(r"(?:the )?(?:past|last) (?:[\w-]+ )*(?:years|decades|decade|months|century)")
# "Its recently announced plan".
_LATE = frozenset({"recently", "newly", "lately", "now"})
_WHOSE = re.compile(r"(?i)\b(?:the|an?|its|their|his|her|this|these) $")
# "Rests on tariff data from 2019": of what time the data are.
_MADE_FROM = re.compile(rf"(?i)\b(?:{'|'.join(sorted(listed('made_of_a_time')))}) (?:from|for|of) (?:the )?$")
# "Two years after the floods of 2022, families still live in tents".
_SO_LONG_AFTER = re.compile(r"(?:[\w-]+ ){1,3}(?:years?|months?|weeks?|decades?) (?:after|since|on from) [^,]*$")
_OF = re.compile(r"\b[a-z]{3,} of $|\b(?:the|an?|its|their|this) [a-z-]+ from $")
# "Sued over the previous year's rejection": whose time it is that the clause speaks about.
_OWNED = re.compile(r"['’]s?\b")
# "The 1994 treaty", "its 2030 target": a name, not a time, unless "at" or "in" stands before it.
_NAMED_BY_YEAR = re.compile(
    r"(?i)(?:(?P<link>\w+) )?(?:\b(?:the|a|an|its|their|his|her|this|that|our|[\w.]+['’]s?)(?: \w+)?) $"
)
_NAMING = 4  # of so many last pieces between spaces a name is made: "in", "the", "first", ""
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")  # "the 2019 vote", "the 2023-24 harvest"
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_OF_THE_MONTH = re.compile(r"(?:(?<! in| at| on) (?:the|its|their)|\w['’]s?) $")
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d|/\d{4})?")
_NAMED_AFTER = re.compile(r" (?:\w+ )?(?!and\b|or\b|to\b|the\b|a\b|as\b|when\b|but\b|in\b)[A-Za-z]\w+")
# "The treaty of 1994", "Law No. 5 of 2004", "law 406 of October 20, 2023".
_OF_YEAR = re.compile(
    r"(?i)\b(?:treaty|law|act|accord|accords|agreement|constitution|decree|convention|pact|regulation|statute|charter"
    r"|award|ruling|declaration|resolution|directive|ordinance|memorandum|no\. ?\d+)"
    r"(?: [\d/-]+)? of (?:[A-Z][a-z]+ \d\d?, )?$"
)
# "Sales are at risk after a ban in May": what is told of now is dated by no thing before it.
_AFTER_A_THING = re.compile(
    r"(?i)\b(?:after|following|despite|because of|under) (?:an?|the|its|their|his|her)"
    r"(?: [\w-]+){1,3} (?:in|on|of) $"
)
_MONTHS = "|".join(load("numerals.yaml")["months"])
_SEASON = re.compile(rf"(?i)\b(?:from|between) (?:{_MONTHS}) (?:to|until|till|through|and) (?:{_MONTHS})\b(?! \d)")


def is_aside(time: TimeExpression, before: Sequence[str], start: int, end: int, text: str) -> bool:
    """Whether a time is only compared with, or dates a thing and not what is told of it.

    `before` are the words before it, lower case; text[start:end] is the clause.
    """
    lead = text[start : time.start]
    low = lead.lower()  # that a word stands in it is soon known
    return bool(
        any(word in low and look.search(lead) for word, look in _held_against())
        or (".." not in time.edtf and " of " in low and _OF_YEAR.search(lead))
        or _names_a_thing(time, lead, text)
        or (
            low.endswith((" in ", " on ", " of "))
            and _AFTER_A_THING.search(lead)
            and tense_of(lead) in ("present", "perfect")
        )
        or (_SO_LONG_AFTER.match(lead) and tense_of(text[start:end]) in ("present", ""))
        or _is_of_its_year(time, lead, text[start:end])
        or (_SPAN.fullmatch(text, time.start, time.end) and _WORST_IN.search(lead.removesuffix("the ")))
        or (text[time.start : time.end].lower() in _LATE and _WHOSE.search(lead))
        or (("from " in low or "between " in low) and _is_season(time, lead, text, end))
        or (low.endswith(("from ", "for ", "of ", "the ")) and _MADE_FROM.search(lead) and tense_of(lead) != "")
        or _owns_what_is_told_of(time, before, lead, text)
    )


@cache
def _held_against() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What stands before a time that is only compared with, or dates a thing, by each word of which it needs one."""
    named = {name: "|".join(sorted(listed(name))) for name in ("records", "aims", "planned_things")}
    return tuple(
        (word, re.compile(_NAMED.sub(lambda m: named[m[1]], entry["look"])))
        for entry in load("asides.yaml")["before"]
        for word in entry["with"]
    )


def _is_of_its_year(time: TimeExpression, lead: str, clause: str) -> bool:
    """ "The rule of 2016 still bars", "the trend from last year goes on": what is told of now is not of that year."""
    of = lead.endswith((" of ", " from ")) and _OF.search(lead)
    told = of and _YEAR_OR_MONTH.fullmatch(time.edtf) and " will " not in lead
    return bool(told) and tense_of(clause) == "present"


def _is_season(time: TimeExpression, lead: str, text: str, end: int) -> bool:
    """ "The harvest runs from October to March": every year, where nothing of the past is told."""
    start = time.start - len(lead)
    found = next(
        (f for f in _SEASON.finditer(text, start, end) if f.start() < time.start and time.end <= f.end()), None
    )
    return found is not None and tense_of(text[start : found.start()]) in ("present", "")


def _owns_what_is_told_of(time: TimeExpression, before: Sequence[str], lead: str, text: str) -> bool:
    """ "Sued over the previous year's rejection", "approved last year's budget"; not "lost in last week's vote"."""
    if not _OWNED.match(text, time.end):
        return False
    link = before[-1] if before else ""
    return link not in listed("dating") and (
        tense_of(lead) != "" or not (words_of("modals") | {"to"}).isdisjoint(before)
    )


def _names_a_thing(time: TimeExpression, lead: str, text: str) -> bool:
    """ "The 2015 agreement limits": a bare year before a noun, not under "at" or "in", and no event of that year.

    A month names only what is told of now: "parties are preparing for the October elections".
    """
    month = _MONTH_OR_DAY.fullmatch(time.edtf) is not None
    after = _NAMED_AFTER.match(text, time.end) if month or _YEARS.fullmatch(time.edtf) else None
    if not after or month:
        opened = "the " if text.startswith("the ", time.start) else ""
        named = after is not None and _OF_THE_MONTH.search(lead + opened) is not None
        return named and tense_of(lead) in ("present", "perfect")
    if "/" not in time.edtf and {w.lower() for w in after[0].split()} & listed("yearly"):
        return False
    found = _NAMED_BY_YEAR.search(" ".join(lead.rsplit(" ", _NAMING)[-_NAMING:]))
    return found is not None and (found["link"] or "").lower() not in listed("dating")
