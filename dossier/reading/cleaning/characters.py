"""Single characters: odd spaces and line ends made plain, invisible ones left out, ligature letters spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model import Edit

_LETTERS = {"``": "“", "''": "”", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = r"\x0b\x1c-\x1e\x85\u2028\u2029"
_INVISIBLE = r"\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_ODD = re.compile(
    r"(?P<page>\f\s*)"
    rf"|(?P<inset>(?<=«)[ {_SPACES}]+|[ {_SPACES}]+(?=»(?!\w)))"
    r"|(?P<soft>\u00ad(?:[ \t]*(?:\r\n|\n|\r)[ \t]*)?)"
    rf"|(?P<line>\r\n?|[{_BREAKS}])"
    rf"|(?P<space>[ {_SPACES}]{{2,}}|[{_SPACES}])"
    r"|(?P<ligature>[ﬀ-ﬆ])"
    r"|(?P<typed>``|(?<=\S)'')"
    rf"|(?P<invisible>[{_INVISIBLE}])"
)
_RULES = {
    "page": "page-break",
    "soft": "soft-hyphen",
    "inset": "spaces",
    "line": "line-ends",
    "space": "spaces",
    "ligature": "ligature-letters",
    "invisible": "invisible-characters",
    "typed": "typewriter-marks",
}
CHARACTER_RULES = frozenset(_RULES.values())


def plain_characters(text: str) -> list[Edit]:
    """Edits that make every character a plain one; dashes stay, and quotation marks but those typed as ``these''."""
    return list(_edits(text))


def _edits(text: str) -> Iterator[Edit]:
    types_marks = "``" in text
    for match in _ODD.finditer(text):
        kind = str(match.lastgroup)
        if kind == "typed" and not types_marks:
            continue  # seconds and inches: 6' 2''
        replacement = {"page": "\n\n", "line": "\n", "space": " "}.get(kind, "")
        if kind in ("ligature", "typed"):
            replacement = _LETTERS[match[0]]
        if kind == "soft" and not _inside_word(text, match):
            replacement = "\n" if "\n" in match[0] or "\r" in match[0] else ""
        yield Edit(match.start(), match.end(), replacement, _RULES[kind])


def _inside_word(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isalpha()
