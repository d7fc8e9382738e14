"""Which time expression of a clause says when its main verb happens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from dossier.edtf import parse
from dossier.reading.asides import is_aside
from dossier.reading.clause_tense import WORD, listed, says, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.sentences.clause_tree import Clause, clause_at, clauses_of
from dossier.reading.sentences.verb_forms import words_of
from dossier.reading.sentences.verb_groups import tense_of_words

_START = attrgetter("start")
_GOVERNED = 4  # the weight of a time with its preposition
FRONT = 25  # characters before the first words within which a date opens its sentence


def governing(
    times: Sequence[TimeExpression], start: int, end: int, text: str, latest: bool = False
) -> TimeExpression | None:
    """The expression inside text[start:end] that says when its main verb happens.

    Of several as sure as one another the first, or with `latest` the last: "fell to 76 in 2022 and to 69 last year".
    """
    first = bisect_left(times, start, key=_START)
    last = bisect_left(times, end, key=_START)
    rated = [
        (weight_of(e, start, end, text), e.start if latest else -e.start, e)
        for e in times[first:last]
        if e.edtf and e.end <= end
    ]
    rated = [r for r in rated if r[0] > 0]
    if not rated:
        return None
    _, _, best = max(rated, key=lambda r: r[:2])
    finer = (
        e
        for w, _, e in rated
        if w >= _GOVERNED and e.kind == "date" and _is_inside(e, best) and not _is_part(e, best, text)
    )
    return next(finer, best)


def _is_part(time: TimeExpression, longer: TimeExpression, text: str) -> bool:
    """ "In 2019 a million hectares burned, mostly in September", "fell in 2019 after a strike began in May"."""
    return not listed("partly").isdisjoint(WORD.findall(text[max(0, time.start - 30) : time.start].lower())[-3:])


def _is_inside(time: TimeExpression, longer: TimeExpression) -> bool:
    """ "This year the river sank to 1.23 metres on 21 September": the day, not the year it lies in."""
    if ".." in time.edtf + longer.edtf or longer.kind != "date":
        return False
    one, whole = parse(time.edtf), parse(longer.edtf)
    return bool(one and whole and whole.start <= one.start and one.end <= whole.end and one.days < whole.days)


@lru_cache(maxsize=1024)  # a sentence's times are weighed again for each claim after it
def weight_of(time: TimeExpression, start: int, end: int, text: str) -> int:
    """How surely an expression is the time of its clause; 0 and less = it is not."""
    ahead = text[max(start, time.start - 120) : time.start]
    ahead = _IN_NUMBER.sub("", ahead) if "," in ahead else ahead
    before = [w.lower() for w in WORD.findall(ahead)]
    link = next((w for w in reversed(before[-3:]) if w not in listed("before_times") and not w.isdigit()), "")
    governed = link in listed("governing") or _AS_EARLY.search(text, start, time.start) is not None
    if link in listed("comparing") or is_aside(time, before, start, end, text):
        return 0
    if time.kind == "time" and text[time.start : time.end].lower() in listed("hours"):
        return 0  # "shortly before midnight": of which day is told elsewhere
    beside = _beside(clauses_of(text[start:end]), time.start - start, text[start:end])
    if beside is None:
        return 0
    if time.kind == "duration":
        return 2 if governed and "time" not in before[-4:] and "times" not in before[-4:] else 0
    if time.kind == "event":
        if ".." in time.edtf:
            return 7
        return 7 if link in ("at", "during") else 1 if time.start - start < FRONT and is_subject(time, text) else 0
    weight = 4 if governed or not before or _ADVERBIAL.match(text, time.start) else 2
    if time.start - start < FRONT:
        weight += 2
    if time.timex.endswith("_REF"):
        weight -= _VAGUE  # "cases have now been found in nine states in 2018"
    if _DAY_OF_REPORT.search(text[start : time.start]) or _REPORTS.match(text, time.end):
        weight -= 3  # "reported on Monday a loss in the third quarter": the loss is of the quarter
    if link == "since" and tense_of(text[start : time.start]) == "perfect":
        weight += 2  # "opening day has been the last Monday of November since 1985"
    if link == "of" and tense_of(text[start : time.start]) == "":
        weight -= 3  # "the first season of 2023 was called off in June"; "if it returns in autumn, …"
    if _BY_THE_WAY.search(text, start, time.start):
        weight += _LATER  # "for five years wages have lagged, with pay now at 125 dollars"
    return max(weight + beside, 1)


_REPORTING = "|".join(sorted(listed("reporting") - {"believed", "estimated", "concluded"}))
_DAY_OF_REPORT = re.compile(rf"\b(?:{_REPORTING}|posted)(?: late| early)?(?: on)? $")
_REPORTS = re.compile(rf" (?:{_REPORTING}|posted)\b")
_BY_THE_WAY = re.compile(r", with [^,;]*$")
_IN_NUMBER = re.compile(r"(?<=\d),(?=\d)")


_AS_EARLY = re.compile(r"\bas (?:early|late|recently|far back|long ago|soon) as (?:the )?$")


def opens_sentence(time: TimeExpression, start: int, text: str) -> bool:
    """Whether no word but "in", "by the" and the like stands before a time: "In early March"."""
    lead = WORD.findall(text[start : time.start].lower())
    return len(lead) < _FEW and all(
        w in listed("governing") or w in listed("before_times") or not w.isalpha() for w in lead
    )


_FEW = 6  # words
_VAGUE = 4  # what "now" and "recently" weigh less than a time on the calendar
_LATER = -3  # what the time of a side clause weighs against one of the main clause


def _beside(tree: Sequence[Clause], place: int, text: str) -> int | None:
    """What standing in a clause beside what is told takes from a time: 0 nothing, None all."""
    main = tense_of_words(tree[0].verb) if tree else ""
    at, weight = clause_at(tree, place), 0
    while at > 0 and main:
        clause, at = tree[at], tree[at].governor
        if clause.kind == "joined":
            lead = WORD.findall(text[clause.verb_start : place].lower())
            if "to" in lead and not listed("intending").isdisjoint(clause.verb):
                return None  # "flew home and vowed to try again on Monday"
            apart = text[: clause.start].endswith(", ") and " " in text[clause.start : clause.verb_start].strip()
            if main in ("present", "perfect") and apart:
                return None  # "support has fallen to 43 percent, and no chapter has been opened since 2021"
        elif clause.kind in ("temporal", "reason", "condition"):
            if main != "present" and clause.link == "as" and clause.verb_start - clause.start < len("as to"):
                continue  # "as planned in November"
            if main != "past" and _is_apart(clause):
                return None
            weight = _LATER if (main, clause.link) != ("perfect", "since") else weight
        elif clause.kind == "reduced" and clause.end == tree[0].end and not _is_near(text[clause.verb_start : place]):
            continue  # "was to hand back ten planes leased to Avianca by Sunday"
        elif clause.kind not in ("complement", "behind"):
            if not _tells(clause, tree[0].verb, main, text[: clause.start].endswith(", ")):
                return None
            weight = _LATER
    return weight


def _is_near(lead: str) -> bool:
    """Whether only where and by whom stands between a participle and a time: "issued in Napo since 2009"."""
    return all(w[0].isupper() or w in listed("beside_dates") for w in lead.split()[1:])


def _is_apart(clause: Clause) -> bool:
    """Whether a clause of time or reason has a time of its own: "rents are falling even though wages rose"."""
    if clause.link in words_of("set_beside"):
        return True
    behind = tense_of_words(clause.verb) == "past" or (clause.verb[:1] and clause.verb[0].endswith("ing"))
    return bool(behind) and clause.link not in ("since", "until", "after")


def _tells(clause: Clause, told: Sequence[str], main: str, set_off: bool) -> bool:
    """Whether a clause that tells of a noun tells what is told, too: "it was Mali that left", ", lifting it then".

    `set_off`: behind a comma, "in Zinder, where it had begun in 2019", not "on the route where 31 died in 2023".
    """
    if clause.verb[-1:] and clause.verb[-1] in listed("publishing"):
        return says(told)  # "an inquiry published in May found"
    if main != "past":
        return False
    if clause.kind == "relative":
        cleft = not set_off and len(told) == 1 and told[0] in words_of("be")
        return cleft or (set_off and clause.link == "where")
    return clause.kind == "participle" and clause.verb[-1:] != () and clause.verb[-1].endswith("ing")


_ADVERBIAL = re.compile(
    r"(?i)(?:last|next|this|today|yesterday|tomorrow|tonight|now|currently|recently|earlier|later|"
    r"mon|tues|wednes|thurs|fri|satur|sun)|\w+(?: \w+)? (?:ago|later|earlier)\b"
)


def is_subject(time: TimeExpression, text: str) -> bool:
    """An event that opens a sentence told in the past: what it did, it did from then on."""
    return tense_of("it" + text[time.end : time.end + 80].split(".")[0]) == "past"
