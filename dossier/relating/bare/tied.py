"""Two acts told in two texts on one situation, and a place or time that belongs to one of them only."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dossier.language.listed import listed_words
from dossier.relating.alignment import Alignment
from dossier.relating.apart.acts import may_be_act
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.terms import Term
from dossier.relating.bare.retelling import shorter_side

_participles = partial(listed_words, "clause_tree.yaml", "only_participle")

_TIES = frozenset({"in", "by", "at", "from", "on"})
_REACH = 7  # words after the act that belong to it
_SOON = 3  # words from the small word to what it ties


def tied_to_another(pair: Alignment) -> bool:
    """Whether the longer side ties a place or time of the shorter to another act: SHOT there, and arrested HERE."""
    side = shorter_side(pair)
    short, long = (pair.b, pair.a) if side else (pair.a, pair.b)
    stands = {m[side]: m[1 - side] for m in pair.met}
    for act, theirs in stands.items():
        for tied in _tied(short, act) if may_be_act(act) else ():
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
    between = [w.text.lower() for w in frame.words[min(act.index, other.index) + 1 : max(act.index, other.index)]]
    return between == ["and"] or (other.text.endswith("ing") and other.index > act.index)


def _tied(frame: Frame, act: Term) -> Iterator[Term]:
    """The names and times that small words tie to an act, and who did it by "by"."""
    for i in range(act.index + 1, min(act.index + _REACH, len(frame.words))):
        if not frame.words[i].is_word and not frame.words[i].text.isdigit():
            return
        link = frame.words[i].text.lower()
        tied = next((t for t in frame.terms if i < t.index <= i + _SOON and t.kind != "number"), None)
        if tied and link in _TIES and (tied.kind in ("name", "time") or link == "by"):
            yield tied
