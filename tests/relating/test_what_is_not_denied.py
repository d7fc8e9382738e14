"""What a denial does not touch: another thing in the same place, what is only supposed, what others only pass on."""

import pytest
from two_claims import kind

from dossier.relating.bare.pair import relate_bare

BOTH_TRUE = [
    ("The blockade stopped lorries to Vilnius.", "The blockade did not stop trains to Riga."),
    ("The shepherds were promised money for the sheep.", "The shepherds were not promised money for the pastures."),
    ("The inspectors were allowed to film.", "The inspectors were not allowed to dig."),
    ("Kenya's parliament has ratified the fisheries accord.", "Kenya's parliament has not debated the tax accord."),
    (
        "The minister said he would not raise the toll before the vote.",
        "The minister raised the toll after the vote.",
    ),
    ("The Danes did not sign the letter in May.", "The Swedes did not sign the letter in May."),
    ("The boys were not allowed to leave camp.", "The girls were not allowed to leave camp."),
    ("The grants do not go to the rich.", "The grants go to the poor."),
    ("The ferry does not stop on the eastern shore.", "The ferry stops on the western shore."),
    ("The dam holds 4,000 tonnes of silt.", "The dam does not hold 100 tonnes of mercury."),
]
NOT_SAID = [
    ("She won the prize for fiction and died in Porto on Sunday at the age of 80.", "She was born in Porto."),
    ("If the pumps fail, the mine will be flooded.", "The mine has been flooded."),
    ("The coroner did not say whether the diver was drunk.", "The diver was not drunk."),
]
STILL_DENIED = [
    ("The auditors found that the mayor had misled the council.", "The mayor was cleared of misleading the council."),
    ("The senator attended the funeral.", "The senator did not go to the funeral."),
    ("The strike is likely to end this week.", "The strike will probably not end this week."),
    ("The capsizing off Pemba claimed nine lives.", "At least 30 people died in the capsizing off Pemba."),
]


@pytest.mark.parametrize(("a", "b"), [*BOTH_TRUE, *NOT_SAID])
def test_both_may_be_right(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") in ("none", "tension")
    assert relate_bare(b, "", a, "") in ("none", "tension")


@pytest.mark.parametrize(("a", "b"), [*BOTH_TRUE, *NOT_SAID])
def test_nor_are_two_claims_of_a_dossier_at_odds_then(a: str, b: str) -> None:
    assert kind(a, b) != "contradicts"


@pytest.mark.parametrize(("a", "b"), STILL_DENIED)
def test_one_of_them_is_wrong(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") == "contradicts"


@pytest.mark.parametrize(
    ("headline", "relation"),
    [
        ("Bakery suspected of selling stale bread", "tension"),
        ("Neighbours allege bakery sold stale bread", "tension"),
        ("No, bakery did not sell stale bread, inspectors say", "contradicts"),
        ("Bakery sold stale bread", "agrees"),
    ],
)
def test_a_headline_may_only_pass_a_claim_on(headline: str, relation: str) -> None:
    assert relate_bare(headline, "", "The bakery sold stale bread", "") == relation
