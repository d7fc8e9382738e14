"""Edits and places: applying them, chaining them, and finding a place again on the other side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Cleaned, Edit


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; they are sorted and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.replacement)
        at = edit.end
    pieces.append(text[at:])
    return "".join(pieces)


def chain(first: Sequence[Edit], second: Sequence[Edit], middle: str) -> list[Edit]:
    """One list of edits that does what `first` and then `second` do; `middle` is the text between the two.

    Where an edit of the second list reaches into one of the first, the two become one and carry the
    rule of the second, or of the first where it set lines anew (columns).
    """
    shifts = _Shifts.of(first)
    chained: list[Edit] = []
    one = two = 0
    while one < len(first) or two < len(second):
        if two == len(second) or (one < len(first) and shifts.after[one] <= second[two].start):
            chained.append(first[one])
            one += 1
            continue
        if one == len(first) or second[two].end <= shifts.before[one]:
            edit = second[two]
            start = shifts.back(edit.start, one)
            chained.append(Edit(start, start + edit.end - edit.start, edit.replacement, edit.rule))
            two += 1
            continue
        start = min(shifts.before[one], second[two].start)
        end, from_one, from_two = start, one, two
        while True:
            if one < len(first) and shifts.before[one] < max(end, start + 1):
                end = max(end, shifts.after[one])
                one += 1
            elif two < len(second) and second[two].start < max(end, start + 1):
                end = max(end, second[two].end)
                two += 1
            else:
                break
        inner = [Edit(e.start - start, e.end - start, e.replacement, e.rule) for e in second[from_two:two]]
        replacement = apply(middle[start:end], inner)
        left, right = shifts.back(start, from_one), shifts.back(end, one)
        moved = next((e.rule for e in first[from_one:one] if "\n" in e.replacement.strip("\n")), "")
        chained.append(Edit(left, right, replacement, moved or second[from_two].rule))
    return chained


def to_original(cleaned: Cleaned, offset: int) -> int:
    """The place in the original of the character that stands at `offset` in the cleaned text.

    Inside a replacement it is the start of what was replaced.
    """
    shifts = _shifts(cleaned)
    place = bisect_right(shifts.before, offset)
    if place and offset < shifts.after[place - 1]:
        return shifts.edits[place - 1].start
    return shifts.back(offset, place)


def to_cleaned(cleaned: Cleaned, offset: int) -> int:
    """The place in the cleaned text of the character at `offset` in the original.

    For a character that was replaced or left out: where its replacement begins or would stand.
    """
    shifts = _shifts(cleaned)
    place = bisect_right(shifts.starts, offset)
    if not place:
        return offset
    edit = shifts.edits[place - 1]
    return shifts.before[place - 1] if offset < edit.end else offset - edit.end + shifts.after[place - 1]


def original_span(cleaned: Cleaned, start: int, end: int) -> tuple[int, int]:
    """The span of the original that cleaned[start:end] was made from, replaced pieces whole."""
    if start >= end:
        at = to_original(cleaned, start)
        return at, at
    shifts = _shifts(cleaned)
    place = bisect_right(shifts.before, end - 1)
    if place and end - 1 < shifts.after[place - 1]:
        return to_original(cleaned, start), shifts.edits[place - 1].end
    return to_original(cleaned, start), to_original(cleaned, end - 1) + 1


@dataclass(frozen=True, slots=True)
class _Shifts:
    """Where each edit's replacement stands in the edited text, and where the edit begins in the original."""

    edits: Sequence[Edit]
    starts: list[int]
    before: list[int]
    after: list[int]

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> _Shifts:
        shift, before, after = 0, [], []
        for edit in edits:
            before.append(edit.start + shift)
            after.append(edit.start + shift + len(edit.replacement))
            shift += len(edit.replacement) - (edit.end - edit.start)
        return cls(edits, [e.start for e in edits], before, after)

    def back(self, offset: int, place: int) -> int:
        """The original place of an offset with `place` edits before it."""
        return offset if not place else offset - self.after[place - 1] + self.edits[place - 1].end


_recent: dict[int, _Shifts] = {}


def _shifts(cleaned: Cleaned) -> _Shifts:
    # Kept by identity, as hashing a long list of edits would cost more than the search; the kept value
    # holds the list, so its identity cannot be given to another one meanwhile.
    found = _recent.get(id(cleaned.edits))
    if found is None:
        if len(_recent) >= 64:
            _recent.pop(next(iter(_recent)))
        found = _recent[id(cleaned.edits)] = _Shifts.of(cleaned.edits)
    return found


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """The edits sorted by place, those that change nothing left out."""
    return sorted(edits, key=lambda e: (e.start, e.end))
