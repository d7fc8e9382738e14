"""Articles that tell of the same things, by the telling words and names they share over the whole text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dossier.edtf import Period, parse
from dossier.relating.apart.frames import Frame
from dossier.relating.meeting_words import ground_of

_SURE = 31  # a source whose date is known no better than this tells no story
_RARE = 12  # words of more sources than this tell no story
_PARTNERS = 6  # of many reports of one event each is held against the most alike, in a small dossier against all
_LONG = 1100  # articles further apart in days tell of the same things no more
_MATTER = 4  # so many telling words in common make one matter of two articles,
_NAMED = 3  # or one name and a word,
_SMALL = 12  # so few articles were put together because they tell of one matter:
_HARDLY = 2  # there so many are enough,
_TENTH = 0.1  # and of a long article this share of its telling words
_OF_ALL = 20  # none of them told by more than one in so many articles of a large dossier


def matters(frames: Sequence[Frame], issued: Mapping[str, str]) -> Iterator[tuple[list[int], list[int]]]:
    """Numbers of the frames of two sources at a time that tell of the same things, if not of the same days."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for n, frame in enumerate(frames):
        numbers[frame.claim.source].append(n)
    words = {source: frozenset(w for n in own for w in frames[n].card.telling) for source, own in numbers.items()}
    names = {source: frozenset(w for n in own for w in frames[n].card.names) for source, own in numbers.items()}
    dates = {source: parse(issued.get(source, "")) for source in words}
    when = {source: found for source, found in dates.items() if found and _days(found) <= _SURE}
    grounds = {source: ground_of([frames[n] for n in own]) for source, own in numbers.items()}
    for one, other in _linked(words, names, when):
        # without a country or a name in common two articles tell of two things
        elsewhere = grounds[one] and grounds[other] and grounds[one].isdisjoint(grounds[other])
        if not elsewhere or not names[one].isdisjoint(names[other]):
            yield numbers[one], numbers[other]


def _linked(
    words: Mapping[str, frozenset[str]], names: Mapping[str, frozenset[str]], when: Mapping[str, Period]
) -> Iterator[tuple[str, str]]:
    """Pairs of sources that share a name few others have, or many telling words; of many the most alike."""
    rare = max(_RARE, len(words) // _OF_ALL)
    told_by: dict[str, list[str]] = defaultdict(list)
    for source in sorted(when):
        for word in words[source] | names[source]:
            told_by[word].append(source)
    shared: Counter[tuple[str, str]] = Counter()
    for word, sources in told_by.items():
        if len(sources) <= rare:
            for pair in combinations(sources, 2):
                both = word in names[pair[0]] and word in names[pair[1]]
                shared[pair] += _NAMED if both else 1
    told = {source: words[source] | names[source] for source in words}
    sure = {(a, b) for (a, b), count in shared.items() if _one_matter(count, told[a], told[b], len(words))}
    linked = (
        {s: {o for pair in sure for o in pair if s in pair and o != s} for s in words} if len(words) <= _SMALL else {}
    )
    most = _PARTNERS if len(words) > _SMALL else _SMALL
    partners: Counter[str] = Counter()
    for (one, other), _ in sorted(shared.items(), key=lambda found: (-found[1], found[0])):
        by_a_third = linked and not linked[one].isdisjoint(linked[other])
        if (
            ((one, other) in sure or by_a_third)
            and _near(when[one], when[other])
            and max(partners[one], partners[other]) < most
        ):
            partners.update((one, other))
            yield one, other


def _one_matter(count: int, ours: frozenset[str], theirs: frozenset[str], articles: int) -> bool:
    """Whether what two articles share is enough for them to tell of one thing."""
    if articles > _SMALL:
        return count >= _MATTER
    return len(ours & theirs) >= max(_HARDLY, _TENTH * min(len(ours), len(theirs)))


def _days(period: Period) -> int:
    return period.end.toordinal() - period.start.toordinal()


def _near(a: Period, b: Period) -> bool:
    first, second = sorted((a, b), key=lambda p: p.start)
    return second.start.toordinal() - first.end.toordinal() <= _LONG
