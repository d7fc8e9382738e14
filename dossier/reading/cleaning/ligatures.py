"""Words that a broken font or a careless layout took apart: without their ligatures, or with a space inside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.data import load
from dossier.language.dictionary import is_known
from dossier.model import Edit

_DATA = load("ligatures.yaml")
_AFTER_F = tuple(_DATA["f"])
_UNREADABLE = tuple(_DATA["unreadable"])
_TH = frozenset(_DATA["th"])
_DAMAGE = frozenset(_DATA["damage_in_dictionary"])
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]{2,40}(?![^\W_])")
_GLYPHS = ("fi", "fl", "ff", "ffi", "ffl")
_HOLED = re.compile(r"(?<![A-Za-z])[A-Za-z]{0,30}[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff][a-z]{1,30}")


@lru_cache(maxsize=100_000)
def known(word: str) -> bool:
    """Whether the word stands in the dictionary, in this writing or in lower case."""
    return is_known(word) or is_known(word.lower())


def unreadable_ligatures(text: str) -> list[Edit]:
    """'con\\ufffdict': an unreadable character inside a word, where just one ligature makes a word of it."""
    edits = []
    for match in _HOLED.finditer(text):
        found = _filled(match[0])
        if found:
            edits.append(Edit(match.start(), match.end(), found, "lost-ligature"))
    return edits


def lost_ligatures(text: str) -> list[Edit]:
    """'frm' -> 'firm', 'Tis' -> 'This', 'conrmed' -> 'confirmed': only where the text shows that it was damaged so.

    A small word with f that no dictionary has is repaired when one ligature, and only one, makes a word of it.
    Where no letter of it came through, there must be several such words. Capitalised words may be names, so they
    need such a word elsewhere in the text as evidence.
    """
    places = list(_TOKEN.finditer(text))
    tokens = sorted({m[0] for m in places})
    dropped = {t: r for t in tokens if t.islower() and (r := _with_dropped(t))}
    small = {t: r for t in tokens if t.islower() and t not in _DAMAGE and (r := _with_ligature(t))}
    th = {t: r for t in tokens if (r := _with_th(t))}
    repairs = small | dropped if len(dropped) > 2 else dict(small)
    if small or len(th) > 1:
        repairs.update(th)
    if small:
        repairs.update({t: r for t in tokens if t in _DAMAGE and (r := _with_ligature(t))})
    capitals = [t for t in tokens if t[1:].islower() and t[0].isupper()]
    if len(small) > 1:
        repairs.update({t: r for t in capitals if (r := _with_ligature(t))})
    if len(dropped) > 2:
        repairs.update({t: r for t in capitals if (r := _with_dropped(t))})
    return [
        Edit(m.start(), m.end(), repairs[m[0]], "lost-ligature")
        for m in places
        if m[0] in repairs and text[m.start() - 1 : m.start()] not in ("'", "’", "‘")
    ]


@lru_cache(maxsize=10_000)
def _filled(holed: str) -> str:
    return _one(re.sub(r"[^A-Za-z]", glyph, holed, count=1) for glyph in _UNREADABLE)


def _with_ligature(token: str) -> str:
    if len(token) < 3 or (known(token) and token not in _DAMAGE):
        return ""
    spots = [i for i, letter in enumerate(token) if letter == "f"]
    return _one(token[:i] + glyph + token[i + 1 :] for i in spots for glyph in _AFTER_F)


def _with_dropped(token: str) -> str:
    if len(token) < 4 or known(token):
        return ""
    return _one(token[:i] + glyph + token[i:] for i in range(1, len(token)) for glyph in _GLYPHS)


def _with_th(token: str) -> str:
    if token[0] != "T" or not token[1:].islower():
        return ""
    if known(token) and token.lower() not in _DAMAGE:
        return ""
    whole = "Th" + token[1:]
    return whole if whole.lower() in _TH else ""


def _one(candidates: Iterable[str]) -> str:
    """The only candidate that is a word in lower case, or nothing."""
    words = {c for c in candidates if is_known(c.lower())}
    return words.pop() if len(words) == 1 else ""


_HYPHENED = re.compile(r"(?<![\w’'-])([^\W\d_]{2,20})- ([a-z]{2,20})(?![\w’'-])")
_DROP_CAP = re.compile(r"(?m)^([A-Z]) ([a-z]{1,20})(?![\w’'-])")
_PAIR = re.compile(r"(?<![\w’'-])(?=([A-Za-z]?[a-z]{0,15}) ([a-z]{2,15})(?![\w’'-]))")
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
