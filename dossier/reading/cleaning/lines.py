"""Lines made into paragraphs: wraps and column breaks joined, line-end hyphens taken out, breaks made even."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dossier.data import load
from dossier.model import Edit
from dossier.reading.cleaning.ligatures import known

_HYPHENS = load("hyphens.yaml")
_HEADS = frozenset(_HYPHENS["heads"])
_TAILS = frozenset(_HYPHENS["tails"])
OPEN_WORDS = frozenset(load("abbreviations.yaml")["open_words"])
_LINE = re.compile(r"[^\n]+")
_LIST_ITEM = re.compile(r"(?:[•⁃▪‣◦●■*]|-(?=\s)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[”»]$")
_BYLINE = re.compile(r"by (?:[A-Z][\w.’'-]+ ?){2,4}(?:,|$)")
_LEFT = re.compile(r"[^\W\d_]+$")
_RIGHT = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_HYPHENATED = re.compile(r"[^\W_][-‐]$")
_FEWEST_INDENTED = 2
_WIDEST = 120  # longer lines are whole paragraphs, not pieces of one
LINE_RULES = frozenset(["line-end-hyphen", "line-wrap", "column-break", "paragraph-break", "blank-lines"])


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] without white space around, the block (between blank lines) and the line it stands in."""

    start: int
    end: int
    block: int
    number: int
    text: str
    indented: bool


def lines_of(text: str) -> list[Line]:
    """All lines that are not blank."""
    lines: list[Line] = []
    block, number, after = 0, 0, 0
    for match in _LINE.finditer(text):
        piece = match[0].strip()
        if not piece:
            continue
        start = match.start() + match[0].index(piece)
        gone = text.count("\n", after, start)
        block += bool(lines) and gone > 1
        number += gone
        lines.append(Line(start, start + len(piece), block, number, piece, start > match.start()))
        after = start + len(piece)
    return lines


def join_lines(text: str) -> list[Edit]:
    """Edits after which each paragraph is one line and one empty line stands between two of them."""
    lines = lines_of(text)
    if not lines:
        return [Edit(0, len(text), "", "blank-lines")] if text else []
    edits = _gap(text, 0, lines[0].start, "", "blank-lines")
    page = _Page.of(lines)
    for place in range(len(lines) - 1):
        one, two = lines[place], lines[place + 1]
        if not _continues(page, place):
            edits += _gap(text, one.end, two.start, "\n\n", "paragraph-break")
        elif one.text.endswith(("-", "‐")) and _LEFT.search(one.text[-40:-1]) and two.text[0].isalpha():
            kept = keeps_hyphen(one.text, two.text)
            edits.append(
                Edit(one.end, two.start, "", "line-wrap")
                if kept
                else Edit(one.end - 1, two.start, "", "line-end-hyphen")
            )
        else:
            rule = "line-wrap" if one.block == two.block else "column-break"
            glue = "" if _HYPHENATED.search(one.text) and two.text[0].isalnum() else " "
            edits += _gap(text, one.end, two.start, glue, rule)
    return edits + _gap(text, lines[-1].end, len(text), "", "blank-lines")


def _gap(text: str, start: int, end: int, replacement: str, rule: str) -> list[Edit]:
    return [] if text[start:end] == replacement else [Edit(start, end, replacement, rule)]


# ---------------------------------------------------------------- does the paragraph go on?


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text, how wide each block is set and how many lines it has; what holds of all of them."""

    lines: list[Line]
    width: dict[int, int]
    count: dict[int, int]
    wrapped: bool  # a paragraph is several lines
    indents: bool  # the first of them is indented
    titles: list[bool]

    @classmethod
    def of(cls, lines: list[Line]) -> _Page:
        width: dict[int, int] = {}
        count: dict[int, int] = {}
        for line in lines:
            width[line.block] = max(width.get(line.block, 0), len(line.text))
            count[line.block] = count.get(line.block, 0) + 1
        pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
        goes_on = sum(begins_small(b.text) for _, b in pairs)
        wrapped = goes_on * 10 >= len(pairs) * 3 and goes_on >= min(2, len(pairs))
        set_in = [b for a, b in pairs if b.indented and not a.indented and not begins_small(b.text)]
        return cls(lines, width, count, wrapped, wrapped and len(set_in) >= _FEWEST_INDENTED, _titles(lines))


def _titles(lines: list[Line]) -> list[bool]:
    """Which lines are written in the way of titles, at the beginning of their block or below another one."""
    titles: list[bool] = []
    for place, line in enumerate(lines):
        first = place == 0 or lines[place - 1].block != line.block
        words = _LONG_WORD.findall(line.text)
        titled = bool(words) and line.text[0].isupper() and all(w[0].isupper() for w in words)
        titles.append(titled and (first or titles[-1]))
    return titles


def _continues(page: _Page, place: int) -> bool:
    one, two = page.lines[place], page.lines[place + 1]
    ended = bool(_ENDED.search(one.text))
    small = begins_small(two.text)
    if _LIST_ITEM.match(two.text) and (ended or _LIST_ITEM.match(one.text) or not _fills(page, place)):
        return False
    if one.block != two.block:
        return not ended and not _BYLINE.match(two.text) and _goes_on_after_gap(page, place, small)
    if not ended and (small or _HYPHENATED.search(one.text)):
        return True
    if page.indents and two.indented and (not one.indented or ended or not place):
        return False
    # Lines of a set text are not all equally long in letters: a line that is open at its end may fall short.
    width = page.width[one.block]
    is_set = page.wrapped and width <= _WIDEST
    return _fills(page, place) or (is_set and len(one.text) * 10 >= width * (8 if ended else 6))


def _fills(page: _Page, place: int) -> bool:
    """Whether the next word had no room left in a line of a set text: "aged" before "25. He" opens no list."""
    one, two = page.lines[place], page.lines[place + 1]
    width = page.width[one.block]
    full = len(one.text) + 1 + len(two.text.split(" ", 1)[0]) > width
    return page.wrapped and width <= _WIDEST and one.block == two.block and full


def _goes_on_after_gap(page: _Page, place: int, small: bool) -> bool:
    """Whether a paragraph without an end goes on after a column or page break."""
    one, two = page.lines[place], page.lines[place + 1]
    many = page.count[one.block] > 1
    open_end = one.text.endswith((",", "-", "‐")) or one.text.rsplit(" ", 1)[-1].lower() in OPEN_WORDS
    if small:
        return many or open_end or len(one.text) > 60
    if not (page.wrapped and many and page.width[one.block] <= _WIDEST):
        return False
    if not one.block and not open_end and not any(_ENDED.search(line.text) for line in page.lines[: place + 1]):
        return False  # a title at the top, in several lines
    wide = len(one.text) * 4 >= page.width[one.block] * 3
    return (wide or open_end) and not page.titles[place] and two.text[0].isalnum()


def begins_small(text: str) -> bool:
    """Begins in the middle of a sentence: a small letter, or a dash before one."""
    word = text.lstrip("–—- ") if text[0] in "–—-" else text.lstrip("(“\"'‘")
    return word[:1].islower() and not word[1:2].isupper()


# ---------------------------------------------------------------- hyphens


def keeps_hyphen(before: str, after: str) -> bool:
    """Whether the hyphen at the end of `before` belongs to the word that goes on in `after`."""
    left_match, right_match = _LEFT.search(before[-40:].rstrip("-‐")), _RIGHT.match(after)
    if not left_match or not right_match:
        return True
    left, right = left_match[0], right_match[0]
    if right[0].isupper():
        return True
    if left.lower() in _HEADS and right.lower() in _TAILS:
        return True
    joined = left + right
    if known(joined):
        return False
    if left[0].isupper() and not left.isupper():
        return known(left) and known(right) and len(right) > 3
    return left.isupper() or (known(left) and known(right) and len(left) > 1 and len(right) > 2)
