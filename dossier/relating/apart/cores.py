"""What a claim mainly says: its words without openings, insertions and tails.

"Despite rain, the reservoirs, its largest, fell to 40 %, from 50 % in May" mainly tells of a fall to 40 %.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from dossier.language.grammar import words_in
from dossier.language.lexical import is_verb
from dossier.language.listed import listed_words
from dossier.language.words import Word
from dossier.relating.apart.frames import Frame, before_after, by_frame

_listed = partial(listed_words, "cores.yaml")

_LEAST = 3  # telling words that must remain
_STOPS = frozenset(",;:—–()")


@by_frame
def core(frame: Frame) -> Frame | None:
    """The frame with only the words of its core, None when nothing can be left out or no verb would remain.

    Words keep their numbers, so what is quoted of a core is quoted of the claim.
    """
    outside = _asides(frame.words)
    kept = tuple(t for t in frame.terms if t.index not in outside)
    if len(kept) == len(frame.terms) or len(kept) < _LEAST or not _tells(frame.words, outside):
        return None
    return _kept(frame, outside)


def _tells(words: tuple[Word, ...], outside: frozenset[int]) -> bool:
    """Whether a verb is among the words that are kept: who somebody is, is no statement of "X, the mayor, SAID"."""
    kept = [(w.text.lower(), w.lemma) for i, w in enumerate(words) if i not in outside]
    return any(low in words_in("be", "auxiliaries") or (low != lemma and is_verb(lemma)) for low, lemma in kept)


@by_frame
def clauses(frame: Frame) -> tuple[Frame, ...]:
    """Clauses that say something of their own after the main one: "…, although the ban was kept"."""
    pieces = pieces_of(frame.words)
    found = [
        _kept(frame, frozenset(range(len(frame.words))) - frozenset(range(start, end)))
        for start, end in pieces[1:]
        if frame.words[start].text.lower() in _listed("clauses")
    ]
    return tuple(c for c in found if len(c.terms) >= _LEAST)


def _kept(frame: Frame, outside: frozenset[int]) -> Frame:
    kept = tuple(t for t in frame.terms if t.index not in outside)
    return replace(
        frame,
        terms=kept,
        weight=sum(t.weight for t in kept),
        negations=tuple(n for n in frame.negations if n.start not in outside),
        directions=tuple(d for d in frame.directions if d.start not in outside and d.thing[0] not in outside),
        numerals=tuple(n for n in frame.numerals if n.start not in outside),
        before_after=before_after(w for i, w in enumerate(frame.words) if i not in outside),
    )


def _asides(words: tuple[Word, ...]) -> frozenset[int]:
    """Numbers of the words that only tell of circumstances."""
    pieces = pieces_of(words)
    outside: set[int] = set()
    for number, (start, end) in enumerate(pieces):
        opens = words[start].text.lower()
        if number == 0:
            if len(pieces) > 1 and opens in _listed("openings"):
                outside |= set(range(start, end))
            continue
        if adds_to(words, start):
            outside |= set(range(start, end))
    for start, end in pieces:
        if start in outside:
            continue
        tail = next((i for i in range(start + _LEAST, end) if _is_tail(words, i)), end)
        outside |= set(range(tail, end))
    return frozenset(outside)


def pieces_of(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Stretches between commas, dashes and brackets, those inside numbers apart."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for i, word in enumerate((*words, None)):
        if word is None or word.text in _STOPS:
            if i > start:
                pieces.append((start, i))
            start = i + 1
    return pieces


def adds_to(words: tuple[Word, ...], start: int) -> bool:
    """Whether the stretch that begins there says more of what was named before it."""
    return words[start].text.lower() in _listed("insertions") or _is_participle(words, start)


def _is_participle(words: tuple[Word, ...], i: int) -> bool:
    low = words[i].text.lower()
    return low.endswith("ing") and len(low) > 5 and words[i].lemma != low


def _is_tail(words: tuple[Word, ...], i: int) -> bool:
    """From here on reasons, circumstances and what was before are told."""
    low = words[i].text.lower()
    if low in words_in("tails"):
        return True
    after = words[i + 1].text if i + 1 < len(words) else ""
    told = (w.text.lower() in _listed("then") for w in words[i + 2 : i + 9])
    return low == "from" and after[:1].isdigit() and any(told)
