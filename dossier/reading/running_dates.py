"""The date a sentence takes over from those told before it."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.edtf import parse
from dossier.reading.clause_tense import WORD, listed, tense_of
from dossier.reading.datelines import after_dateline
from dossier.reading.dates import TimeExpression
from dossier.reading.governing_dates import governing, opens_sentence
from dossier.reading.told_spans import SHOWS, from_to, said_on

_LOOKED_BACK = 12  # sentences a story's date carries at most
_NEXT = 2  # sentences to which a date inside a sentence carries


def running_date(
    times: Sequence[TimeExpression],
    spans: Sequence[tuple[int, int]],
    at: int,
    paragraph: int,
    text: str,
    opened: bool = False,
    published: str = "",
) -> TimeExpression | None:
    """The date a past-tense sentence takes over from those before it.

    A date that opens its sentence ("In March 2011, ...") is handed on while the past is told; any other only within
    the paragraph and to the next sentences. `opened`: only the former counts. What lies behind `published` is not
    handed on: "will be paid from next year".
    """
    if _sets_scene(text[slice(*spans[at])] if at < len(spans) else ""):
        return None
    for back, (start, end) in enumerate(reversed(spans[max(at - _LOOKED_BACK, 0) : at]), 1):
        start = after_dateline(text, start, end)
        time = governing(times, start, _framed(start, end, text), text, latest=True)
        time = (said_on(time, end, times, text) or time) if time else None
        if time and (tense_of(text[start:end]) == "future" or from_to(times, start, end, text)):
            return None
        if time and time.kind in ("date", "time", "event") and not time.timex.endswith("_REF"):
            if (
                ".." in time.edtf
                or text[time.start - 1 : time.start] == "("
                or _is_ahead(time, published)
                or tense_of(text[start:end]) in ("perfect", "present")
            ):
                return None  # "until 2017", "since 2017": what comes next is told of no such span
            fronted = opens_sentence(time, start, text)
            near = start >= paragraph or (back == 1 and (text[end - 1] == "?" or _in_wire(spans, at, text)))
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


def _in_wire(spans: Sequence[tuple[int, int]], at: int, text: str) -> bool:
    """Whether both sentences are paragraphs of their own, as in wire reports, and the second speaks of the first.

    "The union walked out on Tuesday. | The walkout shut two mines."
    """
    alone = at > 0 and all(
        "\n" in text[spans[n][1] : spans[n + 1][0] if n + 1 < len(spans) else len(text)] or n + 1 == len(spans)
        for n in (at - 2, at - 1, at)
        if n >= 0
    )
    return alone and (text[spans[at][0] :].split(" ", 1)[0].lower() in listed("pointing"))


def since_told(
    times: Sequence[TimeExpression], spans: Sequence[tuple[int, int]], at: int, paragraph: int, text: str
) -> TimeExpression | None:
    """What "since then" goes back to: the last dated past of the paragraph, or what opened the story."""
    for start, end in reversed(spans[max(at - _LOOKED_BACK, 0) : at]):
        time = governing(times, start, end, text) if start >= paragraph else None
        if time and time.kind in ("date", "event") and not time.timex.endswith("_REF"):
            return time
    return running_date(times, spans, at, paragraph, text)


def _sets_scene(sentence: str) -> bool:
    """Whether a sentence opens with a time or a place of its own: "During the campaign", "Elsewhere"."""
    words = WORD.findall(sentence[:60].lower().lstrip("“\"'‘ "))
    return bool(words) and words[0] in listed("scenes") and not (words[0] == "after" and "that" in words[1:2])
