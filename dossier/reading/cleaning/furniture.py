"""What a printed page has beside its text: page numbers, running headers, numbers of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from dossier.model import Edit
from dossier.reading.cleaning.lines import Line, lines_of

_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")
_EDGE_NUMBER = re.compile(r"^\d{1,4}\b(?!\.)|\s\d{1,3}$")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\[] ?)?(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?(?: ?[-–—|\]])?", re.IGNORECASE
)
_LINE_NUMBER = re.compile(r"(\d{1,4})(?:\s+|$)(?!\d)")
_FEWEST_NUMBERED = 6  # lines; fewer may be a list
_BETWEEN = 4  # lines without a number that a run of numbers passes over: headers, footers
_FEWEST_PARAGRAPHS = 3
_LONG_PARAGRAPH = 60  # characters of its first line, on average; what is shorter is a table or a row of headings
FURNITURE_RULES = frozenset({"page-numbers", "running-headers", "line-numbers", "paragraph-numbers"})


def line_numbers(text: str) -> list[Edit]:
    """The numbers in front of each line, as in minutes and court papers, or of each paragraph, as in judgments."""
    edits: list[Edit] = []
    for run in _runs(lines_of(text)):
        # In a numbered list each item begins with a capital; numbered lines also begin in the middle of a sentence.
        rests = [line.text[width:] for line, width in run]
        small = sum(rest[:1].islower() for rest in rests)
        if len(run) >= _FEWEST_NUMBERED and small * 5 >= sum(map(bool, rests)):
            edits += [Edit(line.start, line.start + width, "", "line-numbers") for line, width in run]
        elif _are_paragraphs(run):
            edits += [Edit(line.start, line.start + width, "", "paragraph-numbers") for line, width in run]
    return edits


def _are_paragraphs(run: Sequence[tuple[Line, int]]) -> bool:
    """Whether each of the lines, numbered without a stop, begins a paragraph: "17 The Court recalls that ..."."""
    alone = len({line.block for line, _ in run}) == len(run) >= _FEWEST_PARAGRAPHS
    rests = [line.text[width:] for line, width in run]
    return alone and all(r[:1].isupper() for r in rests) and sum(map(len, rests)) >= _LONG_PARAGRAPH * len(rests)


def _runs(lines: Sequence[Line]) -> Iterator[list[tuple[Line, int]]]:
    """Lines numbered one after another, each with the width of its number and the space behind it."""
    run: list[tuple[Line, int]] = []
    last = passed = 0
    for line in lines:
        number = _LINE_NUMBER.match(line.text)
        if number and run and int(number[1]) == last + 1:
            run.append((line, number.end()))
            last, passed = last + 1, 0
        elif run and passed < _BETWEEN and not (number and int(number[1]) == 1):
            passed += 1
        else:
            yield run
            run, passed = ([(line, number.end())], 0) if number else ([], 0)
            last = int(number[1]) if number else 0
    yield run


def page_furniture(text: str, off: Collection[str] = ()) -> list[Edit]:
    """Page numbers and running headers: short lines that stand alone in their block, or side by side there."""
    lines = lines_of(text)
    blocks = Counter(line.block for line in lines)
    near = [line for line in lines if blocks[line.block] <= 2]
    shapes = Counter(_shape(line) for line in near)
    odd = Counter(line.block for line in near if not (_PAGE_NUMBER.fullmatch(line.text) or _repeats(line, shapes)))
    alone = [line for line in near if blocks[line.block] == 1 or not odd[line.block]]
    seen: set[str] = set()
    edits = []
    for line in alone:
        rule = ""
        if "page-numbers" not in off and _PAGE_NUMBER.fullmatch(line.text):
            rule = "page-numbers"
        elif "running-headers" not in off and _repeats(line, shapes):
            # The first time it may be the title itself, unless a page number goes with it.
            counted = _shape(line) != line.text and _EDGE_NUMBER.search(line.text)
            rule = "running-headers" if counted or _shape(line) in seen else ""
            seen.add(_shape(line))
        if rule:
            edits.append(Edit(line.start, line.end, "", rule))
    return edits


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _repeats(line: Line, shapes: Counter[str]) -> bool:
    if not 4 <= len(line.text) <= 100 or _SENTENCE.search(line.text):
        return False
    return shapes[_shape(line)] >= 3
