"""A claim's clause as its time is asked for: what is said in it, its tense, and the times its act can have."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from dossier.edtf import Period, parse
from dossier.reading.clause_tense import WORD, is_shifted, listed, says, tense_of
from dossier.reading.dates import TimeExpression
from dossier.reading.governing_dates import governing
from dossier.reading.sentences.clause_tree import clauses_of
from dossier.reading.sentences.verb_groups import tense_of_words

Span = tuple[int, int]

_START = attrgetter("start")

# Told in the past, and still to come: "the trial was due on 12 June"; said to come: "fares would not be raised".
_STILL_AHEAD = re.compile(
    r"\b(?:(?:due|scheduled|expected|set|planned|slated) (?:to|for|on|in|at|by)|would|(?:was|were) to)\b"
)
_WOULD = re.compile(r"\bwould (?!(?:not )?(?:be (?:an?|the)|have (?!an?\b|to\b|the\b)|cost|mean|like|rather|say)\b)")
_SET_FOR = re.compile(r"\b(?:until|till|by|before|from|for|to)(?: at least| the| about)? $")
# "The firm, which said it would sell by May, opens a shop": what is said is told by the way.
_SAID_BESIDE = re.compile(r", (?:who|which) (?:\w+ly )?\w+(?: that)? $")
# "The party was open to all, an official said": a state of then.
_SAID_BEHIND = re.compile(rf"[”\"’']?,?[”\"’']? (?:[^,;.]{{1,80}} )?(?:{'|'.join(sorted(listed('reporting')))})\b")
# "Ruiz spoke of a scandal, while Lund said the charge was absurd": who says it stands right before it.
_SAID_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(listed('reporting')))})(?: that)? \Z|\b(?:and|but) that \Z")
_SUPPOSED = re.compile(
    r"[“\"]?(?:Had|Were|Should) (?:the|an?|it|they|we|he|she|its|their|[A-Z])[^.;]*?, "
    r"(?=[^.;]*\b(?:would|could|might)\b)"
)


class Telling(NamedTuple):
    """A text with its times, its day, the spans of its sentences and where the paragraph of a claim begins."""

    text: str
    times: Sequence[TimeExpression]
    published: str
    sentences: Sequence[Span]
    paragraph: int

    def inside(self, span: Span) -> Sequence[TimeExpression]:
        """The times that begin in this span."""
        first, last = (bisect_left(self.times, place, key=_START) for place in span)
        return self.times[first:last]


class Clause(NamedTuple):
    """What is told at text[start:end], in sentence number `at`; what is only supposed before it is left out.

    `words` are those of the whole claim. `frame` is the tense of the sentence before the claim, "reported" where
    somebody says the claim. `said` is what of the claim somebody says; `own` the time of its act by its own words.
    """

    told: Telling
    start: int
    end: int
    at: int
    sentence: Span
    said: Span | None
    words: str
    frame: str
    tense: str
    times: Sequence[TimeExpression]
    own: TimeExpression | None

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return self.start, self.end


def clause_of(told: Telling, start: int, end: int, said: Span | None) -> Clause:
    """The clause of the claim at text[start:end]."""
    text, words = told.text, told.text[start:end]
    at = max(bisect_right(told.sentences, (start, len(text))) - 1, 0)
    sentence = told.sentences[at] if told.sentences and told.sentences[at][1] > start else (start, end)
    supposed = _SUPPOSED.match(text, start, end)
    start = supposed.end() if supposed else start
    frame = tense_of(text[sentence[0] : start])
    if (not frame and _SAID_BEHIND.match(text, end, sentence[1])) or _SAID_BEFORE.search(text, sentence[0], start):
        frame = "reported"
    if said and (_SAID_BESIDE.search(text[start : said[0]]) or _is_done_first(text[start : said[0]])):
        said = None
    tense = _tense(words, frame, said is not None)
    times = times_of_act(told, (start, end), tense)
    own = governing(times, start, end, text)
    return Clause(told, start, end, at, sentence, said, words, frame, tense, times, own)


def _is_done_first(lead: str) -> bool:
    """ "Peru has EXPELLED two envoys over the charge THAT …": what is said stands behind an act that dates it."""
    tree = clauses_of(lead)
    verb = tree[0].verb if tree else ()
    return len(verb) > 1 and tense_of_words(verb) == "perfect" and not says(verb)


def _tense(words: str, frame: str, said: bool) -> str:
    """The tense of a claim by its own verb and by who says it: "said it was ready", "said fares would rise"."""
    tense = tense_of(words)
    if tense == "past" and frame in ("reported", "shifted") and is_shifted(words):
        return "shifted"
    return (
        "future"
        if tense in ("", "reported") and (said or "reported" in (tense, frame)) and _foretells(words)
        else tense
    )


def times_of_act(told: Telling, span: Span, tense: str) -> Sequence[TimeExpression]:
    """The times of a clause that agree with its tense: not what was meant for later, nor what is behind the present.

    "Gave them until May" told of the past, "follows a cut at a meeting in August" told of now, "has expelled ten over
    a fire in 2014".
    """
    now = parse(told.published) if tense in _DIFFERS else None
    if now is None or (tense == "past" and _STILL_AHEAD.search(told.text, *span)):
        return told.inside(span)
    differs = _DIFFERS[tense]
    return [e for e in told.inside(span) if not differs(e, now, told.text[span[0] : e.start])]


def _is_behind(time: TimeExpression, now: Period, lead: str) -> bool:
    """Whether a past time dates only a thing told of now, or a clause beside it: no verb of the past governs it."""
    meant = parse(time.edtf.removesuffix("/..")) if time.kind == "date" else None
    if meant is None or meant.end >= now.start or tense_of(lead + " ") != "present":
        return False
    words = WORD.findall(lead.lower())
    beside = max((i for i, word in enumerate(words) if word in listed("beside")), default=0)
    if beside and tense_of(" ".join(words[:beside]) + " ") == "present":
        return True  # "rents are falling even though wages rose last year"
    if ".." in time.edtf:
        return False
    return listed("past", "perfect", "governs_past").isdisjoint(words) and not any(w.endswith("ed") for w in words)


def _is_meant_for(time: TimeExpression, now: Period, lead: str) -> bool:
    """Whether a time to come is what somebody set or intended: "until 2029", "promised to open in 2029"; or "now"."""
    if time.timex == "PRESENT_REF" and tense_of(lead + " ") == "past":
        return True  # "told us in June of fears for corals that are now ill"
    meant = parse(time.edtf)
    if meant is not None and meant.start > now.end and tense_of(lead + " ") == "past":
        return True  # "opened a case over the games of 2030"
    if meant is None or not (meant.start > now.end or (time.edtf.startswith("..") and meant.end > now.end)):
        return False
    return bool(_SET_FOR.search(lead)) or not listed("intending").isdisjoint(WORD.findall(lead.lower()))


def _is_over(time: TimeExpression, now: Period, lead: str) -> bool:
    """Whether a time long over dates only a thing told of in the perfect: "has charged him with a murder in 2006"."""
    meant = parse(time.edtf) if time.kind == "date" and ".." not in time.edtf else None
    if meant is None or (now.start - meant.end).days <= _LONG or tense_of(lead + " ") != "perfect":
        return False
    return _LASTING.isdisjoint(WORD.findall(lead.lower()))


_LASTING = frozenset({"since", "from", "between", "now"})
_LONG = 180  # days; of less a careless hand writes "has closed on Monday"
_DIFFERS = {"past": _is_meant_for, "present": _is_behind, "perfect": _is_over}


def _foretells(clause: str) -> bool:
    """Whether what somebody said lies ahead of the saying: "fares would not be raised"."""
    found = _WOULD.search(clause)
    return found is not None and "if" not in WORD.findall(clause[: found.start()].lower())
