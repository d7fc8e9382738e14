"""How likely two claims of articles on one matter tell of one thing.

Reports of one event put it in ever other words, and no rule of grammar tells which words may differ. So signs are
counted: what the two share, how close together it stands, what each has that the other lacks. How much each sign
weighs was not thought out but fitted to pairs of claims from real news that had been read and judged one by one
before the detector was asked (`tests/gold/alike.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp, log1p, sqrt

from dossier.data import load
from dossier.edtf import parse
from dossier.relating.apart.acts import told_acts
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.introduced import introduced
from dossier.relating.apart.moods import calls_untrue
from dossier.relating.apart.terms import Term, all_met, left_over, meetable
from dossier.relating.comparisons.measures import figures_of
from dossier.relating.meeting_words import Matter

_CLOSE = 10  # words from the first to the last of a stretch
_BESIDE = 4  # words to either side of it that belong to what is told there
_FAR = 5.0  # log of half a year in days
_QUOTED = re.compile(r"[\"“]([^\"“”]+?)[,.;]?[\"”]")
_TITLE = 3  # letters that a small word of a title may have
FEW = 12  # a number larger than this hardly stands in both by chance

Met = list[tuple[Term, Term]]  # words of either claim that stand for one thing, each once


@dataclass(frozen=True, slots=True)
class Shared:
    """What two claims have in common, and of that what stands closest together, an act or number with it if any."""

    a: Frame
    b: Frame
    met: Met
    stretch: Met
    left: tuple[list[Term], list[Term]]  # what meets nothing, in either claim
    beside: tuple[list[Term], list[Term]]  # of these what stands in the stretch or right beside it


def at_most(a: Frame, b: Frame, matter: Matter, point: bool = False) -> float:
    """What `likelihood` can come to, were each word met that some word of the other may meet: most pairs end here."""
    ours, theirs = _counted(a, matter), _counted(b, matter)
    met = [told for met_by, told in ours.words if not met_by.isdisjoint(theirs.met_by)]
    if len(met) < 2:
        return 0.0
    squared, words, large, times = map(sum, zip(*met))
    figures = figures_of(a, b)
    most = {
        "cosine": squared / sqrt(ours.squared * theirs.squared),
        "kin": words,  # which weighs more than the very same word, as that is in the cosine, too
        "act": 1.0,
        "large number": large + figures.worth,
        "time": times,
        "denied in both": float(denies(a) and denies(b)),
        "point": float(point),
    }
    return likelihood(most | _times(a, b) | _speech(a, b))


@dataclass(frozen=True, slots=True)
class Counted:
    """How telling the words of a claim are between two articles, all together and each with what it may be met by."""

    squared: float
    met_by: frozenset[str]
    words: tuple[tuple[frozenset[str], tuple[float, ...]], ...]  # its share of each sign in `at_most`


@by_frame
def _counted(frame: Frame, matter: Matter) -> Counted:
    telling = [matter.telling(t) for t in frame.terms]
    words = tuple(
        (t.met_by, (told**2, t.weight * told * (t.kind == "word"), is_large(t), t.kind == "time"))
        for t, told in zip(frame.terms, telling)
    )
    return Counted(sum(told**2 for told in telling), meetable(frame.terms), words)


def shared_by(a: Frame, b: Frame, matter: Matter) -> Shared | None:
    """What the two have in common; None for less than two words."""
    met = _one_to_one(all_met(a.terms, b.terms, _counted(b, matter).met_by))
    met = [(x, y) for x, y in met if not (x.index in introduced(a) and y.index in introduced(b))]
    if len(met) < 2:
        return None
    stretches = (_from(n, met) for n in range(len(met)))
    stretch = max(stretches, key=lambda s: (tells(a, b, s), sum(matter.telling(x) for x, _ in s)))
    left = left_over((a.terms, b.terms), met)
    beside = [_beside(side, [m[n].index for m in stretch]) for n, side in enumerate(left)]
    return Shared(a, b, met, stretch, (left[0], left[1]), (beside[0], beside[1]))


def signs(shared: Shared, matter: Matter, point: bool = False) -> dict[str, float]:
    """What speaks for one thing told and what against it, each a number.

    `point` is whether both tell one thing the same way (`ways`).
    """
    a, b, met = shared.a, shared.b, shared.met
    figures = figures_of(a, b)
    own = [{c.number.start for c in side} for side in figures.sides]  # which are no other numbers, if told roughly
    numbers = [sum(t.kind == "number" and t.index not in o for t in side) for side, o in zip(shared.left, own)]
    near = [sum(t.kind == "number" and t.index not in o for t in side) for side, o in zip(shared.beside, own)]
    return {
        "cosine": _cosine(a, b, met, matter),
        "words": sum(
            min(x.weight, y.weight) * matter.telling(x) for x, y in met if x.kind == "word" and _is_one(x, y)
        ),
        "kin": sum(min(x.weight, y.weight) * matter.telling(x) for x, y in met if not _is_one(x, y)),
        "act": float(bool(acts(a, b, shared.stretch))),
        "large number": figures.worth + sum(is_large(x) for x, _ in met if x.index not in own[0]),
        "time": float(sum(x.kind == "time" for x, _ in met)),
        "other numbers": float(min(numbers)),
        "other numbers beside": float(min(near)),
        "denied in one": float(denies(a) != denies(b)),
        "denied in both": float(any(x.negated and y.negated for x, y in met)),
        "point": float(point),
        **_times(a, b),
        **_speech(a, b),
    }


def likelihood(told: Mapping[str, float]) -> float:
    """The share of pairs with such signs that tell of one thing, 0 to 1."""
    base, weights = _weights()
    return 1 / (1 + exp(-base - sum(weights[name] * value for name, value in told.items())))


@cache
def _weights() -> tuple[float, dict[str, float]]:
    fitted = load("alike.yaml")
    return float(fitted["base"]), {name: float(weight) for name, weight in fitted["signs"].items()}


def _times(a: Frame, b: Frame) -> dict[str, float]:
    """Days between on a scale on which the first count most; as for half a year where a day is not known."""
    one, other = parse(a.issued), parse(b.issued)
    return {
        "one period": float(bool(a.period and b.period and a.period.overlaps(b.period))),
        "days between": log1p(abs(one.start.toordinal() - other.start.toordinal())) if one and other else _FAR,
    }


def _speech(a: Frame, b: Frame) -> dict[str, float]:
    """Whether one has words that the other quotes ("null and void"), and whether one person says both."""
    quoted = any(words in text for f, text in ((a, _plain(b)), (b, _plain(a))) for words in _quoted(f))
    return {"quoted": float(quoted), "one speaker": float(of_one_speaker(a, b))}


@by_frame
def _quoted(frame: Frame) -> tuple[str, ...]:
    """What it has in quotation marks, of several words, and no title: "A Year of Rain" is only named."""
    found = (" ".join(words.split()) for words in _QUOTED.findall(frame.text))
    return tuple(w.lower() for w in found if any(p.islower() and len(p) > _TITLE for p in w.split()[1:]))


@by_frame
def _plain(frame: Frame) -> str:
    return frame.text.lower()


def of_one_speaker(a: Frame, b: Frame) -> bool:
    """Whether both are said by one person or body, by a name that both give."""
    return not _speaker(a).isdisjoint(_speaker(b))


@by_frame
def _speaker(frame: Frame) -> frozenset[str]:
    return frozenset(word.lower() for word in frame.claim.speaker.split() if word[0].isupper())


@by_frame
def denies(frame: Frame) -> bool:
    """Whether it holds a denial at all, of whatever."""
    return bool(frame.negations) or calls_untrue(frame)


def _one_to_one(met: Met) -> Met:
    """Each word once, with the nearest that meets it: the same word before another for the same thing."""
    ours: set[int] = set()
    theirs: set[int] = set()
    chosen: Met = []
    for x, y in sorted(met, key=lambda m: (m[0].lemma != m[1].lemma, m[0].index, m[1].index)):
        if x.index not in ours and y.index not in theirs:
            ours.add(x.index)
            theirs.add(y.index)
            chosen.append((x, y))
    return chosen


def _from(first: int, met: Met) -> Met:
    """The words that stand close behind one in the first claim, and close to it in the second."""
    x, y = met[first]
    return [(p, q) for p, q in met if 0 <= p.index - x.index <= _CLOSE and abs(q.index - y.index) <= _CLOSE]


def _beside(left: Sequence[Term], places: Sequence[int]) -> list[Term]:
    return [t for t in left if min(places) - _BESIDE <= t.index <= max(places) + _BESIDE]


def _cosine(a: Frame, b: Frame, met: Met, matter: Matter) -> float:
    """How much of the two is the same, a word the more the fewer claims of the two articles hold it."""
    shared = sum(min(matter.telling(x), matter.telling(y)) ** 2 for x, y in met if _is_one(x, y))
    return shared / sqrt(_counted(a, matter).squared * _counted(b, matter).squared)


def in_order(met: Met) -> float:
    """How many of the words follow each other in both as they do in one."""
    ordered = sorted(met, key=lambda m: m[0].index)
    return sum(one[1].index < other[1].index for one, other in pairwise(ordered)) / (len(ordered) - 1)


def _is_one(x: Term, y: Term) -> bool:
    """The same word, a form of it, or a name and its country: not only another word for the same thing."""
    return x.lemma == y.lemma or x.kind == "name" or any(k[0] == "k" for k in x.keys & y.keys)


def acts(a: Frame, b: Frame, met: Met) -> Met:
    """Those of the words that tell of an act in both."""
    ours, theirs = told_acts(a), told_acts(b)
    return [(x, y) for x, y in met if x in ours and y in theirs]


def tells(a: Frame, b: Frame, stretch: Met) -> bool:
    """Whether a stretch holds an act or a number: other words may only name what both are about."""
    return bool(acts(a, b, stretch)) or any(is_large(x) for x, _ in stretch)


def is_large(term: Term) -> bool:
    """Whether it is a number that hardly stands in both by chance."""
    return term.kind == "number" and float(term.lemma[2:] or 0) > FEW
