"""Two sentences without a codebook: the detector's answer for an outside scorer."""

from __future__ import annotations

from dossier.model import Claim, Codebook
from dossier.relating.alignment import align
from dossier.relating.comparing import Setting, opinions
from dossier.relating.frames import frame_of
from dossier.relating.gates import pass_gates

_NO_CODEBOOK = Codebook()


def relate_bare(a: str, a_published: str, b: str, b_published: str) -> str:
    """agrees, contradicts, tension or none, for two sentences published on the given days."""
    return relate_claims(_claim("a", a), _claim("b", b))


def relate_claims(a: Claim, b: Claim) -> str:
    """The same for two claims that somebody has read already."""
    one, two = frame_of(a, _NO_CODEBOOK), frame_of(b, _NO_CODEBOOK)
    setting = Setting(same_situation=True)
    for opinion in opinions(align(one, two), setting):
        kind, _ = pass_gates(one, two, opinion, setting)
        return {"": "none", "updates": "tension", "qualifies": "tension"}.get(kind, kind)
    return "none"


def _claim(name: str, text: str) -> Claim:
    return Claim(id=f"{name}/1", source=name, quote=text, statement=text)
