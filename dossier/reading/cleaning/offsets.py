"""Edits and places: applying edits to a text, and making one list of two that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Edit


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
