"""Which words of two claims meet, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.relating.frames import Frame, Term

_KIN = 0.85  # a word met by another form or a synonym counts for a little less


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of terms that meet, and the terms of each side that meet nothing."""

    a: Frame
    b: Frame
    met: tuple[tuple[Term, Term], ...]
    left_a: tuple[Term, ...]
    left_b: tuple[Term, ...]
    shared: float

    @property
    def cover_a(self) -> float:
        """The share of a's weight that b has too, 0 to 1."""
        return self.shared / self.a.weight if self.a.weight else 0.0

    @property
    def cover_b(self) -> float:
        """The share of b's weight that a has too, 0 to 1."""
        return self.shared / self.b.weight if self.b.weight else 0.0

    @property
    def cover(self) -> float:
        """The smaller of the two."""
        return min(self.cover_a, self.cover_b)

    def without(self, drop_a: Iterable[Term], drop_b: Iterable[Term]) -> float:
        """The smaller cover when the given terms are left out of the reckoning."""
        drop_a, drop_b = set(drop_a), set(drop_b)
        rest_a = self.a.weight - sum(t.weight for t in drop_a)
        rest_b = self.b.weight - sum(t.weight for t in drop_b)
        kept = sum(_worth(x, y) for x, y in self.met if x not in drop_a and y not in drop_b)
        return min(kept / rest_a if rest_a > 0 else 1.0, kept / rest_b if rest_b > 0 else 1.0)

    @property
    def names_clash(self) -> bool:
        """Both sides name someone or somewhere the other does not: the statements may be about different things."""
        return any(t.kind == "name" for t in self.left_a) and any(t.kind == "name" for t in self.left_b)


def align(a: Frame, b: Frame) -> Alignment:
    """Pairs equal lemmas first, then words that stand for the same."""
    open_b: dict[str, list[Term]] = {}
    for term in b.terms:
        open_b.setdefault(term.lemma, []).append(term)
    met: list[tuple[Term, Term]] = []
    rest: list[Term] = []
    for term in a.terms:
        same = open_b.get(term.lemma)
        if same:
            met.append((term, same.pop(0)))
        else:
            rest.append(term)
    others = [t for ts in open_b.values() for t in ts]
    left_a: list[Term] = []
    for term in rest:
        kin = next((o for o in others if not term.keys.isdisjoint(o.keys)), None)
        if kin:
            others.remove(kin)
            met.append((term, kin))
        else:
            left_a.append(term)
    others.sort(key=lambda t: t.index)
    return Alignment(a, b, tuple(met), tuple(left_a), tuple(others), sum(_worth(x, y) for x, y in met))


def _worth(x: Term, y: Term) -> float:
    return (1.0 if x.lemma == y.lemma else _KIN) * min(x.weight, y.weight)
