"""Which clause of a sentence is the main one, and what each other one is to it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.sentences.clause_tree import clause_at, clauses_of

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "clause_tree.yaml").read_text("utf-8"))
WORDS = [
    "exports",
    "rose",
    ",",
    "and",
    "who",
    "said",
    "that",
    "after",
    "it",
    "was",
    "built",
    "(",
    "—",
    "leaving",
    "in",
    "2019",
    ".",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_clauses(case: dict[str, str]) -> None:
    found = [f"{clause.kind} {' '.join(clause.verb)}".strip() for clause in clauses_of(case["text"])]
    assert found == case["clauses"].split(" | ")


def test_a_place_belongs_to_the_innermost_clause() -> None:
    text = "Families who fled in 2015 live in tents."
    tree = clauses_of(text)
    assert [tree[clause_at(tree, text.index(word))].kind for word in ("fled", "2015", "live")] == [
        "relative",
        "relative",
        "main",
    ]


@pytest.mark.parametrize("sentence", [case["text"] for case in CASES])
def test_a_quote_without_its_stop_is_read_as_its_sentence(sentence: str) -> None:
    """Quotes leave the stop off: what is told, by which verb and when, must not hang on it."""
    assert clauses_of(sentence) == clauses_of(sentence.rstrip(".!?"))


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_clauses_lie_inside_the_one_they_hang_on(text: str) -> None:
    tree = clauses_of(text)
    for clause in tree[1:]:
        whole = tree[clause.governor]
        assert whole.start <= clause.start <= clause.end <= whole.end
