"""One article tells what another denies: most likely one thing, and nearly all that the two share only one denies.

That the very word of one claim is denied in the other shows little: flights were stopped, and trains were not. So
it is asked how likely both tell of one thing, whoever denies it, as it is asked of two that agree (`likely`).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from dossier.data import load
from dossier.language.negation import Negation, clause_around
from dossier.relating.alignment import align
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term, alone_on_both
from dossier.relating.comparisons.exchanged import done_to_another
from dossier.relating.comparisons.likely import Met, Shared, acts, at_most, of_one_speaker, shared_by
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.sharing import of_one_thing
from dossier.relating.comparisons.wordings import cue_and
from dossier.relating.meeting_words import Matter

_THAT = 2  # words behind "rejected" within which stands "that": "rejected reports that"
_BESIDE = 2  # words from a name to what it tells the side of: "INDIAN army SOLDIERS"
_TOLD = "disagree: one denies what the other reports"


def denied(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """That one of the two denies what the other tells."""
    listed = load("disputes.yaml")
    sides = _denied_in(a), _denied_in(b)
    if bool(sides[0]) == bool(sides[1]) or at_most(a, b, matter) < min(listed["denied"].values()):
        return None
    shared = shared_by(a, b, matter)
    if shared is None or of_one_speaker(a, b):  # who hardly contradicts himself
        return None
    side = 0 if sides[0] else 1
    likely = of_one_thing(shared, matter)
    apart = [(x, y) for x, y in shared.met if (x in sides[0]) != (y in sides[1])]
    if likely < listed["denied"][_how(shared, side, apart)]:
        return None
    of_it = [m for m in shared.met if m in apart or m[side].index in _denied_of((a, b)[side])]
    if _weight(of_it, matter) < listed["most"] * _weight(shared.met, matter):
        return None
    if not apart or not _is_what_is_denied(shared, side, apart) or _tells_of_another(shared):
        return None
    x, y = max(apart, key=lambda m: (m[0].kind == "word", m[0].weight))
    return Opinion("contradicts", "denied", (cue_and(a, x), cue_and(b, y)), _TOLD, round((1 + likely) / 2, 3))


def _how(shared: Shared, side: int, apart: Met) -> str:
    """Whether it is denied that there is such a thing at all ("NO surgical strike"), that all is so, or otherwise."""
    frame, met = (shared.a, shared.b)[side], {m[side] for m in apart if m[0].lemma == m[1].lemma}
    none = [_things(cue, [t for t in frame.terms if cue.reaches(t.index)]) for cue in frame.negations if _is_no(cue)]
    if any(things and met.issuperset(things) for things in none):
        return "none"
    return "all" if any(_reports(frame, cue) for cue in frame.negations) else "some"


@by_frame
def _denied_in(frame: Frame) -> frozenset[Term]:
    """The words a claim denies; all where somebody rejects it all: "Pakistan DISMISSED REPORTS of a strike"."""
    told = frozenset(t for t in frame.terms if t.negated)
    return told or frozenset(frame.terms if frame.claim.voice == "rebutted" else ())


@by_frame
def _denied_of(frame: Frame) -> frozenset[int]:
    """Where the words stand of whom or what something is denied: "THE PANELS USED THERE are not banned"."""
    outright = (cue.start for cue in frame.negations if not _reports(frame, cue))
    return frozenset(i for at in outright for i in range(clause_around(frame.words, at)[0], at))


def _is_what_is_denied(shared: Shared, side: int, apart: Met) -> bool:
    """Whether both have the very word behind a denial: "NO book", "has NOT met"; "denied THAT ..." is of all."""
    frame = (shared.a, shared.b)[side]
    if not frame.negations or any(_reports(frame, cue) for cue in frame.negations):
        return True
    met = {m[side].index: m[1 - side] for m in apart if m[0].lemma == m[1].lemma or m[0].kind == "name"}
    cues = [cue for cue in frame.negations if not (_denies_cause(frame, cue) or _of_one_person(frame, cue))]
    reached = [(cue, [t for t in frame.terms if cue.reaches(t.index)]) for cue in cues]
    behind = [_behind(cue, told) for cue, told in reached if told and not _names_others(cue, told, met)]
    return any(t.lemma in load("events.yaml")["effects"] for t in behind) or any(
        t.index in met and not _moves(frame, t) and not _is_of(met[t.index], shared.left[1 - side]) for t in behind
    )


def _behind(cue: Negation, reached: list[Term]) -> Term:
    """What stands right behind a denial, behind "no" the thing itself: "NO significant EFFECT"."""
    things = _things(cue, reached) or reached[-1:]
    return things[-1 if _is_no(cue) else 0]


def _things(cue: Negation, reached: list[Term]) -> list[Term]:
    """The words that stand one behind the other behind a cue: "no SURGICAL STRIKE by anybody"."""
    after = [t for t in reached if t.index >= cue.end]
    return [t for n, t in enumerate(after) if t.index == after[0].index + n]


def _names_others(cue: Negation, reached: list[Term], met: Mapping[int, Term]) -> bool:
    """ "No INDIAN soldier was killed" says nothing of others."""
    things = _things(cue, reached) if _is_no(cue) else []
    told = [met.get(t.index) for t in things if t.kind == "name"] + [met.get(t.index) for t in things[-1:]]
    return len(told) > 1 and not all(t and told[-1] and abs(t.index - told[-1].index) <= _BESIDE for t in told)


def _is_no(cue: Negation) -> bool:
    return cue.words.lower() == "no"


def _denies_cause(frame: Frame, cue: Negation) -> bool:
    """ "Did not win BECAUSE of the harbour": he may have won, for another reason."""
    return [w.text.lower() for w in frame.words[cue.last : cue.last + 1]] == ["because"]


def _of_one_person(frame: Frame, cue: Negation) -> bool:
    """ "Was NOT ONE OF those arrested", "not among them": others may have been."""
    low = [w.text.lower() for w in frame.words[cue.start : cue.end + _THAT + 1]]
    return "among" in low or any(two in (("one", "of"), ("part", "of")) for two in pairwise(low))


def _reports(frame: Frame, cue: Negation) -> bool:
    """ "Denied that", "denied on Monday that", "no evidence that": what follows is denied as a whole."""
    if cue.words.lower().endswith(" that"):
        return True
    return any(w.text.lower() == "that" for w in frame.words[cue.end - 1 : cue.end + _THAT])


def _moves(frame: Frame, term: Term) -> bool:
    """ "Has not FALLEN": what rises and falls is held against each other by its direction."""
    return any(d.start <= term.index < d.end for d in frame.directions)


def _is_of(term: Term, left: list[Term]) -> bool:
    """Whether it only tells which thing stands behind it, of which the other does not speak: MERCURY levels."""
    return any(t.index == term.index + 1 and t.kind == "word" for t in left)


def _tells_of_another(shared: Shared) -> bool:
    """Whether somebody else does it, or it is done to something else, or each counts others."""
    alone = alone_on_both(shared.left)
    return "number" in alone or _of_two_doers(shared) or done_to_another(align(shared.a, shared.b))


def _weight(met: Met, matter: Matter) -> float:
    return sum(min(matter.telling(x), matter.telling(y)) for x, y in met)


def _of_two_doers(shared: Shared) -> bool:
    """ "The mayor published the list", "the council has not published it": before the act nothing meets."""
    told = acts(shared.a, shared.b, shared.met)
    return any(_alone(shared.a, x, shared.left[0]) and _alone(shared.b, y, shared.left[1]) for x, y in told)


def _alone(frame: Frame, act: Term, left: list[Term]) -> bool:
    before = [t for t in frame.terms if t.index < act.index]
    return bool(before) and all(t in left for t in before)
