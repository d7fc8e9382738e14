"""Who did it, where two points tell of one act: what each side lays to the other's charge is no agreement."""

from __future__ import annotations

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.points import Point
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion

_SCORE = 0.74
_BEGUN = "started it"  # only one side did, whoever else is told to have fired
_MUTUAL = frozenset({"each", "both", "sides", "mutual"})  # "accused EACH OTHER of breaking it"
_SUBJECT = 5  # words before an act within which stands who does it
_JOINED = 2  # words from one country to another that acts with it: "Chad AND Niger"


def laid_to_others(a: Frame, b: Frame, mine: Point, theirs: Point) -> bool:
    """Whether one country acts in one and another in the other, or, in what one side began, other people."""
    sides = _doers(a, mine), _doers(b, theirs)
    if not any(sides) and mine.name == _BEGUN:
        sides = _people(a, mine), _people(b, theirs)
    return all(sides) and sides[0].isdisjoint(sides[1])


def blamed(a: Frame, b: Frame, mine: Point, theirs: Point) -> Opinion | None:
    """Two countries of which each is told to have broken the same; None where both may do as they did."""
    if mine.sign != load("predicates.yaml")["blamed"].get(mine.name):
        return None
    words = (_told(a, mine), _told(b, theirs))
    return Opinion("contradicts", "blame", words, "blame different sides for the same act", _SCORE)


@by_frame
def _doers(frame: Frame, point: Point) -> frozenset[str]:
    """The country, or the countries joined, that stand nearest before an act which is told as theirs."""
    low = [w.text.lower() for w in frame.words[: point.start]]
    # What "lower yields" is said of, the yields, stands behind it, and so may a country.
    named = [t for t in point.left if t.index < point.start and _country(t)]
    if not named or not _MUTUAL.isdisjoint(low[named[0].index :]) or low[-1] in words_in("be"):
        return frozenset()
    near = [named.pop()]
    while named and near[-1].index - named[-1].index <= _JOINED:
        near.append(named.pop())
    return frozenset(k for t in near for k in _country(t))


@by_frame
def _people(frame: Frame, point: Point) -> frozenset[str]:
    """Who stands right before the act: "THE GUARDS of the yard fired first"; whatever else they may be called."""
    near = [t for t in point.left if t.kind == "word" and 0 < point.start - t.index <= _SUBJECT]
    acting = [t for t in near if "of" not in [w.text for w in frame.words[max(0, t.index - 2) : t.index]]]
    no_doer = {*words_in("be"), "who", "whoever", "which"}  # "were provoked", "it is not clear WHO fired first"
    told = bool(acting) and frame.words[point.start - 1].text.lower() not in no_doer
    return acting[-1].met_by if told else frozenset()


def _country(term: Term) -> frozenset[str]:
    return frozenset(k for k in term.keys if k.isupper()) if term.kind == "name" else frozenset()


def _told(frame: Frame, point: Point) -> str:
    named = [t.index for t in point.left if _country(t)] or [t.index for t in point.left if t.index < point.start]
    return frame.text_of(named[-1], max([point.end, *(t.index + 1 for t in point.right[:1])])).strip(" ,.;:")
