"""From a text as received to the text we read: a list of edits, each with its place in the original and its rule.

The cleaned text has one line per paragraph and one empty line between two of them. Cleaning goes in steps,
each of which sees the result of the one before; the edits of all steps are chained into one list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from dossier.model import Cleaned, Edit
from dossier.reading.cleaning.boilerplate import boilerplate, rules
from dossier.reading.cleaning.broken import broken_words
from dossier.reading.cleaning.characters import CHARACTER_RULES, plain_characters
from dossier.reading.cleaning.columns import COLUMN_RULES, columns
from dossier.reading.cleaning.furniture import FURNITURE_RULES, line_numbers, page_furniture
from dossier.reading.cleaning.ligatures import lost_ligatures, unreadable_ligatures
from dossier.reading.cleaning.lines import LINE_RULES, join_lines, lines_of
from dossier.reading.cleaning.markup import MARKUP_RULES, markup
from dossier.reading.cleaning.offsets import apply, chain

_LONGEST_HEADING = 120
_Step = Callable[[str, Collection[str]], list[Edit]]
_STEPS: tuple[_Step, ...] = (
    lambda text, off: columns(text),
    lambda text, off: unreadable_ligatures(text),
    lambda text, off: markup(text),
    lambda text, off: plain_characters(text),
    lambda text, off: line_numbers(text),
    page_furniture,
    lambda text, off: join_lines(text),
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
