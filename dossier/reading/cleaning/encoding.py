"""Text read in the wrong encoding made whole: UTF-8 taken for Windows-1252, as in "itâ€™s" and "CafÃ©"."""

from __future__ import annotations

import re

from dossier.model import Edit

# What each byte from 0x80 looks like in Windows-1252, or in Latin-1 where that has no sign for it.
_BYTE = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)}
_FOLLOWS = "".join(sign for sign, byte in _BYTE.items() if byte < 0xC0)
_WRONG = re.compile(
    rf"[Â-ß][{re.escape(_FOLLOWS)}]|[à-ï][{re.escape(_FOLLOWS)}]{{2}}|(?P<cut>â€\ufffd?(?=[\s.,;:!?)]|\Z))"
)
# Letters of European languages, punctuation, currencies, ligatures: what else would come out stood there as it is.
_LIKELY = re.compile(r"[\u00a0-\u024f\u2010-\u2044\u20a0-\u20bf\u2122\ufb00-\ufb06]")
ENCODING_RULES = frozenset({"wrong-encoding"})


def wrong_encoding(text: str) -> list[Edit]:
    """Edits that give each such group of signs its character back; a single one in a text counts if it is sure.

    A closing quotation mark has often lost its last sign: "â€" alone is one.
    """
    edits = [
        Edit(*match.span(), meant, "wrong-encoding")
        for match in _WRONG.finditer(text)
        if (meant := "”" if match["cut"] else _meant(match[0]))
    ]
    return edits if len(edits) > 1 or "â€" in text else []


def _meant(signs: str) -> str:
    """The character that was written, or "" if the signs are not its bytes."""
    try:
        character = bytes(_BYTE[sign] for sign in signs).decode()
    except UnicodeDecodeError:
        return ""
    return character if _LIKELY.fullmatch(character) else ""
