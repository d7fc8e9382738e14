"""Claims that may answer a question though no cue has placed them: for an editor to read, never shown to readers.

Comment answers a question mostly in words that nobody foresaw. A claim is worth a look because a cue stands in it and
something kept it off, or because all or some of a cue's words do. Whether it answers only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from dossier.language.cues import Cue, compile_cue, match
from dossier.language.lexical import weight_of
from dossier.language.line import Line, whole_line
from dossier.language.words import words_of
from dossier.model import Claim, Codebook, Dossier, Question
from dossier.reading.reasons import reasons_in

_NEAREST = 3  # claims told in which only some of a cue's words stand
_TELLING = 2.9  # weight from which a word is worth naming
_DIRECTION = 4.0  # what a direction weighs: about as much as a telling word


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A claim, the cue that comes nearest to it, the words they share, and why the cue has not placed it."""

    claim: Claim
    cue: str
    words: tuple[str, ...]
    is_whole: bool  # all words of the cue stand there
    why: str


def may_answer(dossier: Dossier, question: Question) -> tuple[Unplaced, ...]:
    """Drafts without a side on the question: all in which a whole cue stands, then the few that come nearest."""
    asked = dossier.codebook.expand(question.countries)
    alone = replace(dossier.codebook, questions=(question,))
    cues = tuple(_readable(question, dossier.codebook))
    found: list[tuple[float, Unplaced]] = []
    for claim in dossier.claims:
        places = dossier.codebook.expand(claim.countries)
        elsewhere = asked and places and places.isdisjoint(asked)
        if claim.status == "draft" and not elsewhere and all(p.question != question.id for p in claim.positions):
            found += _nearest(claim, cues, alone)
    found.sort(key=lambda item: (not item[1].is_whole, -item[0], item[1].claim.id))
    whole = sum(near.is_whole for _, near in found)
    return tuple(near for _, near in found[: whole + _NEAREST])


def told(near: Unplaced) -> Iterator[str]:
    """Two lines for people."""
    yield f"      {near.claim.id}  {', '.join(repr(word) for word in near.words)}, as in {near.cue}: {near.why}"
    yield f"          {' '.join(near.claim.quote.split())}"


def _nearest(claim: Claim, cues: Sequence[Cue], alone: Codebook) -> Iterator[tuple[float, Unplaced]]:
    """The cue that shares most with the claim, and how much that is; none if they share a single word."""
    line = whole_line(words_of(claim.quote))
    scored = [(whole, score, cue, at) for cue in cues for whole, score, at in _shared(cue, line)]
    if scored:
        whole, score, cue, at = max(scored, key=lambda item: item[:2])
        effects = {r.cue: r.without_effect for r in reasons_in(claim.quote, claim.countries, alone)} if whole else {}
        why = effects.get(cue.text, "all its words stand there, apart or in another order" if whole else "some words")
        words = tuple(line.words[i].text for i in sorted(at))
        yield score, Unplaced(claim, cue.text, words, whole, why or "it is only supposed there, or taken back")


def _shared(cue: Cue, line: Line) -> Iterator[tuple[bool, float, frozenset[int]]]:
    """Whether all of the cue stands in the claim, how much of it by weight, and where."""
    if (found := match(cue, line)) is not None:
        yield True, sum(weight_of(line.words[i].lemma) for i in found.at), found.at
        return
    terms = [line.where(term.needs)[:1] for part in cue.parts for term in part.terms]
    ways = [part.way for part in cue.parts if part.way]
    moved = [d for way in ways for d in line.directions if d.dimension in way.dimensions][: len(ways)]
    at = frozenset(i for places in terms for i in places) | {d.start for d in moved}
    held, size = sum(map(bool, terms)) + len(moved), len(terms) + len(ways)
    weight = sum(weight_of(line.words[i].lemma) for places in terms for i in places) + _DIRECTION * len(moved)
    if held > 1 and any(weight_of(line.words[i].lemma) > _TELLING for i in at):
        yield held == size, weight * held / size, at


def _readable(question: Question, codebook: Codebook) -> Iterator[Cue]:
    """The cues that can be read; the checks report the others."""
    for text in (*question.yes, *question.no, *question.signs_yes, *question.signs_no):
        with suppress(ValueError):
            yield compile_cue(text, codebook)
