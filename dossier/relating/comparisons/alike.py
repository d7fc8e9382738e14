"""One act told by two articles on one matter: the same telling words stand close together in both.

Two long sentences of news share one thing and differ in much else: openings, lists, what is said besides. So of
either only the stretch is compared in which such words stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.data import load
from dossier.language.grammar import function_words, words_in
from dossier.language.lexical import first_used_as_verb
from dossier.relating.alignment import exclude
from dossier.relating.apart.acts import is_act, is_told_as_act, stands_as_verb
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.moods import calls_untrue, mood_of
from dossier.relating.apart.numerals import Numeral
from dossier.relating.apart.points import points_of
from dossier.relating.apart.terms import Term, all_met, alone_on_both, left_over, meet, meetable
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.meeting_words import Matter, is_pointed

# How far apart words that both have may stand, if a stretch holds so many of them: the more, the further.
_REACHES = ((5, 2), (10, 4))
_BESIDE = 4  # words to either side of a stretch that may still tell two acts apart
_POINTED = 2  # so many of the words few claims of either article hold,
_SURE = 3  # more where an act is not told by a form only verbs have: "groups that RECEIVE more than 20 percent"
_BEFORE = 8  # words before an act within which it is said that it is only planned
_COUNT = 3  # words before one within which it is counted
_SCORE, _MORE, _MOST = 0.68, 0.02, 0.8  # for a stretch, for each word of it, at most

Met = tuple[Term, Term]


def alike(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """Whether both tell of one act done to the same thing, and nothing beside it tells two such acts apart."""
    met = all_met((t for t in a.terms if t.kind != "time"), b.terms, _met_by(b))
    if _pointed(met, matter) < _POINTED or calls_untrue(a) != calls_untrue(b):
        return None
    told = [
        stretch
        for close, least in _REACHES
        for stretch in _stretches(met, close)
        if _count(stretch) >= least and _tells_one_act(a, b, stretch, matter)
    ]
    if not told:
        return None
    best = max(told, key=len)
    words = (a.stretch(x.index for x, _ in best), b.stretch(y.index for _, y in best))
    score = round(min(_MOST, _SCORE + _MORE * len(best)), 3)
    return Opinion("agrees", "alike", words, "tell of the same thing", score)


@by_frame
def _met_by(frame: Frame) -> frozenset[str]:
    """All by which its words may be met."""
    return meetable(frame.terms)


def _stretches(met: Sequence[Met], close: int) -> Iterator[list[Met]]:
    """Words that stand close to one another in both claims."""
    left = list(met)
    while left:
        stretch = [left.pop()]
        for x, y in stretch:  # which grows
            near = [m for m in left if abs(m[0].index - x.index) <= close and abs(m[1].index - y.index) <= close]
            stretch += near
            left = [m for m in left if m not in near]
        yield stretch


def _tells_one_act(a: Frame, b: Frame, stretch: Sequence[Met], matter: Matter) -> bool:
    acts = [(x, y) for x, y in stretch if _tells(a, x) and _tells(b, y) and not _told_otherwise(a, x, b, y, stretch)]
    done = [(x, y) for x, y in acts if _is_done(a, x) and _is_done(b, y)]
    if not acts or any(x.negated != y.negated for x, y in acts):
        return False
    least = _POINTED if any(_is_one_stem(*couple) for couple in done) else _SURE
    enough = _pointed(stretch, matter) >= least or _named(stretch, matter, least)
    return enough and not _apart(a, b, stretch, matter)


def _pointed(met: Sequence[Met], matter: Matter) -> int:
    """How many words of one stem that few claims of either article hold."""
    return _count([(x, y) for x, y in met if _is_one_stem(x, y) and is_pointed(x, y, matter.rare)])


def _named(met: Sequence[Met], matter: Matter, least: int) -> bool:
    """Whether a name that few claims hold makes up for one such word, where they share more than that besides."""
    named = any(x.kind == "name" and is_pointed(x, y, matter.rare) for x, y in met)
    return named and _pointed(met, matter) == least - 1 and _count(met) > least


def _count(met: Sequence[Met]) -> int:
    """How many words that are no names, each counted once on either side."""
    words = [m for m in met if m[0].kind != "name"]
    return min(len({m[n].index for m in words}) for n in (0, 1))


def _is_one_stem(x: Term, y: Term) -> bool:
    return x.lemma == y.lemma or any(k[0] == "k" for k in x.keys & y.keys)


def _tells(frame: Frame, term: Term) -> bool:
    """A word for an act, no such one beside a thing: "the WRECKED plant", "of TREATED water"."""
    before = frame.words[term.index - 1].text.lower() if term.index else ""
    beside = before in words_in("determiners", "links") - {"to", "that"}
    told = first_used_as_verb(term.lemma) or is_act(term) or _is_done(frame, term)
    return term.kind == "word" and told and not beside


def _told_otherwise(a: Frame, x: Term, b: Frame, y: Term, stretch: Sequence[Met]) -> bool:
    """One looks ahead to what the other tells as done; or each gives somebody's view, and not the same body's."""
    sides = ((a, x), (b, y))
    moods = {mood_of(f, max(0, t.index - _BEFORE), t.index) for f, t in sides}
    if moods == {"", "ahead"} or (len(moods) > 1 and not _is_one_stem(x, y)):
        return True
    held = len(stretch) > _SURE or any(s.index < x.index and t.index < y.index for s, t in stretch)
    return not held and any(p.stance and p.start <= t.index < p.end for f, t in sides for p in points_of(f))


def _is_done(frame: Frame, term: Term) -> bool:
    """Told as an act: "RESULTING in deaths" behind a comma only adds to what is."""
    adds = term.text.lower().endswith("ing") and term.index and frame.words[term.index - 1].text == ","
    return not adds and (is_told_as_act(frame, term) or is_act(term)) and stands_as_verb(frame, term)


def _apart(a: Frame, b: Frame, stretch: Sequence[Met], matter: Matter) -> bool:
    """Whether each has a name, a time or a number there that the other lacks, or what excludes the other's."""
    if any(_counted_apart(a, x, b, y) for x, y in stretch):
        return True
    left = left_over((_beside(a, [x for x, _ in stretch]), _beside(b, [y for _, y in stretch])), stretch)
    known = [[t for t in side if t.kind != "name" or t.met_by.isdisjoint(matter.central)] for side in left]
    numbers = [[(f, t) for t in side if t.kind == "number"] for f, side in zip((a, b), left)]
    return (
        a.before_after * b.before_after < 0  # "after the storm" and "before the storm" are two times
        or not alone_on_both(known).isdisjoint(("name", "time"))
        or any(_measure_one_thing(*x, *y) for x in numbers[0] for y in numbers[1])
        or any(exclude(x.lemma, y.lemma) for x in left[0] for y in left[1])
        or any(_led_apart(a, x, b, y, stretch) for x, y in stretch)
    )


def _measure_one_thing(a: Frame, x: Term, b: Frame, y: Term) -> bool:
    """ "Rose by 4.9 %" and "by 7 %", "15 killed" and "nine killed": shares, or numbers of one thing."""
    one, other = (next((n for n in f.numerals if n.start == t.index), None) for f, t in ((a, x), (b, y)))
    if one is None or other is None or one.kind != other.kind or not one.clashes(other):
        return False
    thing, another = (next((t for t in f.terms if t.index > n.index), n) for f, n in ((a, x), (b, y)))
    return one.kind != "cardinal" or meet(thing, another)


def _counted_apart(a: Frame, x: Term, b: Frame, y: Term) -> bool:
    one, other = _counted(a, x), _counted(b, y)
    return one is not None and other is not None and one.clashes(other)


def _counted(frame: Frame, term: Term) -> Numeral | None:
    """How many there are of it, by the words right before it: "FIVE Thai soldiers", "A soldier", "DOZENS of them"."""
    roughly = load("numerals.yaml")["vague"]
    for at in range(term.index - 1, max(-1, term.index - _COUNT - 1), -1):
        low = frame.words[at].text.lower()
        told = [n for n in frame.numerals if n.kind == "cardinal" and n.start <= at < n.end]
        if told or low in roughly:
            return told[0] if told else Numeral(at, at + 1, roughly[low][0], roughly[low][1], "cardinal")
        if not frame.words[at].is_word or (low in function_words() and low != "of"):
            return Numeral(at, at + 1, 1, 1, "cardinal") if low in ("a", "an") else None
    return None


def _beside(frame: Frame, told: Sequence[Term]) -> list[Term]:
    places = [t.index for t in told]
    return [t for t in frame.terms if min(places) - _BESIDE <= t.index <= max(places) + _BESIDE]


def _led_apart(a: Frame, x: Term, b: Frame, y: Term, stretch: Sequence[Met]) -> bool:
    """ "Due TO dengue" and "due TO the vaccine": behind one small word each names something else."""
    led = [_led(f, t) for f, t in ((a, x), (b, y))]
    (link, one), (other_link, other) = led
    taken = {t for couple in stretch for t in couple}
    return link == other_link and one is not None and other is not None and taken.isdisjoint({one, other})


def _led(frame: Frame, term: Term) -> tuple[str, Term | None]:
    """The small word behind a word, and the telling word it leads to."""
    low = [w.text.lower() for w in frame.words[term.index + 1 : term.index + 4]]
    if not low or low[0] not in words_in("links"):
        return "", None
    follows = [t for t in frame.terms if t.index > term.index + 1]
    return low[0], follows[0] if follows and follows[0].index <= term.index + 4 else None
