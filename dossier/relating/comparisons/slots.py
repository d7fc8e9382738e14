"""One slot of the same story differs: the figure, the date, or who did it to whom."""

from __future__ import annotations

from dossier.relating.alignment import Alignment
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.wordings import around, listed
from dossier.relating.frames import Frame, Term


def figures(pair: Alignment, setting: Setting) -> Opinion | None:
    """Figures on the same thing that cannot both hold, or that are the same."""
    numbers = [[t for t in left if t.kind == "number"] for left in (pair.left_a, pair.left_b)]
    rest = pair.without(numbers[0], numbers[1])
    if rest < (0.55 if setting.same_situation else 0.7) or pair.clash(numbers[0], numbers[1], setting.allowed(pair)):
        return None
    for mine in pair.a.numerals:
        for theirs in pair.b.numerals:
            if mine.kind != theirs.kind or mine.kind not in ("cardinal", "share"):
                continue
            if not _counts_same(pair, mine.end, theirs.end):
                continue
            words = (around(pair.a, mine.start, mine.end), around(pair.b, theirs.start, theirs.end))
            if mine.clashes(theirs):
                if _value_elsewhere(pair, mine.low, theirs.low):
                    continue
                return Opinion(
                    "contradicts", "figures", words, "give different figures for the same thing", 0.8 * rest + 0.15
                )
    return None


def dates(pair: Alignment, setting: Setting) -> Opinion | None:
    """Another date for an event that happened once."""
    mine = [t for t in pair.left_a if t.kind == "time"]
    theirs = [t for t in pair.left_b if t.kind == "time"]
    if not mine or not theirs or pair.clash(mine, theirs) or pair.without(mine, theirs) < 0.75:
        return None
    once = [x for x, _ in pair.met if x.kind == "word" and x.lemma in listed("single_events")]
    if not once:
        return None
    words = (f"{once[0].text} … {mine[0].text}", f"{once[0].text} … {theirs[0].text}")
    return Opinion("contradicts", "dates", words, "date the same event differently", 0.75)


def roles(pair: Alignment, setting: Setting) -> Opinion | None:
    """Who did it to whom is told the other way round."""
    if pair.cover < 0.85:
        return None
    met = [(x, y) for x, y in pair.met if x.kind in ("name", "word")]
    for verb_a, verb_b in met:
        if verb_a.kind != "word" or verb_a.lemma in listed("mutual") or not _is_act(pair.a, verb_a):
            continue
        turned = _passive(pair.a, verb_a) != _passive(pair.b, verb_b)
        movers = [
            (x, y)
            for x, y in met
            if x is not verb_a
            and x.kind == "name"
            and ((x.index < verb_a.index) != (y.index < verb_b.index)) != turned
        ]
        if len(movers) == 2 and (movers[0][0].index < verb_a.index) != (movers[1][0].index < verb_a.index):
            words = (around(pair.a, verb_a.index, verb_a.index + 1), around(pair.b, verb_b.index, verb_b.index + 1))
            return Opinion("contradicts", "roles", words, "swap who does it and to whom it is done", 0.8)
    return None


def _counts_same(pair: Alignment, end_a: int, end_b: int) -> bool:
    """Whether the next telling word after both numbers is the same, so that they count one thing."""
    after_a = next((t for t in pair.a.terms if t.index >= end_a), None)
    after_b = next((t for t in pair.b.terms if t.index >= end_b), None)
    if after_a is None or after_b is None:
        return after_a is after_b
    return any(x is after_a and y is after_b for x, y in pair.met)


def _value_elsewhere(pair: Alignment, mine: float | None, theirs: float | None) -> bool:
    return any(n.low == theirs for n in pair.a.numerals) or any(n.low == mine for n in pair.b.numerals)


def _is_act(frame: Frame, term: Term) -> bool:
    """A verb stands between two names or right after one; a noun follows an article."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    return before not in ("the", "a", "an", "of", "in", "this", "that")


def _passive(frame: Frame, verb: Term) -> bool:
    return any(w.text.lower() == "by" for w in frame.words[verb.index + 1 : verb.index + 3])
