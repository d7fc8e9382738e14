"""What was promised, planned or foreseen in one article, and what a later one tells has become of it."""

from __future__ import annotations

from dossier.data import load
from dossier.edtf import parse
from dossier.language.lexical import first_used_as_verb, used_as_adjective
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.parts import Part, mood_at, parts_of, weight_met
from dossier.relating.apart.terms import Term, meet
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter, is_pointed

_SCORE = 0.66
_MORE = 0.04  # for each further word in common
_LEAST = 5.0  # weight of what both tell
_LARGE = 12  # a number from here on hardly stands in both by chance
_JOINTS = frozenset({"and", "but"})  # before them stands another statement
_NEAR = 7  # words from what is foreseen within which stands of what


def outcomes(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """What the later article tells of what the earlier one foresaw; None where it tells of something else."""
    days = parse(a.issued), parse(b.issued)
    if not days[0] or not days[1] or days[0].overlaps(days[1]):
        return None
    first, then = (a, b) if days[0].start < days[1].start else (b, a)
    if then.claim.kind in ("prediction", "recommendation") or not _planned(first) or weight_met(a, b) < _LEAST:
        return None
    for planned, part in _planned(first):
        for told in parts_of(then):
            met = _met(first, part, planned, then, told, matter)
            if met:
                words = (first.stretch(x.index for x, _ in met), then.stretch(y.index for _, y in met))
                score = round(min(0.82, _SCORE + _MORE * len(met)), 3)
                what = "tell what was foreseen and what came of it"
                return Opinion("updates", "outcomes", words if first is a else words[::-1], what, score)
    return None


@by_frame
def _planned(frame: Frame) -> tuple[tuple[Term, Part], ...]:
    """What is planned or promised: the act still ahead, or what stands behind "announced"."""
    return tuple(
        (term, part)
        for part in parts_of(frame)
        for term in part.terms
        if _foretells(term) or (term in part.doings and mood_at(frame, part, term) == "ahead")
    )


def _foretells(term: Term) -> bool:
    """ "Promised", "the forecast"."""
    return term.lemma in load("predicates.yaml")["foretelling"]


def _met(first: Frame, part: Part, planned: Term, then: Frame, told: Part, matter: Matter) -> list[tuple[Term, Term]]:
    """The words by which the plan and its outcome meet: what is to be done, and of what; empty where they do not."""
    near = _around(first, part, planned)
    met = [(x, y) for x in near for y in told.terms if meet(x, y)]
    done_so = next((y for x, y in met if x is planned and y in told.doings), None)
    if done_so:  # of what it was done stands beside it as well
        beside = _around(then, told, done_so)
        met = [(x, y) for x, y in met if y in beside]
    by = [(x, y) for x, y in met if is_pointed(x, y, matter.rare) and x is not planned]
    named = any(x.kind == "name" for x, _ in by)
    number = any(x.kind == "number" and float(x.lemma[2:]) > _LARGE for x, _ in met)
    foretold = _foretells(planned)
    acts = [
        y
        for x, y in met
        if x is planned and (foretold or y in told.doings) and (x in part.acts or (named and x.lemma == y.lemma))
        if number or foretold or not mood_at(then, told, y)
    ]
    met_too = [m[n] for m in met for n in (0, 1)]
    things = any(x.kind == "name" or (x.kind == "word" and not _narrower(first, x, then, y, met_too)) for x, y in by)
    if not things or not (acts or number):
        return []
    done = any(not (_foretells(t) or mood_at(then, told, t)) for t in told.doings)
    return met if done else []


def _around(frame: Frame, part: Part, act: Term) -> list[Term]:
    """What is said of an act: itself, what follows it, and what stands before it back to another act or an "and"."""
    near = [t for t in part.terms if abs(t.index - act.index) <= _NEAR]
    other = [t.index for t in part.doings if t.index < act.index and not _foretells(t)]
    joints = [n for n, w in enumerate(frame.words[: act.index]) if w.text.lower() in _JOINTS]
    return [t for t in near if t.index > max([-1, *other, *joints])]


def _narrower(a: Frame, x: Term, b: Frame, y: Term, met: list[Term]) -> bool:
    """ "RICE inflation" where inflation was foreseen: a noun right before it that only the outcome has."""
    beside = [
        any(t.index == z.index - 1 and _names_a_thing(t) and all(t is not m for m in met) for t in frame.terms)
        for frame, z in ((a, x), (b, y))
    ]
    return beside[1] and not beside[0]


def _names_a_thing(term: Term) -> bool:
    """A noun, as far as word lists tell: neither "local" nor "million"."""
    other = used_as_adjective(term.lemma) or first_used_as_verb(term.lemma)
    return term.kind == "word" and not other and term.lemma not in load("numerals.yaml")["scales"]
