"""One act, and each side ties something else to it by the same small word: born in Quito or in Lima, made by a pupil.

Only for two texts known to speak of one situation, and for acts that happen once to one subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dossier.language.lexical import closeness
from dossier.language.listed import listed, listed_words
from dossier.relating.alignment import Alignment
from dossier.relating.apart.acts import is_passive, may_be_act
from dossier.relating.apart.countries import country_of
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.bare.retelling import shorter_side, unmet

_participles = partial(listed_words, "clause_tree.yaml", "only_participle")

_TIES = frozenset({"in", "by", "at", "from", "on"})
_REACH = 7  # words after the act that belong to it
_SUBJECT = 3  # words before the act within which a name may say who does it
_SOON = 3  # words from the small word to what it ties
_AKIN = 0.6  # two words this close may name one thing


def tied_otherwise(pair: Alignment) -> bool:
    """Whether what happened once has another place, doer or year on the other side, and all else there is met."""
    once = listed("single_events") | listed("made_once")
    return any(_differ(pair, x, y) for x, y in pair.met if x.kind == y.kind == "word" and {x.lemma, y.lemma} & once)


def tied_to_another(pair: Alignment) -> bool:
    """Whether the longer side ties a place or time of the shorter to another act: SHOT there, and arrested HERE."""
    side = shorter_side(pair)
    short, long = (pair.b, pair.a) if side else (pair.a, pair.b)
    stands = {m[side]: m[1 - side] for m in pair.met}
    for act, theirs in stands.items():
        for _, tied in _ties(short, act) if may_be_act(act) else ():
            holder = _holder(long, stands[tied]) if tied in stands else None
            if holder and holder not in stands.values() and not _goes_with(long, holder, theirs):
                return True
    return False


def _holder(frame: Frame, tied: Term) -> Term | None:
    """The act right before the small word that ties a term."""
    link = tied.index - 1
    if link < 1 or frame.words[link].text.lower() not in _TIES:
        return None
    before = next((t for t in frame.terms if t.index == link - 1), None)
    return before if before and (may_be_act(before) or before.lemma in _participles()) else None


def _goes_with(frame: Frame, act: Term, other: Term) -> bool:
    """ "Exploded in Kabul, KILLING twelve", "was shot and KILLED": one happening told by two verbs."""
    between = frame.words[min(act.index, other.index) + 1 : max(act.index, other.index)]
    joined = len(between) == 1 and between[0].text.lower() == "and"
    return joined or (other.text.endswith("ing") and other.index > act.index)


def _differ(pair: Alignment, x: Term, y: Term) -> bool:
    ties_a, ties_b = dict(_ties(pair.a, x)), dict(_ties(pair.b, y))
    side = shorter_side(pair)
    for tie in ties_a.keys() & ties_b.keys():
        if _may_be_one(ties_a[tie], ties_b[tie]) or x.negated != y.negated:
            continue
        tied = ties_b[tie] if side else ties_a[tie]
        if not [t for t in unmet(pair, side) if abs(t.index - tied.index) > 1]:
            return True
    return False


def _ties(frame: Frame, act: Term) -> Iterator[tuple[tuple[str, str], Term]]:
    """What small words tie to the act, by the word and by the sort of thing; who does it, as behind "by"."""
    doer = _doer(frame, act)
    if doer:
        yield ("by", "name"), doer
    for i in range(act.index + 1, min(act.index + _REACH, len(frame.words))):
        if not frame.words[i].is_word and not frame.words[i].text.isdigit():
            return
        if frame.words[i].text.lower() in _TIES:
            tied = next((t for t in frame.terms if i < t.index <= i + _SOON and t.kind != "number"), None)
            if tied and (tied.kind in ("name", "time") or frame.words[i].text.lower() == "by"):
                yield (frame.words[i].text.lower(), "time" if tied.kind == "time" else "thing"), tied
                if frame.words[i].text.lower() == "by" and tied.kind == "name":
                    yield ("by", "name"), tied


def _doer(frame: Frame, act: Term) -> Term | None:
    """The name before the act, or before the noun there: "FRENCH engineers built"; none in the passive."""
    near = [t for t in frame.terms if act.index - _SUBJECT <= t.index < act.index]
    named = next((t for t in near if t.kind == "name"), None)
    if named is None or is_passive(frame, act):
        return None
    between = frame.words[named.index + 1 : act.index]
    return (
        named
        if all(any(t.index == n for t in near) for n in range(named.index + 1, act.index))
        and all(w.is_word for w in between)
        else None
    )


def _may_be_one(x: Term, y: Term) -> bool:
    """The same by another name, or a town and a country it may lie in; a year and a day tell of two things."""
    if x.kind == "time" or y.kind == "time":
        return x.lemma == y.lemma or x.lemma[:2] != y.lemma[:2] or not x.lemma.startswith("#")
    wide = [bool(country_of(t.text)) for t in (x, y)]
    return wide[0] != wide[1] or not x.keys.isdisjoint(y.keys) or closeness(x.lemma, y.lemma) >= _AKIN
