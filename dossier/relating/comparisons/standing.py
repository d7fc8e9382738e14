"""What a sentence calls its subject: over or not, legal or illegal, within reach or unrealistic, ready, safe, true.

Such words are short and light, so that the share of words in common says little; subject and word must meet instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from dossier.data import load
from dossier.language.grammar import words_in
from dossier.language.listed import listed_words
from dossier.language.phrases import Found, Lexicon
from dossier.relating.alignment import Alignment, exclude
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term
from dossier.relating.comparisons.opinion import Opinion, Setting

_calling = partial(listed_words, "standing.yaml", "calling")

_BEFORE = 4  # words between "is" and what is said ("is still far from")
_SUBJECT = 10  # words a subject may be long
_WHERE = frozenset({"in", "at", "near", "across", "over", "through"})
_MARKS = frozenset(",;:—–()\"“”'‘’.")
_LIGHT = 3.0  # a word this light narrows nothing
_SCORE = 0.82


@dataclass(frozen=True, slots=True)
class Standing:
    """One such word: its pair ("legal"), +1 or -1 with negations worked in, where it and its subject stand."""

    name: str
    sign: int
    start: int
    end: int
    subject: tuple[Term, ...]
    head: Term
    tail: tuple[Term, ...]  # what narrows it: "open TO LORRIES"
    negated: bool


def standing(pair: Alignment, setting: Setting) -> Opinion | None:
    """One subject is called one thing here and its opposite, or not that, there."""
    for mine in standings(pair.a):
        for theirs in standings(pair.b):
            if mine.name == theirs.name and mine.sign != theirs.sign and _of_one_subject(pair, mine, theirs):
                words = tuple(
                    f.text_of(min(s.head.index, s.start), max(s.head.index + 1, s.end))
                    for f, s in ((pair.a, mine), (pair.b, theirs))
                )
                told = "are at odds over the same thing"
                return Opinion("contradicts", "standing", (words[0], words[1]), told, _SCORE)
    return None


@by_frame
def standings(frame: Frame) -> tuple[Standing, ...]:
    """All such words of a claim whose subject can be told."""
    found = (_standing(frame, word) for word in _lexicon().find(frame.words))
    return tuple(standing for standing in found if standing)


def _standing(frame: Frame, found: Found[tuple[str, int, str]]) -> Standing | None:
    name, sign, manner = found.value
    first, last = _object(frame, found) if manner == "made" else _subject(frame, found)
    inside = [t for t in frame.terms if first <= t.index < last]
    link = next((i for i in range(first + 1, last) if frame.words[i].text.lower() in words_in("links")), last)
    heads = [t for t in inside if t.index < link and t.kind in ("word", "name")]
    if not heads:
        return None
    end = found.end if manner == "is" else max(found.end, last)
    denied = sum(n.reaches(found.start) and n.start >= min(first, found.start) for n in frame.negations) % 2 == 1
    return Standing(
        name,
        -sign if denied else sign,
        found.start,
        found.end,
        tuple(inside),
        heads[-1],
        tuple(t for t in frame.terms if end <= t.index < _clause_end(frame, end)),
        denied,
    )


def _of_one_subject(pair: Alignment, mine: Standing, theirs: Standing) -> bool:
    """Their heads meet, neither is narrowed to something else, and no two names, times or kinds stand against it."""
    met = dict(pair.met)
    if met.get(mine.head) is not theirs.head:
        return False
    left_a = [t for t in (*mine.subject, *mine.tail) if t in pair.left_a]
    left_b = [t for t in (*theirs.subject, *theirs.tail) if t in pair.left_b]
    for kind in ("name", "number", "time"):
        if any(t.kind == kind for t in left_a) and any(t.kind == kind for t in left_b):
            return False
    if any(exclude(x.lemma, y.lemma) for x in left_a for y in left_b):
        return False
    if any(t.weight >= _LIGHT for t in left_a if t.kind == "word") and any(
        t.weight >= _LIGHT for t in left_b if t.kind == "word"
    ):
        return False
    sides = ((pair.a, mine, left_a), (pair.b, theirs, left_b))
    return not any(_narrows(s, left) or _is_of_a_sort(f, s, left) for f, s, left in sides)


def _is_of_a_sort(frame: Frame, own: Standing, left: list[Term]) -> bool:
    """A war on drugs, a trial of the mayor, a school for girls: it tells which; "in the east" only where."""
    at = own.head.index + 1
    link = frame.words[at].text.lower() if at < len(frame.words) else ""
    sorted_out = link in words_in("links") and link not in _WHERE
    return sorted_out and any(t.kind == "word" and t.index > at for t in left if t in own.subject)


def _narrows(own: Standing, left: list[Term]) -> bool:
    """ "Not open on Sundays", "not safe for children" deny only that."""
    return any(t in own.tail for t in left if own.negated or t.kind != "time")


def _subject(frame: Frame, found: Found[tuple[str, int, str]]) -> tuple[int, int]:
    """The words before "is", or between "declared" and the word; (0, 0) without either."""
    words = frame.words
    for i in range(found.start - 1, max(-1, found.start - _SUBJECT), -1):
        low = words[i].text.lower()
        if low in words_in("be") and found.start - i <= _BEFORE:
            return _back(frame, i), i
        if low in _calling():
            return i + 1, found.start
        if words[i].text in _MARKS:
            break
    return 0, 0


def _back(frame: Frame, end: int) -> int:
    """Where the subject that ends here begins."""
    start = end
    while start > 0 and end - start < _SUBJECT:
        low = frame.words[start - 1].text.lower()
        if (
            frame.words[start - 1].text in _MARKS
            or low in words_in("conjunctions")
            or low in ("that", "which", "who")
        ):
            break
        start -= 1
    return start


def _object(frame: Frame, found: Found[tuple[str, int, str]]) -> tuple[int, int]:
    return found.end, _clause_end(frame, found.end)


def _clause_end(frame: Frame, start: int) -> int:
    words = frame.words
    stop = (i for i in range(start, len(words)) if words[i].text in _MARKS or words[i].text.lower() in _ENDING)
    return next(stop, len(words))


_ENDING = words_in("conjunctions") | {"that", "which", "who", "because", "despite", "said", "says"}


@cache
def _lexicon() -> Lexicon[tuple[str, int, str]]:
    entries: dict[str, tuple[str, int, str]] = {}
    for name, sides in load("standing.yaml")["pairs"].items():
        for side, sign in (("is", 1), ("not", -1)):
            entries |= dict.fromkeys(sides.get(side, ()), (name, sign, "is"))
        entries |= dict.fromkeys(sides.get("made", ()), (name, 1, "made"))
    return Lexicon(entries)
