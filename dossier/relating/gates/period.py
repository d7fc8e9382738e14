"""The gate of time: are both claims about the same?"""

from __future__ import annotations

from collections.abc import Callable

from dossier.data import load
from dossier.language.negation import clause_around
from dossier.model import Gate
from dossier.relating.answers import of_whichever_time
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.times import (
    A_FEW_DAYS,
    apart,
    both_name_times,
    dated_alike,
    is_undated_past,
    named_time,
    names_earlier_time,
    of_its_days,
    passing,
    told_apart,
    told_near,
)
from dossier.relating.comparisons.opinion import POINTS, Opinion, Setting
from dossier.relating.surety import is_share


def period(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate:
    """Both are about times that overlap; an unknown time fits any. The first that knows how to tell decides."""
    if a.period is None or b.period is None or a.near is None or b.near is None:
        return Gate("period", True, "no two dates to compare")
    for tell in _PERIODS:
        if gate := tell(a, b, opinion, setting):
            return gate
    return Gate("period", False, apart(a.period, b.period))


def _in_dispute(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """Times that are themselves what the two differ in, or that lie within hours."""
    if opinion.rule == "dates":
        return Gate("period", True, "the dates are what is in dispute")
    if opinion.passing == "counting":
        return Gate("period", True, "reported within hours of each other")
    return None


def _of_counts(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """A count goes on, and is of the time it is dated to."""
    if opinion.rule != "tallies":
        return None
    if opinion.passing:
        return passing(a.issued, b.issued)
    if opinion.type == "agrees" or a.period is None or b.period is None:
        return None
    if names_earlier_time(a.claim, b.claim, (a.issued, b.issued)):
        return Gate("period", False, "one names a time well before the other was reported")
    if both_name_times(a.claim, b.claim) and not a.period.overlaps(b.period):
        return Gate("period", False, apart(a.period, b.period))
    return None


def _of_points(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """A single thing of two articles, by the days of both."""
    days = (a.issued, b.issued)
    if opinion.passing == "now":
        return told_apart(a.claim, b.claim, days)
    if opinion.rule not in POINTS:
        return None
    alike = opinion.type == "agrees"
    told = zip((a, b), opinion.words)
    one, other = ("" if alike and _dates_another(f, words) else named_time(f.claim) for f, words in told)
    sure = is_share(opinion.rule) and opinion.score >= load("alike.yaml")["sure"]  # if told years later, undated
    return dated_alike((one, other), days, alike and not sure)


def _dates_another(frame: Frame, words: str) -> bool:
    """ "EXPELLED 20 DIPLOMATS over the claim that spies blew up a depot in 2014": the time is of another clause."""
    at, day = frame.numbers_of(words), frame.numbers_of(frame.claim.date_from)
    return bool(at and day) and not any(
        low <= day[0] < high for low, high in {clause_around(frame.words, n) for n in at}
    )


def _of_denials(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """ "Planes bombed it", "no plane bombed it": within weeks a flat denial answers what was told and brings no news.

    Of what changes from day to day ("is closed", "is not closed") that holds for a few days.
    """
    if opinion.type != "contradicts" or opinion.question or opinion.rule not in _FLAT | {"denied"}:
        return None
    if _is_over_since(a, b) or _is_over_since(b, a):
        return Gate("period", False, "reported later, about something that is no longer so")
    if opinion.rule == "denied":
        since = _may_come_since(a, b) or _may_come_since(b, a)
        return Gate("period", False, "reported long after the denial, so it may have come later") if since else None
    near = told_near(a.issued, b.issued, A_FEW_DAYS) if opinion.passing else told_near(a.issued, b.issued)
    if not near or both_name_times(a.claim, b.claim) or not _deny_flatly(a, b):
        return None
    return Gate("period", True, "one denies what the other reports, at about the same time")


def _is_over_since(before: Frame, after: Frame) -> bool:
    """ "Is closed" on one day, "is NO LONGER closed" on another."""
    over = any(cue.words.lower() == "no longer" for cue in after.negations)
    return over and not before.negations and before.issued < after.issued


def _may_come_since(denying: Frame, telling: Frame) -> bool:
    """ "Has published NO list", and half a year later "published the list": it may have done so since."""
    denies = bool(denying.negations) or denying.claim.voice == "rebutted"
    later = denying.issued < telling.issued and not told_near(denying.issued, telling.issued)
    return denies and not telling.negations and later and not named_time(telling.claim)


def _deny_flatly(a: Frame, b: Frame) -> bool:
    """Whether one says in plain words that it is not so at all, and neither that anything has changed."""
    listed = load("denials.yaml")
    cues = [[cue.words.lower() for cue in f.negations] for f in (a, b)]
    narrowed = any(w.text.lower() in listed["narrowing"] for f in (a, b) for w in f.words)
    return bool(cues[0]) != bool(cues[1]) and set(cues[0] + cues[1]) <= set(listed["flat"]) and not narrowed


def _of_plans(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """Plans may change from one report to the next."""
    if opinion.rule != "plans":
        return None
    near = told_near(a.issued, b.issued)
    return Gate("period", near, "reported at about the same time" if near else "reported at different times")


def _asked(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """What a question asks for may have happened once, or hold for years, whenever it is told."""
    lasts = of_whichever_time(opinion.question, setting.codebook)
    if lasts and not both_name_times(a.claim, b.claim):
        return Gate("period", True, lasts)
    loose = [is_undated_past(frame.claim) for frame in (a, b)]
    if opinion.question and any(loose) and opinion.type != "agrees" and not all(loose):
        return Gate("period", False, "one of them is about some earlier day that is not named")
    return None


def _together(a: Frame, b: Frame, opinion: Opinion, setting: Setting) -> Gate | None:
    """The two periods themselves, exactly or within a few months."""
    if not (a.period and b.period and a.near and b.near and a.near.overlaps(b.near)):
        return None
    if a.period.overlaps(b.period):
        return Gate("period", True, "about the same time")
    if opinion.question and opinion.type == "contradicts" and _turned_since(a, b):
        return None
    level = opinion.rule in ("figures", "direction") and opinion.type == "contradicts"
    near = not level or told_near(a.issued, b.issued)
    return Gate("period", True, "about the same time, within a few months") if near else None


def _turned_since(a: Frame, b: Frame) -> bool:
    """Whether news of other days answers the question: "the talks failed" in December, "they resumed" in August."""
    one, other = (of_its_days(f.claim, f.period) for f in (a, b))
    return one is not None and other is not None and not one.overlaps(other)


_FLAT = frozenset({"direction", "points", "poles", "negation"})  # rules by which one may deny the other's word

# The first that can tell decides.
_PERIODS: tuple[Callable[[Frame, Frame, Opinion, Setting], Gate | None], ...] = (
    _in_dispute,
    _of_denials,
    _of_counts,
    _of_points,
    _of_plans,
    _asked,
    _together,
)
