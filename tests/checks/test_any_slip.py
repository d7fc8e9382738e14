"""Slips of many kinds at every line of every kind of file: each is told or read, and none breaks the check.

One of two is tried; with RUNS=2 all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from runs import MORE

from checks.cases import SEEN
from checks.small import CLAIM, SOUND, problems_of, write

JUDGED = f"""\
decisions:
  - pair: [gazette/p01-harvests, report/p01-rich]
    relation: dismissed
    because: Different valleys.
    by: Ida
    on: "2024-05-28"
    seen: {SEEN}
    proposed: agrees
"""
FULL: dict[str, str] = {
    CLAIM: str(SOUND[CLAIM]).replace("{harvest-falling: yes}", "\n  harvest-falling: yes  # fell")
    + "speaker: Ida\nvoice: attributed\nfigures:\n  - {raw: three, value: 3}\n  - raw: all three\n    low: 3\n",
    "sources/gazette.yaml": "title: A hard year\nissued: 2022-12\nauthor:\n  - {family: Hansen, given: Ida}\n"
    "rights:\n  holder: The Gazette\n  share: 50\nlanguage: en\nkeep-as-written: [lost-ligature]\n",
    "claims/codebook/themes.yaml": "farming:\n  title: Farming\n  words: [harvest]\n",
    "claims/codebook/places.yaml": "regions:\n  nordic:\n    title: Nordic\n    members: [NO, SE]\n"
    "names:\n  Storting: [NO]\n  Riksdag:\n    places: [SE]\n",
    "claims/codebook/events.yaml": "the-flood:\n  date: 2022-06\n  words:\n    - the flood\n    - since the flood\n",
    "claims/codebook/groups.yaml": "fields:\n  words: [acre, <NO>, ~farms]\nfarms:\n  words: [farm]\n",
    "claims/codebook/decisions.yaml": JUDGED,
    "claims/codebook/questions/harvest-falling.yaml": "question: Are harvests falling?\nthemes: [farming]\n"
    "countries: [NO]\nabout:\n  - harvest|crop\nyes:\n  - harvest falls\nno: [harvest rises]\n"
    f"summary: >-\n  They fell [gazette/p01-harvests], they were rich\n  [report/p01-rich].\n{JUDGED}",
}
VALUES = (
    "",
    "x",
    "[a, b]",
    "{a: b}",
    "{a: {b: [c]}}",
    "\n  - a: b",
    "\n  - [a]",
    "\n  -",
    "~",
    ">-",
    '"',
    "#x",
    "*x",
)


def slips(lines: list[str], at: int) -> Iterator[tuple[str, list[str]]]:
    """What a person may do to one line: the lines that stand in its place."""
    line = lines[at]
    yield "deleted", []
    yield "doubled", [line, line]
    yield "indented", [f"  {line}"]
    yield "moved to the left", [line[2:] if line.startswith("  ") else f" {line}"]
    yield "cut", [line[: len(line) // 2]]
    if found := re.match(r"(\s*(?:- )?)([\w-]+):(.*)", line):
        start, key, value = found.groups()
        for name in (key[:-1], key.capitalize(), f"{key}s", "x", "title", "decision", ""):
            yield f"key {name}", [f"{start}{name}:{value}"]
        yield from ((f"value {new!r}", [f"{start}{key}: {new}"]) for new in VALUES)
    yield "an item", [f"- {line}"]
    yield "no item", [line.replace("- ", "", 1)]


@pytest.mark.parametrize("path", FULL)
def test_no_slip_breaks_the_check(tmp_path: Path, path: str) -> None:
    write(tmp_path, SOUND | FULL)
    assert not [p for p in problems_of(tmp_path) if p.severity == "error"]
    lines = FULL[path].splitlines()
    for at in range(len(lines)):
        for what, new in islice(slips(lines, at), at % 2 if MORE == 1 else 0, None, 2 if MORE == 1 else 1):
            text = "\n".join([*lines[:at], *new, *lines[at + 1 :]]) + "\n"
            write(tmp_path, {path: text})
            try:
                found = problems_of(tmp_path)
            except Exception as error:
                raise AssertionError(f"line {at + 1} {what}: {error!r}\n{text}") from error
            assert all(p.what and p.where.path for p in found), (what, text)
