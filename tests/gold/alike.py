"""How much each sign weighs that two claims tell of one thing, fitted to pairs that people have judged.

    python -m tests.gold.alike        writes dossier/data/alike.yaml

`alike.csv` holds a row for each pair of claims judged, from 359 articles of news and analysis on 52 matters: the
matter, 1 where a reader found that both say the same (0 where they do not, or are at odds), and the signs as the
detector works them out (November 2026). The pairs were read without knowing what the detector says of them. The
articles are other people's and are not kept here. The fit is a logistic regression with a small ridge, by Newton's
method.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from pathlib import Path

import yaml

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "dossier" / "data" / "alike.yaml"
SHOWN = 0.7  # of the pairs that come to this some 85 in a hundred held in matters that nothing was fitted to
PARTS = 8  # matters are put aside by turns: nothing is fitted to those that are looked at
_RIDGE = 3.0  # on signs brought to one scale
_STEPS = 8

Row = tuple[str, float, list[float]]  # matter, whether both say the same, signs


def rows() -> tuple[list[str], list[Row]]:
    """The names of the signs, and all judged pairs."""
    with (HERE / "alike.csv").open(encoding="utf-8", newline="") as file:
        (_, _, *names), *lines = csv.reader(file)
    return names, [(matter, float(same), [float(v) for v in values]) for matter, same, *values in lines]


def fitted(judged: Sequence[Row]) -> tuple[float, list[float]]:
    """The base and the weight of each sign."""
    columns = list(zip(*(values for _, _, values in judged)))
    means = [sum(c) / len(c) for c in columns]
    spreads = [(sum((v - m) ** 2 for v in c) / len(c)) ** 0.5 for c, m in zip(columns, means)]
    scaled = [[1.0, *((v - m) / s for v, m, s in zip(values, means, spreads))] for _, _, values in judged]
    weights = _newton(scaled, [same for _, same, _ in judged])
    told = [w / s for w, s in zip(weights[1:], spreads)]
    return weights[0] - sum(w * m for w, m in zip(told, means)), told


@cache
def judged_elsewhere() -> tuple[tuple[float, float], ...]:
    """Of each judged pair how likely it is by weights fitted to other matters, and whether both say the same."""
    _, judged = rows()
    turn = {matter: n % PARTS for n, matter in enumerate(sorted({matter for matter, _, _ in judged}))}
    found: list[tuple[float, float]] = []
    for part in range(PARTS):
        weights = fitted([row for row in judged if turn[row[0]] != part])
        found += [(likely(*weights, values), same) for matter, same, values in judged if turn[matter] == part]
    return tuple(found)


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


def as_data() -> dict[str, object]:
    """What stands in `alike.yaml`."""
    names, judged = rows()
    base, weights = fitted(judged)
    return {"shown": SHOWN, "base": round(base, 3), "signs": {n: round(w, 3) for n, w in zip(names, weights)}}


HEAD = """# How much each sign weighs that two claims tell of one thing, and how likely it must be to be shown.
# Written by tests/gold/alike.py from pairs that people have judged.
"""


if __name__ == "__main__":
    DATA.write_text(HEAD + yaml.safe_dump(as_data(), sort_keys=False), "utf-8")
