"""A long text and a short statement: the sentence of the text that the statement is about, and of it what matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.relating.alignment import align
from dossier.relating.apart.acts import may_be_act
from dossier.relating.apart.frames import Frame

_LONGER = 1.6  # times as many telling words make a text the longer one
_TRIED = 2  # sentences of a text that are held against a statement
_LEAST = 2  # telling words a statement must keep
_LONG = 9  # telling words from which on a text tells more than one thing
_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Co|vs|No))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Inc|Ltd))[.!?][”\"’')]*\s+(?=[A-Z“\"‘])"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, roughly: initials and titles do not end one."""
    ends = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    return [text[start:end].strip() for start, end in pairwise(ends) if text[start:end].strip()]


def is_longer(one: Frame, other: Frame) -> bool:
    """Whether the first is a text beside which the second is a short statement."""
    return len(one.terms) >= max(_LONG, _LONGER * len(other.terms))


def nearest(parts: Iterable[Frame], statement: Frame) -> list[Frame]:
    """The parts that have most of what the statement says, the best first."""
    return sorted(parts, key=lambda part: -align(part, statement).cover_b)[:_TRIED]


def known_from_before(part: Frame, parts: Sequence[Frame], statement: Frame) -> Frame | None:
    """The statement without what the part leaves to be known: whom "she" means, which town "the council" is of.

    None where all of it stands in the part itself, or too little would be left.
    """
    told = {id(t) for other in parts if other is not part for _, t in align(other, statement).met}
    own = align(part, statement)
    other = {t.kind for t in own.left_a} & {
        "name",
        "time",
        "number",
    }  # "in Japan" where the statement says "in Europe"
    left = {id(t) for t in own.left_b if id(t) in told and not may_be_act(t) and t.kind not in other}
    kept = tuple(t for t in statement.terms if id(t) not in left)
    if not left or len(kept) < _LEAST:
        return None
    return replace(statement, terms=kept, weight=sum(t.weight for t in kept))
