"""Which of the attributions that touch a claim holds it, and how much of it is what its speaker says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.reading.sentences.clause_tree import hangs_on_main
from dossier.reading.sentences.telling import may_tell
from dossier.reading.speech.acts import base_of, is_act
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.framing import GOES_ON, beside_saying, is_aside, stance_of_frame
from dossier.reading.speech.persons import is_first
from dossier.reading.speech.reporting import small
from dossier.reading.speech.sorts import listed

Span = tuple[int, int]


def holder(text: str, span: Span, heard: Sequence[Attribution], sentence: Span) -> Attribution | None:
    """The closest attribution of which a claim is the content, or most of it; one that names its speaker rather."""
    holding = [a for a in heard if not _is_nobodys(text, span, a, heard) and _holds(text, span, sentence, a)]
    best = min(holding, key=lambda a: a.content[1] - a.content[0], default=None)
    best = (best and _outer(text, best, span, heard)) or best or _said_in_parts(text, span, heard)
    if best is None or best.source is not None:
        return best
    inner = best.content if best in holding else span
    whole = (a for a in heard if a.content[0] <= span[0] and span[1] <= a.content[1])
    around = (a for a in holding if a.content[0] <= inner[0] and inner[1] <= a.content[1])
    named = (a for a in (*whole, *around) if a.source and a.cue)
    return next(named, best)  # "“The offices were directed to close,” according to the mayor"


def _is_nobodys(text: str, span: Span, a: Attribution, heard: Sequence[Attribution]) -> bool:
    """Whether what is attributed is the author's own, or anybody's."""
    if a.source and is_first(text[slice(*a.source)]) and (span[0] <= a.source[0] or not _quoted(a, heard)):
        return True  # "We cannot say that …": who "we" are is told around it, and else it is the author
    if a.source and text[slice(*a.source)].lower() in _ANYBODY and _quoted(a, heard):
        return True  # "“People say the dust kills us,” said Beatrice Tembo"
    # "both figures rest on the assumption that": the author tells what they rest on
    return a.by_noun and not a.source and bool(a.cue and RESTS_ON.search(text, span[0], a.cue[1]))


def _holds(text: str, span: Span, sentence: Span, a: Attribution) -> bool:
    """Whether the content of an attribution is the claim, or most of it."""
    shared = min(a.content[1], span[1]) - max(a.content[0], span[0])
    if shared > 0 and a.cue and a.content[1] <= a.cue[0] and GOES_ON.match(text, a.cue[1], span[1]):
        shared += span[1] - a.cue[1]
    if a.opens is not None and a.source and a.cue and span[0] <= a.opens and shared > 0:
        shared += min(a.source[0], a.cue[0]) - span[0]  # "Prices, economists warned, would double"
    beside = stance_of_frame(text, sentence, a) if a.by_noun else ""
    beside_point = a.by_noun and not beside  # "the claim that … surprised them"
    most = _REJECTED if beside == "rejects" else _MOST
    if shared < most * (span[1] - span[0] - (0 if beside_point else _naming(text, a, span))):
        return False
    if a.cue is None or not span[0] <= a.cue[0] < span[1]:
        return True
    return not (_is_beside(text, span, a) or is_act(text, a) or is_aside(text, span, a.cue))


def _is_beside(text: str, span: Span, a: Attribution) -> bool:
    """Whether it is said in a clause beside what the claim tells, "although Chile fears that"."""
    before = a.cue is not None and span[0] <= a.cue[0] < a.cue[1] <= a.content[0]
    return before and a.cue is not None and hangs_on_main(text[slice(*span)], a.cue[0] - span[0])


def _quoted(inner: Attribution, heard: Sequence[Attribution]) -> bool:
    """Whether the words of a speaker stand among those of another."""
    return any(
        a is not inner and a.source and inner.source and a.content[0] <= inner.source[0] < a.content[1] for a in heard
    )


def _outer(text: str, inner: Attribution, span: Span, heard: Sequence[Attribution]) -> Attribution | None:
    """Who says all of a claim in which somebody speaks: "The minister said THE BANK HAD CONFIRMED A LOSS"."""
    if inner.source is None or not span[0] <= inner.source[0] < span[1]:
        return None
    whole = (
        a
        for a in heard
        if a.source
        and a.cue
        and not a.by_noun
        and (a.content[1] <= a.cue[0] or (a.cue[1] <= span[0] and _opens_said(text, span[0], a)))
    )
    ends = max(inner.source[1], inner.content[1])  # with the saying behind the quotation a claim goes beyond it
    return next((a for a in whole if a.content[0] <= span[0] and min(span[1], ends) <= a.content[1]), None)


def _opens_said(text: str, start: int, a: Attribution) -> bool:
    """Whether a claim begins with what is said, or an "and that" in it, or stands in a quotation of one speaker."""
    return (
        start == a.content[0] or text[a.content[0]] in '“"' or text.endswith((" and that ", " but that "), 0, start)
    )


def _said_in_parts(text: str, span: Span, heard: Sequence[Attribution]) -> Attribution | None:
    """Of several contents of one speaker that together are most of the claim the longest.

    In "rejected the charge, saying that sirens had sounded" that is what stands, not what is rejected.
    """
    for first in heard:
        own = [a for a in heard if a.source and a.source == first.source and not _is_beside(text, span, a)]
        same = [a for a in own if span[0] <= a.content[0] and a.content[1] <= span[1]]
        parts = sorted({a.content for a in same})
        apart = all(a[1] <= b[0] for a, b in pairwise(parts))
        if len(parts) < 2 or not apart:
            continue
        said_first = all(a.cue and a.cue[1] <= a.content[0] for a in same)
        begins = parts[0][0] if said_first else span[0]  # a long name in front is no part of what is said
        if sum(b - a for a, b in parts) >= 0.5 * (span[1] - begins):
            return max(same, key=lambda a: (a.content[1] - a.content[0], -a.content[0]))
    told = sorted((a for a in heard if _plainly_says(text, a, span)), key=lambda a: a.content)
    apart = all(a.content[1] <= b.content[0] for a, b in pairwise(told))
    naming = sum(b - a for place in {p for a in told for p in (a.source, a.cue) if p} for a, b in (place,))
    said = sum(a.content[1] - a.content[0] for a in told)
    if len({a.source for a in told}) > 1 and apart and said >= 0.5 * (span[1] - span[0] - naming):
        return told[0]  # "The union says it has 40,000 members; the ministry says 12,000"
    return None


def _plainly_says(text: str, a: Attribution, span: Span) -> bool:
    """Whether a named speaker says something inside the claim, and does nothing else by saying it."""
    if a.cue is None or a.source is None or a.by_noun or is_act(text, a):
        return False
    inside = span[0] <= a.cue[0] and span[0] <= a.content[0] and a.content[1] <= span[1]
    plain = inside and base_of(text[slice(*a.cue)]) not in listed("denials")
    return plain and not stance_of_frame(text, span, a)


def _naming(text: str, heard: Attribution, span: Span) -> int:
    """How many characters of the claim only name the speaker and the saying, or say what kind of saying it is."""
    behind = len(text[heard.content[1] : span[1]]) if _NAMES_SAYING.match(text[heard.content[1] : span[1]]) else 0
    behind = behind or span[1] - beside_saying(text, heard, span[1])
    if not behind and _ADMITS.match(text, heard.content[1], span[1]):
        behind = span[1] - heard.content[1]
    places = [p for p in (heard.source, heard.cue) if p and span[0] <= p[0] and p[1] <= span[1]]
    if heard.cue not in places:
        return behind
    first, last = min(p[0] for p in places), max(p[1] for p in places)
    if heard.content[1] <= first and (_WHO_IT_IS.match(text, last, span[1]) or _hangs_on(text, last, span[1])):
        last = span[1]  # "“…,” jokes Batbold, 41, who has driven the road since 2009"
    if last <= heard.content[0] and _only_opens(text, span[0], first):
        first = span[0]  # "While drivers feel the pinch, observers say that"
    # "claimed, without evidence, that": all in front of the content tells how it was said.
    return behind + (max(last, heard.content[0]) if last <= heard.content[0] else last) - first


def _only_opens(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a clause or phrase in front of the sentence that says nothing by itself."""
    opening = text[start:end].rstrip()
    first = opening.split(" ", 1)[0].lower()
    return (opening.endswith(",") or not may_tell(opening)) and (
        first.endswith("ing") or first == "asked" or first in small("clause_openers", "prepositions")
    )


def _hangs_on(text: str, last: int, end: int) -> bool:
    """Whether what follows the saying only tells of its time: "…, it said on Monday, after inflation had risen"."""
    found = _BEHIND.match(text, last, end)
    return found is not None and found[1] in small("prepositions", "clause_openers") | {"where"}


_BEHIND = re.compile(r"[^,;:.“”]{0,60}, (\w+)")
_MOST, _REJECTED = 0.5, 0.35  # so much of a claim is what somebody says; of what is rejected less will do
_ANYBODY = frozenset(("people", "some", "many", "others", "everyone", "everybody", "they", "you", "some people"))
RESTS_ON = re.compile(
    r"\b(?:on|under|from|with|in) (?:the|an?) (?:\w+ )?"
    r"(?:assumption|premise|condition|principle|theory|hypothesis|understanding|notion|idea)$"
)
_ADMITS = re.compile(r", (?:although|though|even though) ")  # what the author adds behind what is said
_WHO_IT_IS = re.compile(r",(?: \d+,)? (?:who|whose|an?|the)\b")
_NAMES_SAYING = re.compile(
    r", an? (?:[\w-]+ )?(?:charge|claim|accusation|allegation|assertion|suggestion|view|argument)\b"
)
