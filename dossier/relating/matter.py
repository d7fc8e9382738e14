"""Two claims as their articles are held against each other, where the two articles tell of the same things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Claim, Codebook, Source
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.meeting_words import Matter, matter_of
from dossier.relating.stories import matters


@dataclass(frozen=True, slots=True)
class Between:
    """What two articles tell of, and a claim of either as compared there."""

    matter: Matter
    frames: tuple[Frame, Frame]  # in the order of the claims asked for


def between(
    one: Claim, two: Claim, claims: Iterable[Claim], codebook: Codebook, sources: Iterable[Source]
) -> Between | None:
    """How these two claims are held against each other; None when their articles tell of different things."""
    issued = {source.id: source.meta.issued for source in sources}
    shown = sorted((c for c in claims if c.status != "rejected"), key=lambda c: c.id)
    frames = [frame_of(c, codebook, issued.get(c.source, ""), whole=True) for c in shown]
    wanted = {one.source, two.source}
    for ours, theirs in matters(frames, issued):
        if {frames[ours[0]].claim.source, frames[theirs[0]].claim.source} == wanted:
            articles = [[frames[n] for n in article] for article in (ours, theirs)]
            by_id = {frame.claim.id: frame for article in articles for frame in article}
            if one.id in by_id and two.id in by_id:
                return Between(matter_of(*articles), (by_id[one.id], by_id[two.id]))
    return None
