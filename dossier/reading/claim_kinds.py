"""The kind of a claim by what was found of it: is the past told, a time to come, what an author argues?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.edtf import parse
from dossier.language.words import Word
from dossier.reading.clause_tense import tense_of
from dossier.reading.findings import Findings
from dossier.reading.kinds import kind_of
from dossier.reading.periods import ClaimDate
from dossier.reading.speech.voice import Voice
from dossier.reading.wording import Judged

_UNREAL = re.compile(r"\b(?:would|should|could|might|must|ought to) (?:not )?have\b")


def kind_told(
    told: Sequence[Word], quote: str, voice: Voice, date: ClaimDate, found: Findings, measured: bool, tells_act: bool
) -> Judged:
    """The kind of the claim with this quote; `told` are its words without who speaks, the rest as in `kind_of`."""
    tense = tense_of(quote)
    past = tense == "past" and not _UNREAL.search(quote)
    ahead = _is_ahead(date, found) and tense not in ("past", "perfect")
    # The author of an analysis says how things stand, without a time: nobody can look that up.
    argued = found.argues and voice.value == "own" and not date.words and tense == "present"
    return kind_of(told, voice.cue, measured or past, tells_act, ahead, argued)


def _is_ahead(date: ClaimDate, found: Findings) -> bool:
    """Whether the time told of begins after publication."""
    meant, now = parse(date.edtf), parse(found.published)
    return bool(date.words and meant and now and meant.start > now.end)
