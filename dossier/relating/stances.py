"""Both claims answer one question of the codebook: what their answers come to."""

from __future__ import annotations

from dossier.relating.frames import Frame
from dossier.relating.opinion import Opinion


def shared_questions(a: Frame, b: Frame) -> list[Opinion]:
    """Both take a position on a question of the codebook: one opinion for each such question."""
    stances_b = {p.question: p for p in b.claim.positions}
    found: list[Opinion] = []
    for mine in a.claim.positions:
        theirs = stances_b.get(mine.question)
        if theirs is None:
            continue
        kind = "qualifies" if "mixed" in (mine.stance, theirs.stance) else ""
        kind = kind or ("agrees" if mine.stance == theirs.stance else "contradicts")
        words = (_clipped(mine.words or a.claim.quote), _clipped(theirs.words or b.claim.quote))
        what = f"answer “{mine.stance}” and “{theirs.stance}” to the same question"
        score = {"agrees": 0.85, "contradicts": 0.85, "qualifies": 0.6}[kind]
        found.append(Opinion(kind, "question", words, what, score, mine.question))
    return sorted(found, key=lambda o: o.question)


def _clipped(text: str) -> str:
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"
