"""Words that a broken font robbed of letters: a word that is no word becomes one when a ligature is put back."""

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
    """'frm' -> 'firm', 'Tis' -> 'This': only where the text shows that it was damaged so.

    A small word with f that no dictionary has is repaired when one ligature, and only one, makes a word of it.
    Capitalised words may be names, so they need such a word elsewhere in the text as evidence.
    """
    places = [m for m in _TOKEN.finditer(text) if "f" in m[0] or m[0][0] == "T"]
    tokens = sorted({m[0] for m in places})
    small = {t: r for t in tokens if t.islower() and t not in _DAMAGE and (r := _with_ligature(t))}
    th = {t: r for t in tokens if (r := _with_th(t))}
    repairs = dict(small)
    if small or len(th) > 1:
        repairs.update(th)
    if small:
        repairs.update({t: r for t in tokens if t in _DAMAGE and (r := _with_ligature(t))})
    if len(small) > 1:
        repairs.update({t: r for t in tokens if t[1:].islower() and t[0].isupper() and (r := _with_ligature(t))})
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
