"""Who checked a claim, and what became of it, do not speak against each other."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Dossier
from dossier.problems import Problem
from dossier.store.hints import shown
from dossier.store.places import Pointing


def reviewed_claims_are_no_drafts(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Readers are told that nobody checked a draft, though it may name who did."""
    for claim in dossier.claims:
        who = claim.reviewed_by or claim.reviewed_on
        if who and claim.status == "draft":
            what = f"'{shown(who)}' stands here as having checked it, but readers are told that nobody did"
            hint = "write status: reviewed; or delete reviewed_by and reviewed_on"
            yield Problem(at(claim.where, "status"), "wrong-choice", what, hint, "warning")
