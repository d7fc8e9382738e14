"""What a claim says made something happen: the cause, what it caused, and whether that is denied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from dossier.data import load
from dossier.language.listed import lexicon_of
from dossier.language.negation import clause_around
from dossier.language.phrases import Found
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term

_cues = partial(lexicon_of, "causes.yaml", "before", "behind", "blame", "none")

_REACH = 9  # words to either side of a cue within which stand the cause and what it caused
_CLEFT = 10  # words after "it was" within which "that" follows


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause and its effect; sign -1 where it is said to be none."""

    cause: tuple[Term, ...]
    effect: tuple[Term, ...]
    sign: int
    start: int
    end: int


@by_frame
def causes_of(frame: Frame) -> tuple[Cause, ...]:
    """All causes a claim tells, in order; of "the drought, and not the dam" the second with sign -1."""
    found = [c for f in _cues().find(frame.words) for c in _causes(frame, f)]
    return tuple(c for c in (*found, *_over(frame), *_cleft(frame)) if c.cause)


def _causes(frame: Frame, found: Found[str]) -> list[Cause]:
    low, high = _past_aside(frame, found.start), clause_around(frame.words, found.end - 1)[1]
    inside = found.end if "_" in found.entry else found.start  # "owes HIS VICTORY to"
    left = (max(low, found.start - _REACH), inside)
    rather = next((i for i in range(high, min(high + 2, len(frame.words))) if _is_rather(frame, i)), 0)
    high = clause_around(frame.words, min(rather + 2, len(frame.words) - 1))[1] if rather else high
    right = (found.end, min(max(high, found.end), found.end + _REACH))
    if found.value == "blame":
        goal = next((i for i in range(found.end, right[1]) if frame.words[i].text.lower() == "for"), 0)
        return _made(frame, (found.end, goal), (goal, right[1]), found) if goal else []
    cause, effect = (right, left) if found.value == "behind" else (left, right)
    made = _made(frame, cause, effect, found)
    if found.value == "none":  # to have nothing to do with each other holds both ways
        made += [replace(c, cause=c.effect, effect=c.cause) for c in made]
    return made


def _made(frame: Frame, cause: tuple[int, int], effect: tuple[int, int], found: Found[str]) -> list[Cause]:
    denied = sum(
        c.reaches(found.end - 1)
        and found.start - c.end <= _REACH  # "threw out a petition filed by … that votes be void because of fraud"
        and not _is_rather(frame, c.start)
        and not found.start <= c.start < found.end
        for c in frame.negations
    )
    denied += found.value == "none"
    if frame.words[found.start].text.lower() == "because":
        denied = _because_denied(frame, found)
    own, others = _split(frame, *cause)
    told = tuple(t for t in _terms(frame, *effect) if t.lemma not in found.entry.split())
    sign = -1 if denied % 2 else 1
    made = [Cause(own, told, sign, found.start, found.end)]
    return made + ([Cause(others, told, -sign, found.start, found.end)] if others else [])


def _split(frame: Frame, first: int, last: int) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The cause, and another that is named only to be denied."""
    at = next((i for i in range(first, last) if _is_rather(frame, i)), last)
    if at == first:  # "not because of the dam but …"
        but = next((i for i in range(first, last) if frame.words[i].text.lower() == "but"), last)
        return _terms(frame, but, last), _terms(frame, first, but)
    return _terms(frame, first, at), _terms(frame, at, last)


def _is_rather(frame: Frame, at: int) -> bool:
    """ "Drought, AND NOT the dam": a "not" that stands before a thing."""
    low = [w.text.lower() for w in frame.words[at : at + 3]] + ["", "", ""]
    before = frame.words[at - 1].text.lower() if at else ""
    listed = load("causes.yaml")["rather"]
    joined = f"{low[0]} {low[1]}" in listed or (low[0] in listed and before in (",", "and", "but"))
    return joined and not frame.words[min(at + 2, len(frame.words) - 1)].text.lower().endswith("ing")


def _terms(frame: Frame, first: int, last: int) -> tuple[Term, ...]:
    return tuple(t for t in frame.terms if first <= t.index < last and t.kind in ("word", "name"))


def _because_denied(frame: Frame, found: Found[str]) -> int:
    """ "Did not win because of roads, but because …": a plain "not" before "because" denies what came of it."""
    low = [w.text.lower() for w in frame.words]
    after = low[found.end :]
    return int(low[found.start - 1] == "not" or any(two == ("but", "because") for two in pairwise(after)))


def _past_aside(frame: Frame, start: int) -> int:
    """Where the clause begins; with "and not the dam" between commas the subject begins before both."""
    low = clause_around(frame.words, start)[0]
    rather = [i for i in range(max(0, low - _REACH), start) if _is_rather(frame, i)]
    return clause_around(frame.words, max(0, rather[0] - 2))[0] if rather else low


def _over(frame: Frame) -> list[Cause]:
    """ "A strike over pay"."""
    made = []
    for i, word in enumerate(frame.words):
        things = [t for t in frame.terms if i - 5 <= t.index < i and t.lemma in load("causes.yaml")["over"]]
        if word.text.lower() == "over" and things:
            high = clause_around(frame.words, i)[1]
            made.append(Cause(_terms(frame, i, min(high, i + 4)), tuple(things), 1, things[-1].index, i + 1))
    return made


def _cleft(frame: Frame) -> list[Cause]:
    """ "It was the weather that sank the ship"."""
    low = [w.text.lower() for w in frame.words]
    made = []
    for i in range(len(low) - 3):
        if low[i] != "it" or low[i + 1] not in ("was", "is", "were"):
            continue
        that = next((j for j in range(i + 2, min(len(low), i + _CLEFT)) if low[j] in ("that", "which")), 0)
        if that:
            high = clause_around(frame.words, that)[1]
            denied = "not" in low[i + 2 : i + 4]
            effect = _terms(frame, that, min(max(high, that + 2), that + _REACH))
            made.append(Cause(_terms(frame, i, that), effect, -1 if denied else 1, i, that + 1))
    return made
