"""What a claim says rises or falls, by the one word that names it."""

from __future__ import annotations

from dossier.data import load
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term


@by_frame
def head_of(frame: Frame, d: Direction) -> Term | None:
    """The word that names what moves: "exports" of "copper exports from Chile"."""
    first, last = d.thing
    links = words_in("links") | {"following"}  # "the shutdown of the mine FOLLOWING protests"
    link = next((i for i in range(first + 1, last) if frame.words[i].text.lower() in links), last)
    inside = [t for t in frame.terms if first <= t.index < link and not d.start <= t.index < d.end]
    if len(inside) == 1 and inside[0].lemma in load("amounts.yaml")["containers"] and link < last:
        rest = [t for t in frame.terms if link <= t.index < last and not d.start <= t.index < d.end]
        stop = next((n for n, t in enumerate(rest) if n and t.index > rest[n - 1].index + 1), len(rest))
        inside = [t for t in rest[:stop] if not t.text.endswith("ing")] or inside
    while len(inside) > 1 and inside[-1].lemma in load("amounts.yaml")["containers"]:
        inside = inside[:-1]  # of "trade turnover" and "trade" the thing is trade
    return inside[-1] if inside else None
