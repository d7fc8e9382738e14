"""Two claims of articles on one matter that most likely tell of one thing, and nothing says that they do not."""

from __future__ import annotations

from dossier.data import load
from dossier.language.grammar import function_words
from dossier.relating.alignment import exclude
from dossier.relating.apart.acts import told_acts
from dossier.relating.apart.counts import Count, is_measured, of_two_groups, on_people
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.heads import of_two_amounts
from dossier.relating.apart.moods import mood_of
from dossier.relating.apart.numerals import Numeral, is_money
from dossier.relating.apart.standards import is_limit
from dossier.relating.apart.tallies import counts_of
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.likely import (
    Shared,
    acts,
    at_most,
    denies,
    is_large,
    likelihood,
    shared_by,
    signs,
    tells,
)
from dossier.relating.comparisons.measures import figures_of, told_in
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.otherwise import place_apart, turned
from dossier.relating.comparisons.reasons import name_two_causes
from dossier.relating.comparisons.ways import one_way
from dossier.relating.meeting_words import Matter

_BEFORE = 8  # words before an act within which it is said that it is only planned
_COUNT = 3  # words before a thing within which it is counted


def alike(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """That both tell of one thing, where it is likely enough and nothing says outright that they do not."""
    least, sure = load("alike.yaml")["shown"], load("alike.yaml")["sure"]
    shared = shared_by(a, b, matter) if at_most(a, b, matter, True) >= least else None
    if shared is None:
        return None
    likely = likelihood(signs(shared, matter, one_way(a, b, matter)))
    if likely < least or _told_apart(shared):
        return None
    if place_apart(shared) or turned(shared):
        return None
    if likely < sure and _of_two_acts(shared):
        return None
    figures = figures_of(a, b).same
    if figures:
        words = told_in(a, figures[0][0]), told_in(b, figures[0][1])
        return Opinion("agrees", "measures", words, "give the same figure", round(likely, 3))
    words = (a.stretch(x.index for x, _ in shared.stretch), b.stretch(y.index for _, y in shared.stretch))
    return Opinion("agrees", "alike", words, "very likely report the same thing", round(likely, 3))


def _told_apart(shared: Shared) -> bool:
    """Whether one denies or only plans what the other tells, lays it to another cause, or has what excludes it."""
    a, b = shared.a, shared.b
    told = acts(a, b, shared.stretch)
    return (
        (
            denies(a) != denies(b)
            and any(x.negated != y.negated for x, y in (*shared.stretch, *acts(a, b, shared.met)))
        )
        or any({_mood(a, x), _mood(b, y)} == {"", "ahead"} for x, y in told)
        or _has_another(shared)
        or any(_counted_apart(a, x, b, y) for x, y in shared.stretch)
        or of_two_amounts(a, b)
        or any(_of_other_things(shared, x, y) for x, y in shared.met if x.kind == "number")
        or name_two_causes(a, b)
    )


def _has_another(shared: Shared) -> bool:
    """ "The OLD bridge", "the NEW bridge": what excludes each other, in one place beside what both have."""
    left = [{t.index: t for t in side} for side in shared.beside]
    beside = ((left[0].get(x.index + n), left[1].get(y.index + n)) for x, y in shared.stretch for n in (-1, 1))
    return any(x and y and exclude(x.lemma, y.lemma) for x, y in beside)


def _of_two_acts(shared: Shared) -> bool:
    """Whether what stands together is what both are about, and each tells something else: "a mission to X"."""
    a, b = shared.a, shared.b
    return bool(told_acts(a) and told_acts(b)) and not tells(a, b, shared.stretch)


def _of_other_things(shared: Shared, x: Term, y: Term) -> bool:
    """Whether one number is a limit, a rise or a whole and the other is not, or a few of these, a few of those."""
    sides = ((shared.a, x), (shared.b, y))
    if any(len({asked(f, t) for f, t in sides}) > 1 for asked in (_is_limit, _is_by_so_much, _is_of_so_many)):
        return True
    one, other = (_count_at(f, t) for f, t in sides)
    if one is None or other is None or is_large(x):
        return False
    if on_people(one) and on_people(other):
        return of_two_groups(one, other)
    return one.thing in shared.left[0] and other.thing in shared.left[1]


def _count_at(frame: Frame, term: Term) -> Count | None:
    """What the number counts that a word of the claim is."""
    return next((c for c in counts_of(frame) if c.number.start == term.index), None)


def _is_limit(frame: Frame, term: Term) -> bool:
    return any(is_limit(frame, n) for n in frame.numerals if n.start == term.index)


def _is_by_so_much(frame: Frame, term: Term) -> bool:
    """ "Rose BY nearly 300", "by US$300": so much more or less, and not so much."""
    before = list(frame.words[max(0, term.index - _COUNT - 1) : term.index])
    while before and (not before[-1].is_word or before[-1].text.lower() in load("numerals.yaml")["money"]):
        before.pop()  # the sign of a currency
    return any(w.text.lower() == "by" for w in before[-2:])


def _is_of_so_many(frame: Frame, term: Term) -> bool:
    """ "Of the 120 houses": the whole, of which something is told of a part."""
    return [w.text.lower() for w in frame.words[max(0, term.index - 2) : term.index]] == ["of", "the"]


def _mood(frame: Frame, term: Term) -> str:
    return mood_of(frame, max(0, term.index - _BEFORE), term.index)


def _counted_apart(a: Frame, x: Term, b: Frame, y: Term) -> bool:
    one, other = _counted(a, x), _counted(b, y)
    return one is not None and other is not None and one.clashes(other)


def _counted(frame: Frame, term: Term) -> Numeral | None:
    """How many there are of it, by the words right before it: "FIVE Thai soldiers", "DOZENS of them", "A bridge"."""
    roughly = load("numerals.yaml")["vague"]
    for at in range(term.index - 1, max(-1, term.index - _COUNT - 1), -1):
        told = [n for n in frame.numerals if n.kind == "cardinal" and n.start <= at < n.end]
        if told:
            return None if _measures(frame, told[0]) else told[0]
        low = frame.words[at].text.lower()
        if low in roughly:
            return Numeral(at, at + 1, roughly[low][0], roughly[low][1], "cardinal")
        if not frame.words[at].is_word or (low in function_words() and low != "of"):
            one = low in ("a", "an") and not any(t.index == term.index + 1 for t in frame.terms)
            return Numeral(at, at + 1, 1, 1, "cardinal") if one else None
    return None


def _measures(frame: Frame, number: Numeral) -> bool:
    """ "A $1 BILLION settlement", "58 TONNES of ammunition": so large is one of them."""
    return is_money(frame.words, number.start) or any(is_measured(c) for c in counts_of(frame) if c.number is number)
