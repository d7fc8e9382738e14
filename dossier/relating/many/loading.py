"""What comparing needs is loaded before somebody waits for it: word lists, the dictionary, the cues of a codebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from dossier.model import Claim, Codebook
from dossier.relating.decisions import undecided
from dossier.relating.relate import relate_pair

_FEW = 40  # claims by which most of it is asked for


def load_for(claims: Iterable[Claim], codebook: Codebook) -> None:
    """Have it loaded, by comparing one claim on each question with itself, as if another source said the same.

    A process that found everything kept has loaded none of it, and one save after that would wait for all.
    """
    on_each = {p.question: claim for claim in claims for p in claim.positions}
    for claim in islice(dict.fromkeys(on_each.values()), _FEW):
        for mine in (claim, replace(claim, positions=())):  # by its answer, and by its words
            relate_pair(
                mine, replace(mine, id=f"{mine.id}-again", source=f"{mine.source}-again"), undecided(codebook)
            )
