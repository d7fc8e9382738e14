"""Two columns printed side by side on each line: put one below the other again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Edit

_GAP = re.compile(r"\S( {3,})(?=\S)")
_FEWEST = 5  # lines with both columns; fewer may be anything
_WORDS = re.compile(r"[^\W\d_]{2,}")
COLUMN_RULES = frozenset({"columns"})


@dataclass(frozen=True, slots=True)
class _Row:
    """text[start:end] is one line; `starts` are the places in it where words begin after a gap."""

    start: int
    end: int
    text: str
    starts: tuple[int, ...]


def columns(text: str) -> list[Edit]:
    """One edit for each run of lines set in two columns: the left column, an empty line, the right column."""
    if len(_GAP.findall(text)) < _FEWEST:
        return []
    rows = [_row(m) for m in re.finditer(r"[^\n]*(?:\n|$)", text) if m[0]]
    edits = []
    for run, column in _runs(rows):
        left = [row.text[:column].rstrip() for row in run]
        right = [row.text[column:].strip() for row in run]
        if _is_prose(left) and _is_prose(right):
            body = "\n".join(left).strip("\n") + "\n\n" + "\n".join(right).strip("\n")
            edits.append(Edit(run[0].start, run[-1].end, body, "columns"))
    return edits


def _row(match: re.Match[str]) -> _Row:
    line = match[0].rstrip()
    starts = tuple(gap.end() for gap in _GAP.finditer(line))
    indent = len(line) - len(line.lstrip(" "))
    return _Row(match.start(), match.start() + len(line), line, (indent, *starts) if indent > 10 else starts)


def _runs(rows: Sequence[_Row]) -> Iterator[tuple[list[_Row], int]]:
    """Runs of lines that all leave the same gap free, with the place where the right column begins."""
    common = Counter(start for row in rows for start in row.starts)
    for column, count in sorted(common.items(), key=lambda item: (-item[1], item[0]))[:1]:
        if count < _FEWEST:
            return
        run: list[_Row] = []
        for row in [*rows, _Row(0, 0, "x" * (column + 1), ())]:
            if not row.text[max(column - 2, 0) : column].strip() and (
                len(row.text) <= column or column in row.starts
            ):
                run.append(row)
                continue
            yield from _trimmed(run, column)
            run = []


def _trimmed(run: Sequence[_Row], column: int) -> Iterator[tuple[list[_Row], int]]:
    """The run from its first to its last line with both columns in it, and the left column's last lines."""
    both = [n for n, row in enumerate(run) if column in row.starts]
    if len(both) < _FEWEST:
        return
    last = both[-1]
    while last + 1 < len(run) and run[last + 1].text:
        last += 1
    yield list(run[both[0] : last + 1]), column


def _is_prose(column: Sequence[str]) -> bool:
    """Words that run on from line to line; a table has names and numbers in each line."""
    lines = [line.strip() for line in column if line.strip()]
    words = sum(len(_WORDS.findall(line)) for line in lines)
    small = sum(line[0].islower() for line in lines)
    return words >= 3 * len(lines) and small * 4 >= len(lines)
