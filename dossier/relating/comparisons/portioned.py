"""Two statements that say the same of one group, each of a part of it: all against not all, few against most."""

from __future__ import annotations

from functools import partial

from dossier.language.listed import listed, listed_words
from dossier.language.words import lows_of
from dossier.relating.alignment import Alignment, is_manner, light_words
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.portions import Portion, portion_of
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.comparisons.poles import poles_of
from dossier.relating.comparisons.wordings import around, opposed, outright

_excepting = partial(listed_words, "portions.yaml", "excepting")

_OPENING = 3  # words within which a sentence on all begins
_EXCEPTED = 6  # and from there to the exception
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
        return Opinion("contradicts", "portions", words, "say the same of parts that cannot both be right", 0.85)
    if mine.fits(theirs):
        return Opinion("agrees", "portions", words, "say the same of about the same part", 0.75)
    return None


def _one_denies(pair: Alignment) -> bool:
    """ "Two of the eight have NOT signed" beside six of the eight: figures alone tell nothing."""
    return len(outright(pair.a)) % 2 != len(outright(pair.b)) % 2


def complements(pair: Alignment, setting: Setting) -> Opinion | None:
    """ "All but two were for it" and "only two were against it": those who are named, and the rest."""
    for only, rest, first in ((pair.a, pair.b, 0), (pair.b, pair.a, 1)):
        named, excepted = _only(only), _excepted(rest)
        if named is None or excepted is None or named.lemma != excepted.lemma:
            continue
        signs = {(p.sign, q.sign) for p in poles_of(pair.a) for q in poles_of(pair.b) if p.name == q.name}
        words = (around(only, named.index, named.index + 1), around(rest, excepted.index, excepted.index + 1))
        words = words if first == 0 else (words[1], words[0])
        if any(x != y for x, y in signs):
            return Opinion("agrees", "portions", words, "tell the same of the few and of the rest", 0.75)
        if signs:
            return Opinion("contradicts", "portions", words, "say of the few what the other says of the rest", 0.8)
    return None


def told_of_other_parts(pair: Alignment) -> bool:
    """Whether two statements that else say the same say it of parts of one group that cannot both be right."""
    mine, theirs = portion_of(pair.a), portion_of(pair.b)
    if mine is None or theirs is None or mine.told == theirs.told == "share" or not mine.excludes(theirs):
        return False
    return any(x is mine.group and y is theirs.group for x, y in pair.met) and not _turned(pair)


def _turned(pair: Alignment) -> bool:
    """Whether one tells of doing what the other tells of not doing: for and against."""
    return any(p.name == q.name and p.plain != q.plain for p in poles_of(pair.a) for q in poles_of(pair.b))


@by_frame
def _only(frame: Frame) -> Term | None:
    """Whom "only" names at the beginning: "ONLY two ministers"."""
    low = lows_of(frame.words)
    return next((t for t in frame.terms if t.index == 1), None) if low[:1] == ["only"] else None


@by_frame
def _excepted(frame: Frame) -> Term | None:
    """Who is left out of all: "all members BUT Chad"."""
    low = lows_of(frame.words)
    opens = next((i for i, w in enumerate(low[:_OPENING]) if w in ("all", "every", "everyone", "everybody")), None)
    if opens is None:
        return None
    at = next((i for i in range(opens, min(len(low), opens + _EXCEPTED)) if low[i] in _excepting()), None)
    return next((t for t in frame.terms if at is not None and t.index == at + 1), None)


def may_both_hold(pair: Alignment) -> bool:
    """Whether the two speak of parts of one group of which both may be right: some do, some do not."""
    mine, theirs = portion_of(pair.a), portion_of(pair.b)
    if mine is None or theirs is None or mine.told == theirs.told == "share":
        return False
    return _of_one_group(pair, mine, theirs) and not mine.excludes(theirs)


def _of_one_group(pair: Alignment, mine: Portion, theirs: Portion) -> bool:
    """Whether the same is said of the same group; more may be said only of some that there are."""
    if (mine.group is None) != (theirs.group is None) or opposed(pair) or _turned(pair):
        return False
    if mine.group is not None and not any(x is mine.group and y is theirs.group for x, y in pair.met):
        return False
    rests = [_rest(frame, left, p) for frame, left, p in ((pair.a, pair.left_a, mine), (pair.b, pair.left_b, theirs))]
    if any(rest and not p.lower for rest, p in zip(rests, (mine, theirs))) or all(rests):
        return False
    if all(any(t.kind == "time" for t in left) for left in (pair.left_a, pair.left_b)):
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
