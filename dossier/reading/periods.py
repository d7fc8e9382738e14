"""What time a claim is about: its own words, else its sentence's, else the story's running date, else publication."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.data import load
from dossier.reading.act_times import foretells, is_yet_to_happen, moves_on, of_the_act
from dossier.reading.clause_tense import WORD, has_happened, is_shifted, may_be_past, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.dates.bounds import FROM_ON, UP_TO, open_after, open_before
from dossier.reading.governing_dates import governing, is_subject
from dossier.reading.running_dates import running_date, since_told
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.told_spans import (
    SHOWS,
    ahead_of_now,
    from_to,
    from_until,
    held_for,
    lasts_until,
    said_on,
    until_horizon,
)

_SINCE_THEN = re.compile(
    r"(?i)^since (?:(?:the|that|this|his|her|its|their) [a-z-]+(?: [a-z-]+)?, |(?:they|it|he|she) did, |[a-z]+ing\b)"
    r"|\b(?:(?:ever )?since then|ever since|(?:has|have|had) since)\b"
    r"|\b(?:has|have)\b[^;:]* since[.”\"’']*$"
)
_WHEN = re.compile(r"[^,] (?:when|after|once) (?:the|a|an|it|they|he|she|its|their|his|her|[A-Z])")
_NOT_BEFORE = re.compile(
    r"(?i)\b(?:not|never|no|nobody|nothing|unlikely|hardly|n[\u2019']t)\b[^,;]{1,60}"
    r"\b(?:before|until|till)(?: at least)?(?: the)? $"
)
_SAME_PERIOD = re.compile(
    r"(?i)(?:over|during|in|within|for) (?:the same|that|this) (?:period|time|span|stretch|interval)\b"
)
_BACK = 2  # sentences in which the period told before is looked for
_PLUPERFECT = re.compile(
    r"^([^,;:]{0,60}?)\bhad (?:(?:not|never|already|long|also|only|just|been) ){0,3}\w+(?:ed|en|n|t|d|ung|ught)\b"
)
_SUPPOSED = re.compile(
    r"[“\"]?(?:Had|Were|Should) (?:the|an?|it|they|we|he|she|its|their|[A-Z])[^.;]*?, "
    r"(?=[^.;]*\b(?:would|could|might)\b)"
)
_BY = re.compile(r"\bby\b")
_NEAR = 30  # characters after a clause in which a date may still be its own


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """What time a claim is about (EDTF), the words that say so, and where they stand.

    origin: quote | sentence | paragraph | publication | perfect | vague. `words` is "" for publication, for what
    has happened up to it (perfect) and for a past that the text does not date (vague, both with an open start).
    """

    edtf: str
    words: str
    origin: str


def date_of(
    quote_start: int,
    quote_end: int,
    paragraph_start: int,
    text: str,
    expressions: Sequence[TimeExpression],
    published: str,
    sentences: Sequence[tuple[int, int]] | None = None,
    said: tuple[int, int] | None = None,
) -> ClaimDate:
    """The date of the claim at text[quote_start:quote_end].

    `expressions` are those of the whole text, from find_dates and find_events, sorted by where they start; `said` is
    the part of the claim that somebody says, whose time goes before that of the saying; `sentences` the spans of all
    sentences, worked out here when left out.
    """
    spans = sentences if sentences is not None else _sentences(text)
    at = max(bisect_right(spans, (quote_start, len(text))) - 1, 0)
    sentence = spans[at] if spans and spans[at][1] > quote_start else (quote_start, quote_end)
    quote = text[quote_start:quote_end]
    inner = said or _shown(quote_start, quote_end, text)
    quote_start = _behind_condition(quote_start, quote_end, text)
    if inner and (spoken := governing(expressions, *inner, text)):
        return _dated(*_own_period(spoken, expressions, inner, text, published), text, "quote")
    if _is_of_same_period(quote) and (period := _period_told(expressions, spans[max(at - _BACK, 0) : at], text)):
        return _dated(*period, text, "paragraph")
    told = (
        running_date(expressions, spans, at, paragraph_start, text)
        if _refers_back(text[sentence[0] : quote_end])
        else None
    )
    tense = tense_of(quote)
    if tense == "past" and tense_of(text[sentence[0] : quote_start]) == "reported" and is_shifted(quote):
        tense = "shifted"
    if told:
        said_then = tense == "future" and quote_start > sentence[0]
        return _dated(told, open_after(told.edtf) if said_then else told.edtf, text, "paragraph")
    if tense in ("", "reported") and foretells(quote):
        is_said = said or "reported" in (tense, tense_of(text[sentence[0] : quote_start]))
        tense = "future" if is_said else tense
    acts = of_the_act(expressions, quote_start, quote_end, text, tense, published)
    own = governing(acts, quote_start, quote_end, text)
    if own and (when_said := said_on(own, sentence[1], expressions, text)):
        return _dated(when_said, when_said.edtf, text, "sentence")
    if own and own.timex == "PRESENT_REF":
        own = ahead_of_now(expressions, quote_start, quote_end, text, published) or own
        if own.timex == "PRESENT_REF" and (tense == "future" or is_yet_to_happen(quote, tense)):
            return _dated(own, open_after(published) if tense == "future" else published, text, "quote")
    frame = text[quote_start : said[0]] if own and said and own.end <= said[0] and ".." not in own.edtf else ""
    if own and said and tense_of(frame) and _is_pluperfect(text[slice(*said)]):
        return _dated(own, open_before(own.edtf), text, "quote")  # "said on Monday that it had run out of fuel"
    if own:
        return _dated(*_own_period(own, expressions, (quote_start, quote_end), text, published, tense), text, "quote")
    if vague := _vague(quote):
        return ClaimDate(open_before(published), vague, "quote")
    near = _beside(of_the_act(expressions, *sentence, text, tense, published), sentence, quote_start, quote_end, text)
    if _SINCE_THEN.search(quote):
        then = (near if near and near.end <= quote_start else None) or _told_inside(
            expressions, quote_start, quote_end
        )
        then = then or since_told(expressions, spans, at, paragraph_start, text)
        if then:
            return _dated(then, open_after(_end_of(then.edtf)), text, "paragraph")
    if tense == "perfect" and (lasted := held_for(expressions, quote_start, quote_end, text, published)):
        return _dated(*lasted, text, "quote")
    if tense == "future":
        if near and near.end <= quote_start and tense_of(text[sentence[0] : quote_start]) == "reported":
            return _dated(near, open_after(near.edtf), text, "sentence")  # announced last Monday: from then on
        return ClaimDate(open_after(published), "", "publication")
    if near and not (tense in ("present", "perfect", "") and _told_apart(text[sentence[0] : quote_start], tense)):
        return _dated(near, _fronted(near, sentence[0], text), text, "sentence")
    if tense == "perfect" and has_happened(quote):
        return ClaimDate(open_before(published), "", "perfect")
    if tense not in ("past", "reported", "shifted") and not may_be_past(quote):
        return ClaimDate(published, "", "publication")
    scene = (
        tense == "reported" or _WHEN.search(quote) is not None
    )  # "rose when the deal was signed": then, not before
    told = running_date(expressions, spans, at, paragraph_start, text, scene, published)
    if told and not moves_on(told, acts, quote_start, quote_end):
        # "The deal was struck in June. It had been held up for years": before that.
        earlier = said is None and _is_pluperfect(quote) and tense_of(text[sentence[0] : quote_start]) != "reported"
        return _dated(told, open_before(told.edtf) if earlier else told.edtf, text, "paragraph")
    if tense != "past":
        return ClaimDate(published, "", "publication")
    return ClaimDate(open_before(published), "", "vague")


def _end_of(edtf: str) -> str:
    """What "since then" goes back to: of 2007/2010 the end, of an open span what is known of it."""
    first, _, last = edtf.partition("/")
    return first if last in ("", "..") or first.startswith("~") else last


def _told_inside(times: Sequence[TimeExpression], start: int, end: int) -> TimeExpression | None:
    """The date told by the way before "since then": "Bihar, which went dry in 2016, has counted 200 since then"."""
    inside = times[bisect_left(times, start, key=lambda e: e.start) : bisect_left(times, end, key=lambda e: e.start)]
    return next((e for e in inside if e.kind == "date" and e.edtf and not e.timex.endswith("_REF")), None)


def _is_of_same_period(clause: str) -> bool:
    """ "Over the same period it fell", "it fell over the same period"; not "the same period of last year"."""
    found = _SAME_PERIOD.search(clause)
    return bool(found and (not found.start() or not clause[found.end() :].strip(' .”"')))


def _dated(time: TimeExpression, edtf: str, text: str, origin: str) -> ClaimDate:
    return ClaimDate(edtf, text[time.start : time.end], origin)


def _own_period(
    own: TimeExpression,
    expressions: Sequence[TimeExpression],
    clause: tuple[int, int],
    text: str,
    published: str,
    tense: str = "",
) -> tuple[TimeExpression, str]:
    """The time and the period of a clause's own time: from one value to another, up to a horizon, after "since"."""
    if pair := from_to(expressions, *clause, text):
        return pair
    if lasting := from_until(own, expressions, clause[1], text):
        return own, lasting
    if tense == "future" and ".." not in own.edtf and text[clause[0] : own.start].lower().endswith("from "):
        return own, open_after(own.edtf)
    if tense in ("future", "present", "") and (lasting := lasts_until(own, clause[0], text, published)):
        return own, lasting
    if tense in ("present", "perfect", "") and (horizon := until_horizon(own, clause[0], text, published)):
        return own, horizon
    return own, _fronted(own, clause[0], text)


def _is_pluperfect(quote: str) -> bool:
    """Whether a clause's own verb tells what came before: "had been held up"; not "better than had been feared"."""
    found = _PLUPERFECT.search(quote)
    return bool(found and not tense_of(found[1] + " "))


def _behind_condition(start: int, end: int, text: str) -> int:
    """Where the main clause begins behind what is only supposed: "Had the plan of 2018 been paid for, …"."""
    found = _SUPPOSED.match(text, start, end)
    return found.end() if found else start


def _shown(start: int, end: int, text: str) -> tuple[int, int] | None:
    """What a report shows has its own time: "accounts filed in May show THAT it lost 2 million in 2021"."""
    found = SHOWS.search(text, start, end)
    return (found.end(), end) if found else None


def _period_told(
    times: Sequence[TimeExpression], before: Sequence[tuple[int, int]], text: str
) -> tuple[TimeExpression, str] | None:
    """The period of the last of these sentences that tells one."""
    for start, end in reversed(before):
        if pair := from_to(times, start, end, text):
            return pair
        if (time := governing(times, start, end, text)) and time.edtf and ".." not in time.edtf:
            return time, time.edtf
    return None


def _refers_back(quote: str) -> bool:
    """Whether the quote opens with a time told before: "At that time", "Then"."""
    low = quote.lower().lstrip("“\"'‘ ")
    return low.startswith(tuple(load("periods.yaml")["refers_back"]))


def _fronted(time: TimeExpression, start: int, text: str) -> str:
    """The period of an expression; from then on when its clause opens with "after", or the event itself acts."""
    lead = text[start : time.start]
    if time.edtf.startswith("../") and " and " not in lead and _NOT_BEFORE.search(lead):
        return open_after(time.edtf.removeprefix("../"))  # "will not rule before next summer"; "cannot" tells of now
    if text.startswith(" at the earliest", time.end):
        return open_after(time.edtf)
    if lead.endswith(" from ") and ".." not in time.edtf and (tense_of(lead) == "future" or " will " in lead):
        return open_after(time.edtf)  # "will make it from next spring"
    first = (WORD.findall(lead) or [""])[0].lower()
    if ".." not in time.edtf and "since" in WORD.findall(lead.rpartition(",")[2].lower()):
        return open_after(time.edtf)  # "fallen since the troops left in August 2022"
    if "," not in lead and ".." not in time.edtf:
        if first in FROM_ON:
            return open_after(time.edtf)
        if first in UP_TO:
            return open_before(time.edtf)
    return open_after(time.edtf) if time.kind == "event" and is_subject(time, text) else time.edtf


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(split_sentences(text))


def _beside(
    times: Sequence[TimeExpression], sentence: tuple[int, int], start: int, end: int, text: str
) -> TimeExpression | None:
    """The expression of the same sentence that reaches the clause: the last before it, or one close behind."""
    before = governing(times, sentence[0], start, text)
    if before and _reaches(before, start, text):
        return before
    after = governing(times, end, min(sentence[1], end + _NEAR + 30), text)
    if (
        after
        and after.start - end <= _NEAR
        and not re.search(r"[,;:]|\b(?:and|but|while|whereas)\b", text[end : after.start])
    ):
        return after
    return None


def _told_apart(before: str, tense: str) -> bool:
    """Whether a statement of another time ends before: "exports fell last year, and the airline no longer flies"."""
    ahead = tense_of(before)
    apart = before.rstrip().endswith((", and", ", while", ", yet", ", although", ", though", ";"))
    return apart and (ahead == "past" or (tense == "present" and _BY.search(before) is not None))


def _reaches(time: TimeExpression, start: int, text: str) -> bool:
    """Across a semicolon or a "but" a date no longer holds."""
    return not re.search(r";|\bbut\b|\bwhereas\b", text[time.end : start])


def _vague(clause: str) -> str:
    """The words that put a claim into an undated past."""
    low = clause.lower()
    for phrase in load("periods.yaml")["vague_past"] if _vague_words().search(low) else ():
        if found := re.search(rf"\b{phrase}\b", low):
            if phrase == "once" and not re.search(r"\bonce (?:\w+ed|was|were|had|held|a |the )", low):
                continue
            return clause[found.start() : found.end()]
    return ""


@cache
def _vague_words() -> re.Pattern[str]:
    """Any of the words, which most claims do not have."""
    return re.compile(rf"\b(?:{'|'.join(load('periods.yaml')['vague_past'])})\b")
