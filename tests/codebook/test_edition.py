"""The first dossier is edited to the end, and what its pages say of it is so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dossier.assemble import read_dossier
from dossier.model import Dossier

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    found, problems = read_dossier(ROOT)
    assert [str(p) for p in problems] == []
    return found


def test_every_claim_was_read_by_a_person(dossier: Dossier) -> None:
    assert {claim.status for claim in dossier.claims} <= {"reviewed", "rejected"}
    assert all(claim.reviewed_by and claim.reviewed_on for claim in dossier.claims)


def test_a_rejected_claim_says_why(dossier: Dossier) -> None:
    assert all(claim.note for claim in dossier.claims if claim.status == "rejected")


def test_every_question_is_summed_up(dossier: Dossier) -> None:
    assert [question.id for question in dossier.codebook.questions if not question.summary] == []


def test_every_contradiction_is_somebodys_judgement(dossier: Dossier) -> None:
    contradictions = [r for r in dossier.relations if r.type == "contradicts" and r.status != "dismissed"]
    assert contradictions
    assert all(r.decision and r.decision.because for r in contradictions)


def test_two_sources_account_for_more_than_half_as_the_page_on_them_says(dossier: Dossier) -> None:
    assert "account for more than half of all claims" in (ROOT / "docs" / "articles.md").read_text("utf-8")
    counts = Counter(claim.source for claim in dossier.claims if claim.status != "rejected")
    assert counts["moscow-times-2022"] + counts["fiia-silvan-2023"] > sum(counts.values()) / 2
