"""Who a speaker is: "he" and "this expert" are whoever was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.reading.speech.finding import Attribution
from dossier.reading.speech.firsthand import is_first, speaker_of_first
from dossier.reading.speech.reporting import small

_SAME = re.compile(r"(?:this|that|the same|the latter)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?i)(?:the )?(?:calculations?|estimates?|data|figures|statistics|results?|findings|words) (?:of|from|by) "
)
_FAR = 1500  # characters: further back nobody is remembered as "he"


def speaker_names(text: str, heard: Sequence[Attribution]) -> dict[tuple[int, int], str]:
    """For each source's place the name to print; "" where only a pronoun stands for nobody we know."""
    names: dict[tuple[int, int], str] = {}
    last, last_at = "", -_FAR
    for source in sorted({a.source for a in heard if a.source}):
        words = _ROLE.sub("", text[source[0] : source[1]]).strip()
        speaks = next((a for a in heard if a.source == source), None) if is_first(words) else None
        outer = speaker_of_first(text, speaks, heard) if speaks else None
        if outer:
            names[source] = _ROLE.sub("", text[slice(*outer)]).strip()
            continue
        pronoun = words.lower() in small("pronouns") or words.lower() in ("his", "her", "their", "its", "my", "our")
        if pronoun or _SAME.match(words):
            known = last if source[0] - last_at < _FAR else ""
            names[source] = known or ("" if pronoun else words)
            continue
        names[source] = words
        last, last_at = words, source[0]
    return names
