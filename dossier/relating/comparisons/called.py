"""What a sentence calls its subject: over or not, legal or illegal, within reach or unrealistic, ready, safe, true.

Such words are short and light, so that the share of words in common says little; subject and word must meet instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.language.grammar import words_in
from dossier.relating.alignment import Alignment, exclude
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term, alone_on_both

_BEFORE = 4  # words between "is" and what is said ("is still far from")
_SUBJECT = 10  # words a subject may be long
_MARKS = frozenset(",;:—–()\"“”'‘’.")
_OPENS = words_in("conjunctions") | {"that", "which", "who"}
_ENDS = _OPENS | {"because", "despite", "said", "says"}
_LIGHT = 3.0  # a word this light narrows nothing


@dataclass(frozen=True, slots=True)
class Called:
    """Of what such a word is said: the words of the subject, the one that names it, what narrows it behind."""

    subject: tuple[Term, ...]
    head: Term
    tail: tuple[Term, ...]  # "open TO LORRIES"
    denied: bool


@by_frame
def called(frame: Frame, start: int, end: int) -> Called | None:
    """Of what the words start:end are said behind "is"; None where they stand behind no such word."""
    be = next((i for i in range(start, max(-1, start - _BEFORE - 1), -1) if _is(frame, i)), -1)
    if be < 0 or any(w.text in _MARKS for w in frame.words[be:start]):
        return None
    first = next((i + 1 for i in range(be - 1, max(-1, be - _SUBJECT), -1) if _stops(frame, i, _OPENS)), 0)
    inside = [t for t in frame.terms if max(first, be - _SUBJECT) <= t.index < be]
    link = next((i for i in range(first + 1, be) if frame.words[i].text.lower() in words_in("links")), be)
    heads = [t for t in inside if t.index < link and t.kind in ("word", "name")]
    if not heads:
        return None
    last = next((i for i in range(end, len(frame.words)) if _stops(frame, i, _ENDS)), len(frame.words))
    denied = sum(n.reaches(start) and n.start >= first for n in frame.negations) % 2 == 1
    return Called(tuple(inside), heads[-1], tuple(t for t in frame.terms if end <= t.index < last), denied)


def _is(frame: Frame, at: int) -> bool:
    return frame.words[at].text.lower() in words_in("be")


def _stops(frame: Frame, at: int, words: frozenset[str]) -> bool:
    return frame.words[at].text in _MARKS or frame.words[at].text.lower() in words


def of_one_subject(pair: Alignment, mine: Called | None, theirs: Called | None) -> bool:
    """Their heads meet, neither is narrowed to something else, and no two names, times or kinds stand against it."""
    if mine is None or theirs is None or dict(pair.met).get(mine.head) is not theirs.head:
        return False
    left_a = [t for t in (*mine.subject, *mine.tail) if t in pair.left_a]
    left_b = [t for t in (*theirs.subject, *theirs.tail) if t in pair.left_b]
    if alone_on_both((left_a, left_b)) - {"word"} or any(exclude(x.lemma, y.lemma) for x in left_a for y in left_b):
        return False
    if all(any(t.weight >= _LIGHT for t in left if t.kind == "word") for left in (left_a, left_b)):
        return False
    sides = ((pair.a, mine, left_a), (pair.b, theirs, left_b))
    return not any(_narrows(s, left) for _, s, left in sides)


def _narrows(own: Called, left: list[Term]) -> bool:
    """ "Not open on Sundays", "not safe for children" deny only that."""
    return any(t in own.tail for t in left if own.denied or t.kind != "time")
