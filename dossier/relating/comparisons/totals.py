"""How many it befell, told by two articles on the same things: the same, another number, or a later count."""

from __future__ import annotations

from dataclasses import replace

from dossier.data import load
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.running import is_over
from dossier.relating.apart.tallies import Tally, grows, tallies_of
from dossier.relating.apart.times import of_one_span
from dossier.relating.comparisons.counting_on import COUNTED_ON, counted_on, is_rounded, of_other_years
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter

_BEFALLS_ONCE = frozenset({"dead", "hurt", "missing"})
_BY_NUMBER = frozenset({"swap", "figures"})  # comparisons of whole statements that two numbers may decide
_FEW = 2  # so few may be anybody
_SPAN = 8.0  # one number so many times the other counts something else
_MOST = 2.0  # of more than half of them it is told of what all died
_MORE = 0.16  # by so much more a number may be where another says "more than"
_SAME = 0.03  # as near as this they are one, rounded


def totals(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """What comes of the first two numbers that count the same."""
    if not tallies_of(a) or not tallies_of(b) or of_other_years(a, b):
        return None  # 19 died in the dam break of 2015, 58 in this one
    known = matter.rare | matter.central
    for mine in tallies_of(a):
        for theirs in tallies_of(b):
            if mine.fate != theirs.fate or _of_two_sides(a, b, mine, theirs, matter):
                continue
            if _of_the_same(*_narrowed(a, b, mine, theirs), known):
                found = _verdict(a, b, mine, theirs)
                if found:
                    return found
    return None


def going_on(a: Frame, b: Frame, found: Opinion) -> Opinion:
    """As found, but two numbers of a count that goes on ("34 died", "58 died") differ as such numbers do."""
    if found.type != "contradicts" or found.rule not in _BY_NUMBER:
        return found
    for mine in tallies_of(a):
        for theirs in tallies_of(b):
            way = grows(mine.fate) if mine.fate == theirs.fate else 0
            counted = counted_on(a, b, (mine.number.value, theirs.number.value), way)
            if counted:
                return replace(found, rule="tallies", what=COUNTED_ON[counted], passing=counted)
    return found


def _of_two_sides(a: Frame, b: Frame, mine: Tally, theirs: Tally, matter: Matter) -> bool:
    """Whether, where two countries fight, each number is of the losses of another one, or only one is of both."""
    if len(matter.home) < 2 or (matter.central | matter.rare).isdisjoint(load("predicates.yaml")["fighting"]):
        return False
    return _sides(a, mine, matter) != _sides(b, theirs, matter)


def _sides(frame: Frame, tally: Tally, matter: Matter) -> frozenset[str]:
    """Whose people are counted: those it names, else those the claim is about."""
    return tally.where & matter.home or matter.home & set(frame.claim.countries) or matter.home


def _narrowed(a: Frame, b: Frame, mine: Tally, theirs: Tally) -> tuple[Tally, Tally]:
    """Both without a place that the other claim is about as well: it narrows nothing."""
    either = [f.places | {t.lemma for t in f.terms if t.kind == "name"} for f in (a, b)]
    return replace(mine, where=mine.where - either[1]), replace(theirs, where=theirs.where - either[0])


def _of_the_same(mine: Tally, theirs: Tally, known: frozenset[str]) -> bool:
    """Neither is narrowed to a group, a place or a manner of death that the other is not.

    More of them in one place than in all are at odds, unless only one article knows the place: an accident elsewhere.
    """
    if mine.part != theirs.part:
        return False
    narrowed, all_ = (mine, theirs) if mine.manner else (theirs, mine)
    few = _MOST * narrowed.number.value <= all_.number.value and not _is_the_matter(narrowed.manner, known)
    if narrowed.manner and not all_.manner and few:
        return False  # "nobody froze to death" says nothing of eleven dead, "125 died in the crush" does of 174
    if mine.group != theirs.group:
        return _exceeds(mine, theirs) or _exceeds(theirs, mine)
    if mine.group == "soldier":  # of one side or of both
        return mine.where == theirs.where
    if mine.where and theirs.where:
        return not mine.where.isdisjoint(theirs.where)
    narrow, wide = (mine, theirs) if mine.where else (theirs, mine)
    more = narrow.number.value - wide.number.value
    told = narrow.fate not in _BEFALLS_ONCE or not wide.number.value or not narrow.where.isdisjoint(known)
    return not narrow.where or more == 0 or (more > 0 and told)


def _is_the_matter(manner: frozenset[str], known: frozenset[str]) -> bool:
    """Whether both articles tell of what they died: the shooting is all that happened."""
    listed = load("predicates.yaml")["manners"]
    return any(word in known for told in manner for word in listed.get(told, [told]))


def _exceeds(part: Tally, whole: Tally) -> bool:
    """A part larger than all: three young men where nobody or only two people died, of whatever."""
    few = (
        not (whole.group or whole.manner) and whole.number.high is not None and part.number.value > whole.number.high
    )
    return few and (not part.where or not whole.where or not part.where.isdisjoint(whole.where))


def _verdict(a: Frame, b: Frame, mine: Tally, theirs: Tally) -> Opinion | None:
    one, two = mine.number.value, theirs.number.value
    small, large = sorted((one, two))
    both = ((mine.number, theirs.number), (theirs.number, mine.number))
    if large == 0:
        if mine.fate not in _BEFALLS_ONCE:
            return None  # both deny it, which points tell better
        words = (a.text_of(mine.start, mine.end), b.text_of(theirs.start, theirs.end))
        return Opinion("agrees", "tallies", words, "both tell that it befell nobody", 0.75)
    if any(_is_vague(n) and m.low is not None and _holds(n, m.low) and not _is_vague(m) for n, m in both):
        return None  # "dozens" fits 58 and many another
    if small != 0 and ((small <= _FEW and large > small + 1) or large > _SPAN * max(small, 1.0)):
        return None
    words = (a.stretch((mine.start, mine.end - 1)), b.stretch((theirs.start, theirs.end - 1)))
    if large - small <= _SAME * large and (large == small or is_rounded(mine.number) or is_rounded(theirs.number)):
        if 0 < large <= _FEW:
            return None
        return Opinion("agrees", "tallies", words, "give the same number", 0.8)
    if not of_one_span(a.claim, b.claim, (a.period, b.period)):
        return None  # 300 since 2020, and 71 on Sunday
    first = any(not t.number.value and is_over(f, t.number) for f, t in ((a, mine), (b, theirs)))
    way = grows(mine.fate)
    if not small:  # that nobody was arrested holds until somebody is; that nobody died is no first count
        way = 0 if mine.fate in _BEFALLS_ONCE or first else 1
    counted = counted_on(a, b, (one, two), way)
    then = bool(counted) and _as_then_known(mine.number, theirs.number)
    if counted != "now" and not then and _fits(mine.number, theirs.number):
        return Opinion("agrees", "tallies", words, "give numbers that fit each other", 0.75)
    clash = mine.number.clashes(theirs.number)
    if counted == "now" or (counted and (clash or then)):
        return Opinion("contradicts", "tallies", words, COUNTED_ON[counted], 0.8, passing=counted)
    if clash:
        return Opinion("contradicts", "tallies", words, "give different numbers for the same thing", 0.8)
    return None


def _as_then_known(mine: Numeral, theirs: Numeral) -> bool:
    """ "At least 43" and "at least 64" of one day: no round numbers, so each is what was known by then."""
    small = min(mine, theirs, key=lambda n: n.value)
    exact = all(n.low is not None and not n.about and not _is_vague(n) for n in (mine, theirs))
    return exact and small.high is None and not is_rounded(replace(small, high=small.low))


def _is_vague(number: Numeral) -> bool:
    """ "Dozens", "hundreds"."""
    return number.low is not None and number.high is not None and number.low < number.high


def _holds(number: Numeral, value: float) -> bool:
    return number.low is not None and number.high is not None and number.low <= value <= number.high


def _fits(mine: Numeral, theirs: Numeral) -> bool:
    """ "More than 200" and 231."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.low is not None and one.high is None and other.low is not None and other.high is not None:
            return one.low <= other.low <= (1 + _MORE) * one.low
    return False
