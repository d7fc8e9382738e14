"""What a claim narrows the thing a question asks about to: asked about wheat prices, it may tell of rural ones.

"Rural prices rose" and "city prices fell" are both true in one country and year, whatever the question is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from dossier.data import load
from dossier.language.cues import Match
from dossier.language.grammar import words_in
from dossier.language.lexical import are_opposite, are_same, first_used_as_verb, used_as_adjective
from dossier.language.line import Line, whole_line
from dossier.language.listed import listed_words
from dossier.model import Codebook
from dossier.relating.answers import Direct, direct_cues
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

_ties = partial(listed_words, "narrowing.yaml", "ties")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The thing as the claim names it, and the words that say which of its kind is meant."""

    text: str
    by: tuple[Term, ...]


def narrowed_apart(a: Frame, b: Frame, question: str, codebook: Codebook) -> tuple[str, str] | None:
    """How each names the thing asked about, where by that they speak of two; None where they may speak of one."""
    direct = direct_cues(question, codebook)
    if direct is None:
        return None
    mine, theirs = _narrowed(a, direct), _narrowed(b, direct)
    if mine is None or theirs is None:
        return None
    for one, other in ((mine, theirs), (theirs, mine)):
        if any(not any(_meet(t, o) for o in other.by) for t in one.by if t.kind == "word"):
            return mine.text, theirs.text
    lands = [{key for t in side.by for key in t.keys if key.isupper()} for side in (mine, theirs)]
    return (mine.text, theirs.text) if all(lands) and lands[0].isdisjoint(lands[1]) else None


@by_frame
def _narrowed(frame: Frame, direct: Direct) -> Narrowed | None:
    """By the cue that leaves the thing widest; None where no cue finds a thing with its direction."""
    line = whole_line(frame.words)
    found = [_of_match(frame, line, m) for _, m in direct.sides(frame.words)]
    things = [thing for thing in found if thing is not None]
    return min(things, key=lambda thing: len(thing.by)) if things else None


def _of_match(frame: Frame, line: Line, found: Match) -> Narrowed | None:
    moved = {i for d in line.directions for i in range(d.start, d.end) if i in found.at}
    thing = sorted(found.at - moved)
    if not moved or not thing:
        return None
    last = thing[-1]
    terms = {t.index: t for t in frame.terms if t.kind in ("word", "name") and t.index not in found.at}
    before: list[Term] = []
    at = last
    while at in found.at or (at in terms and _says_which(terms[at])):
        before += [terms[at]] if at in terms else []
        at -= 1
    end = min((i for i in moved if i > last), default=len(line.words))
    behind, until = _behind(line, terms, last, end)
    by = (*before, *behind)
    first = min((t.index for t in before), default=thing[0] if len(thing) == last - thing[0] + 1 else last)
    return Narrowed(frame.text_of(min(first, last), until + 1), by)


def _behind(line: Line, terms: dict[int, Term], last: int, end: int) -> tuple[list[Term], int]:
    """What is tied to the thing behind it: "exports TO CHINA", "wages OF YOUNG WOMEN"."""
    found: list[Term] = []
    until = last
    at = last + 1
    if at >= end or line.words[at].text.lower() not in _ties():
        return found, until
    tying = _ties() | words_in("determiners")
    while at < end and (at in terms or line.words[at].text.lower() in tying):
        if line.words[at].text.lower() == "between":
            tying |= {"and"}  # who says between whom names both
        if at in terms:
            if first_used_as_verb(terms[at].lemma):
                break
            until = at
            if _tells_which(terms[at]):
                found.append(terms[at])
        at += 1
    return found, until


def _says_which(term: Term) -> bool:
    """A word right before a noun: "RURAL prices", "YOUTH unemployment", not "RECORD prices"."""
    form = term.text.lower()
    verbal = first_used_as_verb(term.lemma) and not used_as_adjective(term.lemma)
    return _tells_which(term) and not verbal and not form.endswith("ly")


def _tells_which(term: Term) -> bool:
    return not {term.lemma, term.text.lower()} & _wide()


def _meet(mine: Term, theirs: Term) -> bool:
    if are_opposite(mine.lemma, theirs.lemma):
        return False  # "rural" and "urban" are met by the same words
    return mine.lemma == theirs.lemma or not mine.keys.isdisjoint(theirs.keys) or are_same(mine.lemma, theirs.lemma)


@cache
def _wide() -> frozenset[str]:
    """Words before or behind a thing that leave it as wide as it is: "total", "annual", "record", "growing"."""
    return frozenset(word for line in load("narrowing.yaml")["leaving_wide"] for word in line.split())
