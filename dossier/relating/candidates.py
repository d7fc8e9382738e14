"""Which claims are worth comparing: an inverted index, never all against all.

A pair is looked at when both speak to one question, or share enough telling words. The claims on a question are held
against each other all against all while they are few; of many, each meets those of its own countries that are nearest
in time, of each stance so many. So the number of pairs grows about linearly with the claims, and none is left out
because its question is a common one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import combinations, islice

from dossier.relating.apart.frames import Frame

_SHORT = 60  # a question's list up to this length is compared all against all
_OTHER_SIDE = 4  # neighbours in time taken from a longer one that take another stance
_SAME_SIDE = 2  # and that take the same
_AHEAD = 60  # how far along they are looked for
_RARE = 24  # of a word in more claims than this each meets so many of the next
_KEYS = 12  # a claim is looked up by so many of its rarest words
_ENOUGH = 6.0  # weight of shared words from which a pair is compared: two telling words
_BEST = 8  # partners kept for each claim by shared words


def candidate_pairs(frames: Sequence[Frame]) -> list[tuple[int, int]]:
    """Numbers of frames to compare, each pair once, smaller number first, in order."""
    return sorted({*_by_question(frames), *_by_words(frames)})


def _may_meet(a: Frame, b: Frame) -> bool:
    """Of two sources, and not about different countries: nothing else can come of a pair."""
    return a.claim.source != b.claim.source and _near(a.places, b.places)


def _near(some: Collection[str], others: frozenset[str]) -> bool:
    return not some or not others or not others.isdisjoint(some)


def _when(frame: Frame) -> date:
    return frame.period.start if frame.period else date.max


def _by_question(frames: Sequence[Frame]) -> Iterable[tuple[int, int]]:
    lists: dict[str, list[int]] = defaultdict(list)
    for n, frame in enumerate(frames):
        for position in frame.claim.positions:
            lists[position.question].append(n)
    for question in sorted(lists):
        numbers = lists[question]
        if len(numbers) <= _SHORT:
            yield from (p for p in combinations(numbers, 2) if _may_meet(frames[p[0]], frames[p[1]]))
        else:
            for bucket in _by_place(frames, numbers):
                yield from _nearest(frames, bucket, question)


def _by_place(frames: Sequence[Frame], numbers: list[int]) -> Iterable[list[int]]:
    """The claims on each country; those that name none with all of them."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for n in numbers:
        for place in frames[n].places:
            buckets[place].append(n)
    if any(not frames[n].places for n in numbers):
        buckets[""] = numbers
    return (buckets[place] for place in sorted(buckets))


def _nearest(frames: Sequence[Frame], numbers: list[int], question: str) -> Iterable[tuple[int, int]]:
    """Each number with the next in time of other sources, a few of either stance."""
    ordered = sorted(numbers, key=lambda n: (_when(frames[n]), frames[n].claim.id))
    stances = [frames[n].claim.stance_on(question) for n in ordered]
    for at, n in enumerate(ordered):
        room = {True: _SAME_SIDE, False: _OTHER_SIDE}
        for to in range(at + 1, min(at + 1 + _AHEAD, len(ordered))):
            same = stances[at] == stances[to]
            if room[same] and _may_meet(frames[n], frames[ordered[to]]):
                yield (n, ordered[to]) if n < ordered[to] else (ordered[to], n)
                room[same] -= 1
                if not any(room.values()):
                    break


def _by_words(frames: Sequence[Frame]) -> Iterable[tuple[int, int]]:
    count = Counter(key for frame in frames for key, _ in frame.card.keys)
    shared = sorted((n, key) for key, n in count.items() if n > 1)  # by a word of its own no claim is found
    rank = {key: at for at, (_, key) in enumerate(shared)}  # the rarest first
    keys = [sorted([(rank[k], weight) for k, weight in f.card.keys if k in rank])[:_KEYS] for f in frames]
    lists: list[list[int]] = [[] for _ in shared]
    for n, own in enumerate(keys):
        for key, _ in own:
            lists[key].append(n)
    sources, places = [f.claim.source for f in frames], [f.places for f in frames]
    at = [0] * len(lists)
    for n, own in enumerate(keys):
        votes: dict[int, float] = {}
        voted = votes.get
        for key, weight in own:
            at[key] += 1  # the numbers up to n have been passed
            for other in lists[key][at[key] : at[key] + _RARE]:
                votes[other] = voted(other, 0.0) + weight
        likely = sorted([(-vote, other) for other, vote in votes.items() if vote >= _ENOUGH])
        able = (other for _, other in likely if sources[other] != sources[n] and _near(places[n], places[other]))
        yield from ((n, other) for other in islice(able, _BEST))
