"""What two statements tell of one thing in whatever other words: the same side of it, or one that excludes the other.

The last to be asked, of two single statements: "the offer of 6 percent was ACCEPTED", "staff REJECTED the 6 percent
they were offered". Here neither words in common nor what is left over decides, but that no thing stands in the place
of another thing: cars that sell and motorbikes that do not are two facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb, stem_of
from dossier.language.words import lows_of
from dossier.relating.alignment import Alignment, exclude, is_manner
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import calls_untrue
from dossier.relating.apart.points import points_of
from dossier.relating.apart.terms import Term, alone_on_both, is_telling
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.poles import poles_of
from dossier.relating.comparisons.wordings import around, of_anothers, opposed

_SCORE = 0.7
_MET = 2  # names or telling words that both must have besides
_SPARE = 2  # telling words that both may say besides
_Told = tuple[int, int, int]  # the sign, and where the words stand


def told_of_one_thing(pair: Alignment, setting: Setting) -> Opinion | None:
    """What their predicates make of two statements on one situation; nothing where they point both ways."""
    if of_anothers(pair) or pair.order_turned:
        return None
    if calls_untrue(pair.a) != calls_untrue(pair.b):
        return None
    met = list(_met(pair))
    if len({way for way, _ in met}) > 1:
        return None
    if met and met[0][0] < 0:
        return Opinion("contradicts", "opposed", met[0][1], "are at odds over the same thing", _SCORE)
    if not met or all("than" in lows_of(f.words) for f in (pair.a, pair.b)):
        return None  # "less THAN in Greece", "less THAN in Spain"
    return Opinion("agrees", "opposed", met[0][1], "say the same of one thing", _SCORE)


def _met(pair: Alignment) -> Iterator[tuple[int, tuple[str, str]]]:
    """+1 or -1, with the words, for each class of predicates of which both tell a side, each in a word of its own."""
    mine_all, theirs_all = _told(pair.a), _told(pair.b)
    for name in sorted(mine_all.keys() & theirs_all.keys()):
        mine, theirs = mine_all[name], theirs_all[name]
        said = [{stem_of(w.lemma) for w in f.words[t[1] : t[2]]} for f, t in ((pair.a, mine), (pair.b, theirs))]
        inside = _inside(pair.a, mine), _inside(pair.b, theirs)
        if said[0] & said[1] and (
            mine[0] == theirs[0] or {t.lemma for t in inside[0]} & {t.lemma for t in inside[1]}
        ):
            continue  # where both use one word, other comparisons ask what is denied of it
        if _of_one_thing(pair, *inside):
            yield mine[0] * theirs[0], (around(pair.a, *mine[1:]), around(pair.b, *theirs[1:]))


@by_frame
def _told(frame: Frame) -> dict[str, _Told]:
    """By name the predicates, poles and ways to move of which a statement tells one side, not both."""
    told: dict[str, list[_Told]] = {}
    for point in points_of(frame):
        if not point.mood:
            told.setdefault(point.name, []).append((point.sign, point.start, point.end))
    for pole in (p for p in poles_of(frame) if p.entry not in words_in("sides")):
        told.setdefault(f"pole {pole.name}", []).append((pole.sign, pole.start, pole.end))
    for d in frame.directions:
        if d.sign:
            told.setdefault(f"way {d.dimension}", []).append((d.sign, d.start, d.end))
    return {name: found[0] for name, found in told.items() if len({sign for sign, _, _ in found}) == 1}


def _inside(frame: Frame, told: _Told) -> list[Term]:
    return [t for t in frame.terms if told[1] <= t.index < told[2]]


def _of_one_thing(pair: Alignment, mine: list[Term], theirs: list[Term]) -> bool:
    """Whether enough of the rest meets, and nothing else stands in its place that could make them two facts."""
    met = [(x, y) for x, y in pair.met if x not in mine and y not in theirs]
    if sum(x.kind == "name" or is_telling(x) for x, _ in met) < _MET:
        return False
    left = [[t for t in pair.left_a if t not in mine], [t for t in pair.left_b if t not in theirs]]
    if alone_on_both(left) - {"word"}:
        return False
    if any(x not in mine and y not in theirs for x, y in opposed(pair)):
        return False
    if any(exclude(x.lemma, y.lemma) for x in left[0] for y in left[1]):
        return False
    if any(not _is_act(x) and not _is_act(y) for x, y in pair.swaps(mine, theirs)):
        return False
    return min(sum(t.kind == "word" and is_telling(t) and not is_manner(t) for t in side) for side in left) <= _SPARE


def _is_act(term: Term) -> bool:
    return first_used_as_verb(term.lemma)
