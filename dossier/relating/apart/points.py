"""The single things a claim says: each predicate with the telling words round it, whether denied, wished or foreseen.

A long sentence of an article makes several such points; held against another article's they need far fewer words in
common than whole sentences do, once it is known that both articles tell of the same things.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from dossier.data import load
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.negation import clause_around
from dossier.relating.apart.acts import is_act, told_acts
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.heads import head_of
from dossier.relating.apart.moods import mood_of, mood_words
from dossier.relating.apart.predicates import (
    denies_act,
    denies_another_act,
    denies_only_why,
    is_asked_for,
    is_attribute,
    is_noun,
    only_bears_out,
    only_dates,
    tells_of_the_only_one,
    tells_too_little,
)
from dossier.relating.apart.sides import Side, point_sides
from dossier.relating.apart.tallies import fates
from dossier.relating.apart.terms import Term, meetable

_REACH = 9  # words to either side of a predicate within which stands what it is said of
_AFTER = 6  # and fewer behind it
_BACK = 3  # telling words taken from before the clause where it names no subject: "were installed but NOT SOUNDED"
_RELATIVES = frozenset({"where", "which", "who", "whose", "whom"})
_NO_MOVE = frozenset({"contract", "contracts", "record"})  # nouns that look like words of direction
# Dimensions of what can be counted; influence and friendship are too wide to meet by a word.
_MEASURED = frozenset({"amount", "pace"})
_BACK_THEN = frozenset({"was", "were", "had", "wasn't", "weren't", "hadn't", "did", "didn't"})
_BEFORE = 9  # words before a predicate within which a mood is looked for


@dataclass(frozen=True, slots=True, eq=False)  # one place in one frame: never compared by what it holds
class Point:
    """A predicate at words[start:end] of a claim: its class, +1 or -1 with negations worked in, what is round it."""

    name: str  # of a class of predicates.yaml, or "=" and a plain verb
    sign: int
    passing: bool  # a state that another day may find changed
    past: bool  # told of back then: "was", "had been"
    mood: str  # "", ahead, asked or possible
    start: int
    end: int
    keys: frozenset[str]  # what a plain verb may be met by
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    head: Term | None = None  # of what rises or falls: the word that names it
    own: bool = False  # met by any word of what it is said of, however common
    stance: bool = False  # what somebody holds of a thing
    loose: bool = False  # words of one side that do not say the same: they lost it, they gained it
    whole: bool = False  # at odds only where one side speaks of everybody
    turns: bool = False  # an act that another may undo: suspended and resumed are news of two days
    denied: bool = False  # by a word such as "not"
    around: tuple[Term, ...] = field(init=False, repr=False)  # all telling words it is said of
    met_by: frozenset[str] = field(init=False, repr=False)  # by what these are met
    group: str = field(init=False, repr=False)  # only points of one group may say the same or the opposite

    def __post_init__(self) -> None:
        object.__setattr__(self, "around", self.left + self.right)
        object.__setattr__(self, "met_by", meetable(self.around))
        object.__setattr__(self, "group", "=" if self.keys else self.name)


@by_frame
def points_of(frame: Frame) -> tuple[Point, ...]:
    """All points of a claim, in order; a phrase of several classes makes several."""
    befell = [f for f in fates().find(frame.words) if f.value and f.end - f.start > 1]  # "lost their lives": no loss
    found = [f for f in point_sides().find(frame.words) if all(f.end <= g.start or g.end <= f.start for g in befell)]
    taken = {i for f in found for i in range(f.start, f.end)}
    made = [
        _point(frame, f.start, f.end, side, frozenset())
        for f in found
        for side in f.value
        if not is_noun(frame, f)
        and not is_attribute(frame, f)
        and not denies_act(frame, f.start)
        and not only_bears_out(frame, f)
    ]
    plain = [
        _point(frame, t.index, t.index + 1, Side(f"={t.lemma}", 1), _met_by(t))
        for t in frame.terms
        if t.index not in taken and t in told_acts(frame)
    ]
    planned = [replace(p, name="planned", mood="", right=_after(frame, p)) for p in made if _is_plan(p)]
    moving = [
        _moving(frame, d)
        for d in frame.directions
        if d.sign and d.words.lower() not in _NO_MOVE and d.dimension in _MEASURED and d.thing != (0, 0)
    ]
    told = [p for p in (*made, *plain, *planned, *moving) if not _is_known(frame, p)]
    return tuple(sorted(told, key=lambda p: (p.start, p.name)))


def _is_known(frame: Frame, point: Point) -> bool:
    """Whether it only tells when or why, or of the only one, or that there is too little."""
    low, high = clause_around(frame.words, point.start)
    return (
        tells_too_little(frame, point.end)
        or only_dates(frame, point.start, low)
        or tells_of_the_only_one(frame, point.start)
        or denies_another_act(frame, point.start, point.end)
        or (any(c.reaches(point.start) for c in frame.negations) and denies_only_why(frame, point.end, high))
    )


def _moving(frame: Frame, d: Direction) -> Point:
    """What rises or falls, as a point: only the thing that moves is what it is said of."""
    thing = tuple(t for t in frame.terms if d.thing[0] <= t.index < d.thing[1] and not d.start <= t.index < d.end)
    low, _ = clause_around(frame.words, d.start)
    mood = "asked" if is_asked_for(frame, d.start) else mood_of(frame, max(low, d.start - _BEFORE), d.start)
    past = _is_past(frame, max(low, d.start - _BEFORE), d.start)
    return Point("~", d.sign, True, past, mood, d.start, d.end, frozenset(), thing, (), head_of(frame, d))


def _point(frame: Frame, start: int, end: int, side: Side, keys: frozenset[str]) -> Point:
    low, high = clause_around(frame.words, start)
    behind = _before_aside(frame, start)
    left = [t for t in frame.terms if behind - _REACH <= t.index < behind] if behind else []
    left = left or _subject_before(frame, low, start) + [
        t for t in frame.terms if max(low, start - _REACH) <= t.index < start
    ]
    if not any(t.kind in ("word", "name") for t in left):
        left = [t for t in frame.terms if t.index < low and start - t.index <= _REACH + 1][-_BACK:]
    left = [t for t in left if t.index not in mood_words(frame)]
    inner = [t for t in frame.terms if start < t.index < end]  # "passed its INSPECTION"
    right = inner + [t for t in frame.terms if end <= t.index < min(max(high, end), end + _AFTER, _that(frame, end))]
    cues = [
        c
        for c in frame.negations
        if c.reaches(start)
        and not (c.start < end and start < c.end)
        and not _joined(frame, end, c.start)
        and not _said_besides(frame, c.end, start)
        and not _begins_anew(frame, c.start, c.end, end)
    ]
    return Point(
        name=side.name,
        sign=-side.sign if len(cues) % 2 else side.sign,
        passing=side.passing,
        past=_is_past(frame, max(low, start - _BEFORE), start),
        mood=mood_of(frame, max(low, start - _BEFORE), start) or _supposed(frame, low, start),
        start=start,
        end=end,
        keys=keys,
        left=tuple(left),
        right=tuple(right),
        own=side.own,
        whole=side.whole,
        stance=side.stance,
        loose=side.loose,
        turns=side.turns,
        denied=len(cues) % 2 == 1,
    )


def _supposed(frame: Frame, low: int, start: int) -> str:
    """ "Did not say WHETHER it broke", "cleared the way for the bill, long disputed, TO BECOME LAW": not told."""
    if low and frame.words[low - 1].text.lower() == "whether":
        return "possible"
    return "ahead" if [w.text.lower() for w in frame.words[max(0, start - 2) : start]] == [",", "to"] else ""


def is_of_every(frame: Frame, point: Point) -> bool:
    """Whether a point is made of everybody or of nobody: "each family", "nearly all schools"."""
    first = max(0, point.start - _REACH)
    low = [w.text.lower() for w in frame.words[first : point.end + 2]]
    ordinal = load("numerals.yaml")["ordinals"]
    every = any(w == "every" and (low[n + 1 : n + 2] or [""])[0] not in ordinal for n, w in enumerate(low))
    return every or not frozenset(load("predicates.yaml")["everyone"]).isdisjoint(low)


def _subject_before(frame: Frame, low: int, start: int) -> list[Term]:
    """The subject where an aside stands between it and its verb: "The IMF, often quoted in favour, WARNED"."""
    marks = [i for i in range(low) if frame.words[i].text == ","]
    if len(marks) < 2 or marks[-1] != low - 1 or not 0 < marks[0] <= _REACH:
        return _carried(frame, low, start)
    head = [t for t in frame.terms if t.index < marks[0]]
    spoken = any(w.text.lower() in words_in("be", "auxiliaries", "conjunctions") for w in frame.words[: marks[0]])
    return [] if spoken or not told_acts(frame).isdisjoint(head) else head[-_BACK:]


def _carried(frame: Frame, low: int, start: int) -> list[Term]:
    """The subject of the clause before, where this one has none: "The captain stayed AND WAS never arrested"."""
    opens = [
        i
        for i in range(max(1, low - 1, start - _REACH), start)
        if frame.words[i].text.lower() in ("and", "but", "or") and _is_bare(frame, i + 1, start)
    ]
    if not opens:
        return []
    verb = next((i for i in range(opens[-1]) if frame.words[i].text.lower() in words_in("be", "auxiliaries")), None)
    end = (
        verb if verb is not None else min(opens[-1], next((t.index for t in frame.terms if is_act(t) and t.index), 0))
    )
    return [t for t in frame.terms if t.index < end][-_BACK:]


def _is_bare(frame: Frame, first: int, start: int) -> bool:
    """Whether nothing but auxiliaries and adverbs stands there, at least one."""
    between = [w.text.lower() for w in frame.words[first:start]]
    return bool(between) and all(w in words_in("be", "auxiliaries", "adverbs") or w == "never" for w in between)


def _before_aside(frame: Frame, start: int) -> int:
    """Where an aside right before a predicate begins: "the mine, where it began, FELL silent"; 0 without one."""
    if not start or frame.words[start - 1].text != ",":
        return 0
    marks = [i for i in range(start - 2, max(0, start - 2 * _REACH), -1) if frame.words[i].text == ","]
    return marks[0] if marks and frame.words[marks[0] + 1].text.lower() in _RELATIVES else 0


def _joined(frame: Frame, end: int, cue: int) -> bool:
    """ "He REPORTED it and NOTHING was done": what is denied after "and" is something else."""
    return any(w.text.lower() in words_in("conjunctions") for w in frame.words[end:cue])


def _begins_anew(frame: Frame, cue: int, after: int, end: int) -> bool:
    """ "Since it was CLOSED NOBODY LOOKS after it", "the tram it WANTS HAS NO money": another verb is denied."""
    if any(w.text.lower() in words_in("be", "auxiliaries") for w in frame.words[end:cue]):
        return True
    if cue < end or frame.words[cue].text.lower() not in ("nobody", "nothing", "none", "no"):
        return False
    verb = next((w for w in frame.words[after : after + 3] if w.text.lower() in words_in("be", "auxiliaries")), None)
    follows = frame.words[after : after + 1]
    return verb is not None or bool(follows and is_verb(follows[0].lemma) and follows[0].text != follows[0].lemma)


def _is_plan(point: Point) -> bool:
    """ "It will build 26,000 homes" is a plan, which may be dropped."""
    return (
        point.mood == "ahead" and point.sign > 0 and bool(point.right) and point.name not in ("planned", "promised")
    )


def _after(frame: Frame, point: Point) -> tuple[Term, ...]:
    return tuple(t for t in frame.terms if point.start <= t.index < point.end) + point.right


def _that(frame: Frame, start: int) -> int:
    """Where "and that" begins to tell of something else."""
    low = [w.text.lower() for w in frame.words[start : start + _AFTER + 1]]
    return next((start + n for n, two in enumerate(pairwise(low)) if two == ("and", "that")), len(frame.words))


def _is_past(frame: Frame, low: int, start: int) -> bool:
    """By the last auxiliary before the predicate, else by the form of the verb."""
    before = [w.text.lower() for w in frame.words[low:start]]
    told = [w for w in before if w in words_in("be", "auxiliaries")]
    return told[-1] in _BACK_THEN or "had" in told if told else frame.words[start].text.lower().endswith("ed")


def _met_by(term: Term) -> frozenset[str]:
    return frozenset({term.lemma, *(k for k in term.keys if k[0] in "gk")})


def bodies(terms: tuple[Term, ...]) -> frozenset[str]:
    """Bodies named among the words: whose act it is."""
    return frozenset(t.lemma for t in terms if t.lemma in load("predicates.yaml")["bodies"])


def _said_besides(frame: Frame, cue: int, start: int) -> bool:
    """ "It rejected the charge, SAYING the siren sounded": what is said stands."""
    between = frame.words[cue:start]
    return any(w.text == "," and n.text.lower() in load("telling.yaml")["tails"] for w, n in pairwise(between))
