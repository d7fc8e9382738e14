"""What places a claim is about: the sentence in brackets of each case in cases/claim_places.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.model import Codebook, Metadata, Region, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "claim_places.yaml").read_text("utf-8"))
UNION = Codebook(
    regions=(Region("eu", "European Union", ("BE", "DE", "FR", "HU", "PL"), ("EU", "European Commission")),)
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_places_of_a_claim(case: dict[str, str]) -> None:
    text = case["text"].replace(" | ", "\n\n")
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "") + "\n"
    source = Source(
        "an-article", Metadata(title=case.get("title", "An article"), issued="2023-03-15"), text, clean(text)
    )
    told = [sorted(c.countries) for c in draft(source, UNION) if start <= c.start < end]
    assert told == [sorted(case["places"])]


def test_each_rule_has_one_case() -> None:
    rules = [case["rule"] for case in CASES]
    assert len(rules) == len(set(rules))
