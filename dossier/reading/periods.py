"""What time a claim is about: its own words, else its sentence's, else the story's running date, else publication."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.data import load
from dossier.reading.asides import is_aside
from dossier.reading.clause_tense import WORD, listed, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.dates.bounds import FROM_ON, UP_TO, open_after, open_before
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.told_spans import ahead_of_now, from_to, until_horizon

_LOOKED_BACK = 12  # sentences a story's date carries at most
_SINCE_THEN = re.compile(r"(?i)\b(?:(?:ever )?since then|ever since)\b")
_NEAR = 30  # characters after a clause in which a date may still be its own
_FRONT = 25  # characters before the first words within which a date opens its sentence


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """What time a claim is about (EDTF), the words that say so, and where they stand.

    origin: quote | sentence | paragraph | publication | vague. `words` is "" for publication and for a past
    that the text does not date (origin vague, an open start).
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
) -> ClaimDate:
    """The date of the claim at text[quote_start:quote_end].

    `expressions` are those of the whole text, from find_dates and find_events, sorted by where they start;
    `sentences` the spans of all sentences, worked out here when left out.
    """
    spans = sentences if sentences is not None else _sentences(text)
    at = max(bisect_right(spans, (quote_start, len(text))) - 1, 0)
    sentence = spans[at] if spans and spans[at][1] > quote_start else (quote_start, quote_end)
    quote = text[quote_start:quote_end]
    told = (
        _running(expressions, spans, at, paragraph_start, text)
        if _refers_back(text[sentence[0] : quote_end])
        else None
    )
    tense = tense_of(quote)
    if told:
        said_then = tense == "future" and quote_start > sentence[0]
        return _dated(told, open_after(told.edtf) if said_then else told.edtf, text, "paragraph")
    own = _best(expressions, quote_start, quote_end, text)
    if own and own.timex == "PRESENT_REF":
        own = ahead_of_now(expressions, quote_start, quote_end, text, published) or own
    if own and (pair := from_to(expressions, quote_start, quote_end, text)):
        return _dated(*pair, text, "quote")
    if own and tense in ("present", "perfect", "") and (horizon := until_horizon(own, quote_start, text, published)):
        return _dated(own, horizon, text, "quote")
    if own:
        return _dated(own, _fronted(own, quote_start, text), text, "quote")
    if vague := _vague(quote):
        return ClaimDate(open_before(published), vague, "quote")
    if _SINCE_THEN.search(quote) and (then := _running(expressions, spans, at, paragraph_start, text)):
        return _dated(then, open_after(then.edtf), text, "paragraph")
    near = _beside(expressions, sentence, quote_start, quote_end, text)
    if tense == "future":
        if near and near.end <= quote_start and tense_of(text[sentence[0] : quote_start]) == "reported":
            return _dated(near, open_after(near.edtf), text, "sentence")  # announced last Monday: from then on
        return ClaimDate(open_after(published), "", "publication")
    if near and not (tense in ("present", "") and _told_apart(text[sentence[0] : quote_start])):
        return _dated(near, _fronted(near, sentence[0], text), text, "sentence")
    if tense not in ("past", "reported"):
        return ClaimDate(published, "", "publication")
    told = _running(expressions, spans, at, paragraph_start, text)
    if told:
        return _dated(told, told.edtf, text, "paragraph")
    if tense == "reported":
        return ClaimDate(published, "", "publication")
    return ClaimDate(open_before(published), "", "vague")


def _dated(time: TimeExpression, edtf: str, text: str, origin: str) -> ClaimDate:
    return ClaimDate(edtf, text[time.start : time.end], origin)


def _refers_back(quote: str) -> bool:
    """Whether the quote opens with a time told before: "At that time", "Then"."""
    low = quote.lower().lstrip("“\"'‘ ")
    return low.startswith(tuple(load("periods.yaml")["refers_back"]))


def _fronted(time: TimeExpression, start: int, text: str) -> str:
    """The period of an expression; from then on when its clause opens with "after", or the event itself acts."""
    lead = text[start : time.start]
    first = (WORD.findall(lead) or [""])[0].lower()
    if "," not in lead and ".." not in time.edtf:
        if first in FROM_ON:
            return open_after(time.edtf)
        if first in UP_TO:
            return open_before(time.edtf)
        if "since" in WORD.findall(lead.lower()):
            return open_after(time.edtf)  # "fallen since the troops left in August 2022"
    return open_after(time.edtf) if time.kind == "event" and _is_subject(time, text) else time.edtf


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(split_sentences(text))


# ---------------------------------------------------------------- which expression governs


def _best(times: Sequence[TimeExpression], start: int, end: int, text: str) -> TimeExpression | None:
    """The expression inside text[start:end] that says when its main verb happens."""
    first = bisect_left(times, start, key=lambda e: e.start)
    last = bisect_left(times, end, key=lambda e: e.start)
    rated = [
        (_weight(e, start, end, text), -e.start, e)
        for e in times[first:last]
        if e.edtf and e.end <= end and not _hangs_over(e, end, text)
    ]
    rated = [r for r in rated if r[0] > 0]
    return max(rated, key=lambda r: r[:2])[2] if rated else None


def _hangs_over(time: TimeExpression, end: int, text: str) -> bool:
    """An "and in 2022" that ends a quote opens the clause after it."""
    return (
        end - time.end < 2
        and re.search(r"\band (?:in|on|since|by|during|at) $", text[max(0, time.start - 20) : time.start]) is not None
    )


def _weight(time: TimeExpression, start: int, end: int, text: str) -> int:
    """How surely an expression is the time of its clause; 0 and less = it is not."""
    before = [w.lower() for w in WORD.findall(text[max(start, time.start - 120) : time.start])]
    link = next((w for w in reversed(before[-3:]) if w not in _ARTICLES and not w.isdigit()), "")
    governed = link in listed("governing")
    if link in listed("comparing") or is_aside(time, before, start, end, text):
        return 0
    if time.kind == "duration":
        return 2 if governed and "time" not in before[-4:] and "times" not in before[-4:] else 0
    if time.kind == "event":
        if any(w in listed("relative") for w in before[-12:]):
            return 0
        if ".." in time.edtf:
            return 7
        return 7 if link in ("at", "during") else 1 if time.start - start < _FRONT and _is_subject(time, text) else 0
    if time.timex == "FUTURE_REF" and not governed and text[time.end - 6 : time.end] == "future":
        return 0
    weight = 4 if governed or not before or _ADVERBIAL.match(text, time.start) else 2
    if time.start - start < _FRONT:
        weight += 2
    if time.timex in ("PAST_REF", "FUTURE_REF"):
        weight -= 2
    side = max((i for i, w in enumerate(before) if w in listed("relative") and _opens_side(before, i)), default=-1)
    if side >= 0 and "," not in before[side + 1 :]:
        if before[side] not in ("where", "when") and _SIDE_ENDS.match(text, time.end, end):
            return 0  # "…, who left in 2019, now says"
        weight -= 3
    return max(weight, 1)


_SIDE_ENDS = re.compile(r"[^,.;:]{0,60},\s+\w")


def _opens_side(before: Sequence[str], i: int) -> bool:
    """Whether a relative word stands behind a comma: ", who", ", of which"."""
    return before[i - 1 : i] == [","] or (before[i - 2 : i - 1] == [","] and before[i - 1] in listed("governing"))


_ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "this",
        "about",
        "around",
        "just",
        "early",
        "late",
        "at",
        "least",
    }
)
_ADVERBIAL = re.compile(
    r"(?i)(?:last|next|this|today|yesterday|tomorrow|tonight|now|currently|recently|earlier|later|"
    r"mon|tues|wednes|thurs|fri|satur|sun)|\w+(?: \w+)? (?:ago|later|earlier)\b"
)


def _is_subject(time: TimeExpression, text: str) -> bool:
    """An event that opens a sentence told in the past: what it did, it did from then on."""
    return tense_of("it" + text[time.end : time.end + 80].split(".")[0]) == "past"


def _beside(
    times: Sequence[TimeExpression], sentence: tuple[int, int], start: int, end: int, text: str
) -> TimeExpression | None:
    """The expression of the same sentence that reaches the clause: the last before it, or one close behind."""
    before = _best(times, sentence[0], start, text)
    if before and _reaches(before, start, text):
        return before
    after = _best(times, end, min(sentence[1], end + _NEAR + 30), text)
    if (
        after
        and after.start - end <= _NEAR
        and not re.search(r"[,;:]|\b(?:and|but|while|whereas)\b", text[end : after.start])
    ):
        return after
    return None


def _told_apart(before: str) -> bool:
    """Whether a statement in the past ends before: "exports fell last year, and the airline no longer flies"."""
    return before.rstrip().endswith((", and", ", while", ";")) and tense_of(before) == "past"


def _reaches(time: TimeExpression, start: int, text: str) -> bool:
    """Across a semicolon or a "but" a date no longer holds."""
    return not re.search(r";|\bbut\b|\bwhereas\b", text[time.end : start])


# ---------------------------------------------------------------- the running date of a story


def _running(
    times: Sequence[TimeExpression], spans: Sequence[tuple[int, int]], at: int, paragraph: int, text: str
) -> TimeExpression | None:
    """The date a past-tense sentence takes over from those before it.

    Within a paragraph any dated sentence hands its date on; beyond it only a date that opens its sentence
    ("In March 2011, ..."), and nothing once the telling has turned to the present.
    """
    for start, end in reversed(spans[max(at - _LOOKED_BACK, 0) : at]):
        time = _best(times, start, end, text)
        same = start >= paragraph
        if time and (tense_of(text[start:end]) == "future" or from_to(times, start, end, text)):
            return None
        if time and time.kind in ("date", "time", "event") and not time.timex.endswith("_REF"):
            fronted = time.start - start < _FRONT
            return time if same or fronted else None
        if time or tense_of(text[start:end]) not in ("past", "reported", ""):
            return None
    return None


def _vague(clause: str) -> str:
    """The words that put a claim into an undated past."""
    low = clause.lower()
    for phrase in load("periods.yaml")["vague_past"]:
        if found := re.search(rf"\b{phrase}\b", low):
            if phrase == "once" and not re.search(r"\bonce (?:\w+ed|was|were|had|held|a |the )", low):
                continue
            return clause[found.start() : found.end()]
    return ""
