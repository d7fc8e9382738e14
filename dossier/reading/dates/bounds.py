"""Open ends and ranges: since X, until X, from A to B, between A and B."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.edtf import parse
from dossier.reading.dates.expression import TimeExpression
from dossier.reading.dates.shapes import Tokens
from dossier.reading.dates.values import add_days

FROM_ON = frozenset({"since", "after", "following"})
UP_TO = frozenset({"until", "till", "before", "til"})
_JOINS = {"from": frozenset({"to", "until", "till", "through"}), "between": frozenset({"and"})}
_STARTING = frozenset({"from", "starting", "beginning"})
_SKIPPED = frozenset({"the", "a", "his", "her", "its", "their", "early", "late", "about", "around"})
_DASHES = frozenset("-–—")
_Placed = tuple[int, int, TimeExpression]


def with_bounds(tokens: Tokens, placed: list[_Placed]) -> list[TimeExpression]:
    """The expressions, with the period opened or joined as the words around them say."""
    found = [_opened(tokens, first, expression) for first, _, expression in placed]
    for at in range(len(placed) - 1):
        (_, past, a), (next_first, _, b) = placed[at], placed[at + 1]
        if next_first == past + 1 and tokens.word(past).lower() in _STARTING and (whole := _lasting(a, b)):
            found[at + 1] = replace(b, edtf=whole)
    for at in range(len(placed) - 1):
        (first, past, a), (next_first, _, b) = placed[at], placed[at + 1]
        if next_first != past + 1 or not _plain(a) or not _plain(b):
            continue
        before, between = tokens.word(first - 1).lower(), tokens.word(past).lower()
        if before == "the":
            before = tokens.word(first - 2).lower()
        if between in _JOINS.get(before, ()) or (between in _DASHES and a.kind == "date"):
            joined = _join(a.edtf, b.edtf)
            if joined:
                found[at], found[at + 1] = replace(a, edtf=joined), replace(b, edtf=joined)
    return found


def _lasting(length: TimeExpression, start: TimeExpression) -> str:
    """For five days from Friday: from that day to the last of the five."""
    count = re.fullmatch(r"P(\d+)([DW])", length.timex)
    first = parse(start.edtf)
    if not count or not first or first.days > 1:
        return ""
    last = add_days(first.start, int(count[1]) * (7 if count[2] == "W" else 1) - 1)
    return f"{start.edtf}/{last}" if last > first.start else ""


def _plain(expression: TimeExpression) -> bool:
    return bool(expression.edtf) and "/" not in expression.edtf and expression.kind == "date"


def _join(first: str, last: str) -> str:
    about = "~" if "~" in first + last else ""
    text = f"{about}{first.lstrip('~')}/{last.lstrip('~')}"
    return text if parse(text) else ""


def open_after(edtf: str) -> str:
    """From the start of a period on: 2022-02/.."""
    about, body = ("~", edtf[1:]) if edtf.startswith("~") else ("", edtf)
    return f"{about}{body.split('/')[0]}/.." if edtf and not edtf.startswith("..") else edtf


def open_before(edtf: str) -> str:
    """Up to the end of a period: ../2022-02."""
    last = edtf.split("/")[-1].lstrip("~")
    return f"../{last}" if last and last != ".." else edtf


def _opened(tokens: Tokens, first: int, expression: TimeExpression) -> TimeExpression:
    if not expression.edtf or expression.kind not in ("date", "time"):
        return expression
    word = tokens.word(first - 1).lower()
    if word in _SKIPPED:
        word = tokens.word(first - 2).lower()
    if word in FROM_ON:
        return replace(expression, edtf=open_after(expression.edtf))
    if word in UP_TO:
        return replace(expression, edtf=open_before(expression.edtf))
    return expression
