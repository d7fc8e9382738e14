"""How much each trait speaks for each side, learned from examples: one line between each side and all the others.

A side's weights are moved only by an example that is not yet clearly on its right side of the line, so the outcome
depends on nothing but the examples and their order.
"""

from __future__ import annotations

from collections.abc import Sequence

Vector = dict[str, float]
Label = tuple[str, str]

_ROUNDS = 4
_START = -1.0  # nothing is taken for an answer before something speaks for it
_CLEAR = 1.0  # distance from the line at which an example teaches nothing more
_OFFSET = 0.1  # how fast a side as a whole becomes likelier
_SLIGHT = 0.02  # what stands this near the border is left alone, or every side would be moved by every example
_STRIDES = (7919, 7907, 7901)  # so that examples of one side do not come one after the other


class Weights:
    """For every trait what it weighs for every side."""

    def __init__(self, of: dict[str, dict[Label, float]], offset: dict[Label, float]) -> None:
        self._of = of
        self._offset = offset

    def of(self, vector: Vector) -> dict[Label, float]:
        """What speaks for the sides that the traits have to do with; above 0 an example would be one of theirs."""
        found: dict[Label, float] = {}
        for trait, share in vector.items():
            for label, weight in self._of.get(trait, {}).items():
                found[label] = found.get(label, 0.0) + weight * share
        return {label: weight + self._offset.get(label, _START) for label, weight in found.items()}

    def telling(self, vector: Vector, label: Label) -> frozenset[str]:
        """The traits that speak for a side."""
        return frozenset(trait for trait in vector if self._of.get(trait, {}).get(label, 0.0) > 0)


def learned(rows: Sequence[tuple[Vector, frozenset[Label]]]) -> Weights:
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
            found: dict[int, float] = {}
            for weights, share in shares:
                for n, weight in weights.items():
                    found[n] = found.get(n, 0.0) + weight * share
            moves = [(n, step) for n in own if found.get(n, 0.0) + offset[n] < _CLEAR]
            moves += [
                (n, -step) for n, weight in found.items() if weight + offset[n] > -_CLEAR + _SLIGHT and n not in own
            ]
            for n, move in moves:
                offset[n] += move * _OFFSET
                for weights, share in shares:
                    weights[n] = weights.get(n, 0.0) + move * share
    return Weights(
        {trait: {names[n]: weight for n, weight in weights.items()} for trait, weights in of.items()},
        dict(zip(names, offset)),
    )
