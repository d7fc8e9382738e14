"""Sentences that state several things fall into parts that can be quoted alone; all others stay whole."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.sentences.clauses import split_clauses

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "clauses.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"])
def test_parts(case: dict[str, Any]) -> None:
    text = case["sentence"]
    assert [text[a:b] for a, b in split_clauses(text, 0, len(text))] == case.get("parts", [text])


@given(
    st.lists(st.sampled_from(["exports", "rose", ",", "and", "while", ";", "he", "the", "(", '"', "."])).map(" ".join)
)
def test_parts_lie_inside_the_sentence_in_order(text: str) -> None:
    spans = split_clauses(text, 0, len(text))
    assert all(a <= b for a, b in spans) and all(x[1] <= y[0] for x, y in pairwise(spans))
    # "While exports to China fell, exports to India grew" loses its "while".
    assert text[: spans[0][0]].strip() in ("", "while") and spans[-1][1] == len(text)


def test_places_are_those_of_the_whole_text() -> None:
    text = "First this. Exports rose, while imports fell."
    assert [text[a:b] for a, b in split_clauses(text, 12, len(text))] == ["Exports rose", "imports fell."]
