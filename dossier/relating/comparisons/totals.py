"""How many it befell or who got which share of the vote, told by two articles: the same, another, a later count."""

from __future__ import annotations

from dataclasses import replace

from dossier.data import load
from dossier.relating.apart.ballots import TURNOUT, ballots_of
from dossier.relating.apart.counts import Count
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.running import is_over
from dossier.relating.apart.tallies import counted_daily, placed_apart, tallies_of, ways_of
from dossier.relating.apart.times import of_one_day, of_one_span
from dossier.relating.comparisons.counting_on import COUNTED_ON, counted_on, of_other_years
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.sharing import shares_enough
from dossier.relating.meeting_words import Matter

_BEFALLS_ONCE = frozenset({"dead", "hurt", "missing"})
_BY_NUMBER = frozenset({"swap", "figures"})  # comparisons of whole statements that two numbers may decide
_FEW = 2  # so few may be anybody
_SPAN = 8.0  # one number so many times the other counts something else
_MOST = 2.0  # of more than half of them it is told of what all died
_TENS = 10


def totals(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """What comes of the first two numbers that count the same."""
    ours, others = ([*ballots_of(f), *tallies_of(f)] for f in (a, b))
    if not ours or not others or of_other_years(a, b):
        return None  # 19 died in the dam break of 2015, 58 in this one
    known = matter.rare | matter.central
    found = (
        _counted_as(a, b, mine, theirs, matter)
        for mine in ours
        for theirs in others
        if mine.fate == theirs.fate
        and not _of_two_sides(a, b, mine, theirs, matter)
        and _of_the_same(*_narrowed(a, b, mine, theirs), known)
    )
    return next((opinion for opinion in found if opinion), None)


def _counted_as(a: Frame, b: Frame, mine: Count, theirs: Count, matter: Matter) -> Opinion | None:
    """What two numbers come to; no dispute where the claims say much else: a blast that hurt nobody is another."""
    found = _verdict(a, b, mine, theirs)
    disputes = found and found.type == "contradicts" and not found.passing
    return None if found and disputes and not shares_enough(a, b, found, matter) else found


def going_on(a: Frame, b: Frame, found: Opinion) -> Opinion:
    """As found, but two numbers of a count that goes on ("34 died", "58 died") differ as such numbers do."""
    if found.type != "contradicts" or found.rule not in _BY_NUMBER:
        return found
    for mine in tallies_of(a):
        for theirs in tallies_of(b):
            ways = ways_of(mine.fate) if mine.fate == theirs.fate else ()
            counted = counted_on(a, b, (mine.number.value, theirs.number.value), ways)
            if counted:
                return replace(found, rule="tallies", what=COUNTED_ON[counted], passing=counted)
    return found


def _of_two_sides(a: Frame, b: Frame, mine: Count, theirs: Count, matter: Matter) -> bool:
    """Whether, where two countries fight, each number is of the losses of another one, or only one is of both."""
    if len(matter.home) < 2 or (matter.central | matter.rare).isdisjoint(load("predicates.yaml")["fighting"]):
        return False
    return _sides(a, mine, matter) != _sides(b, theirs, matter)


def _sides(frame: Frame, tally: Count, matter: Matter) -> frozenset[str]:
    """Whose people are counted: those it names, else those the claim is about."""
    return tally.where & matter.home or matter.home & set(frame.claim.countries) or matter.home


def _narrowed(a: Frame, b: Frame, mine: Count, theirs: Count) -> tuple[Count, Count]:
    """Both without a place that the other claim is about as well: it narrows nothing.

    It does where the other claim counts there, too: "80,000 OF THEM IN PARIS".
    """
    either = [
        f.places | {t.lemma for t in f.terms if t.kind == "name"} - placed_apart(f, tally)
        for f, tally in ((a, mine), (b, theirs))
    ]
    return replace(mine, where=mine.where - either[1]), replace(theirs, where=theirs.where - either[0])


def _of_the_same(mine: Count, theirs: Count, known: frozenset[str]) -> bool:
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


def _exceeds(part: Count, whole: Count) -> bool:
    """A part larger than all: three young men where nobody or only two people died, of whatever."""
    few = (
        not (whole.group or whole.manner) and whole.number.high is not None and part.number.value > whole.number.high
    )
    return few and (not part.where or not whole.where or not part.where.isdisjoint(whole.where))


def _is_another_count(x: Numeral, y: Numeral) -> bool:
    """Of what goes on being counted "at least 284" is an earlier number than 292; "close to 300" may be 292."""
    return x.value != y.value and not (x.about or y.about)


def _verdict(a: Frame, b: Frame, mine: Count, theirs: Count) -> Opinion | None:
    x, y = mine.number, theirs.number
    small, large = sorted((x.value, y.value))
    rule = "measures" if mine.fate.startswith("~") else "tallies"
    words = (a.stretch((mine.start, mine.end - 1)), b.stretch((theirs.start, theirs.end - 1)))
    if large == 0:  # both deny it: of other things points tell that better
        agree = Opinion("agrees", rule, words, "both say that nobody was affected", 0.75)
        return agree if mine.fate in _BEFALLS_ONCE else None
    if any(n.is_vague and not m.is_vague and (n.low or 0) <= m.value <= (n.high or 0) for n, m in ((x, y), (y, x))):
        return None  # "dozens" fits 58 and many another
    if small != 0 and ((small <= _FEW and large > small + 1) or large > _SPAN * max(small, 1.0)):
        return None
    daily = counted_daily(mine.fate)
    if daily and not of_one_day(a.claim, b.claim, (a.period, b.period), (a.issued, b.issued)):
        return None  # one march after the other
    if x.is_one_with(y) and not (1 in ways_of(mine.fate) and _is_another_count(x, y)):
        return Opinion("agrees", rule, words, "give the same number", 0.8) if large > _FEW else None
    if daily and (_has(a, y) or _has(b, x)):
        return None  # "1.27 MILLION IN JANUARY and 1.28 million in March"
    if not of_one_span(a.claim, b.claim, (a.period, b.period)):
        return None  # 300 since 2020, and 71 on Sunday
    passing = _passing(a, b, mine, theirs)
    then = bool(passing) and _as_then_known(x, y)
    if passing != "now" and not then and (x.leaves_room_for(y) or y.leaves_room_for(x)):
        fits = Opinion("agrees", rule, words, "give compatible numbers", 0.75)
        return fits if 1 not in ways_of(mine.fate) else None
    if not (x.clashes(y) or passing == "now" or then):
        return None
    what = COUNTED_ON.get(passing, "give different numbers for the same thing")
    return Opinion("contradicts", rule, words, what, 0.8, passing=passing)


def _has(frame: Frame, number: Numeral) -> bool:
    return any(n.kind == "cardinal" and n.value > _FEW and n.is_one_with(number) for n in frame.numerals)


def _passing(a: Frame, b: Frame, mine: Count, theirs: Count) -> str:
    """How two such numbers pass that differ: counted on, for hours or days, or not at all."""
    values = mine.number.value, theirs.number.value
    if mine.fate == TURNOUT:
        return "now"
    ways = (
        (1, -1) if mine.fate.startswith("~") else ways_of(mine.fate)
    )  # while votes are counted a share goes either way
    if not min(values):  # that nobody was arrested holds until somebody is; that nobody died is no first count
        first = any(not t.number.value and is_over(f, t.number.start) for f, t in ((a, mine), (b, theirs)))
        ways = () if mine.fate in _BEFALLS_ONCE or first else (1,)
    return counted_on(a, b, values, ways)


def _as_then_known(mine: Numeral, theirs: Numeral) -> bool:
    """ "At least 43" and "at least 64" of one day: no round numbers, so each is what was known by then."""
    small = min(mine, theirs, key=lambda n: n.value)
    exact = all(n.low is not None and not (n.about or n.is_vague) for n in (mine, theirs))
    return exact and small.high is None and small.value % _TENS != 0
