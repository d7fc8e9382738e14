"""Claim or not: each case of cases/worth.yaml, and that score and reason never disagree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.worth import asked_in, reason_against, reason_to_skip, what_speaks, worth

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "worth.yaml").read_text("utf-8"))


@pytest.mark.parametrize("sentence", CASES["claims"])
def test_an_article_is_not_robbed_of_a_claim(sentence: str) -> None:
    assert reason_to_skip(sentence, asked_in(())) == ""


@pytest.mark.parametrize("case", CASES["not_claims"], ids=[c["text"] for c in CASES["not_claims"]])
def test_no_claim(case: dict[str, str]) -> None:
    assert worth(case["text"]) < 0.5
    assert reason_against(case["text"])
    if "reason" in case:
        assert reason_against(case["text"]) == case["reason"]


@pytest.mark.parametrize("sentences", CASES["ranked"])
def test_what_can_be_checked_ranks_first(sentences: list[str]) -> None:
    assert sorted(sentences, key=worth, reverse=True) == sentences


def test_what_speaks_for_and_against_is_told_in_words() -> None:
    told = what_speaks("I truly hope that the 12 hospitals in Ghana were closed.")
    assert told.startswith("for it") and "a figure" in told
    assert told.split("; ")[1] == "against it judging words, I"


@given(st.text(max_size=80))
def test_score_and_reason_agree_on_anything(sentence: str) -> None:
    assert 0 <= worth(sentence) <= 1
    assert (worth(sentence) >= 0.5) == (reason_against(sentence) == "")
