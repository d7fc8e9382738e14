"""The same thing is said to rise and to fall: directions of the two claims held against each other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dossier.data import load
from dossier.language.direction import Direction, akin
from dossier.language.grammar import words_in
from dossier.language.inflection import forms_of
from dossier.language.lexical import used_as_adjective
from dossier.language.listed import listed
from dossier.relating.alignment import Alignment, exclude
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.predicates import denies_act, is_asked_for
from dossier.relating.apart.terms import Term
from dossier.relating.apart.times import told_near
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import moving, outright

_HELD = "support"  # the dimension of what somebody holds of a thing
_BY = 4  # words after a direction within which a number says how far it went
_ALIKE = 0.5  # so much of both is shared where one thing is followed from one time to another
_UTMOST = frozenset({"worst", "best"})
_ASIDE = 7  # words from a direction or its thing that still belong to what it says


def direction(pair: Alignment, setting: Setting) -> Opinion | None:
    """The same thing is said to rise and to fall, to be strong and weak, to be supported and opposed."""
    best: tuple[float, Direction, Direction] | None = None
    for mine in _told(pair.a):
        for theirs in _told(pair.b):
            if not akin(mine.dimension, theirs.dimension) or not _may_be_one_thing(pair, mine, theirs):
                continue
            if mine.sign == theirs.sign and mine.words.lower() == theirs.words.lower():
                continue
            if mine.sign != theirs.sign and (_each_denies(pair, mine, theirs) or _of_two_holders(pair, mine, theirs)):
                continue
            if _denied_in_part(pair.a, mine, pair.left_a) or _denied_in_part(pair.b, theirs, pair.left_b):
                continue
            shared = _shared_thing(pair, mine, theirs, setting)
            if shared and (
                best is None or (mine.sign != theirs.sign, shared) > (best[1].sign != best[2].sign, best[0])
            ):
                best = (shared, mine, theirs)
    if best is None:
        return None
    shared, mine, theirs = best
    theirs = replace(theirs, sign=theirs.sign * _turned(pair, mine, theirs))
    words = (moving(pair.a, mine), moving(pair.b, theirs))
    if mine.sign != theirs.sign:
        if pair.cover < _ALIKE and _of_two_times(pair):
            return None  # what rose then may fall now, and only a like statement shows that one thing did
        told = f"differ on whether the same thing {' or '.join(_ways(mine))}"
        return Opinion("contradicts", "direction", words, told, min(0.9, 0.55 + 0.35 * shared))
    if {mine.dimension, theirs.dimension} in ({"quality", "amount"}, {"quality", "strength"}):
        return None  # widened is not repaired
    if any(d.kind == "adjective" and d.words.lower().split()[-1] in _UTMOST for d in (mine, theirs)):
        return None  # "the WORST mining disaster", "poor safety in the mines": which one it was
    undone = [
        any(t.lemma in listed("undoing") and not d.start <= t.index < d.end for t in left)
        for left, d in ((pair.left_a, mine), (pair.left_b, theirs))
    ]
    if undone[0] != undone[1]:
        return None  # the opening, and the opening put off
    told = f"say that the same thing {_ways(mine)[mine.sign < 0]}"
    return Opinion("agrees", "direction", words, told, min(0.85, 0.5 + 0.35 * shared))


def _of_two_times(pair: Alignment) -> bool:
    one, other = pair.a.near, pair.b.near
    meet = one is None or other is None or one.overlaps(other)
    return not (meet and told_near(pair.a.issued, pair.b.issued))


def _ways(d: Direction) -> list[str]:
    """Up and down of a dimension in readers' words: "rises", "falls"."""
    told: dict[str, list[str]] = load("direction.yaml")["told"]
    return told[d.dimension]


@by_frame
def _told(frame: Frame) -> tuple[Direction, ...]:
    """Where something heads for one side, and is not only meant to."""
    return tuple(d for d in frame.directions if d.sign and not _is_tried(frame, d))


def _is_tried(frame: Frame, d: Direction) -> bool:
    """ "Seeks to increase its influence" does not say that it increases."""
    if is_asked_for(frame, d.start) or denies_act(frame, d.start) or _is_named_only(frame, d):
        return True  # "demands that wages rise", "its failure to join", "talks on the normalisation of relations"
    before = [w.text.lower() for w in frame.words[max(0, d.start - _BY) : d.start]]
    tried = [n for n, w in enumerate(before[: before.index("to")]) if w in _attempts()] if "to" in before else []
    # "expects revenue to grow" looks ahead, "expects to grow" may only hope
    return any(not (before[n].startswith("expect") and n + 1 < before.index("to")) for n in tried)


def _is_named_only(frame: Frame, d: Direction) -> bool:
    """Whether a noun of direction only tells what a thing is about: "the path TO NORMALISATION", "discuss a CUT"."""
    before = [
        w for w in frame.words[max(0, d.start - _ASIDE) : d.start] if w.text.lower() not in words_in("determiners")
    ]
    while before and before[-1].text.islower() and used_as_adjective(before[-1].lemma):
        before.pop()  # "the long-awaited normalisation"
    if d.kind != "noun" or not before:
        return False
    if before[-1].text.lower() in words_in("links"):
        return len(before) > 1 and before[-2].lemma in load("direction.yaml")["about"]
    return before[-1].lemma in load("direction.yaml")["discussed"]


def _each_denies(pair: Alignment, mine: Direction, theirs: Direction) -> bool:
    """ "No one was hurt when it COLLAPSED", "its COLLAPSE hurt no one": both tell of it, and deny something else."""
    one_word = any(mine.start <= x.index < mine.end and theirs.start <= y.index < theirs.end for x, y in pair.met)
    return one_word and bool(outright(pair.a)) and bool(outright(pair.b))


def _of_two_holders(pair: Alignment, mine: Direction, theirs: Direction) -> bool:
    """ "The party DEFENDS the bill", "the president VETOED it": what two hold of a thing is no dispute of fact."""
    if not (mine.dimension == theirs.dimension == _HELD and mine.kind == theirs.kind == "verb"):
        return False
    ours, others = (_holders(f, d) for f, d in ((pair.a, mine), (pair.b, theirs)))
    return bool(ours and others) and not any(x in ours and y in others for x, y in pair.met)


def _holders(frame: Frame, d: Direction) -> list[Term]:
    """Who supports or opposes: the names before the verb, else the words right before it; none in the passive."""
    if d.start and frame.words[d.start - 1].text.lower() in words_in("be"):
        return []
    before = [t for t in frame.terms if t.index < d.start]
    near = [t for t in before if t.kind == "word" and t.index >= d.start - _ASIDE]
    return [t for t in before if t.kind == "name"] or near


def _denied_in_part(frame: Frame, d: Direction, left: tuple[Term, ...]) -> bool:
    """ "Not open on Sundays", "not safe for children": what the other side does not name is all that is denied."""
    after = frame.words[d.end].text.lower() if d.end < len(frame.words) else ""
    narrowed = after in words_in("links") and any(d.end < t.index <= d.end + 2 for t in left)
    return (d.kind == "adjective" or d.dimension == "openness") and bool(d.turned_by) and narrowed


@cache
def _attempts() -> frozenset[str]:
    """Words for trying, wanting and being able, in all forms."""
    listed = load("cues.yaml")
    return frozenset(
        f for name in ("attempts", "wishes", "enabling") for word in listed[name] for f in forms_of(word) | {word}
    )


def _turned(pair: Alignment, mine: Direction, theirs: Direction) -> int:
    """-1 when an ill is said to be more by one and better by the other."""
    head = head_of(pair.a, mine)
    one_is_quality = (mine.dimension == "quality") != (theirs.dimension == "quality")
    return -1 if one_is_quality and head is not None and head.lemma in load("amounts.yaml")["ills"] else 1


def _may_be_one_thing(pair: Alignment, mine: Direction, theirs: Direction) -> bool:
    """Seen by one look: whether the words that name both things meet something, or both are sold."""
    head_a, head_b = head_of(pair.a, mine), head_of(pair.b, theirs)
    if head_a is None or head_b is None:
        return False
    sold = load("amounts.yaml")["sold"]
    met = head_a not in pair.left_a and head_b not in pair.left_b
    return met or (head_a.lemma in sold and head_b.lemma in sold)


def _shared_thing(pair: Alignment, mine: Direction, theirs: Direction, setting: Setting) -> float:
    """How much of the smaller thing is shared, 0 when too little to call it one thing."""
    own_a, own_b = _terms_in(pair.a, mine), _terms_in(pair.b, theirs)
    met = [(x, y) for x, y in pair.met if x in own_a and y in own_b]
    total = min(sum(t.weight for t in own_a), sum(t.weight for t in own_b))
    if not _heads_meet(pair, mine, theirs, met):
        return 0.0
    apart = [[t for t in own if all(t is not m[n] for m in met)] for n, own in enumerate((own_a, own_b))]
    if any(exclude(x.lemma, y.lemma) for x in apart[0] for y in apart[1]):
        return 0.0
    only_a = [t for t in own_a if all(t is not x for x, _ in met) and _tells(t)]
    only_b = [t for t in own_b if all(t is not y for _, y in met) and _tells(t)]
    if only_a and only_b:
        return 0.0
    moving_a = [t for t in pair.left_a if not _near(mine, t) or _moves(mine, t)]
    moving_b = [t for t in pair.left_b if not _near(theirs, t) or _moves(theirs, t)]
    timed = [[t for t in left if t.kind == "time" or t.lemma.startswith("#o")] for left in (pair.left_a, pair.left_b)]
    if {t.kind for t in timed[0]} != {t.kind for t in timed[1]}:  # "since May", "in the first quarter": asked later
        moving_a, moving_b = moving_a + timed[0], moving_b + timed[1]
    if pair.clash(moving_a, moving_b, 0.3 if len(met) > 1 else setting.allowed(pair)):
        return 0.0
    return sum(min(x.weight, y.weight) for x, y in met) / total


def _moves(d: Direction, term: Term) -> bool:
    """The word of direction itself, and by how much: "rose by 16 percent" and "fell by 43" differ in the way, too."""
    return d.start <= term.index < d.end or (term.kind == "number" and d.end <= term.index < d.end + _BY)


def _tells(term: Term) -> bool:
    return term.lemma not in load("amounts.yaml")["containers"]


def _near(d: Direction, term: Term) -> bool:
    """Whether a word stands by the thing and its direction; the rest of a long sentence tells other things."""
    first, last = d.thing
    return min(first, d.start) - _ASIDE <= term.index < max(last, d.end) + _ASIDE


def _heads_meet(pair: Alignment, mine: Direction, theirs: Direction, met: list[tuple[Term, Term]]) -> bool:
    """The word that names each thing ("exports" of "copper exports from Chile") is met in the other thing."""
    head_a, head_b = head_of(pair.a, mine), head_of(pair.b, theirs)
    return any(x is head_a for x, _ in met) and any(y is head_b for _, y in met)


def _terms_in(frame: Frame, d: Direction) -> list[Term]:
    first, last = d.thing
    return [t for t in frame.terms if first <= t.index < last and not d.start <= t.index < d.end]
