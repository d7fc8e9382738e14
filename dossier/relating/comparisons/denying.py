"""One claim says what the other says is not so: rebuttals, negations, what is over and what goes on."""

from __future__ import annotations

from functools import cache

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import listed
from dossier.language.phrases import Found, Lexicon
from dossier.language.words import lows_of
from dossier.relating.alignment import Alignment
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.exchanged import exchanged
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import (
    around,
    cue_and,
    denied_in_a_word,
    met_words,
    opposed,
    outright,
    tells_of_want,
)

_SAME_THING = 0.66  # so much of the rest is shared
_PARTLY = 0.5  # of the longer side, where the shorter is nearly all in it
_GOVERNED = frozenset({"to", "of", "for", "that"})  # behind "no plans", "no sign" stands what is denied
_NOBODY = frozenset({"few", "no", "nobody", "none"})
_HELD = 3  # words after "dropped" within which stands what goes on no more: "dropped its plan to"


def rebuttal(pair: Alignment, setting: Setting) -> Opinion | None:
    """One tells a story, the other calls it untrue."""
    mine = [t for t in _rebutting(pair.a) if t in pair.left_a]
    theirs = [t for t in _rebutting(pair.b) if t in pair.left_b]
    if bool(mine) == bool(theirs) or outright(pair.b if mine else pair.a):
        return None
    enough = 0.4 if setting.same_situation else 0.7
    longer = max(pair.cover_a, pair.cover_b) if setting.same_situation else pair.without(mine, theirs)
    if longer < enough or pair.clash(mine, theirs, allowed=0.3 if setting.same_situation else 0.12):
        return None
    words = (mine[0].text if mine else met_words(pair, 0), theirs[0].text if theirs else met_words(pair, 1))
    return Opinion("contradicts", "rebuttal", words, "disagree: one calls what the other says untrue", 0.8)


@by_frame
def _rebutting(frame: Frame) -> tuple[Term, ...]:
    """Words by which something is called untrue; not "FEW deny", "PLEADED NOT GUILTY", "a prize FOR fiction"."""
    calling = [t for t in frame.terms if not listed("rebut").isdisjoint((frame.words[t.index].lemma, t.text.lower()))]
    lows, naming = lows_of(frame.words), words_in("links") - {"as"}
    found = (t for t in calling if _NOBODY.isdisjoint(lows[max(0, t.index - 3) : t.index]))
    return tuple(t for t in found if not t.index or frame.words[t.index - 1].text.lower() not in naming)


def negation(pair: Alignment, setting: Setting) -> Opinion | None:
    """One says what the other says is not so."""
    apart = [(x, y) for x, y in pair.met if x.negated != y.negated]
    if not apart or len(outright(pair.a)) % 2 == len(outright(pair.b)) % 2:
        return None
    cover = max(pair.cover_b, pair.cover) if setting.same_situation else pair.cover
    if cover < (0.5 if setting.same_situation else 0.66) or opposed(pair):
        return None
    if (
        denied_in_a_word(pair)
        or _is_none_of_another(pair)
        or any(_says_both(pair, x) for x, _ in apart)
        or tells_of_want(pair)
        or exchanged(pair)
        or pair.clash(allowed=2.2 * setting.allowed(pair))
    ):
        return None
    x, y = max(apart, key=lambda m: (m[0].kind == "word", m[0].weight))
    words = (cue_and(pair.a, x), cue_and(pair.b, y))
    told = "disagree: one denies what the other states"
    return Opinion("contradicts", "negation", words, told, min(0.9, 0.5 + 0.4 * cover))


def _is_none_of_another(pair: Alignment) -> bool:
    """ "Found mould and NO RATS": what there is none of, the other does not speak of; "no plans to" is of an act."""
    return any(
        t.index == cue.end and t.kind == "word"
        for frame, left in ((pair.a, pair.left_a), (pair.b, pair.left_b))
        for cue in frame.negations
        for t in left
        if cue.words.lower() == "no" and not _governs(frame, t)
    )


def _says_both(pair: Alignment, told: Term) -> bool:
    """ "Nobody VOTED for it, and 36 VOTED against it": one side has a word denied and not denied."""
    return any(len({t.negated for t in f.terms if t.lemma == told.lemma}) > 1 for f in (pair.a, pair.b))


def _governs(frame: Frame, term: Term) -> bool:
    return any(w.text.lower() in _GOVERNED for w in frame.words[term.index + 1 : term.index + 2])


def phases(pair: Alignment, setting: Setting) -> Opinion | None:
    """One says that something goes on, the other that it is over."""
    for mine in _told_phases(pair.a):
        for theirs in _told_phases(pair.b):
            drop_a, drop_b = _with_plan(pair.a, mine), _with_plan(pair.b, theirs)
            if (mine.value == theirs.value) != (_denied(pair.a, mine) != _denied(pair.b, theirs)):
                continue
            if any((x in drop_a) != (y in drop_b) for x, y in pair.met):
                continue  # both tell that the plan is given up
            rest, met = pair.without(drop_a, drop_b), [x for x, _ in pair.met if x not in drop_a]
            enough = rest >= _SAME_THING or (rest >= _PARTLY and max(pair.cover_a, pair.cover_b) >= _SAME_THING)
            if len(met) < 2 or not enough or pair.clash(*_untimed(pair, drop_a, drop_b), setting.allowed(pair)):
                continue
            if any(t.negated and t.lemma != "plan" for t in (*drop_a, *drop_b)):
                continue
            if pair.swapped_beside(drop_a, drop_b):
                continue  # the tax on bread, and the one on eggs
            words = (around(pair.a, mine.start, mine.end), around(pair.b, theirs.start, theirs.end))
            if any(t.lemma == "plan" for t in drop_a):
                return Opinion("contradicts", "plans", words, "differ on whether it is still planned", 0.8)
            return Opinion(
                "contradicts", "phases", words, "differ on whether it is still going on", 0.55 + 0.3 * rest
            )
    return None


@by_frame
def _told_phases(frame: Frame) -> tuple[Found[str], ...]:
    """Words that say something goes on or is over; in "dropped its plan to build" the plan does not go on."""
    found = list(_phases().find(frame.words))
    over = [f.end for f in found if f.value == "over"]
    return tuple(f for f in found if f.value == "over" or not any(0 <= f.start - end < _HELD for end in over))


def _untimed(pair: Alignment, drop_a: list[Term], drop_b: list[Term]) -> tuple[list[Term], list[Term]]:
    """With the times only one side names: whether times meet is asked later."""
    times = [[t for t in left if t.kind == "time"] for left in (pair.left_a, pair.left_b)]
    return drop_a + times[0], drop_b + times[1]


def _with_plan(frame: Frame, found: Found[str]) -> list[Term]:
    """The words of a phase, with the plan that is dropped."""
    end = found.end + (_HELD if found.value == "over" else 0)
    return [t for t in frame.terms if found.start <= t.index < found.end or (t.lemma == "plan" and t.index < end)]


def _denied(frame: Frame, found: Found[str]) -> bool:
    outright = [n for n in frame.negations if n.reaches(found.start)]
    return len(outright) % 2 == 1


@cache
def _phases() -> Lexicon[str]:
    listed_phases = load("events.yaml")["phases"]
    return Lexicon({phrase: phase for phase, phrases in listed_phases.items() for phrase in phrases})
