"""What a claim says of itself at two places does not speak against each other."""

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
            what = f"'{shown(who)}' is named as having checked it, but the status says that nobody did"
            hint = "write status: reviewed; or delete reviewed_by and reviewed_on"
            yield Problem(at(claim.where, "status"), "wrong-choice", what, hint, "warning")


def speakers_are_heard(dossier: Dossier, at: Pointing) -> Iterator[Problem]:
    """Readers are told who says it, so it is compared as what somebody says and not as the article's own word."""
    for claim in dossier.claims:
        if claim.speaker and claim.voice == "own":
            what = f"'{shown(claim.speaker)}' says it, but according to 'voice' the article itself does"
            hint = "add the line voice: attributed; or, if the article says it, delete the speaker"
            yield Problem(at(claim.where, "speaker"), "wrong-choice", what, hint, "warning")
