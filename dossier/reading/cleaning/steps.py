"""From a text as received to the text we read: a list of edits, each with its place in the original and its rule.

The cleaned text has one line per paragraph and one empty line between two of them. Cleaning goes in steps,
each of which sees the result of the one before; the edits of all steps are chained into one list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dossier.model import Cleaned, Edit
from dossier.reading.cleaning.boilerplate import boilerplate, rules
from dossier.reading.cleaning.characters import CHARACTER_RULES, plain_characters
from dossier.reading.cleaning.columns import COLUMN_RULES, columns
from dossier.reading.cleaning.encoding import ENCODING_RULES, wrong_encoding
from dossier.reading.cleaning.furniture import FURNITURE_RULES, line_numbers, note_numbers, page_furniture
from dossier.reading.cleaning.ligatures import broken_words, lost_ligatures, unreadable_ligatures
from dossier.reading.cleaning.lines import LINE_RULES, join_lines, lines_of
from dossier.reading.cleaning.markup import MARKUP_RULES, markup

_LONGEST_HEADING = 120
_Step = Callable[[str, Collection[str]], list[Edit]]
_STEPS: tuple[_Step, ...] = (
    lambda text, off: wrong_encoding(text),
    lambda text, off: columns(text),
    lambda text, off: unreadable_ligatures(text),
    lambda text, off: markup(text),
    lambda text, off: plain_characters(text),
    lambda text, off: line_numbers(text),
    page_furniture,
    lambda text, off: join_lines(text),
    lambda text, off: note_numbers(text),
    lambda text, off: broken_words(text),
    lambda text, off: lost_ligatures(text),
    boilerplate,
)


def clean(original: str, keep_as_written: Collection[str] = ()) -> Cleaned:
    """The text to read and the edits that lead to it; rules named in `keep_as_written` are switched off."""
    text, edits = original, list[Edit]()
    for step in _STEPS:
        more = [edit for edit in step(text, keep_as_written) if edit.rule not in keep_as_written]
        if more:
            edits = chain(edits, more, text)
            text = apply(text, more)
    paragraphs = tuple((line.start, line.end) for line in lines_of(text))
    return Cleaned(text, tuple(edits), paragraphs)


def rule_names() -> frozenset[str]:
    """The rules that `keep_as_written` may name."""
    return (
        LINE_RULES
        | CHARACTER_RULES
        | ENCODING_RULES
        | FURNITURE_RULES
        | COLUMN_RULES
        | MARKUP_RULES
        | {"lost-ligature", "drop-cap", "inner-space", "stray-words"}
        | {rule.name for rule in rules()}
    )


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph is a title or a heading: short, and no sentence that ends like one.

    A question in a paragraph of its own counts as one; it is a title, or asks and does not claim.
    """
    words = paragraph.split()
    if not words or len(paragraph) > _LONGEST_HEADING or len(words) > 18:
        return False
    if paragraph[0] in "•-*–—" or paragraph[0].islower():
        return False
    bare = paragraph.rstrip("\"'”’)] ")
    if bare.endswith("?"):
        return not re.search(r"[.!?] ", bare)
    letters = [c for c in paragraph if c.isalpha()]
    if letters and all(c.isupper() for c in letters) and len(words) > 1:
        return True
    return not bare.endswith((".", "!", "…", ",", ";", ":"))


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
