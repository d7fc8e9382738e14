"""Two points of articles on the same things: do they say the same of one thing, or what excludes each other?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dossier.data import load
from dossier.edtf import parse
from dossier.language.grammar import is_adverb, words_in
from dossier.language.lexical import is_verb
from dossier.relating.alignment import exclude
from dossier.relating.apart.acts import is_act
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import calls_untrue, goes_on
from dossier.relating.apart.points import Point, bodies, is_of_every, points_of
from dossier.relating.apart.running import is_so_far
from dossier.relating.apart.terms import Term, all_met, alone_on_both, is_telling, left_over, meet
from dossier.relating.comparisons.blaming import blamed, laid_to_others
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.sharing import shares_enough
from dossier.relating.meeting_words import Matter, is_central, is_foreign, is_one_name, is_pointed, without_forenames

_SPARE = 1  # words one side may say besides where the other does so too
_SPOKEN = 5  # words before a predicate within which stands what makes it a passive
_WELL = 3  # or so many where none of them is rare
_BOTH = 2  # words two points must share to say the same
_HEAVY = 12  # weight of shared words at which a pair is as sure as it gets

Met = list[tuple[Term, Term]]  # words of two points that meet


def best_opinion(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """The strongest thing that two claims' points say of each other; a dispute before an agreement."""
    return min(_opinions(a, b, matter), key=lambda o: (o.type != "contradicts", -o.score), default=None)


def _opinions(a: Frame, b: Frame, matter: Matter) -> Iterator[Opinion]:
    for mine, theirs in ((p, q) for p in points_of(a) for q in points_of(b) if p.group == q.group):
        way = _way(mine, theirs)
        if not way or (way < 0 and (_begins_again(a, mine) or _begins_again(b, theirs))):
            continue
        if _of_two_acts(a, mine, b, theirs):
            continue
        if mine.mood == theirs.mood and laid_to_others(a, b, mine, theirs):
            opinion = blamed(a, b, mine, theirs) if way > 0 else None
        elif way > 0:
            opinion = _in_accord(a, b, mine, theirs, matter)
        else:
            opinion = _at_odds(a, b, mine, theirs, matter)
        if opinion:
            yield opinion


def _of_two_acts(a: Frame, mine: Point, b: Frame, theirs: Point) -> bool:
    """Whether both only say how something is done, and of two acts: illegally BOARDED, illegally INTRUDING."""
    acts = _acts_so_done(a, mine), _acts_so_done(b, theirs)
    return None not in acts and not any(meet(x, y) for x in acts[0] or () for y in acts[1] or ())


@by_frame
def _acts_so_done(frame: Frame, point: Point) -> list[Term] | None:
    """What stands beside an adverb; None where the point is told by another word."""
    if point.end > point.start + 1 or not is_adverb(frame.words[point.start].text.lower()):
        return None
    return [t for t in point.around if point.start - 1 <= t.index <= point.end and t.kind == "word"]


def _at_odds(a: Frame, b: Frame, mine: Point, theirs: Point, matter: Matter) -> Opinion | None:
    """What two opposite points make of each other; nothing where one may follow the other: stopped, resumed."""
    if mine.keys or theirs.keys or mine.loose or theirs.loose:
        return None
    if (mine.turns or theirs.turns) and mine.denied == theirs.denied:
        return None
    if mine.mood != theirs.mood and not _awaited(a, b, mine, theirs):
        return None
    if mine.mood == theirs.mood == "possible":
        return None  # what neither tells to be so
    met = [(x, y) for x, y in all_met(mine.around, theirs.around, theirs.met_by) if is_one_name(a, x, b, y)]
    by = [(x, y) for x, y in met if is_pointed(x, y, matter.rare) and not _is_body(x)]
    every = (mine.whole or not by) and (is_of_every(a, mine) or is_of_every(b, theirs))
    if mine.whole and not every:
        return None  # that one has it does not mean that another has
    by_words = bool(by)  # that few claims hold
    if not by and (mine.own or every):
        by = _subjects(mine, theirs, matter if mine.own else Matter())
        met = [*met, *(m for m in by if m not in met)]
    by = _of_one_thing(a, b, mine, theirs, met, by, matter)
    if not any(_of_one_role(a, b, mine, theirs, x, y) for x, y in by):
        return None
    if any(_was_once(f, p) or _of_members(f, p) for f, p in ((a, mine), (b, theirs))):
        return None
    if any(_done_to_another(f, p, [m[n] for m in met]) for n, (f, p) in enumerate(((a, mine), (b, theirs)))):
        return None
    ended = _has_ended(a, mine) or _has_ended(b, theirs)
    if ended and a.issued == b.issued:
        return None  # it was at risk in the morning, and by noon no longer
    passing = "now" if ended or is_so_far(a) or is_so_far(b) else _passing(mine, theirs)
    words, score = _told_by(a, b, mine, theirs, by), round(0.6 + 0.25 * _weight(met), 3)
    found = Opinion("contradicts", "points", words, "disagree about the same thing", score, passing=passing)
    return found if by_words or shares_enough(a, b, found, matter) else None


def _of_members(frame: Frame, point: Point) -> bool:
    """ "Was not ONE OF THOSE arrested", "it is not thought that he is AMONG THOSE who were": who belongs to them."""
    low = [w.text.lower() for w in frame.words[max(0, point.start - _SPOKEN) : point.start]]
    return any(two in (("of", "those"), ("among", "those")) for two in pairwise(low))


def _in_accord(a: Frame, b: Frame, mine: Point, theirs: Point, matter: Matter) -> Opinion | None:
    """What two points that say the same make of each other."""
    if mine.name == theirs.name == "planned" and a.words[mine.start].lemma != b.words[theirs.start].lemma:
        return None  # two plans, and not of one act
    own = mine.own and mine.name == theirs.name
    if mine.mood != theirs.mood or (not own and mine.met_by.isdisjoint(theirs.met_by)):
        return None
    met = all_met(mine.around, theirs.around, theirs.met_by)
    by = [(x, y) for x, y in met if is_pointed(x, y, matter.rare)]
    if not by and not own and len(met) < _WELL:
        return None
    by = by or _well_met(mine, met)
    if not by and mine.own:
        by = _subjects(mine, theirs, matter)
        met = [*met, *(m for m in by if m not in met)]
    by = _of_one_thing(a, b, mine, theirs, met, by, matter)
    if not by or not _enough(mine, theirs, met, by) or calls_untrue(a) != calls_untrue(b):
        return None
    if (mine.loose and not _one_word(a, b, mine, theirs)) or goes_on(a, mine.end) != goes_on(b, theirs.end):
        return None
    words, score = _told_by(a, b, mine, theirs, by), round(0.5 + 0.3 * _weight(met), 3)
    return Opinion("agrees", "points", words, "make the same point", score)


def _of_one_thing(a: Frame, b: Frame, mine: Point, theirs: Point, met: Met, by: Met, matter: Matter) -> Met:
    """Of the words that point to one thing those that do; none where the two points tell of two things."""
    by = [(x, y) for x, y in by if not (x.kind == y.kind == "word" and _owns(a, x) != _owns(b, y))]
    if not by or _apart(mine, theirs, met, matter):
        return []
    if mine.stance and not any(x in mine.left and y in theirs.left for x, y in met):
        return []  # the governor welcomed it, and more than half of the people are against
    return by


def _told_by(a: Frame, b: Frame, mine: Point, theirs: Point, by: Met) -> tuple[str, str]:
    """The words of both by which they are seen to meet: those that stand nearest."""
    near = min(by, key=lambda m: abs(m[0].index - mine.start) + abs(m[1].index - theirs.start))
    return _told(a, mine, near[0]), _told(b, theirs, near[1])


def _weight(met: Met) -> float:
    return min(1.0, sum(min(x.weight, y.weight) for x, y in met) / _HEAVY)


def _begins_again(frame: Frame, point: Point) -> bool:
    """ "Introduced AGAIN": who tells so tells both sides."""
    return any(w.text.lower() == "again" for w in frame.words[max(0, point.start - 1) : point.end + 1])


def _well_met(mine: Point, met: Met) -> Met:
    """What shows that both tell of one act though each word of it is a common one: who did it, and to what."""
    telling = [(x, y) for x, y in met if x.kind in ("word", "name") and not _is_light(x)]
    enough = len({x.index for x, _ in telling}) >= _WELL and len({y.index for _, y in telling}) >= _WELL
    acted_on = any(x in p.right for x, p in ((x, mine) for x, _ in telling))
    return telling if enough and acted_on and any(x in mine.left for x, _ in telling) else []


def _owns(frame: Frame, term: Term) -> bool:
    """ "The building OWNER'S relatives were detained" does not tell that the owner was."""
    here = frame.words[term.index : term.index + 2]
    return any(w.text.lower().endswith(("'s", "’s")) for w in here)


def _is_body(term: Term) -> bool:
    """A union or a court acts in many things: it does not show that one of them is meant."""
    return term.kind == "word" and term.lemma in load("predicates.yaml")["bodies"]


def _was_once(frame: Frame, point: Point) -> bool:
    """ "HAD BEEN on the run": a state that was over by then, which what came after does not deny.

    In what somebody said it only tells of the past: "all gates had been open, he said".
    """
    before = [w.text.lower() for w in frame.words[max(0, point.start - _SPOKEN) : point.start]]
    return point.passing and frame.claim.voice == "own" and before[-2:] == ["had", "been"]


def _has_ended(frame: Frame, point: Point) -> bool:
    """ "Is NO LONGER at risk": it was, and another report may still tell so."""
    return any(c.reaches(point.start) and c.words.lower().endswith(" longer") for c in frame.negations)


def _done_to_another(frame: Frame, point: Point, met: list[Term]) -> bool:
    """Whether what is told is told of something the other side does not speak of.

    "The fire SHUT DOWN THE LIFTS" does not say that the fire stopped, "NONE OF THEIR STAFF was killed" not that
    nobody was.
    """
    low = [w.text.lower() for w in frame.words]
    if (
        point.end < len(low)
        and low[point.end] in words_in("determiners")
        and is_verb(frame.words[point.start].lemma)
        and not is_passive(frame, point)
    ):
        behind = [t for t in point.right if t.index > point.end]
        object_ = [t for n, t in enumerate(behind) if t.index == behind[0].index + n]
        return bool(object_) and all(t not in met for t in object_) and any(t in met for t in point.left)
    of_some = [c.end for c in frame.negations if c.reaches(point.start) and c.words.lower().endswith(" of")]
    named = [t for t in frame.terms if of_some and of_some[-1] <= t.index < of_some[-1] + _SPOKEN]
    return bool(named) and named[0] not in met


def _of_one_role(a: Frame, b: Frame, mine: Point, theirs: Point, x: Term, y: Term) -> bool:
    """Whether the thing takes one part in both: who acts in one is not what is acted on in the other."""
    if (x in mine.left) == (y in theirs.left):
        return True
    sides = ((a, mine), (b, theirs)) if x in mine.left else ((b, theirs), (a, mine))
    return any(not is_verb(f.words[p.start].lemma) for f, p in sides) or is_passive(*sides[0])


def is_passive(frame: Frame, point: Point) -> bool:
    """ "Was CLOSED", "has been APPROVED", "remains SHUT": told of what stands before it."""
    before = [w.text.lower() for w in frame.words[max(0, point.start - _SPOKEN) : point.start]]
    held = any(w in words_in("be") for w in before) or any(w.startswith(("remain", "stay")) for w in before)
    return held or frame.words[point.start].text.lower() in words_in("be")


def _one_word(a: Frame, b: Frame, mine: Point, theirs: Point) -> bool:
    """Whether both use the very same predicate, or both deny."""
    one, other = (f.words[p.start].lemma for f, p in ((a, mine), (b, theirs)))
    return one == other or mine.sign == theirs.sign == -1


def _subjects(mine: Point, theirs: Point, matter: Matter) -> Met:
    """What two telling predicates are both said of: one word, however common, or what both articles are about."""
    return [
        (x, y)
        for x in mine.left or mine.around
        for y in theirs.left or theirs.around
        if x.kind in ("word", "name") and not _is_light(x) and (meet(x, y) or is_central(x, y, matter))
    ]


def _is_light(term: Term) -> bool:
    return term.lemma in load("events.yaml")["light"]


def _awaited(a: Frame, b: Frame, mine: Point, theirs: Point) -> bool:
    """One article announces what a later one tells to be otherwise."""
    days = parse(a.issued), parse(b.issued)
    if not days[0] or not days[1] or {mine.mood, theirs.mood} != {"", "ahead"}:
        return False
    return days[0].end < days[1].start if mine.mood else days[1].end < days[0].start


def _passing(mine: Point, theirs: Point) -> str:
    """Two states of back then are of one time unless a date says otherwise; of what is now each day tells anew."""
    if mine.mood != theirs.mood:
        return "now"
    if not mine.passing:
        return ""
    return "then" if mine.past and theirs.past else "now"


def _enough(mine: Point, theirs: Point, met: Met, by: Met) -> bool:
    """Two words in common, a large number counting twice; one of which both deny, or one of both says no more."""
    both = min(len({x.index for x, _ in met}), len({y.index for _, y in met}))
    both += any(x.kind == "number" for x, _ in by)  # a large number stands in both for a reason
    if both >= _BOTH or (mine.sign == theirs.sign == -1 and not mine.name.startswith("~")):
        return True
    spare = [[t for t in side if is_telling(t)] for side in left_over((mine.around, theirs.around), met)]
    subject = any(x in mine.left and y in theirs.left for x, y in by)
    return subject and not all(spare) and mine.name[0] not in "~="


def _way(mine: Point, theirs: Point) -> int:
    """+1 for one side of one predicate, -1 for opposite ones, 0 for two that have nothing to do with each other."""
    same = mine.name == theirs.name or not mine.keys.isdisjoint(theirs.keys)
    return mine.sign * theirs.sign if same else 0


def _apart(mine: Point, theirs: Point, met: Met, matter: Matter) -> bool:
    """Whether each names somebody, counts or dates something, or tells of a body's act, that the other does not.

    Things that move are named alike or are two things: bus fares in a country and wheat prices there.
    """
    left = left_over((mine.around, theirs.around), met)
    left = [without_forenames(side, [m[n] for m in met]) for n, side in enumerate(left)]
    if mine.head and theirs.head and not _named_alike(mine.head, theirs.head, met, left):
        return True
    if any(is_foreign(t, matter) for side in left for t in side):
        return True  # "NIGER'S economy" is not the one of an article that nowhere speaks of Niger
    alone = alone_on_both(left) - {"word"} - ({x.kind for x, _ in met} - {"name"})
    if alone - ({"time"} if mine.passing else set()):
        return True
    if any(exclude(x.lemma, y.lemma) for x in left[0] for y in left[1]):
        return True
    acting = bodies(mine.around), bodies(theirs.around)
    if all(acting) and acting[0].isdisjoint(acting[1]):
        return True
    spare = [[t for t in side if t.kind == "word" and is_telling(t) and not is_act(t)] for side in left]
    return min(map(len, spare)) > _SPARE


def _named_alike(x: Term, y: Term, met: Met, left: list[list[Term]]) -> bool:
    """The words that name two things meet, and not each has a word besides that the other has not."""
    beside = [any(t.kind == "word" for t in side) for side in left]
    return any(one is x and other is y for one, other in met) and not all(beside)


def _told(frame: Frame, point: Point, near: Term) -> str:
    """The predicate with a word by which the two meet, in the claim's own words."""
    return frame.stretch((near.index, point.start, point.end - 1))
