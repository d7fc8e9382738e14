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
        ("The mayor complained of disinformation saying that the catch is growing.", "no"),
        ("The mayor dismissed claims that the catch is growing.", "no"),
        ("The survey put paid to the propaganda that the catch is growing.", "no"),
        ("Compared with the catch it is growing fast.", None),
        ("The ministry asked whether the catch was growing.", None),
        ("Time will tell whether nets that the fleet lowers stay empty.", None),
        ("The catch is growing, and it is open whether prices will fall.", "yes"),
        ("Claims that the mayor is ill are unfounded, and the catch is growing.", "yes"),
        ("Fishermen made claims that the catch is growing.", "yes"),
        ("Those who say that the catch is growing are wrong.", "no"),
        ("The growth of the catch of Fredericia and Aarhus is an illusion.", "no"),
        ("The catch grew and its fame is an illusion.", "yes"),
        ("Anybody who thinks the nets stay empty is mistaken, and the harbour is full.", "yes"),
        ("Those who say that the catch is growing own the boats.", "yes"),
        ("Those who say that the catch is not growing are wrong.", "yes"),
        ("The claim that the catch is not growing has no basis.", "yes"),
        ("There is no evidence that the catch is growing.", "no"),
        ("The skippers who own the largest boats are wrong: the catch is growing.", "yes"),
    ],
)
def test_an_opinion_called_wrong_is_turned_and_a_question_says_nothing(said: str, stance: str | None) -> None:
    found = {p.question: p.stance for p in positions_in(said, (0, len(said)), (), "own", ASKED)}
    assert found.get("catch") == stance


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Exporters urged the harbour board to raise the catch.", None),
        ("Fishermen gave the ministry a deadline to raise the catch.", None),
        ("The accord mandates that the catch rise.", None),
        ("The boats must raise the catch.", None),
        ("The quota will be lifted only if the catch rises.", None),
        ("The inspectors could not confirm that the catch was growing.", None),
        ("The survey casts doubt on a growing catch.", None),
        ("There was talk of a growing catch.", None),
        ("The argument that the catch is growing is as old as the harbour.", None),
        ("The plan rests on the assumption that the catch is growing.", None),
        ("The belief that the nets stay empty dies hard.", None),
        ("The notion that boats are to blame is as old as the harbour, and the catch is growing.", "yes"),
        ("The survey supports the claim that the catch is growing.", "yes"),
        ("The view that the catch is growing is right.", "yes"),
        ("My view that the catch is growing has not changed.", "yes"),
        ("Suppose that the catch is growing.", None),
        ("I suppose that the catch is growing.", "yes"),
        ("The mayor can pretend that the catch is growing.", None),
        ("Only when the catch grows will the harbour be full.", None),
        ("It is hard to see how the catch is growing.", "no"),
        ("The owners would have us believe that the catch is growing.", None),
        ("The owners like to tell us that the catch is growing.", None),
        ("The owners told us that the catch is growing.", "yes"),
        ("Skippers sell early because prices fall, not because the catch is growing.", None),
        ("Skippers sell early not only because the catch is growing.", "yes"),
        ("The boats were told to stay in harbour over fears the nets empty.", "no"),
        ("The catch is growing, and the board must act.", "yes"),
        ("The mayor has yet to say how he would raise the catch.", None),
        ("Nobody told the skippers how the quota could raise the catch.", None),
        ("The survey shows how the catch is growing.", "yes"),
        ("The quota would help, and the survey shows how the catch is growing.", "yes"),
        ("The bill makes it a crime to raise the catch in winter.", None),
        ("It is illegal to raise the catch in winter.", None),
        ("It is illegal, and the catch is growing.", "yes"),
        ("At first sight the catch is growing.", None),
        ("On the face of it the catch is growing.", None),
        ("The quota is sold as a way to raise the catch.", None),
        ("The fish is sold as bait, and the catch is growing.", "yes"),
        ("The survey is often held up to disprove a growing catch.", None),
        ("I wish the catch were growing.", None),
        ("The claim that the catch is growing does not survive a look at the books.", "no"),
        ("A growing catch would cost the town its peace.", None),
        ("A growing catch cost the town its peace.", "yes"),
        ("A survey shows that the catch is growing, and a quota would help.", "yes"),
        ("The catch is growing, or so the owners of the largest boats say.", None),
        ("The catch is growing, we are assured.", None),
        ("We were told that the catch is growing.", "yes"),
        ("Time was when the catch was growing.", None),
        ("It takes faith to believe that the catch is growing.", "no"),
        ("The quota did little to raise the catch.", "no"),
        ("The skippers never tire of saying that the catch is growing.", "yes"),
        ("The skippers never said that the catch is growing.", "no"),
    ],
)
def test_what_is_demanded_doubted_or_a_condition_answers_nothing(said: str, stance: str | None) -> None:
    found = {p.question: p.stance for p in positions_in(said, (0, len(said)), (), "own", ASKED)}
    assert found.get("catch") == stance


def test_a_cue_that_names_the_demand_finds_it() -> None:
    asked = Codebook(questions=(Question("calls", "Do exporters want more fish?", yes=("urge ... raise catch",)),))
    said = "Exporters urged the harbour board to raise the catch."
    assert [p.stance for p in positions_in(said, (0, len(said)), (), "own", asked)] == ["yes"]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("We have not been told of that closure.", None),
        ("The board denied the closure.", "no"),
        ("There was no closure.", "no"),
        ("The board announced the closure.", "yes"),
        ("The board denied the closure’s cost.", None),
    ],
)
def test_a_thing_only_named_is_not_denied_with_the_verb_beside_it(said: str, stance: str | None) -> None:
    asked = Codebook(questions=(Question("quay", "Is the quay closed?", yes=("closure",), no=("quay open",)),))
    found = {p.question: p.stance for p in positions_in(said, (0, len(said)), (), "own", asked)}
    assert found.get("quay") == stance
