"""Which claims are worth comparing: an inverted index, never all against all.

A pair is looked at when both speak to one question, or share enough telling words. Long lists are read through a
window, so the number of pairs grows about linearly with the claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from dossier.relating.frames import Frame

_SHORT = 60  # a question's list up to this length is compared all against all
_WINDOW = 10  # neighbours looked at in a longer one, which is sorted by time
_RARE = 24  # a word in more claims than this is read through the window too
_ENOUGH = 7.5  # weight of shared words from which a pair is compared: two telling words
_BEST = 16  # partners kept for each claim by shared words
_TELLING = 2.9


def candidate_pairs(frames: Sequence[Frame]) -> list[tuple[int, int]]:
    """Numbers of frames to compare, each pair once, smaller number first, in order."""
    return sorted({*_by_question(frames), *_by_words(frames)})


def _may_meet(a: Frame, b: Frame) -> bool:
    """Of two sources, and not about different countries: nothing else can come of a pair."""
    if a.claim.source == b.claim.source:
        return False
    return not a.places or not b.places or not a.places.isdisjoint(b.places)


def _when(frame: Frame) -> date:
    return frame.period.start if frame.period else date.max


def _by_question(frames: Sequence[Frame]) -> Iterable[tuple[int, int]]:
    lists: dict[str, list[int]] = defaultdict(list)
    for n, frame in enumerate(frames):
        for position in frame.claim.positions:
            lists[position.question].append(n)
    for question in sorted(lists):
        yield from _window(frames, lists[question])


def _window(frames: Sequence[Frame], numbers: list[int]) -> Iterable[tuple[int, int]]:
    """Each number with the next ones of other sources, a few of them in a long list."""
    window = _WINDOW if len(numbers) > _SHORT else len(numbers)
    ordered = sorted(numbers, key=lambda n: (_when(frames[n]), frames[n].claim.id))
    for at, n in enumerate(ordered):
        taken = 0
        for other in ordered[at + 1 : at + 1 + 4 * window]:
            if _may_meet(frames[n], frames[other]):
                yield (n, other) if n < other else (other, n)
                taken += 1
                if taken == window:
                    break


def _by_words(frames: Sequence[Frame]) -> Iterable[tuple[int, int]]:
    lists: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, float] = {}
    for n, frame in enumerate(frames):
        for key, weight in _keys(frame).items():
            lists[key].append(n)
            weights[key] = weight
    votes: list[dict[int, float]] = [defaultdict(float) for _ in frames]
    for key in sorted(lists):
        numbers = lists[key]
        for at, n in enumerate(numbers):
            for other in numbers[at + 1 : at + 1 + _RARE]:
                if _may_meet(frames[n], frames[other]):
                    votes[n][other] += weights[key]
    for n, found in enumerate(votes):
        best = sorted(((-v, other) for other, v in found.items() if v >= _ENOUGH))[:_BEST]
        for _, other in best:
            yield n, other


def _keys(frame: Frame) -> dict[str, float]:
    """The words a claim can be found by: telling lemmas, and stems for other forms of them."""
    keys: dict[str, float] = {}
    for term in frame.terms:
        if term.kind in ("word", "name") and term.weight > _TELLING:
            stem = next((k for k in sorted(term.keys) if k.startswith("k")), term.lemma)
            keys[stem] = max(term.weight, keys.get(stem, 0.0))
    return keys
