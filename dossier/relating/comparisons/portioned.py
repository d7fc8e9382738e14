"""Two statements that say the same of one group, each of a part of it: all against not all, few against most."""

from __future__ import annotations

from dossier.language.listed import listed
from dossier.relating.alignment import Alignment, is_manner, light_words
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.portions import Portion, is_worked_in, portion_of
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.poles import poles_of
from dossier.relating.comparisons.wordings import around, opposed, outright

_LEAST = 2  # telling words that must meet: who, and what of them


def portions(pair: Alignment, setting: Setting) -> Opinion | None:
    """What comes of the two parts, when nothing but the parts tells the statements apart."""
    mine, theirs = portion_of(pair.a), portion_of(pair.b)
    if mine is None or theirs is None or (mine.told == theirs.told == "share" and not _one_denies(pair)):
        return None
    if not _of_one_group(pair, mine, theirs):
        return None
    words = (around(pair.a, mine.start, mine.end), around(pair.b, theirs.start, theirs.end))
    if mine.excludes(theirs):
        return Opinion(
            "contradicts", "portions", words, "give shares of the same group that cannot both be right", 0.85
        )
    if mine.fits(theirs) and not _denied_besides(pair, mine, theirs):
        return Opinion("agrees", "portions", words, "give about the same share of the same group", 0.75)
    return None


def _one_denies(pair: Alignment) -> bool:
    """ "Two of the eight have NOT signed" beside six of the eight: figures alone tell nothing."""
    return len(outright(pair.a)) % 2 != len(outright(pair.b)) % 2


def _denied_besides(pair: Alignment, mine: Portion, theirs: Portion) -> bool:
    """ "Have power", "are WITHOUT power": a denial that is not worked into the parts."""
    return any(_lacks(pair.a, x, mine) != _lacks(pair.b, y, theirs) for x, y in pair.met if x.kind == "word")


def _lacks(frame: Frame, term: Term, told: Portion) -> bool:
    """ "Is NOT a scandal for those who had seen NO sign": the part is told of later, and denied by itself."""
    cues = (c for c in frame.negations if not is_worked_in(c, told))
    return sum(c.reaches(term.index) for c in cues) % 2 == 1


def _turned(pair: Alignment) -> bool:
    """Whether one tells of doing what the other tells of not doing: for and against."""
    return any(p.name == q.name and p.plain != q.plain for p in poles_of(pair.a) for q in poles_of(pair.b))


def _of_one_group(pair: Alignment, mine: Portion, theirs: Portion) -> bool:
    """Whether the same is said of the same group; more may be said only of some that there are."""
    if (mine.group is None) != (theirs.group is None) or opposed(pair) or _turned(pair):
        return False
    if mine.group is not None and not any(x is mine.group and y is theirs.group for x, y in pair.met):
        return False
    rests = [_rest(frame, left, p) for frame, left, p in ((pair.a, pair.left_a, mine), (pair.b, pair.left_b, theirs))]
    if any(rest and not p.lower for rest, p in zip(rests, (mine, theirs))) or all(rests):
        return False
    met = [x for x, y in pair.met if x.kind in ("word", "name") and not _within(x, mine)]
    return len(met) >= _LEAST and not pair.order_turned


def _rest(frame: Frame, left: tuple[Term, ...], told: Portion) -> list[Term]:
    """What else is said up to the next mark."""
    own = light_words() | listed("outright")
    end = next((i for i, w in enumerate(frame.words) if i >= told.end and not w.is_word), len(frame.words))
    rest = [t for t in left if t.index < end and not (_within(t, told) or t.lemma in own or is_manner(t))]
    return [t for t in rest if t.kind != "time"]


def _within(term: Term, told: Portion) -> bool:
    return told.start <= term.index < told.end
