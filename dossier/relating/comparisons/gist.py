"""What two articles on one matter say in words of their own: the same of the same thing, or one denies the other.

Clause by clause, by the weight of what both tell. Words that stand in many claims of both articles weigh little: in a
dossier on a dam everybody says "dam". So a few rare ones close to each other show that one thing is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.data import load
from dossier.language.kinship import may_be_opposite, may_be_same
from dossier.relating.alignment import exclude, light_words
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.frames import Frame, Term
from dossier.relating.meeting_words import Matter, is_pointed, keys_of, meet, without_forenames
from dossier.relating.moods import calls_untrue
from dossier.relating.parts import Part, mood_at, parts_of

_CENTRAL = 0.4  # what a word counts that both articles hold all over
_COMMON = 0.75  # and one that many claims of one of them hold
_SMALL = 0.3  # and one that tells little by itself
_LEAST = 7.0  # weight of what both tell
_DENSE = 0.7  # the share of the weight between the first and the last word met that meets as well
_FAIR = 0.6  # and on the side that tells more
_DENIED = 0.8  # how dense the words must be where one denies what the other tells
_LONG = 5  # letters of a word that stands behind its noun for a reason
_MANY = 3  # words met that make one act of two, where not all of the clause meets
_SHORTER = 0.62  # the share of the shorter clause's weight that makes two words enough

Pairs = tuple[tuple[Term, Term], ...]


@dataclass(frozen=True, slots=True)
class Common:
    """Words of two clauses that meet, what stands between them without meeting, and how dense they are."""

    met: Pairs
    left: tuple[list[Term], list[Term]]
    akin: int  # how many of them are only of one kind
    dense: float


def gist(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """The best of what two clauses of the claims say of each other."""
    found = sorted(_opinions(a, b, matter), key=lambda o: (o.type != "contradicts", -o.score))
    return found[0] if found else None


def _opinions(a: Frame, b: Frame, matter: Matter) -> Iterator[Opinion]:
    if calls_untrue(a) != calls_untrue(b):
        return
    for mine in parts_of(a):
        for theirs in parts_of(b):
            common = _common(mine, theirs, matter)
            if common is None or not _of_one(mine, theirs, common, matter):
                continue
            acts = _act_met(mine, theirs, common)
            if acts is None:
                continue
            denied = [_is_denied(part, act) for part, act in zip((mine, theirs), acts)]
            moods = [mood_at(f, p, act) for f, p, act in zip((a, b), (mine, theirs), acts)]
            if moods[0] != moods[1] and not (all(denied) and "asked" not in moods):
                continue
            words = (_told(a, [x for x, _ in common.met]), _told(b, [y for _, y in common.met]))
            score = round(min(0.8, 0.45 + 0.35 * common.dense), 3)
            if denied[0] == denied[1]:
                yield Opinion("agrees", "gist", words, "say the same in other words", score)
            elif common.dense > _DENIED:
                yield Opinion("contradicts", "gist", words, "one denies what the other tells", score, passing="now")


def _common(mine: Part, theirs: Part, matter: Matter) -> Common | None:
    """What meets, None where it is too little or too far apart."""
    met = _paired(mine.terms, theirs.terms, meet)
    if not any(is_pointed(x, y, matter.rare) for x, y in met):
        return None
    rest = [[t for t in part.terms if all(t is not m[n] for m in met)] for n, part in enumerate((mine, theirs))]
    akin = _paired(rest[0], rest[1], _akin)[:1]
    met += akin
    shared = sum(min(_worth(x, matter), _worth(y, matter)) for x, y in met)
    if shared < _LEAST:
        return None
    between = [
        [t for t in part.terms if min(m[n].index for m in met) <= t.index <= max(m[n].index for m in met)]
        for n, part in enumerate((mine, theirs))
    ]
    dense = sorted(shared / sum(_worth(t, matter) for t in side) for side in between)
    if dense[1] < _DENSE or dense[0] < _FAIR:
        return None
    size = min(sum(_worth(t, matter) for t in part.terms) for part in (mine, theirs))
    if len(met) < _MANY and shared < _SHORTER * size:
        return None
    left = [[t for t in side if all(t is not m[n] for m in met)] for n, side in enumerate(between)]
    return Common(tuple(met), (left[0], left[1]), len(akin), min(1.0, sum(dense) / 2))


def _paired(
    ours: Sequence[Term], theirs: Sequence[Term], near: Callable[[Term, Term], bool]
) -> list[tuple[Term, Term]]:
    """Each word with the first of the other side that is near it and not yet taken."""
    met: list[tuple[Term, Term]] = []
    rest = list(theirs)
    for x in ours:
        y = next((y for y in rest if near(x, y)), None)
        if y is not None:
            rest.remove(y)
            met.append((x, y))
    return met


def _akin(x: Term, y: Term) -> bool:
    return x.kind == y.kind == "word" and may_be_same(x.lemma, y.lemma)


def _worth(term: Term, matter: Matter) -> float:
    if term.lemma in light_words():
        return _SMALL * term.weight
    keys = keys_of(term)
    if not keys.isdisjoint(matter.rare):
        return term.weight
    return term.weight * (_COMMON if keys.isdisjoint(matter.central) else _CENTRAL)


def _of_one(mine: Part, theirs: Part, common: Common, matter: Matter) -> bool:
    """Whether nothing in either clause shows that another thing is told."""
    words = _words(common)
    names = [x for x, y in common.met if x.kind == "name" and is_pointed(x, y, matter.rare)]
    if len(words) < 2 and not (words and len(names) > 1):
        return False
    whole = [
        [t for t in part.terms if all(t is not m[n] for m in common.met)] for n, part in enumerate((mine, theirs))
    ]
    left = [without_forenames(side, [m[n] for m in common.met]) for n, side in enumerate(whole)]
    for kind in ("name", "number", "time"):
        own = [[t for t in side if t.kind == kind and keys_of(t).isdisjoint(matter.central)] for side in left]
        if all(own):
            return False
    if _at_odds(whole[0], whole[1]):
        return False
    return _one_subject(mine, theirs, common, matter)


def _words(common: Common) -> list[tuple[Term, Term]]:
    """Words that meet as more than two of a kind, be they common ones."""
    return [(x, y) for x, y in common.met if x.kind == "word" and meet(x, y)]


def _one_subject(mine: Part, theirs: Part, common: Common, matter: Matter) -> bool:
    """Whether what each is told of, the words it opens with, meets something, or is what both articles are about."""
    met = {t for pair in common.met for t in pair}
    told = [any(t in met for t in part.subject) for part in (mine, theirs)]
    known = [yes or _is_known(part, matter) for yes, part in zip(told, (mine, theirs))]
    return all(told) or (all(known) and len(common.met) > common.akin + 1)


def _is_known(part: Part, matter: Matter) -> bool:
    """Whether it opens with nothing but what both articles are about, "the government" or a pronoun."""
    bodies = load("predicates.yaml")["bodies"]
    return all(t.lemma in bodies or not keys_of(t).isdisjoint(matter.central) for t in part.subject)


def _at_odds(ours: Sequence[Term], theirs: Sequence[Term]) -> bool:
    return any(
        x.kind == y.kind == "word" and (exclude(x.lemma, y.lemma) or may_be_opposite(x.lemma, y.lemma))
        for x in ours
        for y in theirs
    )


def _act_met(mine: Part, theirs: Part, common: Common) -> tuple[Term, Term] | None:
    """The act that both tell, be it as a noun on one side; where neither tells any, the last of many words that meet.

    None where one tells of acts of which the other has none, or does something besides between the words that meet.
    """
    if any(t in part.acts for left, part in zip(common.left, (mine, theirs)) for t in left):
        return None
    told = [pair for pair in common.met if pair[0] in mine.acts or pair[1] in theirs.acts]
    if told:
        sure = ((x, y) for x, y in told if meet(x, y) and _one_class(x, y, mine, theirs))
        return next(sure, None)
    enough = len(common.met) > _MANY or len(_words(common)) >= _MANY
    return None if mine.acts or theirs.acts or not enough else common.met[-1]


def _one_class(x: Term, y: Term, mine: Part, theirs: Part) -> bool:
    """Whether both are verbs here, or one is the noun of the other, not by chance: "agree" and "agreement"."""
    return (x in mine.acts) == (y in theirs.acts) or min(len(x.lemma), len(y.lemma)) >= _LONG


def _is_denied(part: Part, act: Term) -> bool:
    return sum(c.reaches(act.index) for c in part.cues) % 2 == 1


def _told(frame: Frame, met: Sequence[Term]) -> str:
    places = [t.index for t in met]
    return frame.text_of(min(places), max(places) + 1).strip(" ,.;:")
