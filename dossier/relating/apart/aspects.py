"""What news tell of a thing in many words: how a truce fares, whether a contract is fair, whether stocks last.

An aspect knows the things it is told of and two sides of what may be told. Two claims meet in it when each speaks of
one of those things, be it in words of its own: "dockers" and "workers", "the grants" and "the subsidy".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import lexicon_of
from dossier.language.phrases import Found, Lexicon
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.predicates import Side
from dossier.relating.apart.terms import Term

_nothing = partial(lexicon_of, "aspects.yaml", "nothing")

_FAR = 14  # words before a predicate within which its subject may stand
_NEAR = 6  # words to either side of a predicate within which it may be said of few
_FIELDS = ("economy", "life", "nature", "state", "world")  # a file of aspects each
_ANY = -1  # of things that stand for whichever other: "supplies"


@by_frame
def told_in(frame: Frame) -> tuple[Found[tuple[Side, ...]], ...]:
    """All phrases of all aspects whose things it names; inside a longer one of the same aspect none."""
    words = frame.words
    lemmas = {name_of(t) for t in frame.terms}
    hushed = {i for f in _nothing().find(words) for i in range(f.start, f.end)}
    taken: dict[str, int] = {}  # up to where each aspect has spoken
    told: list[Found[tuple[Side, ...]]] = []
    for found in _lexicon().every(words):
        sides = tuple(
            side
            for side in found.value
            if taken.get(side.name, 0) <= found.start and not lemmas.isdisjoint(known_things(side.name))
        )
        if sides and found.start not in hushed:
            taken |= {side.name: found.end for side in sides}
            told.append(replace(found, value=sides))
    return tuple(told)


@cache
def _aspects() -> dict[str, Any]:
    """All aspects, by name, of all fields."""
    return {name: told for field in _FIELDS for name, told in load(f"aspects_{field}.yaml").items()}


@cache
def _lexicon() -> Lexicon[tuple[Side, ...]]:
    entries: dict[str, tuple[Side, ...]] = {}
    for name, told in _aspects().items():
        for key, sign in (("is", 1), ("not", -1)):
            side = Side(f"@{name}", sign, bool(told.get("passing")))
            for phrase in told[key]:
                entries[phrase] = (*entries.get(phrase, ()), side)
    return Lexicon(entries)


@cache
def needs_more(name: str) -> bool:
    """Whether the thing may say so much of the kind that another word must meet as well."""
    return bool(_aspects()[name[1:]].get("too"))


def is_of_few(frame: Frame, start: int, end: int) -> bool:
    """ "ONLY a third", "HARDLY any", and what proved SHORT-LIVED: neither side of an aspect is told."""
    beside = (*frame.words[max(0, start - _NEAR) : start], *frame.words[end : end + _NEAR])
    low = {w.text.lower() for w in beside}
    told = load("aspects.yaml")
    return not low.isdisjoint(told["few"]) or any(w.text.lower() in told["over"] for w in frame.words)


def thing_of(name: str, frame: Frame, start: int, end: int, around: Sequence[Term]) -> Term | None:
    """What of the aspect's things is spoken of there: the last before the predicate, else the first behind."""
    known = known_things(name)
    inside = [t for t in around if start < t.index < end]  # "drive THE MILITIA out of"
    before = [
        t for t in frame.terms if start - _FAR <= t.index < start
    ]  # "the deal that X made with Y IS TOO GENEROUS"
    near = [
        *inside,
        *reversed([t for t in around if t.index < start]),
        *(t for t in around if t.index >= start),
        *before,
    ]
    uncounted = bool(_aspects()[name[1:]].get("uncounted"))
    return next(
        (
            t
            for t in near
            if name_of(t) in known and not (_is_told(frame, t) or (uncounted and _is_counted(frame, t)))
        ),
        None,
    )


def _is_told(frame: Frame, term: Term) -> bool:
    """ "Has COST the treasury 5 billion", "will HARVEST": behind such a word it is a verb, and no thing."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    return before in words_in("auxiliaries")


def _is_counted(frame: Frame, term: Term) -> bool:
    """ "Four billion EUROS" tells nothing of the euro."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    return before[:1].isdigit() or before in ("million", "billion", "trillion")


def name_of(term: Term) -> str:
    """By which word a thing may be known: a meeting is no "meet"."""
    low = term.text.lower().removesuffix("s")
    return low if low.endswith("ing") else term.lemma


def one_thing(name: str, x: Term, y: Term) -> bool:
    """Whether two words stand for one of the aspect's things."""
    mine, theirs = known_things(name)[name_of(x)], known_things(name)[name_of(y)]
    return name_of(x) == name_of(y) or _ANY in mine | theirs or not mine.isdisjoint(theirs)


@cache
def known_things(name: str) -> dict[str, frozenset[int]]:
    """The words that may stand for an aspect's things, each with the numbers of those it may be."""
    told = _aspects()[name[1:]]
    found: dict[str, set[int]] = {}
    for number, words in enumerate(told["of"]):
        for word in words.split():
            found.setdefault(word, set()).add(number)
    for word in told.get("any", ()):
        found[word] = {_ANY}
    return {word: frozenset(numbers) for word, numbers in found.items()}


def telling_beside(name: str, frame: Frame, thing: Term, besides: Iterable[Term]) -> list[Term]:
    """The words right before a thing that narrow it: "BUS fares", "the WHEAT harvest"; not those given."""
    known = known_things(name)
    out = {t.index for t in besides}
    at = {t.index: t for t in frame.terms}
    found: list[Term] = []
    i = thing.index - 1
    while i in at and at[i].kind in ("word", "name"):
        if i not in out and name_of(at[i]) not in known:
            found.append(at[i])
        i -= 1
    return found
