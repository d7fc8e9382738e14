"""What is only planned, promised, wished or asked for is neither borne out nor denied by what was done."""

import pytest
from two_claims import kind

from dossier.relating.bare.pair import relate_bare

NOT_YET_DONE = [
    ("Chad's army intends to retake Faya on Friday.", "Chad's army retook Faya on Friday."),
    ("The nurses in Lyon demand that overtime be paid.", "Overtime was not paid to the nurses in Lyon."),
    ("The court was asked to lift the ban on the film.", "The court did not lift the ban on the film."),
    ("Latvia considered leaving the treaty.", "Latvia has left the treaty."),
    ("The pope urged the junta to free the monks.", "The junta freed the monks."),
    ("Residents of Bergen hope that the tunnel will be reopened.", "The tunnel in Bergen has been reopened."),
    ("It is unclear whether the dam at Oroville was damaged.", "The dam at Oroville was damaged."),
    ("Peru proposed to sell the port of Chancay.", "Peru has not sold the port of Chancay."),
    ("The shareholders should reject the bid, the fund said.", "The shareholders rejected the bid."),
    ("The mayor threatened to close the market.", "The mayor closed the market."),
]
AT_ODDS = [
    ("Fiji's cabinet agreed to a pay rise for teachers.", "Fiji's cabinet rejected a pay rise for teachers."),
    ("Volvo plans to build a plant in Kosice.", "Volvo does not plan to build a plant in Kosice."),
    ("The rector promised to resign.", "The rector refused to resign."),
    ("The minister asked for patience but did not apologise.", "The minister apologised."),
]
TOLD_ALIKE = [
    ("Volvo intends to build a plant in Kosice.", "Volvo plans to build a factory in Kosice."),
    ("Latvia called for sanctions and expelled three diplomats.", "Three diplomats were expelled by Latvia."),
    ("To calm the markets, the bank raised its rate to 8 percent.", "The bank lifted its rate to 8 percent."),
]


@pytest.mark.parametrize(("a", "b"), NOT_YET_DONE)
def test_a_plan_and_a_deed_are_two_things(a: str, b: str) -> None:
    assert {relate_bare(a, "", b, ""), relate_bare(b, "", a, "")} == {"none"}


@pytest.mark.parametrize(("a", "b"), NOT_YET_DONE)
def test_so_they_are_in_a_dossier(a: str, b: str) -> None:
    assert kind(a, b) not in ("agrees", "contradicts")


@pytest.mark.parametrize(("a", "b"), AT_ODDS)
def test_a_plan_may_be_denied_and_what_is_done_beside_a_wish_is_done(a: str, b: str) -> None:
    assert {relate_bare(a, "", b, ""), relate_bare(b, "", a, "")} == {"contradicts"}


@pytest.mark.parametrize(("a", "b"), TOLD_ALIKE)
def test_two_tell_of_one_plan_or_of_one_deed(a: str, b: str) -> None:
    assert {relate_bare(a, "", b, ""), relate_bare(b, "", a, "")} == {"agrees"}
