"""The date a sentence takes over from those told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dossier.data import load
from dossier.edtf import parse
from dossier.reading.clause_tense import WORD, listed, tense_of
from dossier.reading.datelines import after_dateline
from dossier.reading.dates import TimeExpression
from dossier.reading.governing_dates import governing, opens_sentence
from dossier.reading.told_clause import Span, Telling
from dossier.reading.told_spans import SHOWS, from_to, said_on

_STILL_NEWS = 7  # days after which an event is told again and is no news
_LOOKED_BACK = 12  # sentences a story's date carries at most
_NEXT = 2  # sentences to which a date inside a sentence carries


def running_date(told: Telling, at: int, opened: bool = False, published: str = "") -> TimeExpression | None:
    """The date a past-tense sentence, number `at`, takes over from those before it.

    A date that opens its sentence ("In March 2011, ...") is handed on while the past is told; any other ("Sunday's
    quake") only within the paragraph and to the next sentences. `opened`: only the former counts. What lies behind
    `published` is not handed on: "will be paid from next year".
    """
    text, spans = told.text, told.sentences
    if _sets_scene(text[slice(*spans[at])] if at < len(spans) else ""):
        return None
    for back, (start, end) in enumerate(reversed(spans[max(at - _LOOKED_BACK, 0) : at]), 1):
        start = after_dateline(text, start, end)
        time = governing(told.times, start, _framed(start, end, text), text, latest=True)
        time = (said_on(time, end, told) or time) if time else None
        if time and (tense_of(text[start:end]) == "future" or from_to(told, (start, end))):
            return None
        if time and time.kind in ("date", "time", "event") and not time.timex.endswith("_REF"):
            if (
                ".." in time.edtf
                or text[time.start - 1 : time.start] == "("
                or _is_ahead(time, published)
                or (tense_of(text[start : time.end]) or tense_of(text[start:end])) in ("perfect", "present")
            ):
                return None  # "until 2017", "since 2017": what comes next is told of no such span
            fronted = opens_sentence(time, start, text) and text[time.end : time.end + 1] not in ("'", "’")
            asked = back == 1 and text[end - 1] == "?"
            near = start >= told.paragraph or asked or _in_wire(spans[at - back : at + 1], text)
            return time if fronted or (near and back <= _NEXT and not opened) else None
        if time or text[end - 1] == "?" or tense_of(text[start:end]) not in ("past", "reported", "shifted", ""):
            return None
    return None


def _framed(start: int, end: int, text: str) -> int:
    """Where the frame of "a 2019 study found that prices had doubled since 2008" ends; else the sentence's end."""
    found = SHOWS.search(text, start, end)
    return found.start() if found else end


def _is_ahead(time: TimeExpression, published: str) -> bool:
    meant, now = parse(time.edtf), parse(published) if published else None
    return bool(meant and now and meant.start > now.end)


def _in_wire(spans: Sequence[Span], text: str) -> bool:
    """Whether the last of these sentences opens the paragraph after, as in wire reports, and speaks of the first.

    "The union walked out on Tuesday. | The walkout shut two mines."
    """
    breaks = ["\n" in text[a[1] : b[0]] for a, b in pairwise(spans)]
    opens = text[spans[-1][0] :].split(" ", 1)[0].lower() in listed("pointing")
    return opens and sum(breaks) == 1 and breaks[-1]


def of_the_news(told: Telling, span: Span) -> TimeExpression | None:
    """The day a report opens with, for what hangs on its event: "Shares fell after the ruling"."""
    words = told.text[slice(*span)]
    if not _of_its_event().search(words) or _sets_scene(words):
        return None
    start, end = told.sentences[0]
    day = governing(told.times, after_dateline(told.text, start, end), end, told.text)
    meant, now = parse(day.edtf) if day else None, parse(told.published)
    news = meant and now and meant.days == 1 and 0 <= (now.end - meant.start).days <= _STILL_NEWS
    return day if news else None


@cache
def _of_its_event() -> re.Pattern[str]:
    """ "The ruling", "this vote"; what came before it is of another time."""
    things = "|".join(load("periods.yaml")["news_things"])
    apart = "".join(f"(?<!{lead} )" for lead in ("before", "until", "ahead of", "up to", "cent of", "% of"))
    return re.compile(rf"(?i){apart}\b(?:the|this) (?:[a-z-]+ )?(?:{things})\b(?! (?:in|of) \d)")


def since_told(told: Telling, at: int) -> TimeExpression | None:
    """What "since then" goes back to: the last dated past of the paragraph, or what opened the story."""
    for start, end in reversed(told.sentences[max(at - _LOOKED_BACK, 0) : at]):
        near = start >= told.paragraph or end == told.sentences[max(at - 1, 0)][1]
        time = governing(told.times, start, end, told.text) if near else None
        if time and time.kind in ("date", "event") and not time.timex.endswith("_REF"):
            return time
    return running_date(told, at)


def _sets_scene(sentence: str) -> bool:
    """Whether a sentence opens with a time or a place of its own: "During the campaign", "Elsewhere"."""
    words = WORD.findall(sentence[:60].lower().lstrip("“\"'‘ "))
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
