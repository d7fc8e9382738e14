"""One of two ways in which something can be: idle or running, on schedule or late, in whatever words for either.

Where all else of two statements meets and one such place is told the one way and the other, both cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dossier.data import load
from dossier.language.grammar import is_a_thing, words_in
from dossier.language.lexical import used_as_adjective
from dossier.language.negation import clause_around
from dossier.language.phrases import Found, Lexicon
from dossier.language.sorts import tells_which_of_many
from dossier.relating.alignment import Alignment, is_manner
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.predicates import only_dates
from dossier.relating.apart.sides import Side, all_sides, telling_sides
from dossier.relating.apart.tallies import fates
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.called import called, of_one_subject
from dossier.relating.comparisons.exchanged import exchanged
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around, far_apart, of_a_part, opposed

_ENOUGH = 0.6  # of what else the shorter side says the other has so much, where both are known to be on one situation
_MUCH = 0.7  # and of both where it is not
_ALIKE = 0.75  # before two wordings of one pole say the same
_LIGHT = frozenset({"have", "be", "take", "make", "get", "still"})  # open phrases that may hold another one
_LEAST = 2  # where more words than this meet, another word beside them may differ
_MORE = 0.25
_SCORE = 0.82  # where one subject is called the one and the other
_BY = 3  # words between a pole and the telling word next to it
_WAY = 0.12  # the share of other words that both may leave over


@dataclass(frozen=True, slots=True)
class Pole:
    """Words start:end that say which way something is: the side they tell, and +1 or -1 with denials worked in."""

    side: Side
    sign: int
    start: int
    end: int
    entry: str

    @property
    def name(self) -> str:
        """The couple."""
        return self.side.name

    @property
    def plain(self) -> int:
        """+1 or -1 without denials."""
        return self.side.sign


def poles(pair: Alignment, setting: Setting) -> Opinion | None:
    """The first couple of poles that is decided by what else is said, a dispute before an agreement."""
    found = list(_opinions(pair, setting))
    return next((o for o in found if o.type == "contradicts"), found[0] if found else None)


def _opinions(pair: Alignment, setting: Setting) -> Iterator[Opinion]:
    for mine in poles_of(pair.a):
        for theirs in (p for p in poles_of(pair.b) if p.name == mine.name):
            against = (mine.sign != theirs.sign) != far_apart(pair)
            words = (around(pair.a, mine.start, mine.end), around(pair.b, theirs.start, theirs.end))
            if against and not setting.scene and _tells_both(pair, mine, theirs):
                continue
            if against and _call_one_subject(pair, mine, theirs):
                yield Opinion("contradicts", "poles", words, "disagree about the same thing", _SCORE)
                continue
            if mine.side.called:
                continue
            if mine.entry == theirs.entry or (not against and not mine.side.alike and mine.plain == theirs.plain):
                continue  # one word on both sides: other comparisons ask what is denied of it
            drop = _inside(pair.a, mine), _inside(pair.b, theirs)
            if against and _met_elsewhere(pair, mine, theirs):
                continue
            rest = _shared(pair, drop, setting)
            if rest < (_ALIKE if not against else _ENOUGH if setting.same_situation else _MUCH):
                continue
            if _differ_besides(pair, drop, setting) or of_a_part(pair, mine.end, theirs.end):
                continue
            told = "disagree about the same thing" if against else "say the same in other words"
            rule = "parts" if far_apart(pair) else "poles"
            yield Opinion("contradicts" if against else "agrees", rule, words, told, 0.4 + 0.45 * rest)


def _tells_both(pair: Alignment, mine: Pole, theirs: Pole) -> bool:
    """Whether one has the other's way besides its own: guests who STAYED there, guards who WENT up to them."""
    sides = ((pair.a, theirs), (pair.b, mine))
    return any((p.name, p.entry, p.sign) == (o.name, o.entry, o.sign) for f, o in sides for p in poles_of(f))


def _call_one_subject(pair: Alignment, mine: Pole, theirs: Pole) -> bool:
    """Whether both say it of one subject, each another way; what is neither the one nor the other may be between."""
    if mine.sign == theirs.sign or (mine.sign != mine.plain and theirs.sign != theirs.plain):
        return False
    if mine.entry == theirs.entry and not mine.side.called:
        return False  # others ask what is denied of it
    return of_one_subject(pair, called(pair.a, mine.start, mine.end), called(pair.b, theirs.start, theirs.end))


def _shared(pair: Alignment, drop: tuple[list[Term], list[Term]], setting: Setting) -> float:
    """The share of what else is said that meets; nothing where no thing meets at all."""
    met = [x for x, y in pair.met if x not in drop[0] and y not in drop[1]]
    if not any(x.kind in ("word", "name") for x in met):
        return 0.0
    return pair.without_of_shorter(*drop) if setting.same_situation else pair.without(*drop)


def _met_elsewhere(pair: Alignment, mine: Pole, theirs: Pole) -> bool:
    """Whether the other says the word of a pole, too, and not by its own: the hostages to FREE are LET GO there."""
    return any(_says(mine, x) != _says(theirs, y) for x, y in pair.met)


def _says(pole: Pole, term: Term) -> bool:
    return pole.start <= term.index < pole.end and (pole.end == pole.start + 1 or term.lemma in pole.entry.split())


def _differ_besides(pair: Alignment, drop: tuple[list[Term], list[Term]], setting: Setting) -> bool:
    """Whether something else of the two differs, too: another thing, another time; adverbs of manner do not count."""
    out_a, out_b = ([*out, *filter(is_manner, left)] for out, left in zip(drop, (pair.left_a, pair.left_b)))
    met = sum(x not in out_a and y not in out_b for x, y in pair.met)
    way = _MORE if setting.same_situation and met > _LEAST else max(_WAY, setting.allowed(pair))
    if any(x not in out_a and y not in out_b for x, y in opposed(pair)):
        return True  # "the rich pay more", "the poor pay less"
    if pair.clash(out_a, out_b, allowed=way) or pair.swapped_beside(out_a, out_b) is not None:
        return True
    return exchanged(pair, out_a, out_b) is not None


def _inside(frame: Frame, pole: Pole) -> list[Term]:
    """The words of a pole, and of others that say the same way of it: "RUNNING at FULL CAPACITY"."""
    near = [p for p in poles_of(frame) if p.end == pole.start or pole.end == p.start]
    own = [p for p in (pole, *near) if (p.name, p.sign) == (pole.name, pole.sign)]
    return [t for t in frame.terms if any(_holds(p, t) for p in own)]


def _holds(pole: Pole, term: Term) -> bool:
    """Whether a word is one of a pole's own: of "BAN on sugar IS STILL IN FORCE" the sugar is not."""
    return pole.start <= term.index < pole.end and ("_" not in pole.entry or term.lemma in pole.entry.split())


@by_frame
def poles_of(frame: Frame) -> tuple[Pole, ...]:
    """All poles a statement tells of; a phrase of several couples makes several."""
    return _poles(frame, all_sides())


@by_frame
def telling_poles(frame: Frame) -> tuple[Pole, ...]:
    """Those so telling that between articles on one matter little else need match."""
    return _poles(frame, telling_sides())


def _poles(frame: Frame, sides: Lexicon[tuple[Side, ...]]) -> tuple[Pole, ...]:
    found = list(sides.find(frame.words))
    for outer in [f for f in found if f.end > f.start + 1 and f.entry.split()[0] in _LIGHT]:  # "has ENOUGH"
        inner = sides.find(frame.words[outer.start + 1 :])
        found += [f._replace(start=f.start + outer.start + 1, end=f.end + outer.start + 1) for f in inner]
    told = [g for g in fates().find(frame.words) if g.end > g.start + 1] if found else []
    found = [
        f
        for f in found
        if _is_inside(frame, f)
        and not any(g.start <= f.start and f.end <= g.end for g in told)
        and not (_names_which(frame, f) or is_a_thing(frame.words, f.start, f.end))
        and not (f.entry == "keep" and _goes_on(frame, f.end))
        and not only_dates(frame, f.start, clause_around(frame.words, f.start)[0])
    ]
    return tuple(
        Pole(side, -side.sign if _denied(frame, f) else side.sign, f.start, f.end, f.entry)
        for f in dict.fromkeys(found)
        for side in f.value
        if not side.called or called(frame, f.start, f.end)
    )


def _goes_on(frame: Frame, end: int) -> bool:
    """ "Will keep SELLING": what goes on is told behind it, and nothing is kept."""
    return any(w.text.endswith("ing") for w in frame.words[end : end + 1])


def _is_inside(frame: Frame, found: Found[Any]) -> bool:
    """Of a frame cut down to its core, whether the words are left in it."""
    return any(found.start - _BY <= t.index < found.end + _BY for t in frame.terms)


def _names_which(frame: Frame, found: Found[Any]) -> bool:
    """ "The NEW law", "FOREIGN investors left": which are meant, and nothing is said of them."""
    if found.start == 0 and found.end == 1 and tells_which_of_many(frame.words[:2]):
        return True
    before = frame.words[found.start - 1].text.lower() if found.start else ""
    alone = found.end == found.start + 1 and any(t.index == found.end for t in frame.terms)
    return alone and before in words_in("determiners") and used_as_adjective(frame.words[found.start].lemma)


def _denied(frame: Frame, found: Found[Any]) -> bool:
    """Whether an odd number of cues reaches the words from outside."""
    reaching = (c for c in frame.negations if c.reaches(found.start))
    outside = (c for c in reaching if c.end <= found.start or c.start >= found.end)
    return sum(not _is_said_besides(frame, c.end, found.start) for c in outside) % 2 == 1


def _is_said_besides(frame: Frame, cue: int, start: int) -> bool:
    """ "It rejected the charge, SAYING the siren sounded": what is said stands."""
    between = frame.words[cue:start]
    return any(w.text == "," and n.text.lower() in load("telling.yaml")["tails"] for w, n in pairwise(between))
