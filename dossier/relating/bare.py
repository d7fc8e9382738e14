"""Two sentences without a codebook: the detector's answer for an outside scorer."""

from __future__ import annotations

import re

from dossier.language.words import words_of
from dossier.model import Claim, Codebook
from dossier.relating.alignment import align
from dossier.relating.comparing import Setting, first_opinion
from dossier.relating.frames import frame_of
from dossier.relating.gates import pass_gates

_NO_CODEBOOK = Codebook()
_SCENE = re.compile(
    r"^(?:the|a|an|some|two|three|four|five|six|several|many|there|this|people|one|someone|nobody)\b", re.IGNORECASE
)


def relate_bare(a: str, a_published: str, b: str, b_published: str) -> str:
    """agrees, contradicts, tension or none, for two sentences published on the given days."""
    return relate_claims(_claim("a", a), _claim("b", b))


def relate_claims(a: Claim, b: Claim) -> str:
    """The same for two claims that somebody has read already."""
    one, two = frame_of(a, _NO_CODEBOOK), frame_of(b, _NO_CODEBOOK)
    opinion = first_opinion(align(one, two), Setting(same_situation=True))
    if opinion is None:
        return "none"
    kind, _ = pass_gates(one, two, opinion)
    return {"agrees": "agrees", "contradicts": "contradicts"}.get(kind, "tension" if kind else "none")


def _claim(name: str, text: str) -> Claim:
    return Claim(id=f"{name}/1", source=name, quote=text, statement=text)
