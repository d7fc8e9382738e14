"""Whether two articles tell of the same things, and which of their words few of their claims hold."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Claim, Codebook, Source
from dossier.relating.apart.frames import frame_of
from dossier.relating.meeting_words import Matter, matter_of
from dossier.relating.stories import matters


def matter_between(
    one: Claim, two: Claim, claims: Iterable[Claim], codebook: Codebook, sources: Iterable[Source]
) -> Matter | None:
    """The words by which claims of these two articles may meet; None when the articles tell of different things."""
    issued = {source.id: source.meta.issued for source in sources}
    shown = sorted((c for c in claims if c.status != "rejected"), key=lambda c: c.id)
    frames = [frame_of(c, codebook, issued.get(c.source, ""), whole=True) for c in shown]
    wanted = {one.source, two.source}
    for ours, theirs in matters(frames, issued):
        if {frames[ours[0]].claim.source, frames[theirs[0]].claim.source} == wanted:
            return matter_of([frames[n] for n in ours], [frames[n] for n in theirs])
    return None
