"""Sources that tell of one event within days of each other: all their claims are worth comparing.

Reports of one event seldom share two rare words in one sentence, but they share many over the whole text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from dossier.edtf import Period, parse
from dossier.relating.frames import Frame

_APART = 14  # reports of one event come out within so many days
_SURE = 31  # a source whose date is known no better than this tells no story
_RARE = 12  # words of more sources than this tell no story
_TELLING = 4.0  # weight of a word from which it may tell one
_SHARED = 0.25  # the share of the shorter text's telling words that the other has too
_LEAST = 5  # how many that must be
_CLAIMS = 60  # of longer sources only so many claims are held against all of the other's


def story_pairs(frames: Sequence[Frame], issued: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Numbers of frames to compare because their sources tell one story, smaller number first.

    `issued` gives each source's day of publication (EDTF); sources without one tell no story with others.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    for n, frame in enumerate(frames):
        numbers[frame.claim.source].append(n)
    words = {source: _telling(frames[n] for n in own) for source, own in numbers.items()}
    dates = {source: parse(issued.get(source, "")) for source in words}
    when = {source: found for source, found in dates.items() if found and _days(found) <= _SURE}
    for one, other in _stories(words, when):
        for n, m in product(numbers[one][:_CLAIMS], numbers[other][:_CLAIMS]):
            yield min(n, m), max(n, m)


def _telling(frames: Iterable[Frame]) -> frozenset[str]:
    return frozenset(t.lemma for f in frames for t in f.terms if t.kind in ("word", "name") and t.weight >= _TELLING)


def _stories(words: Mapping[str, frozenset[str]], when: Mapping[str, Period]) -> Iterator[tuple[str, str]]:
    """Pairs of sources that share enough telling words and came out near each other."""
    told_by: dict[str, list[str]] = defaultdict(list)
    for source in sorted(when):
        for word in words[source]:
            told_by[word].append(source)
    shared = Counter(
        pair
        for sources in told_by.values()
        if len(sources) <= _RARE
        for pair in combinations(sources, 2)
        if _near(when[pair[0]], when[pair[1]])
    )
    for (one, other), count in sorted(shared.items()):
        if count >= max(_LEAST, _SHARED * min(len(words[one]), len(words[other]))):
            yield one, other


def _days(period: Period) -> int:
    return period.end.toordinal() - period.start.toordinal()


def _near(a: Period, b: Period) -> bool:
    first, second = sorted((a, b), key=lambda p: p.start)
    return second.start.toordinal() - first.end.toordinal() <= _APART
