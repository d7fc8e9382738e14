"""A long text and a short statement: its sentences, of which one is what the statement is about."""

from __future__ import annotations

import re
from itertools import pairwise

from dossier.relating.apart.frames import Frame

_LONGER = 1.6  # times as many telling words make a text the longer one
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
