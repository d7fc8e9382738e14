"""Two states of a dossier, and which claim of the one became which of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.editing.naming import Names
from dossier.editing.revisions import State
from dossier.model import Claim
from dossier.problems import errors

_MOSTLY = 0.5  # of their words in common makes two claims one that moved
_BACK = 20  # claims before a place that may reach it; they hardly ever overlap


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the report with its lines; left out when it has none."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The two states, how each names things, and which claim of the one became which of the other."""

    before: State
    after: State
    became: dict[str, str]  # old id -> new id, of claims that are in both
    renamed: dict[str, str]  # the same of sources that are one article under another name
    unread: frozenset[str]  # files with an error now, of which what is missing may only be unreadable
    old: Names  # how what was is named, and what is
    new: Names

    @property
    def both(self) -> Iterator[tuple[Claim, Claim]]:
        """Each claim that stayed, as it was and as it is, in the order it is now."""
        was = {new: old for old, new in self.became.items()}
        return ((self.before.dossier.claim[was[c.id]], c) for c in self.after.dossier.claims if c.id in was)


def change_between(before: State, after: State) -> Change:
    """The two with what became of each claim."""
    published = frozenset(before.dossier.claim)
    names = (Names(state, published) for state in (before, after))
    unread = frozenset(p.where.path for p in errors(after.problems))
    return Change(before, after, _became(before, after), renamed_sources(before, after), unread, *names)


def _became(before: State, after: State) -> dict[str, str]:
    """Old id -> new id: the same id, else a claim of the same source on the same words, or on most of them.

    A source whose article lies under another name now is the same source.
    """
    renamed = renamed_sources(before, after)
    same = {c.id: c.id for c in before.dossier.claims if c.id in after.dossier.claim}
    come: dict[str, list[Claim]] = {}
    for claim in sorted(after.dossier.claims, key=lambda c: (c.start, c.id)):
        if claim.id not in same:
            come.setdefault(claim.source, []).append(claim)
    moved: dict[str, str] = {}
    taken: set[str] = set()
    for old in before.dossier.claims:
        if old.id not in same:
            now = come.get(renamed.get(old.source, old.source), [])
            near = [new for new in _near(old, now) if new.id not in taken]
            best = max(near, key=lambda new: _shared(old, new), default=None)
            if best and _shared(old, best) >= _MOSTLY:
                moved[old.id] = best.id
                taken.add(best.id)
    return same | moved


def renamed_sources(before: State, after: State) -> dict[str, str]:
    """Old id -> new id of sources that are the same article under another name."""
    ids = [{source.id for source in state.dossier.sources} for state in (before, after)]
    come = {source.original: source.id for source in after.dossier.sources if source.id not in ids[0]}
    return {s.id: come[s.original] for s in before.dossier.sources if s.id not in ids[1] and s.original in come}


def _near(old: Claim, come: list[Claim]) -> list[Claim]:
    """Claims that may stand on the same words; `come` is in the order of the text."""
    same = [new for new in come if new.quote == old.quote]
    if same or old.start < 0:
        return same
    end = bisect_left(come, old.end, key=lambda new: new.start)
    return come[max(0, end - _BACK) : end]


def _shared(old: Claim, new: Claim) -> float:
    """How much of their words two claims of one source have in common, by where they stand."""
    if old.quote == new.quote:
        return 1.0
    if old.start < 0 or new.start < 0:
        return 0.0
    common = min(old.end, new.end) - max(old.start, new.start)
    return max(0.0, common / max(old.end - old.start, new.end - new.start, 1))
