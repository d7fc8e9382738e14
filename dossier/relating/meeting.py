"""Claims of two articles on the same things, held against each other one by one.

What an article mentions in one or two sentences only ("the sirens", "the drone") is the same thing when another on
the matter mentions it: by such words claims meet, looked up, never all against all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.relating.apart.ballots import ballots_of
from dossier.relating.apart.causes import causes_of
from dossier.relating.apart.frames import Frame, in_same_words, is_one_denied
from dossier.relating.apart.tallies import tallies_of
from dossier.relating.comparisons.alike import alike
from dossier.relating.comparisons.all import word_for_word
from dossier.relating.comparisons.denied import denied
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.otherwise import otherwise
from dossier.relating.comparisons.outcomes import as_foreseen
from dossier.relating.comparisons.reasons import reasons
from dossier.relating.comparisons.sharing import of_other_figures
from dossier.relating.comparisons.totals import totals
from dossier.relating.comparisons.ways import told_ways, two_ways
from dossier.relating.meeting_words import Matter, is_abroad, looked_up, matter_of


def meetings(ours: Sequence[Frame], theirs: Sequence[Frame]) -> Iterator[tuple[int, int, Opinion]]:
    """Pairs of claims, by their places in the two articles, with what comes of them."""
    matter = matter_of(ours, theirs)
    told: dict[str, set[int]] = defaultdict(set)
    for m, frame in enumerate(theirs):
        for key in _keys(frame, matter):
            told[key].add(m)
    for n, frame in enumerate(ours):
        for m in sorted({m for key in _keys(frame, matter) for m in told[key]}):
            opinion = met(frame, theirs[m], matter)
            if opinion:
                yield n, m, opinion


def met(a: Frame, b: Frame, matter: Matter) -> Opinion | None:
    """The first thing to be said of two claims of such articles: of numbers befallen, at odds, alike."""
    if is_abroad(a, matter) != is_abroad(b, matter):
        return None  # what is told of another country says nothing of this one
    if in_same_words(a, b):
        return word_for_word(a, b)
    if is_one_denied(a, b):
        return denied(a, b, matter)
    return (
        totals(a, b, matter)
        or reasons(a, b)
        or two_ways(a, b, matter)
        or denied(a, b, matter)
        or otherwise(a, b, matter)
        or as_foreseen(a, b, of_other_figures(a, b, matter))
        or alike(a, b, matter)
    )


def _keys(frame: Frame, matter: Matter) -> frozenset[str]:
    """Its words that few claims hold, what it counts, and the classes of its most telling predicates."""
    told = {f"~{p.name}" for p in told_ways(frame) if not p.side.both} | ({"~causes"} if causes_of(frame) else set())
    told |= {f"={t.fate}" for t in (*tallies_of(frame), *ballots_of(frame))}
    return looked_up(frame, matter.rare) | told
