"""Letters that were written as UTF-8 and read as Windows-1252: "Irelandâ€™s" for "Ireland’s"."""

from __future__ import annotations

import re

_BEHIND = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_MARKS = "‘’“”‚„–—…‹›"  # may stand behind a capital letter of another language: "CAFÉ”"
_LETTERS = "".join(c for c in _BEHIND if c not in _MARKS)
_LEADS = "ÂÃÄÅÐÑâ"  # letters of Europe, Cyrillic, printed quotation marks and dashes
_LONGEST = 40
_WORD_BEFORE, _WORD_AFTER = re.compile(r"\S*$"), re.compile(r"[^\s.,;:]*")
_GARBLED = re.compile(f"[â][{re.escape(_BEHIND)}]{{2}}|[ÂÃÄÅÐÑ][{re.escape(_LETTERS)}]")


def first_garbled(text: str) -> re.Match[str] | None:
    """The first garbled letter, if there is one."""
    if text.isascii():  # known of a text without a look at its letters
        return None
    return _GARBLED.search(text) if any(lead in text for lead in _LEADS) else None


def ungarbled(text: str) -> str:
    """The text with its garbled letters as they were written."""
    return _GARBLED.sub(_written, text)


def garbled_word(text: str) -> str:
    """The first word with a garbled letter, or ""."""
    found = first_garbled(text)
    if not found:
        return ""
    start, end = max(found.start() - _LONGEST, 0), found.end() + _LONGEST
    before, after = text[start : found.start()], text[found.end() : end]
    return f"{_WORD_BEFORE.search(before)[0]}{found[0]}{_WORD_AFTER.match(after)[0]}"  # type: ignore[index]


def _written(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]
