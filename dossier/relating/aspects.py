"""What news tell of a thing in many words: how a truce fares, whether a contract is fair, whether stocks last.

An aspect knows the things it is told of and two sides of what may be told. Two claims meet in it when each speaks of
one of those things, be it in words of its own: "dockers" and "workers", "the grants" and "the subsidy".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.phrases import Found, Lexicon
from dossier.language.words import Word
from dossier.relating.frames import Frame, Term
from dossier.relating.predicates import Side

_FAR = 14  # words before a predicate within which its subject may stand
_NEAR = 6  # words to either side of a predicate within which it may be said of few
_LISTS = 4  # of phrases
_ANY = -1  # of things that stand for whichever other: "supplies"


def told_in(words: Sequence[Word]) -> Iterator[Found[tuple[Side, ...]]]:
    """All phrases of all aspects among the words."""
    for lexicon in _lexicons():
        yield from lexicon.find(words)


@cache
def _lexicons() -> tuple[Lexicon[tuple[Side, ...]], ...]:
    """The phrases in several lists: in one the longest phrase at a place hides what other aspects know there."""
    nothing: dict[str, tuple[Side, ...]] = dict.fromkeys(load("aspects.yaml")["nothing"], ())
    lists = [dict(nothing) for _ in range(_LISTS)]
    for number, (name, told) in enumerate(load("aspects.yaml")["aspects"].items()):
        entries = lists[number % _LISTS]
        for key, sign in (("is", 1), ("not", -1)):
            side = Side(f"@{name}", sign, bool(told.get("passing")))
            for phrase in told[key]:
                entries[phrase] = (*entries.get(phrase, ()), side)
    return tuple(map(Lexicon, lists))


@cache
def needs_more(name: str) -> bool:
    """Whether the thing may say so much of the kind that another word must meet as well."""
    return bool(load("aspects.yaml")["aspects"][name[1:]].get("too"))


def is_of_few(frame: Frame, start: int, end: int) -> bool:
    """ "ONLY a third", "HARDLY any", and what proved SHORT-LIVED: neither side of an aspect is told."""
    beside = (*frame.words[max(0, start - _NEAR) : start], *frame.words[end : end + _NEAR])
    low = {w.text.lower() for w in beside}
    told = load("aspects.yaml")
    return not low.isdisjoint(told["few"]) or any(w.text.lower() in told["over"] for w in frame.words)


def thing_of(name: str, frame: Frame, start: int, end: int, around: Sequence[Term]) -> Term | None:
    """What of the aspect's things is spoken of there: the last before the predicate, else the first behind."""
    known = _things(name)
    before = [
        t for t in frame.terms if start - _FAR <= t.index < start
    ]  # "the deal that X made with Y IS TOO GENEROUS"
    near = [*reversed([t for t in around if t.index < start]), *(t for t in around if t.index >= start), *before]
    return next((t for t in near if t.lemma in known and not _is_told(frame, t)), None)


def _is_told(frame: Frame, term: Term) -> bool:
    """ "Has COST the treasury 5 billion", "will HARVEST": behind such a word it is a verb, and no thing."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    return before in words_in("auxiliaries")


def one_thing(name: str, x: Term, y: Term) -> bool:
    """Whether two words stand for one of the aspect's things."""
    mine, theirs = _things(name)[x.lemma], _things(name)[y.lemma]
    return x.lemma == y.lemma or _ANY in mine | theirs or not mine.isdisjoint(theirs)


@cache
def _things(name: str) -> dict[str, frozenset[int]]:
    told = load("aspects.yaml")["aspects"][name[1:]]
    found: dict[str, set[int]] = {}
    for number, words in enumerate(told["of"]):
        for word in words.split():
            found.setdefault(word, set()).add(number)
    for word in told.get("any", ()):
        found[word] = {_ANY}
    return {word: frozenset(numbers) for word, numbers in found.items()}


def telling_beside(name: str, frame: Frame, thing: Term, besides: Iterable[Term]) -> list[Term]:
    """The words right before a thing that narrow it: "BUS fares", "the WHEAT harvest"; not those given."""
    known = _things(name)
    out = {t.index for t in besides}
    at = {t.index: t for t in frame.terms}
    found: list[Term] = []
    i = thing.index - 1
    while i in at and at[i].kind in ("word", "name"):
        if i not in out and at[i].lemma not in known:
            found.append(at[i])
        i -= 1
    return found
