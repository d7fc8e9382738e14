"""How much each trait speaks for each side, learned from examples: one line between each side and all the others.

A side's weights are moved only by an example that is not yet clearly on its right side of the line, so the outcome
depends on nothing but the examples and their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Vector = dict[str, float]
Label = tuple[str, str]

_ROUNDS = 4
_START = -1.0  # nothing is taken for an answer before something speaks for it
_CLEAR = 1.0  # distance from the line at which an example teaches nothing more
_OFFSET = 0.1  # how fast a side as a whole becomes likelier
_SLIGHT = 0.02  # what stands this near the border is left alone, or every side would be moved by every example
_STRIDES = (7919, 7907, 7901)  # so that examples of one side do not come one after the other


@dataclass(frozen=True, slots=True)
class Learned:
    """What examples teach, as it can be kept: a weight for each side that a trait has to do with."""

    labels: tuple[Label, ...]
    offsets: tuple[float, ...]
    traits: tuple[str, ...]
    sides: tuple[tuple[int, ...], ...]  # for each trait the numbers of its labels
    weights: tuple[tuple[float, ...], ...]  # and what it weighs for each of them

    @property
    def is_whole(self) -> bool:
        """Whether it can be worked with: what was kept may be damaged."""
        known = range(len(self.labels))
        return (
            len(self.offsets) == len(self.labels)
            and len(self.traits) == len(self.sides) == len(self.weights)
            and all(len(a) == len(b) for a, b in zip(self.sides, self.weights))
            and all(n in known for side in self.sides for n in side)
        )


class Weights:
    """For every trait what it weighs for every side."""

    def __init__(self, known: Learned) -> None:
        self._labels, self._offsets = known.labels, known.offsets
        self._number = {label: n for n, label in enumerate(known.labels)}
        self._of = {trait: tuple(zip(s, w)) for trait, s, w in zip(known.traits, known.sides, known.weights)}
        self._touches = {trait: frozenset(sides) for trait, sides in zip(known.traits, known.sides)}

    def of(self, vector: Vector) -> dict[Label, float]:
        """What speaks for the sides that the traits have to do with; above 0 an example would be one of theirs."""
        sums = [0.0] * len(self._labels)
        known = [(trait, share) for trait, share in vector.items() if trait in self._of]
        for trait, share in known:
            for n, weight in self._of[trait]:
                sums[n] += weight * share
        touched = frozenset[int]().union(*[self._touches[trait] for trait, _ in known])
        return {self._labels[n]: sums[n] + self._offsets[n] for n in touched}

    def telling(self, vector: Vector, label: Label) -> frozenset[str]:
        """The traits that speak for a side."""
        number = self._number.get(label, -1)
        return frozenset(trait for trait in vector if self._weight(trait, number) > 0)

    def _weight(self, trait: str, number: int) -> float:
        return next((weight for n, weight in self._of.get(trait, ()) if n == number), 0.0)


def learned(rows: Sequence[tuple[Vector, frozenset[Label]]]) -> Learned:
    """The weights that tell these examples apart."""
    names = sorted({label for _, labels in rows for label in labels})
    numbers = {label: n for n, label in enumerate(names)}
    of: dict[str, dict[int, float]] = {trait: {} for vector, _ in rows for trait in vector}
    offset = [_START] * len(names)
    made = [
        ([(of[trait], share) for trait, share in vector.items()], sorted(numbers[label] for label in labels))
        for vector, labels in rows
    ]
    stride = next(s for s in _STRIDES if len(rows) % s) if rows else 1
    for turn in range(_ROUNDS):
        step = 1 / (1 + turn / 2)
        for k in range(len(made)):
            shares, own = made[(k * stride + turn) % len(made)]
            found = [0.0] * len(names)
            for weights, share in shares:
                for n, weight in weights.items():
                    found[n] += weight * share
            touched = sorted(set().union(*(weights for weights, _ in shares)).difference(own))
            moves = [(n, step) for n in own if found[n] + offset[n] < _CLEAR]
            moves += [(n, -step) for n in touched if found[n] + offset[n] > -_CLEAR + _SLIGHT]
            for n, move in moves:
                offset[n] += move * _OFFSET
                for weights, share in shares:
                    weights[n] = weights.get(n, 0.0) + move * share
    return Learned(
        tuple(names),
        tuple(offset),
        tuple(of),
        tuple(tuple(weights) for weights in of.values()),
        tuple(tuple(weights.values()) for weights in of.values()),
    )
