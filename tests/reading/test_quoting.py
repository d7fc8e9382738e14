"""What a quote keeps of its sentence: never less than what the sentence says, and no more than it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.model import Claim, Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft

CASES = Path(__file__).parent / "cases"
WHOLE: list[dict[str, str]] = yaml.safe_load((CASES / "quotes_kept_whole.yaml").read_text("utf-8"))
SHORTENED: list[dict[str, str]] = yaml.safe_load((CASES / "quotes_shortened.yaml").read_text("utf-8"))


def only_claim(text: str) -> Claim:
    claims = draft(
        Source("an-article", Metadata(title="An article", issued="2023-03-15"), text, clean(text)), Codebook()
    )
    assert len(claims) == 1, [c.quote for c in claims]
    return claims[0]


@pytest.mark.parametrize("case", WHOLE, ids=[c["text"] for c in WHOLE])
def test_kept_whole(case: dict[str, str]) -> None:
    claim = only_claim(case["text"])
    assert claim.quote == case["text"].rstrip(".")
    assert claim.statement == case["text"]
    assert claim.voice == case["voice"]
    assert "speaker" not in case or claim.speaker == case["speaker"]


@pytest.mark.parametrize("case", SHORTENED, ids=[c["text"] for c in SHORTENED])
def test_shortened(case: dict[str, str]) -> None:
    claim = only_claim(case["text"])
    assert (claim.quote, claim.speaker) == (case["quote"], case["speaker"])
