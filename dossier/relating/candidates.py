"""Which claims are worth comparing: an inverted index, never all against all.

A pair is looked at when both speak to one question, or share enough telling words. The claims on a question are held
against each other all against all while they are few; of many, each meets those of its own countries that are nearest
in time, of each stance so many. So the number of pairs grows about linearly with the claims, and none is left out
because its question is a common one.

What was found is kept while the claims stay the same but for what some of them say: after an edit only the questions
of the changed claim are gone through again, and who stands near it under a word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, islice

from dossier.relating.apart.frames import Frame

Pair = tuple[int, int]  # numbers of frames, the smaller first
_SHORT = 60  # a question's list up to this length is compared all against all
_OTHER_SIDE = 4  # neighbours in time taken from a longer one that take another stance
_SAME_SIDE = 2  # and that take the same
_AHEAD = 60  # how far along they are looked for
_RARE = 24  # of a word in more claims than this each meets so many of the next
_KEYS = 12  # a claim is looked up by so many of its rarest words
_ENOUGH = 6.0  # weight of shared words from which a pair is compared: two telling words
_BEST = 8  # partners kept for each claim by shared words


@dataclass(slots=True)
class Candidates:
    """Claims to compare with each other, as far as they were found before; an empty one makes no difference."""

    frames: Sequence[Frame] = ()
    asked: dict[str, tuple[list[tuple[int, Frame]], list[Pair]]] = field(default_factory=dict)  # by question
    # By word: the numbers of all claims that have it; and in order those that are looked up by it.
    held: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    rows: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    keys: list[list[tuple[str, float]]] = field(default_factory=list)  # a claim's rarest words and what they weigh
    partners: list[list[int]] = field(default_factory=list)

    def pairs(self, frames: Sequence[Frame]) -> list[Pair]:
        """Numbers of frames to compare, each pair once, smaller number first, in order."""
        last, self.frames = self.frames, frames
        if [frame.claim.id for frame in last] == [frame.claim.id for frame in frames]:
            self._look_up({n: last[n].card.keys for n, frame in enumerate(frames) if frame is not last[n]})
        else:
            self._begin()
        self._ask()
        found = {pair for _, pairs in self.asked.values() for pair in pairs}
        return sorted(found.union((n, other) for n, others in enumerate(self.partners) for other in others))

    def _ask(self) -> None:
        """Has those compared that speak to one question."""
        lists: dict[str, list[int]] = defaultdict(list)
        for n, frame in enumerate(self.frames):
            for position in frame.claim.positions:
                lists[position.question].append(n)
        last, self.asked = self.asked, {}
        for question, numbers in lists.items():
            own = [(n, self.frames[n]) for n in numbers]
            known = last.get(question)
            pairs = known[1] if known and known[0] == own else list(_on(question, self.frames, numbers))
            self.asked[question] = own, pairs

    def _begin(self) -> None:
        """Looks all claims up by their words; nothing of them is known."""
        self.held.clear()
        self.rows.clear()
        for n, frame in enumerate(self.frames):
            for key, _ in frame.card.keys:
                self.held[key].add(n)
        self.keys = [self._rarest(frame) for frame in self.frames]
        for n, own in enumerate(self.keys):
            for key, _ in own:
                self.rows[key].append(n)
        self.partners = [self._likely(n) for n in range(len(self.frames))]

    def _rarest(self, frame: Frame) -> list[tuple[str, float]]:
        """By which words a claim is looked up: the rarest first; by a word of its own none is found."""
        counted = sorted([(len(self.held[key]), key, weight) for key, weight in frame.card.keys])
        return [(key, weight) for count, key, weight in counted if count > 1][:_KEYS]

    def _look_up(self, changed: Mapping[int, Sequence[tuple[str, float]]]) -> None:
        """Has those compared that share words: where some claims had others before, all near them again."""
        now = {n: self.frames[n].card.keys for n in changed}
        before = {key: len(self.held[key]) for words in (changed, now) for n in changed for key, _ in words[n]}
        for n in changed:
            for key, _ in changed[n]:
                self.held[key].discard(n)
            for key, _ in now[n]:
                self.held[key].add(n)
        resized = (key for key, count in before.items() if len(self.held[key]) != count)
        again = set(changed)
        for n in set(changed).union(*(self.held[key] for key in resized)):
            own = self._rarest(self.frames[n])
            if n in changed or own != self.keys[n]:
                again |= {n, *self._moved(n, own)}
        for n in again:
            self.partners[n] = self._likely(n)

    def _moved(self, n: int, own: list[tuple[str, float]]) -> set[int]:
        """Looks a claim up by these words from now on; who met it by a word before, or may now."""
        near: set[int] = set()
        last, self.keys[n] = {key for key, _ in self.keys[n]}, own
        words = {key for key, _ in own}
        for key in last | words:
            row = self.rows[key]
            at = bisect_left(row, n)
            near.update(row[max(0, at - _RARE) : at])
            if key not in words:
                del row[at]
            elif key not in last:
                row.insert(at, n)
        return near

    def _likely(self, n: int) -> list[int]:
        """Those after a claim with which it shares most."""
        votes: dict[int, float] = {}
        voted = votes.get
        for key, weight in self.keys[n]:
            row = self.rows[key]
            at = bisect_left(row, n) + 1
            for other in row[at : at + _RARE]:
                votes[other] = voted(other, 0.0) + weight
        likely = sorted([(-vote, other) for other, vote in votes.items() if vote >= _ENOUGH])
        source, places, frames = self.frames[n].claim.source, self.frames[n].places, self.frames
        able = (m for _, m in likely if frames[m].claim.source != source and _near(places, frames[m].places))
        return list(islice(able, _BEST))


def _may_meet(a: Frame, b: Frame) -> bool:
    """Of two sources, and not about different countries: nothing else can come of a pair."""
    return a.claim.source != b.claim.source and _near(a.places, b.places)


def _near(some: Collection[str], others: frozenset[str]) -> bool:
    return not some or not others or not others.isdisjoint(some)


def _when(frame: Frame) -> date:
    return frame.period.start if frame.period else date.max


def _on(question: str, frames: Sequence[Frame], numbers: list[int]) -> Iterable[Pair]:
    """The pairs to compare of those that speak to a question."""
    if len(numbers) <= _SHORT:
        return (p for p in combinations(numbers, 2) if _may_meet(frames[p[0]], frames[p[1]]))
    return (pair for bucket in _by_place(frames, numbers) for pair in _nearest(frames, bucket, question))


def _by_place(frames: Sequence[Frame], numbers: list[int]) -> Iterable[list[int]]:
    """The claims on each country; those that name none with all of them."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for n in numbers:
        for place in frames[n].places:
            buckets[place].append(n)
    if any(not frames[n].places for n in numbers):
        buckets[""] = numbers
    return (buckets[place] for place in sorted(buckets))


def _nearest(frames: Sequence[Frame], numbers: list[int], question: str) -> Iterable[Pair]:
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
