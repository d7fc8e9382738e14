"""What a claim says rises or falls, by the one word that names it or by all of them."""

from __future__ import annotations

from dossier.data import load
from dossier.language.direction import Direction
from dossier.language.grammar import words_in
from dossier.relating.apart.frames import Frame, by_frame
from dossier.relating.apart.terms import Term, meet

_SO_MUCH = 3  # words from "rose" to its number: "rose by nearly 5 percent"


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


def of_two_amounts(a: Frame, b: Frame) -> bool:
    """Whether each tells by how much something else moved: coal output rose by 5 percent, rice exports by 5."""
    ours, theirs = _amounts(a), _amounts(b)
    return bool(ours and theirs) and not any(meet(x, y) for x in ours for y in theirs)


@by_frame
def _amounts(frame: Frame) -> tuple[Term, ...]:
    """The words, no names, that tell what rises or falls by so much."""
    numbers = {n.start for n in frame.numerals}
    told = [
        d for d in frame.directions if d.kind == "verb" and not numbers.isdisjoint(range(d.end, d.end + _SO_MUCH))
    ]
    things = [range(*d.thing) for d in told if d.sign and d.dimension == "amount"]
    return tuple(t for t in frame.terms if t.kind == "word" and any(t.index in thing for thing in things))
