"""What a number in a claim stands beside: a whole it is part of, a figure it is held against, an age."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import lexicon_of
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.terms import Term

_rejecting = partial(lexicon_of, "numerals.yaml", "rejecting")

_BACK = 4  # words before a number within which it is said to be held against another
_NEXT = 4  # words after a share within which stands what it is a part of
_RATE = 6  # words after a number within which "a year" makes it a rate
_AHEAD = 12  # words before a share within which "of the wells, …" opens
_ROUGH = 0.05  # as near as this two numbers are one, rounded
_SMALL = words_in("determiners") | {"some", "about", "around", "roughly", "nearly"}


@by_frame
def whole_of(frame: Frame, number: Numeral) -> Numeral | None:
    """The number a number is a part of: "38 of the 63 seats", "fourteen of its 24 parishes"."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + 4]]
    of = next((i for i, w in enumerate(after[:2]) if w == "of"), None)  # "1.8 billion dollars of the 5 billion"
    if of is None:
        return None
    at = number.end + of + 1 + (len(after) > of + 1 and after[of + 1] in _SMALL)
    return next((n for n in frame.numerals if n.start == at), None)


@by_frame
def rate_of(frame: Frame, number: Numeral) -> str:
    """ "500 million pounds a YEAR"; "" for a figure that is no rate."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + _RATE]]
    times = load("grammar.yaml")["spans_of_time"]
    return next((t for w, t in pairwise(after) if w in ("a", "an", "per", "each") and t in times), "")


@by_frame
def is_part(frame: Frame, number: Numeral) -> bool:
    """ "900 OF THE jobs", "only three OF THEM"."""
    after = [w.text.lower() for w in frame.words[number.end : number.end + 2]]
    return number.kind == "cardinal" and after[:1] == ["of"] and after[1:] != ["those"]


@by_frame
def is_whole(frame: Frame, number: Numeral) -> bool:
    """Whether parts of it are told: "61 of 74 contracts", "of the 120 houses 95 are gone"."""
    if any(whole_of(frame, n) is number for n in frame.numerals):
        return True
    at = number.start - 1
    if at > 0 and frame.words[at].text.lower() in _SMALL:
        at -= 1
    opens = at >= 0 and frame.words[at].text.lower() == "of" and (at == 0 or not frame.words[at - 1].is_word)
    return opens and any(n.start > number.end and n.kind in ("cardinal", "share") for n in frame.numerals)


@by_frame
def is_held_against(frame: Frame, number: Numeral) -> bool:
    """ "Up FROM 8.9 percent", "AFTER 600,000 last year", "FAR FROM the 70 percent": what it was or is not."""
    before = [w.text.lower() for w in frame.words[max(0, number.start - _BACK - 1) : number.start]]
    if before[-1:] == ["of"]:  # "against A LOSS OF 5.1 billion"
        before = before[:-2]
    if before[-1:] == ["than"] and (number.low is None or number.high is None):
        return False  # "more than 5 billion" leaves it open and names nothing it is held against
    near = [w for w in before if w not in _SMALL][-2:]
    return any(w in load("numerals.yaml")["held_against"] for w in near) or is_rejected(frame, number)


@by_frame
def is_limit(frame: Frame, number: Numeral) -> bool:
    """ "WITHIN 72 hours", "the legal LIMIT OF 72 hours": told to say that it was kept, or was not."""
    before = [w.text.lower() for w in frame.words[max(0, number.start - _BACK) : number.start]]
    return not frozenset(load("numerals.yaml")["limits"]).isdisjoint(before)


def differ(a: Frame, b: Frame, mine: Numeral | None = None, theirs: Numeral | None = None) -> bool:
    """Whether two numbers beside these count one thing and differ: 190,000 people in two DAYS, in five."""
    rest = [[n for n in _beside(f, own) if not is_whole(f, n)] for f, own in ((a, mine), (b, theirs))]
    return any(
        x.kind == y.kind == "cardinal"
        and _unit(a, x) == _unit(b, y) != ""
        and x.clashes(y)
        and not _are_near(x, y)
        and not is_held_against(a, x)
        and not is_held_against(b, y)
        for x in rest[0]
        for y in rest[1]
    )


def _beside(frame: Frame, own: Numeral | None) -> list[Numeral]:
    """The other numbers that no "and" parts from a number; without one all of the claim."""
    rest = [n for n in frame.numerals if n is not own]
    return rest if own is None else [n for n in rest if not _is_parted(frame, *sorted((n.start, own.start)))]


def _is_parted(frame: Frame, low: int, high: int) -> bool:
    between = [w.text.lower() for w in frame.words[low:high]]
    return ";" in between or not words_in("conjunctions").isdisjoint(between)


def _are_near(x: Numeral, y: Numeral) -> bool:
    """74 percent and three quarters."""
    return x.low is not None and y.low is not None and abs(x.low - y.low) <= _ROUGH * max(x.low, y.low)


def _unit(frame: Frame, number: Numeral) -> str:
    """The word right behind a number, or behind the whole it is a part of: "two of the seven TOWNS"; "" for none."""
    last = (whole_of(frame, number) or number).end
    return next((w.lemma for w in frame.words[last : last + 1] if w.is_word), "")


@by_frame
def lowest_of(frame: Frame, number: Numeral) -> float | None:
    """Where the span begins whose end a number is: 5 for the 7 of "between five and seven dollars"; else None."""
    first = next((n for n in frame.numerals if n.end + 1 == number.start and n.kind == number.kind), None)
    if first is None or not first.start or frame.words[first.start - 1].text.lower() != "between":
        return None
    joined = frame.words[first.end].text.lower() == "and"
    return first.low if joined else None


@by_frame
def is_rejected(frame: Frame, number: Numeral) -> bool:
    """ "531,000, NOT the 600,000 announced", "FAR BELOW the official figure of 95": named as somebody else's."""
    opens = max(0, number.start - 2 * _BACK)
    return any(opens + f.end >= number.start - _BACK for f in _rejecting().find(frame.words[opens : number.start]))


def is_age(frame: Frame, number: Numeral) -> bool:
    """ "A child UNDER FIVE", "aged 14"."""
    if not number.start:
        return False
    before = frame.words[number.start - 1].text.lower()
    person = frame.words[number.start - 2] if number.start > 1 else None
    people = {*load("predicates.yaml")["parts"], *load("predicates.yaml")["everybody"]}
    young = before in ("under", "over", "below", "above") and person is not None and person.lemma in people
    return before == "aged" or young


@by_frame
def part_of(frame: Frame, number: Numeral) -> Term | None:
    """Of what a share is told: "a third of TEACHERS", "nine in ten VOTERS", "of the WELLS sampled, 82 percent"."""
    behind = next((t for t in frame.terms if number.start < t.index < number.end + _NEXT and t.kind == "word"), None)
    ahead = [i for i in range(max(0, number.start - _AHEAD), number.start) if frame.words[i].text == "Of"]
    if ahead and "," in [w.text for w in frame.words[ahead[0] : number.start]]:
        return next((t for t in frame.terms if ahead[0] < t.index < number.start and t.kind == "word"), behind)
    return behind
