"""What a sentence only mentions takes no side, and what it calls wrong takes the other."""

from __future__ import annotations

import pytest

from dossier.model import Codebook, Question
from dossier.reading.positions import positions_in

ASKED = Codebook(questions=(Question("catch", "Is the catch growing?", yes=("catch RISES",), no=("nets empty",)),))


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("The catch is growing.", "yes"),
        ("Claims that the catch is growing have no basis in the harbour's books.", "no"),
        ("Fears that the nets will stay empty are groundless.", "yes"),
        ("There is little reason to believe that the catch is growing.", "no"),
        ("The ministry asked whether the catch was growing.", None),
        ("Claims that the mayor is ill are unfounded, and the catch is growing.", "yes"),
        ("Fishermen made claims that the catch is growing.", "yes"),
    ],
)
def test_an_opinion_called_wrong_is_turned_and_a_question_says_nothing(said: str, stance: str | None) -> None:
    found = {p.question: p.stance for p in positions_in(said, (0, len(said)), (), "own", ASKED)}
    assert found.get("catch") == stance
