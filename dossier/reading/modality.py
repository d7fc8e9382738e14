"""How sure a text is of what it says."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.words import Word
from dossier.reading.wording import Judged, found_in, text_of

_WEAKEST_FIRST = ("doubtful", "possible", "likely")


def modality_of(words: Sequence[Word]) -> Judged:
    """certain, likely, possible or doubtful; the weakest sign in the claim's words counts."""
    found = [f for f in found_in("modality.yaml", words) if not _is_month(words, f.start)]
    for value in _WEAKEST_FIRST:
        for one in found:
            if one.value == value:
                return Judged(value, text_of(words, one))
    return Judged("certain")


def _is_month(words: Sequence[Word], i: int) -> bool:
    """ "May" with a capital inside a sentence, or before a number, is the month."""
    if words[i].text != "May":
        return False
    return i > 0 or (len(words) > 1 and words[1].text[0].isdigit())
