"""Both claims speak to one question of the codebook: what their stances come to.

Only two outright answers can contradict each other. A sign that points the other way qualifies an answer; two signs
say something together only when they tell of the same thing.
"""

from __future__ import annotations

from dossier.language.likeness import likeness
from dossier.model import Codebook, Position
from dossier.relating.answers import passed_over
from dossier.relating.apart.frames import Frame
from dossier.relating.comparisons.opinion import Opinion

_ALIKE = 0.9  # likeness from which two signs tell of the same thing
_SAME_MATTER = 0.25  # the same for a sign and an answer: the sign must be of what the answer is about
_TELLING = 2.9  # weight from which a word says what a claim is about
_MOST = 18  # words quoted from one side


def shared_questions(a: Frame, b: Frame, codebook: Codebook) -> list[Opinion]:
    """Both take a position on a question of the codebook: at most one opinion for each such question."""
    stances_b = {p.question: p for p in b.claim.positions}
    found: list[Opinion] = []
    for mine in a.claim.positions:
        theirs = stances_b.get(mine.question)
        if theirs is None or any(mine.question in passed_over(f.claim, codebook) for f in (a, b)):
            continue
        opinion = _opinion(a, b, mine, theirs)
        if opinion:
            found.append(opinion)
    return sorted(found, key=lambda o: o.question)


def _opinion(a: Frame, b: Frame, mine: Position, theirs: Position) -> Opinion | None:
    question = mine.question
    outright = (question in a.answers) + (question in b.answers)
    stances = (mine.stance, theirs.stance)
    if "mixed" in stances and (mine.words or theirs.words):
        return None  # cues of both sides in one sentence: nobody has said yet which of them counts
    alike = likeness(a.claim.quote, b.claim.quote)
    said = (mine.words or clipped(a.claim.quote), theirs.words or clipped(b.claim.quote))
    if "mixed" in stances:
        return Opinion("qualifies", "question", said, "answer it with a yes and no", 0.6, question)
    if mine.stance == theirs.stance:
        enough = (_ALIKE, _SAME_MATTER, 0.0)[outright]
        if alike < enough or (outright == 0 and not _tell_of_one(a, b)):
            return None
        score = (0.6, 0.7, 0.8)[outright] + 0.05 * min(1.0, alike)
        return Opinion("agrees", "question", said, "take the same side", round(score, 3), question)
    if outright == 2:
        score = round(0.8 + 0.05 * min(1.0, alike), 3)
        return Opinion("contradicts", "question", said, "take opposite sides", score, question)
    if outright == 1 and (alike >= _SAME_MATTER or _same_places(a, b)):
        return Opinion("qualifies", "sign", said, "points the other way", round(0.55 + 0.1 * alike, 3), question)
    return None


def _tell_of_one(a: Frame, b: Frame) -> bool:
    """They share a telling word, not only names: two things that people of one country did are two things."""
    mine = {t.lemma for t in a.terms if t.kind == "word" and t.weight > _TELLING}
    return any(t.lemma in mine for t in b.terms if t.kind == "word")


def _same_places(a: Frame, b: Frame) -> bool:
    """Both of one region or of one country, so that what is a sign for one is a sign for the other."""
    return bool(a.places) and a.places == b.places


def clipped(text: str) -> str:
    """So much of a text as fits into a sentence of ours."""
    words = text.split()
    return " ".join(words) if len(words) <= _MOST else " ".join(words[:_MOST]) + " …"
