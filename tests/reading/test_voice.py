"""Each case of cases/voice.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.reading.drafting import read_statement

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "cases" / "voice.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_voice(case: dict[str, str]) -> None:
    claim = read_statement(case["text"], "2024-06-01")
    assert claim.voice == case["voice"]
    if "speaker" in case:
        assert claim.speaker == case["speaker"]
