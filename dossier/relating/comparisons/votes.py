"""What part of the vote somebody got, or how many voted: figures that go on changing while votes are counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dossier.data import load
from dossier.edtf import parse
from dossier.language.phrases import Lexicon
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.comparisons.counting_on import COUNTED_ON, HOURS, of_other_years
from dossier.relating.comparisons.opinion import Opinion

_FOR = 3  # words behind a share within which stands for whom it is: "45 percent FOR MORALES"
_NEAR = 9  # words beside a share within which stands what it is a part of
_COUNTED = 7  # words behind a share within which stands that so much is counted
_SAME = 0.5  # whole shares as near as this are one, rounded
_EXACT = 0.05  # two that are told to a hundredth
_TURNOUT = "~turnout"


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the vote, with the name of who got it, or that of the turnout."""

    of: str
    number: Numeral
    start: int
    end: int


def votes(a: Frame, b: Frame) -> Opinion | None:
    """What comes of the first two shares of one candidate, or of two turnouts, in what may be one election."""
    pairs = [(x, y) for x in shares_of(a) for y in shares_of(b) if x.of == y.of]
    if not pairs or of_other_years(a, b):
        return None
    for mine, theirs in pairs:
        words = (a.text_of(mine.start, mine.end), b.text_of(theirs.start, theirs.end))
        if _is_same(mine.number, theirs.number):
            return Opinion("agrees", "measures", words, "give the same figure", 0.8)
        if mine.number.clashes(theirs.number):
            one, two = parse(a.issued), parse(b.issued)
            near = one is not None and two is not None and abs(one.start - two.start) <= HOURS
            passing = "counting" if near and mine.of != _TURNOUT else "now"
            what = COUNTED_ON[passing] if near else "give different figures for the same thing"
            return Opinion("contradicts", "measures", words, what, 0.78, passing=passing)
    return None


@by_frame
def shares_of(frame: Frame) -> tuple[Share, ...]:
    """The shares of the vote that a claim tells, each once."""
    if not any(_told("votes").find(frame.words)) or any(_told("no_result").find(frame.words)):
        return ()
    shares = [n for n in frame.numerals if n.kind == "share" and not _is_other(frame, n)]
    found = (_turnout(frame, n) or _got(frame, n) for n in shares)
    return tuple(s for s in found if s)


def _turnout(frame: Frame, number: Numeral) -> Share | None:
    near = range(max(0, number.start - _NEAR), min(len(frame.words), number.end + _FOR + 3))
    told = [f for f in _told("turnout").find(frame.words) if f.start in near]
    if not told:
        return None
    return Share(_TURNOUT, number, min(number.start, told[0].start), max(number.end, told[0].end))


def _got(frame: Frame, number: Numeral) -> Share | None:
    """ "45 percent FOR MORALES"; else who was named last before it, if no other share stands between."""
    names = [t for t in frame.terms if t.kind == "name" and not any(k.isupper() for k in t.keys)]
    behind = [w.text.lower() for w in frame.words[number.end : number.end + 1]]
    after = [t for t in names if number.end < t.index <= number.end + _FOR] if behind in (["for"], ["to"]) else []
    if after:
        return Share(after[-1].lemma, number, number.start, after[-1].index + 1)
    last = max([-1, *(n.end for n in frame.numerals if n.kind == "share" and n.end <= number.start)])
    before = [t for t in names if last <= t.index < number.start]
    return Share(before[-1].lemma, number, before[-1].index, number.end) if before else None


def _is_other(frame: Frame, number: Numeral) -> bool:
    """ "With 92 percent of polling stations REPORTING", "a MARGIN of 10 percent": no share that somebody got."""
    after = frame.words[number.end : number.end + _COUNTED]
    stop = next((n for n, w in enumerate(after) if not w.is_word), len(after))
    before = frame.words[max(0, number.start - _FOR) : number.start]
    return any(_told("no_share").find(after[:stop])) or any(_told("margins").find(before))


def _is_same(mine: Numeral, theirs: Numeral) -> bool:
    if mine.low is None or theirs.low is None or mine.high is None or theirs.high is None:
        return False
    exact = all(n.low != int(n.low or 0) and not n.about for n in (mine, theirs))
    return abs(mine.low - theirs.low) <= (_EXACT if exact else _SAME)


@cache
def _told(name: str) -> Lexicon[str]:
    return Lexicon(dict.fromkeys(load("amounts.yaml")["voting"][name], name))
