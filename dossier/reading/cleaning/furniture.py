"""What a printed page has beside its text: page numbers, running headers, numbers of lines and of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from dossier.data import load
from dossier.model import Edit
from dossier.reading.cleaning.lines import OPEN_WORDS, Line, begins_small, lines_of

_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")
_ENDED = re.compile(r"[.!?…:;][\"'”’)]*$")
_EDGE_NUMBER = re.compile(r"^\d{1,4}\b(?!\.)|\s\d{1,3}$")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\[] ?)?(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?(?: ?[-–—|\]])?", re.IGNORECASE
)
_LINE_NUMBER = re.compile(r"(\d{1,4})(?:\s+|$)")
_FEWEST_NUMBERED = 6  # lines; fewer may be a list
_BETWEEN = 4  # lines without a number that a run of numbers passes over: headers, footers
_FEWEST_PARAGRAPHS = 3
_LONG_PARAGRAPH = 60  # characters of its first line, on average; what is shorter is a table or a row of headings
_LONG_LINE = 40  # characters; a line of running text, and no heading
_NOTE = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,}|\d0s|\))[.,;:!?][”\"’')]?(\d{1,3})(?=[\s)”\"’]|\Z)")
_FEWEST_NOTES = 3
_MISSED = 3  # numbers of notes in a row that may stand where none is looked for: behind a figure
FURNITURE_RULES = frozenset({"page-numbers", "running-headers", "line-numbers", "paragraph-numbers", "note-numbers"})


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
    """Lines numbered one after another, each with the width of its number and the space behind it.

    Empty lines may be counted or not.
    """
    run: list[tuple[Line, int]] = []
    last = passed = 0
    for line in lines:
        number = _LINE_NUMBER.match(line.text)
        if number and run and int(number[1]) in (last + 1, last + line.number - run[-1][0].number):
            run.append((line, number.end()))
            last, passed = int(number[1]), 0
        elif run and passed < _BETWEEN and not (number and int(number[1]) == 1):
            passed += 1
        else:
            yield run
            opens = number and not line.text[number.end() :][:1].isdigit()  # two figures side by side: a table
            run, passed = ([(line, number.end())], 0) if number and opens else ([], 0)
            last = int(number[1]) if number else 0
    yield run


def note_numbers(text: str) -> list[Edit]:
    """Numbers of notes that lost their place above the line, "fell.3 The", where they count from 1 or 2 upwards."""
    edits: list[Edit] = []
    last = 0
    for match in _NOTE.finditer(text):
        belongs = match[1].lower() in load("abbreviations.yaml")["before_numbers"]  # "fig.3"
        if not belongs and last < int(match[2]) <= last + (_MISSED if edits else 2):
            edits.append(Edit(*match.span(2), "", "note-numbers"))
            last = int(match[2])
    return edits if len(edits) >= _FEWEST_NOTES else []


def page_furniture(text: str, off: Collection[str] = ()) -> list[Edit]:
    """Page numbers and running headers: short lines that stand alone in their block, or side by side there.

    A sentence that they part is joined again.
    """
    lines = lines_of(text)
    blocks = Counter(line.block for line in lines)
    found = _furniture(lines, blocks, off)
    edits = []
    for is_furniture, places in groupby(range(len(lines)), key=lambda place: lines[place] in found):
        if is_furniture:
            run = list(places)
            before = lines[run[0] - 1] if run[0] else None
            after = lines[run[-1] + 1] if run[-1] + 1 < len(lines) else None
            if before and after and _is_open(before) and (blocks[before.block] > 1 or _goes_on(before, after)):
                edits.append(Edit(before.end, after.start, "\n", found[lines[run[0]]]))
            else:
                edits += [Edit(lines[n].start, lines[n].end, "", found[lines[n]]) for n in run]
    return edits


def _furniture(lines: Sequence[Line], blocks: Counter[int], off: Collection[str]) -> dict[Line, str]:
    """The lines beside the text, each with the name of its rule."""
    near = [line for line in lines if blocks[line.block] <= 2]
    shapes = Counter(_shape(line) for line in near)
    odd = Counter(line.block for line in near if not (_PAGE_NUMBER.fullmatch(line.text) or _repeats(line, shapes)))
    threes = zip(lines, lines[1:], lines[2:])
    parting = {line for before, line, after in threes if _parts(before, line, after, blocks, shapes)}
    seen: set[str] = set()
    found: dict[Line, str] = {}
    for line in near:
        if blocks[line.block] > 1 and odd[line.block]:
            continue
        if "page-numbers" not in off and _PAGE_NUMBER.fullmatch(line.text):
            found[line] = "page-numbers"
        elif "running-headers" not in off and (line in parting or _repeats(line, shapes)):
            # The first time it may be the title itself, unless a page number goes with it.
            counted = _shape(line) != line.text and _EDGE_NUMBER.search(line.text)
            if counted or line in parting or _shape(line) in seen:
                found[line] = "running-headers"
            seen.add(_shape(line))
    return found


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _repeats(line: Line, shapes: Counter[str]) -> bool:
    if not 4 <= len(line.text) <= 100 or _SENTENCE.search(line.text):
        return False
    return shapes[_shape(line)] >= 3


def _parts(before: Line, line: Line, after: Line, blocks: Counter[int], shapes: Counter[str]) -> bool:
    """Whether a line alone in its block stands in the middle of a sentence that goes on below it."""
    if not (before.block < line.block < after.block) or not 4 <= len(line.text) <= 100 or _SENTENCE.search(line.text):
        return False
    if not _is_open(before) or line.text[0].islower():
        return False
    awaits = blocks[before.block] > 1 and _goes_on(before, after)
    return begins_small(after.text) or awaits or bool(shapes[_shape(line)] > 1 and _EDGE_NUMBER.search(line.text))


def _goes_on(before: Line, after: Line) -> bool:
    return begins_small(after.text) or before.text.rsplit(" ", 1)[-1].lower() in OPEN_WORDS or before.text[-1] == ","


def _is_open(line: Line) -> bool:
    """A line of running text that ends in the middle of a sentence."""
    return len(line.text) >= _LONG_LINE and not _ENDED.search(line.text)
