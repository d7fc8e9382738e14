"""The date a sentence takes over from those told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.data import load
from dossier.edtf import parse
from dossier.reading.clause_tense import WORD, listed, tense_of
from dossier.reading.datelines import after_dateline
from dossier.reading.dates import TimeExpression
from dossier.reading.governing_dates import governing, opens_sentence
from dossier.reading.sentences.clause_tree import clauses_of
from dossier.reading.told_clause import Span, Telling
from dossier.reading.told_spans import from_to, said_on, shown

_NEWS = 3  # days before publication in which its news lies
_LOOKED_BACK = 12  # sentences a story's date carries at most
_NEAR = 6  # words before a day in which a saying dates it
_NEXT = 2  # sentences to which a date inside a sentence carries


def running_date(
    told: Telling, at: int, opened: bool = False, act: bool = True, said: bool = False
) -> TimeExpression | None:
    """The date a past-tense sentence, number `at`, takes over from those before it.

    A date that opens its sentence ("In March 2011, ...") is handed on while the past is told, the day of the news
    until another time is told, any other ("the quake of May") only within the paragraph and to the next sentences.
    `opened`: only the first counts. What lies behind publication is not handed on: "will be paid from next year".
    """
    text, spans = told.text, told.sentences
    if _sets_scene(text[slice(*spans[at])] if at < len(spans) else ""):
        return None
    in_story = True
    for back, (start, end) in enumerate(reversed(spans[max(at - _LOOKED_BACK, 0) : at]), 1):
        start = after_dateline(text, start, end)
        time = governing(told.times, start, _framed(start, end, text), text, latest=True)
        time = (said_on(time, (start, end), told) or time) if time else None
        tense = tense_of(text[start:end])
        if time and (tense == "future" or from_to(told, (start, end))):
            return None
        if time and time.kind in ("date", "time", "event") and not time.timex.endswith("_REF"):
            if (
                ".." in time.edtf
                or text[time.start - 1 : time.start] == "("
                or text[start : time.start].lower() == "for "  # "For Saturday a day of mourning was proclaimed"
                or _days_ago(time, told.published) < 0
                or (tense_of(text[start : time.end]) or tense) in ("perfect", "present")
            ):
                return None  # "until 2017", "since 2017": what comes next is told of no such span
            news = not opened and _is_news(time, (start, end), told)
            fronted = opens_sentence(time, start, text) and text[time.end : time.end + 1] not in ("'", "’")
            near = "X" not in time.edtf  # "a marvel of the 1960s"
            near = near and (start >= told.paragraph or (news and back == 1) or (back == 1 and text[end - 1] == "?"))
            if said and start < told.paragraph and tense != "reported" and not _is_news(time, (start, end), told):
                return None  # "Last week they took samples.\n\nA spokesman said": now, not then
            if in_story and (fronted or (near and back <= _NEXT and not opened)):
                lasts = _BEGUN.search(text, start, time.start) or (news and start < told.paragraph and back > 1)
                return _until_now(time, told) if lasts else time
            return _until_now(time, told) if act and news else None
        in_story = in_story and not time and text[end - 1] != "?" and tense in ("past", "reported", "shifted", "")
    return None


# "The fighting BEGAN on Sunday. Two men were killed": since then.
_BEGUN = re.compile(
    r"\b(?:began|begun|started|broke out|erupted|flared up)"
    r"(?: (?:in|at|on|near|late|early|again)\b[^,.;:]{0,40})?,? (?:on )?$"
)


def _until_now(time: TimeExpression, told: Telling) -> TimeExpression:
    """The time between the news and its publication, in which the rest of a report happens."""
    end = told.published.split("/")[-1].lstrip("~")
    return time if time.edtf == end else replace(time, edtf=f"{time.edtf}/{end}")


def _framed(start: int, end: int, text: str) -> int:
    """Where the frame of "a 2019 study found that prices had doubled since 2008" ends; else the sentence's end."""
    found = shown(text, start, end)
    return found.start() if found else end


def _days_ago(time: TimeExpression, published: str) -> int:
    """How many days before the last one of publication a time ends; less than none where it lies ahead."""
    meant, now = parse(time.edtf), parse(published) if published else None
    return (now.end - meant.start).days if meant and now else 0


def _is_news(time: TimeExpression, span: Span, told: Telling) -> bool:
    """Whether a time is the day of what a report tells: of the last three, and not the one on which it was told."""
    meant, text = parse(time.edtf), told.text[slice(*span)]
    if meant is None or meant.days != 1 or _days_ago(time, told.published) > _NEWS:
        return False
    verb = next((clause.verb for clause in clauses_of(text)), ())
    lead = WORD.findall(text[: time.start - span[0]].lower())
    return listed("reporting").isdisjoint((*verb, *lead[-_NEAR:]))  # "told us by telephone on Friday"


def since_told(told: Telling, at: int) -> TimeExpression | None:
    """What "since then" goes back to: the last dated past of the paragraph, or what opened the story."""
    for start, end in reversed(told.sentences[max(at - _LOOKED_BACK, 0) : at]):
        near = start >= told.paragraph or end == told.sentences[max(at - 1, 0)][1]
        time = governing(told.times, start, end, told.text) if near else None
        if time and time.kind in ("date", "event") and not time.timex.endswith("_REF"):
            return time
    return running_date(told, at)


def _sets_scene(sentence: str) -> bool:
    """Whether a sentence opens with a time or a place of its own: "During the campaign", "At first", "Elsewhere"."""
    words = WORD.findall(sentence[:60].lower().lstrip("“\"'‘ "))
    if words[:2] == ["at", "first"]:
        return True
    return bool(words) and words[0] in listed("scenes") and not (words[0] == "after" and "that" in words[1:2])


def moves_on(told: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """Whether a later time stands in the clause, though only by the way: "contracts signed in 2015 repeated it"."""
    before = parse(told.edtf)
    meant = (parse(e.edtf) for e in times if e.kind == "date" and not e.timex.endswith("_REF"))
    return bool(before) and any(m and before and m.start > before.end for m in meant)


def refers_back(quote: str) -> bool:
    """Whether the quote opens with a time told before: "At that time", "Then"."""
    low = quote.lower().lstrip("“\"'‘ ")
    return low.startswith(tuple(load("periods.yaml")["refers_back"]))
