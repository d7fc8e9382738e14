"""What time a claim is about: its own words, else its sentence's, else the story's running date, else publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.reading.clause_tense import WORD, has_happened, is_shifted, lasts, listed, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.dates.bounds import open_after, open_before
from dossier.reading.governing_dates import governing
from dossier.reading.running_dates import moves_on, refers_back, running_date, since_told
from dossier.reading.sentences.clause_tree import clauses_of
from dossier.reading.sentences.splitting import split_sentences
from dossier.reading.sentences.telling import has_verb
from dossier.reading.told_clause import Clause, Span, Telling, clause_of, times_of_act
from dossier.reading.told_spans import from_opening, held_for, own_period, said_on, shown

_SINCE_THEN = re.compile(
    r"(?i)^since (?:(?:the|that|this|his|her|its|their) [a-z-]+(?: [a-z-]+)?, |(?:they|it|he|she) did, |[a-z]+ing\b)"
    r"|\b(?:(?:ever )?since then|ever since|(?:has|have|had) since)\b"
    r"|\b(?:has|have)\b[^;:]* since[.”\"’']*$"
)
_NEAR = 60  # characters after a clause in which a date may still be its own
_PARTED = re.compile(r";|\bbut\b|\bwhereas\b")  # across these a date no longer holds
_TAG = re.compile(r"[,”\"’']* (?!and |but |that )[^,.;:]+")
_PARTED_BEHIND = re.compile(r"[,;:]|\b(?:and|but|while|whereas)\b")


class ClaimDate(NamedTuple):
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
    sentences: Sequence[Span] | None = None,
    said: Span | None = None,
) -> ClaimDate:
    """The date of the claim at text[quote_start:quote_end]: the first of `ANSWERS` that knows one.

    `expressions` are those of the whole text, from find_dates and find_events, sorted by where they start; `said` is
    the part of the claim that somebody says, whose time goes before that of the saying; `sentences` the spans of all
    sentences, worked out here when left out.
    """
    spans = sentences if sentences is not None else _sentences(text)
    clause = clause_of(Telling(text, expressions, published, spans, paragraph_start), quote_start, quote_end, said)
    answers = (answer(clause) for answer in ANSWERS)
    return next((found for found in answers if found), _of_publication(clause))


def _of_what_is_said(clause: Clause) -> ClaimDate | None:
    """The time in what somebody says or a report shows: "accounts filed in May show THAT it lost money in 2021"."""
    told = clause.told
    that = shown(told.text, clause.start, clause.end)
    inner = clause.said or ((that.end(), clause.end) if that else None)
    spoken = governing(told.times, *inner, told.text) if inner else None
    if spoken and inner and told.text.endswith(" of ", inner[0], spoken.start):
        judged = told.text[inner[0] : spoken.end] + told.text[spoken.end : inner[1]].split(" and ")[0]
        if not has_verb(judged):
            return None  # "On Friday the judge declared the vote OF MAY 8 void and left"
    return _dated(*own_period(spoken, told, inner), told, "quote") if spoken and inner else None


def _of_that_time(clause: Clause) -> ClaimDate | None:
    """ "At that time", "then": the date told before; what was said then to come, from then on."""
    told = clause.told
    if not refers_back(told.text[clause.sentence[0] : clause.end]):
        return None
    if clause.own and clause.own.kind in ("date", "time"):
        return None  # "Then last week the bridge fell"
    then = running_date(told, clause.at)
    if then is None:
        return None
    ahead = clause.tense == "future" and clause.start > clause.sentence[0]
    return _dated(then, open_after(then.edtf) if ahead else then.edtf, told, "paragraph")


def _of_the_saying(clause: Clause) -> ClaimDate | None:
    """ "“Today we won,” he said on Sunday": that Sunday."""
    day = said_on(clause.own, clause.sentence, clause.told) if clause.own else None
    return _dated(day, day.edtf, clause.told, "sentence") if day else None


def _of_now(clause: Clause) -> ClaimDate | None:
    """ "Now", "until now", "from now on": of the day of publication, unless a time to come is named with it."""
    told, own = clause.told, clause.own
    if own is None or own.timex != "PRESENT_REF":
        return None
    if clause.tense == "future":
        return _dated(own, open_after(told.published), told, "quote")
    # "Until now they have not been paid": so it is now; "until now it has been calm": so it was up to now.
    not_yet = clause.tense == "perfect" and not listed("not_yet").isdisjoint(WORD.findall(clause.words.lower()))
    return _dated(own, told.published, told, "quote") if not_yet else None


def _of_its_own_time(clause: Clause) -> ClaimDate | None:
    """The time its own words give; what came before it, as in "said on Monday that it had run out", up to then."""
    told, own, said = clause.told, clause.own, clause.said
    if own is None:
        return None
    if (
        said
        and own.end <= said[0]
        and ".." not in own.edtf
        and _is_of_the_frame(own, clause.start, said[0], told.text)
    ):
        day = from_opening(own, clause.start, told.text)
        words = told.text[slice(*said)]
        tense = "shifted" if is_shifted(words) else tense_of(words)
        return _dated(own, day if ".." in day else _told_on(day, words, tense), told, "quote")
    return _dated(*own_period(own, told, clause.span, clause.tense), told, "quote")


def _since_then(clause: Clause) -> ClaimDate | None:
    """ "Since then", "has since": from the time told before it, in the sentence or the paragraph, on."""
    if "since" not in clause.words.lower() or not _SINCE_THEN.search(clause.words):
        return None
    near = _beside(clause)
    then = near if near and near.end <= clause.start else None
    then = then or since_told(clause.told, clause.at)
    return _dated(then, open_after(_end_of(then.edtf)), clause.told, "paragraph") if then else None


def _so_long(clause: Clause) -> ClaimDate | None:
    """ "Has said so for two decades": from about then up to publication."""
    lasted = held_for(clause.told, clause.span) if clause.tense == "perfect" else None
    return _dated(*lasted, clause.told, "quote") if lasted else None


def _of_its_sentence(clause: Clause) -> ClaimDate | None:
    """The time beside it in its sentence, unless a statement of another time ends between."""
    near, told = _beside(clause), clause.told
    if near is None:
        return None
    saying = clause.frame == "reported" and (near.end <= clause.start or near.start >= clause.end)
    lasting = clause.tense == "perfect" and near.edtf.endswith("/..")
    if not saying and not lasting and clause.tense in ("present", "perfect", "future"):
        return None
    day = from_opening(near, clause.sentence[0], told.text)
    return _dated(near, _told_on(day, clause.words, clause.tense) if saying else day, told, "sentence")


def _of_the_story(clause: Clause) -> ClaimDate | None:
    """The date the story has come to; before it what is told as past already: "It had been held up for years"."""
    if clause.tense not in ("past", "reported", "shifted"):
        return None
    act = not clause.times and not lasts(clause.words)
    said = clause.said is not None or not {"reported", "shifted"}.isdisjoint((clause.tense, clause.frame))
    date = running_date(clause.told, clause.at, clause.tense == "reported", act, said)
    if date is None or moves_on(date, clause.times):
        return None
    earlier = clause.said is None and _is_pluperfect(clause.words) and clause.frame != "reported"
    return _dated(date, open_before(date.edtf) if earlier else date.edtf, clause.told, "paragraph")


def _of_publication(clause: Clause) -> ClaimDate:
    """What is told of the present is of publication, what is past, up to it, what will be, from it on."""
    published = clause.told.published
    day = _told_on(published, clause.words, clause.tense)
    past = {"past": "vague", "perfect": "perfect"} if day != published else {}
    return ClaimDate(day, "", past.get(clause.tense, "publication"))


ANSWERS: tuple[Callable[[Clause], ClaimDate | None], ...] = (
    _of_what_is_said,
    _of_that_time,
    _of_the_saying,
    _of_now,
    _of_its_own_time,
    _since_then,
    _so_long,
    _of_its_sentence,
    _of_the_story,
)


def _end_of(edtf: str) -> str:
    """What "since then" goes back to: of 2007/2010 the end, of an open span what is known of it."""
    first, _, last = edtf.partition("/")
    return first if last in ("", "..") or first.startswith("~") else last


def _is_of_the_frame(time: TimeExpression, start: int, said: int, text: str) -> bool:
    """Whether the words before what is said tell when it was said: "said on Monday that", "on Monday, it said"."""
    return tense_of(text[start:said]) != "" and tense_of("it" + text[time.end : said]) in ("", "reported")


def _told_on(day: str, words: str, tense: str) -> str:
    """What is told on a day: what has happened up to it, what will be from it on, the rest of it."""
    if tense == "future":
        return open_after(day)
    return open_before(day) if tense == "past" or (tense == "perfect" and has_happened(words)) else day


def _dated(time: TimeExpression, edtf: str, told: Telling, origin: str) -> ClaimDate:
    return ClaimDate(edtf, told.text[time.start : time.end], origin)


def _is_pluperfect(quote: str) -> bool:
    """Whether a clause's own verb tells what came before: "had been held up"; not "better than had been feared"."""
    tree = clauses_of(quote)
    return bool(tree) and len(tree[0].verb) > 1 and tree[0].verb[0] == "had"


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(split_sentences(text))


def _beside(clause: Clause) -> TimeExpression | None:
    """The expression of the same sentence that reaches the clause: the last before it, or one close behind."""
    text, sentence = clause.told.text, clause.sentence
    times = times_of_act(clause.told, sentence, clause.tense)
    before = governing(times, sentence[0], clause.start, text)
    if before and not _PARTED.search(text, before.end, clause.start):
        return before
    close = clause.end, min(sentence[1], clause.end + _NEAR)
    said = governing(clause.told.inside(close), *close, text) if clause.frame == "reported" else None
    if said and _TAG.fullmatch(text, clause.end, said.start):
        return said  # "It is lost, the pilot said on Monday"
    after = governing(times, *close, text)
    return None if after is None or _PARTED_BEHIND.search(text, clause.end, after.start) else after
