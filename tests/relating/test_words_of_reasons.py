"""What a reason says of two claims, in words that a reader knows."""

from __future__ import annotations

import pytest

from dossier.data import load
from dossier.relating.bare.pair import bare_claim
from dossier.relating.relate import relate_pair


def reason(a: str, b: str) -> str:
    """Why two statements of different sources are related, without what comes after the first sentence."""
    relation = relate_pair(bare_claim("a", a), bare_claim("b", b))
    assert relation
    return relation.because.partition(". ")[0].rpartition(") ")[2].rstrip(".")


@pytest.mark.parametrize("dimension", sorted(load("direction.yaml")["dimensions"].keys() - {"nowhere"}))
def test_each_way_a_thing_can_go_is_told_in_words(dimension: str) -> None:
    up, down = load("direction.yaml")["told"][dimension]
    assert up != down


def test_a_reason_says_which_way_a_thing_goes() -> None:
    fell = "Rail traffic in Chile fell sharply."
    assert reason("Rail traffic in Chile rose by 5 percent.", fell) == (
        "differ on whether the same thing rises or falls"
    )
    assert reason("Rail traffic in Chile shrank by 5 percent.", fell) == "say that the same thing falls"


def test_a_reason_is_a_sentence_also_where_one_denies_the_other() -> None:
    denied = reason("The minister resigned on Monday.", "The minister did not resign on Monday.")
    assert denied == "disagree: one denies what the other states"
