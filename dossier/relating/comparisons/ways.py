"""Articles on one matter tell it one way and the other way: fair or rigged, resigned or dismissed; who began it.

Little else need match: words beside both meet, nothing there tells of two things, and, where they are at odds, either
the two claims say hardly anything besides, or they most likely tell of one thing. That both tell it the same way, by
such words or by one act, is a sign that they tell of one thing (`likely`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from dossier.data import load
from dossier.language.grammar import is_adverb, words_in
from dossier.language.lexical import is_verb
from dossier.language.negation import clause_around
from dossier.relating.alignment import exclude
from dossier.relating.apart.acts import is_act
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import mood_of, mood_words
from dossier.relating.apart.predicates import (
    denies_another_act,
    is_asked_for,
    is_attribute,
    is_noun,
    tells_of_the_only_one,
)
from dossier.relating.apart.running import is_over, is_so_far
from dossier.relating.apart.terms import Term, all_met, alone_on_both, is_telling, left_over, meet, meetable
from dossier.relating.comparisons.likely import acts
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.poles import Pole, telling_poles
from dossier.relating.comparisons.sharing import shares_enough
from dossier.relating.meeting_words import (
    Matter,
    is_central,
    is_foreign,
    is_one_name,
    is_pointed,
    without_forenames,
)

_REACH = 9  # words before what is told within which stands what it is told of
_AFTER = 6  # and fewer behind it
_BACK = 3  # words taken from before its clause where that names no subject: "were installed but NOT SOUNDED"
_SPOKEN = 5  # words before it within which stands who does it, and of how many
_JOINED = 2  # words from one country to another that acts with it: "Chad AND Niger"
_BOTH = 2  # words two must share to tell one thing the same way
_SPARE = 1  # other words beside it that one side may have where the other has some, too
_SCORE = 0.75
_MUTUAL = frozenset({"each", "both", "sides", "mutual"})  # "accused EACH OTHER of breaking it"
_ROLES = frozenset({"subject", "object"})
_NO_DOER = frozenset({"who", "whoever", "which"})  # "it is not clear WHO fired first"

Met = list[tuple[Term, Term]]
Span = tuple[int, int]  # the words that tell it


def two_ways(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """The first thing told the one way and the other, or laid to two."""
    return next(_at_odds(a, b, matter), None)


def one_way(a: Frame, b: Frame, matter: Matter) -> bool:
    """Whether both tell one thing the same way."""
    poles = ((p, q) for p in told_ways(a) for q in told_ways(b) if (p.name, p.sign) == (q.name, q.sign))
    told = [((p.start, p.end), (q.start, q.end)) for p, q in poles if not _laid_to_two(a, p, b, q)]
    told = [(x, y) for x, y in told if not is_adverb(a.words[x[0]].text.lower())]  # illegally boarded, and intruding
    same = acts(a, b, all_met(a.terms, b.terms, meetable(b.terms)))
    told += [((x.index, x.index + 1), (y.index, y.index + 1)) for x, y in same if _denied(a, x) == _denied(b, y)]
    return any(_mood(a, x) == _mood(b, y) and len(_meeting(a, x, b, y, matter)) >= _BOTH for x, y in told)


def _denied(frame: Frame, act: Term) -> bool:
    return sum(c.start <= act.index and c.reaches(act.index) for c in frame.negations) % 2 == 1


def _at_odds(a: Frame, b: Frame, matter: Matter) -> Iterator[Opinion]:
    for mine, theirs in ((p, q) for p in told_ways(a) for q in told_ways(b) if p.name == q.name):
        if mine.sign == theirs.sign and _laid_to_two(a, mine, b, theirs):
            words = (_with_doer(a, mine), _with_doer(b, theirs))
            yield Opinion("contradicts", "blame", words, "blame different sides for the same act", _SCORE)
        if mine.sign == theirs.sign or mine.side.both or _tells(a, theirs) or _tells(b, mine):
            continue  # "36 voted against it and 19 abstained" in both
        x, y = (mine.start, mine.end), (theirs.start, theirs.end)
        met = [] if _mood(a, x) or _mood(b, y) else _meeting(a, x, b, y, matter)
        ended = _has_ended(a, mine) or _has_ended(b, theirs)
        if ended and a.issued == b.issued:
            continue  # it was at risk in the morning, and by noon no longer
        if met and not (_done_to_another(a, x, [m for m, _ in met]) or _done_to_another(b, y, [n for _, n in met])):
            near = _nearest(x, y, met, matter)
            words = (a.stretch((near[0].index, x[0], x[1] - 1)), b.stretch((near[1].index, y[0], y[1] - 1)))
            passing = "now" if ended else _passing(a, mine, b, theirs)
            found = Opinion("contradicts", "points", words, "disagree about the same thing", _SCORE, passing=passing)
            pointed = [(m, n) for m, n in met if is_pointed(m, n, matter.rare)]
            in_one_role = any(_roles(a, x, m) & _roles(b, y, n) for m, n in pointed)
            if in_one_role or shares_enough(a, b, found, matter):
                yield found


def _tells(frame: Frame, pole: Pole) -> bool:
    """Whether a claim tells it the other's way, too, in the same words."""
    return any((p.name, p.sign, p.entry) == (pole.name, pole.sign, pole.entry) for p in told_ways(frame))


def _roles(frame: Frame, told: Span, term: Term) -> frozenset[str]:
    """Whether a word is the subject or what it is done to, or both: "the NET was shut", "the shutdown of the NET"."""
    low = [w.text.lower() for w in frame.words]
    if low[told[1] : told[1] + 1] == ["of"] and term.index > told[1]:
        return _ROLES
    if term.index < told[0]:
        return _ROLES if _is_passive(low, told[0]) else frozenset({"subject"})
    direct = all(w in words_in("determiners") for w in low[told[1] : term.index])
    return frozenset({"object"} if direct and is_verb(frame.words[told[0]].lemma) else ())


def _is_passive(low: Sequence[str], start: int) -> bool:
    return not words_in("be").isdisjoint(low[max(0, start - _SPOKEN) : start])


def _nearest(x: Span, y: Span, met: Met, matter: Matter) -> tuple[Term, Term]:
    """The words by which they are seen to meet: of those that few claims hold, if any, the nearest."""
    few = [(m, n) for m, n in met if is_pointed(m, n, matter.rare)]
    return min(few or met, key=lambda m: abs(m[0].index - x[0]) + abs(m[1].index - y[0]))


def _has_ended(frame: Frame, pole: Pole) -> bool:
    """ "Is NO LONGER at risk": it was, and another report may still tell so."""
    return any(c.reaches(pole.start) and c.words.lower().endswith(" longer") for c in frame.negations)


def _done_to_another(frame: Frame, told: Span, met: Sequence[Term]) -> bool:
    """Whether it is done to what the other side does not speak of: "the fire SHUT DOWN THE LIFTS" did not stop."""
    start, end = told
    low = [w.text.lower() for w in frame.words]
    behind = [
        t for t in frame.terms if t.index >= end and t.kind in ("word", "name") and not is_adverb(t.text.lower())
    ]
    direct = behind[:1] and all(w in words_in("determiners") for w in low[end : behind[0].index])
    if not direct or not is_verb(frame.words[start].lemma) or _is_passive(low, start):
        return False
    done_to = [t for n, t in enumerate(behind) if t.index == behind[0].index + n]
    return bool(done_to) and all(t not in met for t in done_to)


def _passing(a: Frame, mine: Pole, b: Frame, theirs: Pole) -> str:
    """Two states of back then are of one time unless a date says otherwise; of what is now each day tells anew."""
    if is_so_far(a) or is_so_far(b):
        return "now"
    if not mine.side.passing:
        return ""
    return "then" if is_over(a, mine.start) and is_over(b, theirs.start) else "now"


@by_frame
def told_ways(frame: Frame) -> tuple[Pole, ...]:
    """What is told to be so: not what is only asked for, names a thing, or is true of the only one or one of many."""
    return tuple(
        p
        for p in telling_poles(frame)
        if not (
            is_noun(frame, p.start, p.end, p.entry)
            or is_attribute(frame, p.start, p.end)
            or is_asked_for(frame, p.start)
            or tells_of_the_only_one(frame, p.start)
            or denies_another_act(frame, p.start, p.end)
            or _is_of_others(frame, p)
        )
    )


def _is_of_others(frame: Frame, pole: Pole) -> bool:
    """ "Was not ONE OF THOSE arrested", "is not thought to be AMONG THOSE"; "HAD BEEN on the run", till then."""
    low = [w.text.lower() for w in frame.words[max(0, pole.start - _SPOKEN) : pole.start]]
    over = pole.side.passing and frame.claim.voice == "own" and low[-2:] == ["had", "been"]
    return over or any(two in (("of", "those"), ("among", "those")) for two in pairwise(low))


def _meeting(a: Frame, x: Span, b: Frame, y: Span, matter: Matter) -> Met:
    """The words by which both are seen to be told of one thing, all that meet; none where something tells of two."""
    sides = _around(a, x), _around(b, y)
    met = [m for m in all_met(*sides, meetable(sides[1])) if is_one_name(a, m[0], b, m[1]) and _owned_alike(a, b, m)]
    subjects = [(m, n) for m in sides[0] for n in sides[1] if m.index < x[0] and n.index < y[0]]
    by = [m for m in met if is_pointed(*m, matter.rare)]
    by = by or [(m, n) for m, n in subjects if meet(m, n) or is_central(m, n, matter)]
    met = [*met, *(m for m in by if m not in met)]
    left = [without_forenames(side, [m[n] for m in met]) for n, side in enumerate(left_over(sides, met))]
    kinds = frozenset(m.kind for m, _ in met) - {"name"}  # both date it, and one of them once more
    apart = alone_on_both(left) - {"word"} - kinds or any(is_foreign(t, matter) for side in left for t in side)
    spare = [[t for t in side if t.kind == "word" and is_telling(t) and not is_act(t)] for side in left]
    apart = apart or min(map(len, spare)) > _SPARE
    if not by or apart or any(exclude(one.lemma, other.lemma) for one, other in product(*left)):
        return []
    return met


def _owned_alike(a: Frame, b: Frame, met: tuple[Term, Term]) -> bool:
    """ "The building OWNER'S relatives were detained" does not tell that the owner was."""
    owns = [f.words[t.index].text.lower().endswith(("'s", "’s")) for f, t in zip((a, b), met)]
    return met[0].kind != "word" or owns[0] == owns[1]


@by_frame
def _around(frame: Frame, told: Span) -> tuple[Term, ...]:
    """The telling words of its clause, near enough; of the clause before the last ones where it has no subject."""
    low, high = clause_around(frame.words, told[0])
    near = range(max(low, told[0] - _REACH), min(max(high, told[1]), told[1] + _AFTER))
    own = mood_words(frame).union(range(*told))
    terms = [t for t in frame.terms if t.index not in own]
    inside = [t for t in terms if t.index in near]
    if any(t.kind in ("word", "name") and t.index < told[0] for t in inside):
        return tuple(inside)
    return (*[t for t in terms if t.index < low and told[0] - t.index <= _REACH + 1][-_BACK:], *inside)


def _mood(frame: Frame, told: Span) -> str:
    low, _ = clause_around(frame.words, told[0])
    return mood_of(frame, max(low, told[0] - _REACH), told[0])


def _laid_to_two(a: Frame, mine: Pole, b: Frame, theirs: Pole) -> bool:
    """Whether one country did it in one and another in the other, or what only one side can begin other people."""
    if mine.sign != load("predicates.yaml")["blamed"].get(mine.name):
        return False
    doers = _countries(a, mine), _countries(b, theirs)
    if not any(doers) and mine.sign > 0:
        doers = _people(a, mine), _people(b, theirs)
    return all(doers) and doers[0].isdisjoint(doers[1])


def _countries(frame: Frame, pole: Pole) -> frozenset[str]:
    """The country, or the countries joined, nearest before an act that is told as theirs."""
    low = [w.text.lower() for w in frame.words[: pole.start]]
    named = [t for t in _around(frame, (pole.start, pole.end)) if t.index < pole.start and _is_country(t)]
    if not named or not _MUTUAL.isdisjoint(low[named[0].index :]) or low[-1] in words_in("be"):
        return frozenset()
    last = named[-1].index
    return frozenset(k for t in named if last - t.index <= _JOINED for k in t.keys if k.isupper())


def _people(frame: Frame, pole: Pole) -> frozenset[str]:
    """Who stands right before the act: "THE GUARDS of the yard fired first"."""
    near = [t for t in _around(frame, (pole.start, pole.end)) if pole.start - _SPOKEN <= t.index < pole.start]
    acting = [
        t
        for t in near
        if t.kind == "word" and "of" not in [w.text for w in frame.words[max(0, t.index - 2) : t.index]]
    ]
    before = frame.words[pole.start - 1].text.lower() if acting else ""
    return acting[-1].met_by if acting and before not in words_in("be") | _NO_DOER else frozenset()


def _is_country(term: Term) -> bool:
    return term.kind == "name" and any(k.isupper() for k in term.keys)


def _with_doer(frame: Frame, pole: Pole) -> str:
    before = [t for t in _around(frame, (pole.start, pole.end)) if t.index < pole.start]
    doer = next((t for t in reversed(before) if _is_country(t)), before[-1])
    return frame.stretch((doer.index, pole.end - 1))
