"""Where quoted words stand in a text: pairs of quotation marks of all fashions, over paragraphs too."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "”": "”", "«": "»", "„": "“”", "‟": "”", "``": "''"}
_MIXED = {'"': ("”", "“"), "“": ('"', '"')}  # what else may close, and what then must not stand between
_OPENING = frozenset(("“", "«", "„", "``"))
_SPACED = _OPENING | {'"'}  # may open with space on both sides, as in texts that were cut into words
_ENDING = frozenset(".,!?…")
_MARK = re.compile(r"``|''|[“”«»„‟\"]|[‘’'‚‛]")
_LONGEST = 3000  # a mark that finds no partner within this many characters is a slip or a measure (6' 2")
_MOST_MARKS = 40  # marks looked at in search of a partner; beyond them the text is damaged
_LONGEST_SINGLE = 400  # single marks are apostrophes too often to be looked for far away


@dataclass(frozen=True, slots=True)
class Quotation:
    """text[start:end] with its marks; the words alone are text[inner_start:inner_end]."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Quoted passages in order, outermost only; marks without a partner are passed over."""
    found: list[Quotation] = []
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.end()
        if not _can_open(text, mark):
            continue
        close = _closing(text, mark)
        if close and text[mark.end() : close.start()].strip():
            found.append(Quotation(mark.start(), close.end(), mark.end(), close.start()))
            at = close.end()
    return tuple(found)


def masked(text: str, passages: tuple[Quotation, ...]) -> str:
    """The text with quoted words hidden, so that full stops inside them end no sentence outside.

    The last character before the closing mark stays: “He left.” may end a sentence.
    """
    pieces, at = [], 0
    for q in passages:
        # The first letter stays too: whether a sentence begins there shows by its capital.
        pieces += [text[at : q.inner_start + 1], "x" * (q.inner_end - q.inner_start - 2)]
        at = max(q.inner_end - 1, q.inner_start + 1)
    return "".join([*pieces, text[at:]])


def _can_open(text: str, mark: re.Match[str]) -> bool:
    sign = mark[0]
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if sign == "”":
        return before.isspace() and after.isalnum()  # "”We were told nothing,” said the mayor"
    if sign in ("»", "''", "’") or (after.isspace() and not (sign in _SPACED and before.isspace())):
        return False
    return not before.isalnum() or sign in _OPENING


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    sign = opening[0]
    wanted = _PAIRS.get(sign, "’'" if sign in "‘‚‛" else sign)
    single = wanted in ("'", "’'")
    limit = min(len(text), opening.end() + (_LONGEST_SINGLE if single else _LONGEST))
    at, seen = opening.end(), 0
    while (mark := _MARK.search(text, at, limit)) and seen < _MOST_MARKS:
        at, seen = mark.end(), seen + 1
        if mark[0] not in wanted or (wanted == "''" and mark[0] != "''"):
            if _closes_mixed(text, opening, mark):
                return mark
            if mark[0] == sign and sign == "“" and not _starts_paragraph(text, mark.start()):
                return None
            continue
        if single and not _ends_single(text, mark):
            continue
        if sign == '"' and _can_open(text, mark) and _starts_paragraph(text, mark.start()):
            continue
        return mark
    return None


def _closes_mixed(text: str, opening: re.Match[str], mark: re.Match[str]) -> bool:
    """ "“We met her," said Ruiz": a typed mark and a printed one make a pair where no pair is inside."""
    closes, opens = _MIXED.get(opening[0], ("", ""))
    if mark[0] != closes or opens in text[opening.end() : mark.start()] or text[mark.start() - 1].isdigit():
        return False
    return not _can_open(text, mark)


def _starts_paragraph(text: str, at: int) -> bool:
    """A quotation that runs over paragraphs opens again at each."""
    before = text[max(0, at - 20) : at].rstrip(" \t")[-1:]
    return before in ("\n", "")


def _ends_single(text: str, mark: re.Match[str]) -> bool:
    """An apostrophe inside a word, or one that marks a plural possessive, closes nothing."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < len(text) else " "
    spaced = before.isspace() and text[mark.start() - 2 : mark.start() - 1] in _ENDING  # "We sold it , ' she said"
    return not after.isalnum() and (spaced or not before.isspace())
