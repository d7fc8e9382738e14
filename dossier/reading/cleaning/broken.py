"""Words torn in two inside a line: 'govern- ment', 'T he', 'deliv eries', 'con ict' that lost its ligature too."""

from __future__ import annotations

import re

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.model import Edit
from dossier.reading.cleaning.ligatures import known

_HYPHENED = re.compile(r"(?<![\w’'-])([^\W\d_]{2,20})- ([a-z]{2,20})(?![\w’'-])")
_DROP_CAP = re.compile(r"(?m)^([A-Z]) ([a-z]{1,20})(?![\w’'-])")
_PAIR = re.compile(r"(?<![\w’'-])(?=([A-Za-z]?[a-z]{0,15}) ([a-z]{2,15})(?![\w’'-]))")
_GLYPHS = ("fi", "fl", "ff", "ffi", "ffl")
_HEADS = frozenset(map(str, load("hyphens.yaml")["heads"]))
_PREFIXES = frozenset(map(str, load("hyphens.yaml")["prefixes"]))
_LINKS = frozenset(map(str, load("hyphens.yaml")["links"]))


def broken_words(text: str) -> list[Edit]:
    """Edits that make words whole again which a line end, a large first letter or a lost glyph tore in two."""
    edits = [*_hyphened(text), *_drop_caps(text), *_torn(text)]
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept


def _hyphened(text: str) -> list[Edit]:
    """'govern- ment', but not 'pre- and post-war'."""
    return [
        Edit(m.end(1), m.start(2), "", "line-end-hyphen")
        for m in _HYPHENED.finditer(text)
        if m[2] not in _LINKS and m[1].lower() not in _HEADS and known(m[1] + m[2])
    ]


def _drop_caps(text: str) -> list[Edit]:
    """'T he talks': a large first letter that came out as a word of its own."""
    return [
        Edit(m.end(1), m.start(2), "", "drop-cap")
        for m in _DROP_CAP.finditer(text)
        if is_known((m[1] + m[2]).lower()) and (m[1] not in "AIO" or not known(m[2]))
    ]


def _torn(text: str) -> list[Edit]:
    """'deliv eries'; and 'con ict', 'signi cant', but only where the text shows several such places."""
    found, spaces = [], []
    for match in _PAIR.finditer(text):
        left, right = match[1], match[2]
        if not left or (known(left) and known(right)):
            continue
        if len(left) > 1 and _is_torn(left, right):
            spaces.append(Edit(match.end(1), match.start(2), "", "inner-space"))
            continue
        whole = {left + glyph + right for glyph in _GLYPHS if is_known((left + glyph + right).lower())}
        if len(whole) == 1:
            found.append(Edit(match.start(1), match.end(2), whole.pop(), "lost-ligature"))
    return [*spaces, *(found if len({text[e.start : e.end] for e in found}) > 2 else [])]


def _is_torn(left: str, right: str) -> bool:
    """Whether the pieces make one word; a name before a word ("Lin den") may be a name."""
    whole = left + right
    if left.lower() in _HEADS | _PREFIXES or len(whole) < 6:
        return False
    return is_known(whole.lower()) and (left.islower() or not known(right))
