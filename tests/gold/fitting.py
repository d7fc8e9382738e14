"""Weights of signs fitted to what people have judged: logistic regression with a small ridge, by Newton's method."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from math import exp
from pathlib import Path

PARTS = 8  # what belongs together is put aside by turns: nothing is fitted to what is looked at
_RIDGE = 3.0  # on signs brought to one scale
_STEPS = 8

Row = tuple[str, float, list[float]]  # what it belongs to, whether it holds, signs


def rows(file: Path) -> tuple[list[str], list[Row]]:
    """The names of the signs, and all that was judged; what lies between was not, and has no mark."""
    with file.open(encoding="utf-8", newline="") as lines:
        (_, _, *names), *kept = csv.reader(lines)
    return names, [(group, float(held), [float(v) for v in values]) for group, held, *values in kept if held]


def as_data(file: Path) -> dict[str, object]:
    """The base and the weight of each sign as they stand in the data."""
    names, judged = rows(file)
    base, weights = fitted(judged)
    return {"base": round(base, 3), "signs": {n: round(w, 3) for n, w in zip(names, weights)}}


def fitted(judged: Sequence[Row]) -> tuple[float, list[float]]:
    """The base and the weight of each sign."""
    columns = list(zip(*(values for _, _, values in judged)))
    means = [sum(c) / len(c) for c in columns]
    spreads = [(sum((v - m) ** 2 for v in c) / len(c)) ** 0.5 for c, m in zip(columns, means)]
    scaled = [[1.0, *((v - m) / s for v, m, s in zip(values, means, spreads))] for _, _, values in judged]
    weights = _newton(scaled, [same for _, same, _ in judged])
    told = [w / s for w, s in zip(weights[1:], spreads)]
    return weights[0] - sum(w * m for w, m in zip(told, means)), told


def judged_elsewhere(judged: Sequence[Row]) -> list[tuple[float, float]]:
    """How likely each is by weights fitted to what it does not belong to, and whether it holds."""
    turn = {group: n % PARTS for n, group in enumerate(sorted({group for group, _, _ in judged}))}
    found: list[tuple[float, float]] = []
    for part in range(PARTS):
        weights = fitted([row for row in judged if turn[row[0]] != part])
        found += [(likely(*weights, values), held) for group, held, values in judged if turn[group] == part]
    return found


def share(found: Iterable[tuple[float, float]], low: float, high: float = 1.0) -> float:
    """Of those that are as likely the share that holds."""
    held = [holds for chance, holds in found if low <= chance <= high]
    return sum(held) / len(held)


def likely(base: float, weights: Sequence[float], values: Sequence[float]) -> float:
    """The share of pairs with such signs that say the same."""
    return 1 / (1 + exp(-base - sum(w * v for w, v in zip(weights, values))))


def _newton(pairs: Sequence[Sequence[float]], same: Sequence[float]) -> list[float]:
    size = len(pairs[0])
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [0.0] + [-_RIDGE * w for w in weights[1:]]
        curve = [[_RIDGE * (n == m > 0) for m in range(size)] for n in range(size)]
        for values, held in zip(pairs, same):
            part = 1 / (1 + exp(-sum(w * v for w, v in zip(weights, values))))
            for n, v in enumerate(values):
                slope[n] += v * (held - part)
                scale, row = v * part * (1 - part), curve[n]
                for m in range(n + 1):
                    row[m] += scale * values[m]
        full = [[curve[max(n, m)][min(n, m)] for m in range(size)] for n in range(size)]
        weights = [w + step for w, step in zip(weights, _solved(full, slope))]
    return weights


def _solved(matrix: list[list[float]], right: Iterable[float]) -> list[float]:
    """The x of matrix · x = right, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right)]
    for n in range(len(rows)):
        best = max(range(n, len(rows)), key=lambda m: abs(rows[m][n]))
        rows[n], rows[best] = rows[best], rows[n]
        rows[n] = [v / rows[n][n] for v in rows[n]]
        for m in range(len(rows)):
            if m != n:
                rows[m] = [v - rows[m][n] * w for v, w in zip(rows[m], rows[n])]
    return [row[-1] for row in rows]
