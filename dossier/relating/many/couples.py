"""Two articles of which claims meet, as one: what holds between the two hangs on these claims and on nothing else.

So after an edit only those couples are looked at in which a claim that changed meets another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.relating.apart.frames import Frame
from dossier.relating.many.shelving import hashed

Pair = tuple[Frame, Frame]
Sources = tuple[str, str]  # in order
Articles = tuple[Sequence[Frame], Sequence[Frame]]  # all claims of one, and of the other


@dataclass(frozen=True, slots=True)
class Couple:
    """Two articles, by what of them is compared."""

    key: str  # a hash of all that what holds between them hangs on
    sources: Sources
    pairs: tuple[Pair, ...]  # claims that are compared as they stand
    articles: Articles | None = None  # where both tell of one matter


def couples_of(
    pairs: Iterable[Pair],
    matters: Iterable[Articles],
    over: Mapping[Frame, Sequence[str]],
    under: str,
    decided: Collection[tuple[str, str]] = (),
) -> list[Couple]:
    """All couples, by the pairs to compare and the articles on one matter, sorted.

    `over` are the questions on which a claim's own source has turned since, `under` is a hash of what all hang on,
    `decided` are the pairs of claims that a person has judged.
    """
    met: dict[Sources, list[Pair]] = {}
    for pair in pairs:
        met.setdefault(sources_of(pair[0], pair[1]), []).append(pair)
    told = {sources_of(articles[0][0], articles[1][0]): articles for articles in matters}
    names: dict[Frame, str] = {}
    judged: dict[Sources, list[str]] = {}
    for ids in sorted(decided):
        one, other = sorted(id.rpartition("/")[0] for id in ids)
        judged.setdefault((one, other), []).append(" ".join(ids))

    def named(frames: Iterable[Frame]) -> str:
        return ";".join([names.get(f) or names.setdefault(f, ",".join((f.name, *over.get(f, ())))) for f in frames])

    found = []
    for sources in sorted(met.keys() | told.keys()):
        own, articles = met.get(sources, []), told.get(sources)
        compared = (named(f for pair in own for f in pair), *(map(named, articles) if articles else ()))
        parts = (under, *judged.get(sources, ()), *compared)
        found.append(Couple(hashed("\0".join(parts)), sources, tuple(own), articles))
    return found


def sources_of(a: Frame, b: Frame) -> Sources:
    """Whose claims they are."""
    one, other = a.claim.source, b.claim.source
    return (one, other) if one < other else (other, one)
