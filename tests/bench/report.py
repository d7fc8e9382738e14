"""What was measured as Markdown: every figure with its growth, and the aims with what was reached.

Each figure is seconds of processor time, in brackets by the clock where a whole command was run.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

SMALL = 500
CLOCK = " by the clock"  # the same figure as a person waits for it
# In a generated dossier relations grow faster than claims, so what shows both is measured by both as well.
SHOWING = ("render pages", "exports")
ROWS = ("number of claims", "number of relations")
NOT_SECONDS = ("MiB", "number", "share")
WHOLE, NOTE, STATEMENT = "build, nothing kept", "build, one note changed", "build, one statement changed"
LARGE = 20_000  # claims of the aim for relating
Figures = dict[str, float]
Table = dict[int, Figures]


def figures(table: Table, size: int) -> str:
    """Every figure of every dossier, with growth between the generated sizes."""
    names = [n for n in dict.fromkeys(n for found in table.values() for n in found) if not n.endswith(CLOCK)]
    growing = size != SMALL
    heads = [f"{n:,} generated claims" if n else "the dossier here" for n in table]
    lines = [
        "| seconds of processor time (by the clock) | " + " | ".join(heads) + (" | exponent |" if growing else " |"),
        "|---" * (len(heads) + 1 + growing) + "|",
    ]
    for name in names:
        cells = [_cell(found, name) for found in table.values()]
        cells += [_exponent(table, name, size)] if growing else []
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(found: Figures, name: str) -> str:
    if name not in found:
        return ""
    clock = f" ({found[name + CLOCK]:,.2f})" if name + CLOCK in found else ""
    return f"{found[name]:,.0f}" if name.startswith("number") else f"{found[name]:,.2f}{clock}"


def _exponent(table: Table, name: str, size: int) -> str:
    """How a figure grows: 1 doubles when the claims double; in brackets, when claims and relations do."""
    found = _growth(table, name, size)
    return "" if found is None else f"{found[0]:.2f} ({found[1]:.2f})" if name in SHOWING else f"{found[0]:.2f}"


def _growth(table: Table, name: str, size: int) -> tuple[float, float] | None:
    small, large = table[SMALL].get(name), table[size].get(name)
    if not small or not large or size == SMALL or any(word in name for word in NOT_SECONDS):
        return None
    by_claims, by_rows = (
        math.log(large / small) / math.log(sum(table[size][n] for n in rows) / sum(table[SMALL][n] for n in rows))
        for rows in (ROWS[:1], ROWS)
    )
    return by_claims, by_rows


@dataclass(frozen=True, slots=True)
class Aim:
    """One line of the issue’s table: what was measured, in both ways, against what it should be."""

    what: str
    reach: str
    spent: float | None
    clock: float | None
    reached: bool

    def row(self) -> str:
        """As a line of a table."""
        shown = ("" if value is None else f"{value:,.2f}" for value in (self.spent, self.clock))
        return f"| {self.what} | {self.reach} | {' | '.join(shown)} | {'yes' if self.reached else '**no**'} |"


def aims(table: Table, size: int) -> str:
    """What the program should reach, and what it reached in this run, each by its name."""
    rows = [*_ratios(table[size]), *_seconds(table), *_other(table, size)]
    lines = [aim.row() for aim in rows]
    head = (
        f"| at {size:,} generated claims | reach | processor time | by the clock | reached |\n|---|---|---|---|---|"
    )
    return "\n".join([head, *lines])


def _ratios(found: Figures) -> Iterator[Aim]:
    """Medians held against each other."""
    markdown, hugo = (next((n for n in found if n.startswith(f"peer: {who}")), "") for who in ("MkDocs", "Hugo"))
    for what, above, below, least, most in (
        ("MkDocs and Material against the full build: times faster", markdown, WHOLE, 12.0, math.inf),
        ("the full build against Hugo: times slower", WHOLE, hugo, 0.0, 2.0),
        ("one note changed against Hugo’s full build", NOTE, hugo, 0.0, 1.0),
        ("the full build against one note changed: times faster", WHOLE, NOTE, 15.0, math.inf),
        ("the full build against one statement changed: times faster", WHOLE, STATEMENT, 15.0, math.inf),
    ):
        if above in found and below in found:
            spent, clock = (found[above + c] / found[below + c] for c in ("", CLOCK))
            reach = f"at least {least:.0f}" if least else f"at most {most:.0f}"
            yield Aim(what, reach, spent, clock, least <= clock <= most)


def _seconds(table: Table) -> Iterator[Aim]:
    """What somebody waits for, by the clock."""
    large = max(table)
    for name, size, most in (
        ("under serve, one note saved", large, 1.0),
        ("under serve, one statement saved", large, 1.0),
        ("build, all as it was", 0, 1.5),
        ("check, told before", 0, 0.5),
        (f"relating {LARGE:,} claims with 200 questions", large, 20.0),
    ):
        clock = table.get(size, {}).get(name + CLOCK)
        if clock is not None:
            where = ", the dossier here" if not size else ""
            yield Aim(f"{name}{where}: seconds", f"under {most:g}", table[size][name], clock, clock < most)


def _other(table: Table, size: int) -> Iterator[Aim]:
    speed = table[size]["number of claims"] / table[size]["draft"]
    yield Aim("claims drafted a second on one processor", "2,000", speed, None, speed >= 2000)
    planted = "share of planted contradictions found"
    small, large = table[SMALL].get(planted), table[size].get(planted)
    if size != SMALL and small is not None and large is not None:
        yield Aim(f"{planted}, of that at {SMALL} claims", "1", large / small, None, large >= small)
    for name in table[size]:
        found = _growth(table, name, size)
        if found and name in STAGES:
            yield Aim(f"growth of {name}: exponent by claims", "at most 1.1", found[0], None, found[0] <= 1.1)


STAGES = ("read claims", "draft", "check", "relate", "render pages", "exports", WHOLE)
