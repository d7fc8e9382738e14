"""Who is the largest, the oldest, the main one: each side gives the place to somebody else."""

from __future__ import annotations

from dossier.data import load
from dossier.language.lexical import closeness
from dossier.relating.alignment import Alignment
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around, listed
from dossier.relating.frames import Frame, Term

_AKIN = 0.6  # how close what they are largest of must be


def holders(pair: Alignment, setting: Setting) -> Opinion | None:
    """One place at the top, held by somebody else on each side."""
    top_a, top_b = _top(pair.a), _top(pair.b)
    if top_a is None or top_b is None:
        return None
    (at_a, what_a, who_a), (at_b, what_b, who_b) = top_a, top_b
    if not _one(what_a, what_b) or _one(who_a, who_b) or not _one_field(pair, who_a, who_b):
        return None
    words = (around(pair.a, at_a, what_a.index), around(pair.b, at_b, what_b.index))
    return Opinion("contradicts", "holders", words, "give the same place at the top to different ones", 0.8)


def _top(frame: Frame) -> tuple[int, Term, Term] | None:
    """Where the word for the top stands, what it is the top of, and who holds it."""
    tops = load("amounts.yaml")["tops"]
    at = next((i for i, w in enumerate(frame.words) if w.text.lower() in tops), -1)
    if at < 1 or frame.words[at - 1].text.lower() in load("amounts.yaml")["not_quite_top"]:
        return None
    after = [t for t in frame.terms if t.index > at]
    run = [t for n, t in enumerate(after) if t.index == at + 1 + n]
    passed = next((t.index for t in frame.terms if t.lemma in listed("overtaking")), at)
    who = next(
        (t for t in frame.terms if t.kind == "name" and t.index < min(at, passed) and not _owns(frame, t)), None
    )
    is_said = any(w.text.lower() in load("amounts.yaml")["holding"] for w in frame.words[:at]) or passed < at
    return (at, run[-1], who) if run and who and is_said and not any(n.reaches(at) for n in frame.negations) else None


def _owns(frame: Frame, term: Term) -> bool:
    return frame.words[term.index].text.lower().endswith(("'s", "’s", "s'", "s’"))


def _one(x: Term, y: Term) -> bool:
    return x.lemma == y.lemma or not x.keys.isdisjoint(y.keys) or closeness(x.lemma, y.lemma) >= _AKIN


def _one_field(pair: Alignment, who_a: Term, who_b: Term) -> bool:
    """The other names are the same on both sides: both speak of the largest lender to Laos."""
    rest = [
        [t for t in f.terms if t.kind == "name" and not _one(t, who_a) and not _one(t, who_b)]
        for f in (pair.a, pair.b)
    ]
    return all(any(_one(x, y) for y in rest[1]) for x in rest[0]) and all(
        any(_one(x, y) for x in rest[0]) for y in rest[1]
    )
