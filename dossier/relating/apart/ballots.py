"""Which part of the vote somebody got, or how many voted: numbers of named things, as those whom something befell."""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.phrases import Lexicon
from dossier.relating.apart.counts import Count
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.numerals import Numeral

TURNOUT = "~turnout"

_FOR = 3  # words behind a share within which stands for whom it is: "45 percent FOR MORALES"
_NEAR = 9  # words beside a share within which stands what it is a part of
_COUNTED = 7  # words behind a share within which stands that so much is counted


@by_frame
def ballots_of(frame: Frame) -> tuple[Count, ...]:
    """The shares of the vote that a claim tells, by who got them, and of the turnout."""
    if not any(_told("votes").find(frame.words)) or any(_told("no_result").find(frame.words)):
        return ()
    shares = [n for n in frame.numerals if n.kind == "share" and not _is_other(frame, n)]
    found = (_turnout(frame, n) or _got(frame, n) for n in shares)
    return tuple(s for s in found if s)


def _turnout(frame: Frame, number: Numeral) -> Count | None:
    near = range(max(0, number.start - _NEAR), min(len(frame.words), number.end + _FOR + 3))
    told = [f for f in _told("turnout").find(frame.words) if f.start in near]
    if not told:
        return None
    return Count(number, fate=TURNOUT, start=min(number.start, told[0].start), end=max(number.end, told[0].end))


def _got(frame: Frame, number: Numeral) -> Count | None:
    """ "45 percent FOR MORALES"; else who was named last before it, if no other share stands between."""
    names = [t for t in frame.terms if t.kind == "name" and not any(k.isupper() for k in t.keys)]
    behind = [w.text.lower() for w in frame.words[number.end : number.end + 1]]
    after = [t for t in names if number.end < t.index <= number.end + _FOR] if behind in (["for"], ["to"]) else []
    if after:
        return Count(number, fate=f"~{after[-1].lemma}", start=number.start, end=after[-1].index + 1)
    last = max([-1, *(n.end for n in frame.numerals if n.kind == "share" and n.end <= number.start)])
    before = [t for t in names if last <= t.index < number.start]
    return Count(number, fate=f"~{before[-1].lemma}", start=before[-1].index, end=number.end) if before else None


def _is_other(frame: Frame, number: Numeral) -> bool:
    """ "With 92 percent of polling stations REPORTING", "a MARGIN of 10 percent": no share that somebody got."""
    after = frame.words[number.end : number.end + _COUNTED]
    stop = next((n for n, w in enumerate(after) if not w.is_word), len(after))
    before = frame.words[max(0, number.start - _FOR) : number.start]
    return any(_told("no_share").find(after[:stop])) or any(_told("margins").find(before))


@cache
def _told(name: str) -> Lexicon[str]:
    return Lexicon(dict.fromkeys(load("amounts.yaml")["voting"][name], name))
