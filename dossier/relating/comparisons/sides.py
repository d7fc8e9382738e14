"""Two statements on one situation that tell sides of an aspect of one thing, in whatever other words.

Where poles ask that all else meets, here the thing decides: a mine that is worked and a mine that stands idle.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.language.grammar import words_in
from dossier.language.lexical import first_used_as_verb
from dossier.relating.alignment import Alignment, exclude, is_manner
from dossier.relating.apart.aspects import known_things, name_of, needs_more, one_thing, told_in
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.moods import calls_untrue
from dossier.relating.apart.points import Point, points_of_things
from dossier.relating.apart.terms import Term, is_telling
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around, far_apart, of_anothers, opposed

_SCORE = 0.7
_SPARE = 1  # telling words that both may say besides
_BEHIND = 4  # words behind a predicate within which stands what narrows it
_REST = 0.4  # of what else the shorter one says the other has so much


def sides(pair: Alignment, setting: Setting) -> Opinion | None:
    """The first aspect that decides, a dispute before an agreement; only where both are on one situation."""
    if not setting.same_situation or far_apart(pair) or of_anothers(pair):
        return None
    if {s.name for f in told_in(pair.a) for s in f.value}.isdisjoint(
        s.name for f in told_in(pair.b) for s in f.value
    ):
        return None
    found = list(_opinions(pair))
    return next((o for o in found if o.type == "contradicts"), found[0] if found else None)


def _opinions(pair: Alignment) -> Iterator[Opinion]:
    mine_all, theirs_all = _told(pair.a), _told(pair.b)
    for name in mine_all.keys() & theirs_all.keys():
        mine, theirs = mine_all[name], theirs_all[name]
        if _lemmas(pair.a, mine) & _lemmas(pair.b, theirs) or not _of_one(pair, mine, theirs):
            continue
        words = (around(pair.a, mine.start, mine.end), around(pair.b, theirs.start, theirs.end))
        if mine.sign != theirs.sign:
            yield Opinion("contradicts", "aspects", words, "are at odds over the same thing", _SCORE)
        elif _adds_nothing(pair, mine, theirs):
            yield Opinion("agrees", "aspects", words, "say the same of one thing", _SCORE)


def _lemmas(frame: Frame, point: Point) -> frozenset[str]:
    """The telling words of a predicate: where both use one, other comparisons ask what is denied of it."""
    return frozenset(t.lemma for t in frame.terms if _in(t, point) and is_telling(t))


def _told(frame: Frame) -> dict[str, Point]:
    """The aspects of which a statement tells one side; one that tells both leaves it open."""
    told: dict[str, list[Point]] = {}
    for point in points_of_things(frame):
        told.setdefault(point.name, []).append(point)
    return {name: points[0] for name, points in told.items() if len({(p.sign, p.mood) for p in points}) == 1}


def _of_one(pair: Alignment, mine: Point, theirs: Point) -> bool:
    """Whether the two are told of one thing, and nothing else differs that could make them two facts."""
    if mine.mood != theirs.mood or calls_untrue(pair.a) != calls_untrue(pair.b):
        return False
    things = _things(pair, mine, theirs)
    if things is None:
        return False
    x, y = things
    met = [(s, t) for s, t in pair.met if not (_in(s, mine) and _in(t, theirs))]
    besides = [(s, t) for s, t in met if (s, t) != (x, y) and (s.kind == "name" or is_telling(s))]
    if not besides or (needs_more(mine.name) and (x, y) not in met and len(besides) < 2):
        return False
    drop = [
        [t for t in f.terms if _in(t, p) or t is thing] for f, p, thing in zip(_frames(pair), (mine, theirs), things)
    ]
    if any(s not in drop[0] and t not in drop[1] for s, t in opposed(pair)):
        return False
    left = [[t for t in side if t not in out] for side, out in zip((pair.left_a, pair.left_b), drop)]
    if _scoped(pair.a, mine, left[0]) and _scoped(pair.b, theirs, left[1]):
        return False
    for kind in ("name", "number", "time"):
        if all(any(t.kind == kind for t in side) for side in left):
            return False
    if pair.without_of_shorter(*drop) < _REST:
        return False
    if any(exclude(s.lemma, t.lemma) for s in left[0] for t in left[1]):
        return False
    spare = [_telling(side) for side in left]
    if all(any(not first_used_as_verb(t.lemma) for t in side) for side in spare):
        return False  # "the union of NURSES" and "of TEACHERS", an EASTERN border and a NORTHERN airport
    return min(map(len, spare)) <= _SPARE and not pair.order_turned


def _scoped(frame: Frame, point: Point, left: list[Term]) -> bool:
    """ "Open TO LORRIES", "clean AT ITS SOURCE": what the other does not speak of narrows it."""
    near = frame.words[point.end - 1 : point.end + 1]
    links = [w for w in near if w.text.lower() in words_in("links")]
    return bool(links) and any(point.end <= t.index < point.end + _BEHIND for t in left)


def _things(pair: Alignment, mine: Point, theirs: Point) -> tuple[Term, Term] | None:
    """The thing both are told of: one that meets, else the nearest of each if they may be one."""
    known = known_things(mine.name)
    met = [(x, y) for x, y in pair.met if name_of(x) in known and name_of(y) in known and one_thing(mine.name, x, y)]
    if met:
        return min(met, key=lambda m: abs(m[0].index - mine.start) + abs(m[1].index - theirs.start))
    x, y = mine.thing, theirs.thing
    return (x, y) if x and y and one_thing(mine.name, x, y) else None


def _adds_nothing(pair: Alignment, mine: Point, theirs: Point) -> bool:
    """Whether one of the two says nothing beside what both say."""
    out = [[t for t in f.terms if _in(t, p)] for f, p in zip(_frames(pair), (mine, theirs))]
    left = [[t for t in side if t not in gone] for side, gone in zip((pair.left_a, pair.left_b), out)]
    return any(not [t for t in side if t.kind != "word" or is_telling(t)] for side in left)


def _telling(terms: list[Term]) -> list[Term]:
    return [t for t in terms if t.kind == "word" and is_telling(t) and not is_manner(t)]


def _frames(pair: Alignment) -> tuple[Frame, Frame]:
    return pair.a, pair.b


def _in(term: Term, point: Point) -> bool:
    return point.start <= term.index < point.end
