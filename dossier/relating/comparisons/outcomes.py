"""A figure that one article tells as planned or foreseen, and a later one as it came out."""

from __future__ import annotations

from dossier.edtf import parse
from dossier.language.negation import clause_around
from dossier.relating.apart.frames import Frame
from dossier.relating.apart.moods import mood_of
from dossier.relating.comparisons.opinion import Opinion


def as_foreseen(a: Frame, b: Frame, found: Opinion | None) -> Opinion | None:
    """As found, but "will hire 400" and "has hired 160" in a later article are a plan and what came of it."""
    days = parse(a.issued), parse(b.issued)
    if not found or found.type == "agrees" or not days[0] or not days[1] or days[0].overlaps(days[1]):
        return found
    moods = [_mood(frame, words) for frame, words in zip((a, b), found.words)]
    if (moods if days[0].start < days[1].start else moods[::-1]) != ["ahead", ""]:
        return found
    what = "say what was expected and what happened"
    return Opinion("updates", "outcomes", found.words, what, found.score)


def _mood(frame: Frame, words: str) -> str:
    """How what stands before and in these words tells it."""
    end = frame.text.find(words) + len(words)
    last = max((n for n, w in enumerate(frame.words) if w.end <= end), default=0)
    return mood_of(frame, clause_around(frame.words, last)[0], last)
