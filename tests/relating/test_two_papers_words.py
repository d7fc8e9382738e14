"""Two papers on one situation tell of a thing in words of their own: what excludes each other, and what does not."""

import pytest

from dossier.relating.bare.pair import relate_bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lesotho is servicing its bonds punctually.", "Lesotho has fallen behind on its bond payments."),
        ("Hauliers are exempt from the new toll.", "The new toll falls hardest on hauliers."),
        ("The Corinth reactor feeds power into the grid.", "The reactor at Corinth has yet to produce any power."),
        ("The envoy of Chad was received with open arms in Rabat.", "Rabat snubbed the envoy of Chad."),
        ("Nurses at the Gulu hospital work without pay.", "All nurses at Gulu's hospital have got their salaries."),
        ("The shelling of the Izium mill was a mistake.", "The mill at Izium was shelled deliberately."),
        ("The minister was right to close the Kandi road.", "The minister was wrong to close the Kandi road."),
    ],
)
def test_two_sides_of_one_thing_are_at_odds(one: str, other: str) -> None:
    assert relate_bare(one, "", other, "") == relate_bare(other, "", one, "") == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rich countries pay for the fund of the Arctic Council.",
            "Poor countries pay for the fund of the Arctic Council.",
        ),
        ("The reactor at Corinth is safe.", "The bridge at Corinth is dangerous."),
        ("Lesotho has fallen behind on its bond payments.", "Lesotho pays its teachers on time."),
        ("The Gulu hospital is open on holidays.", "The Gulu market is closed on holidays."),
        ("The envoy of Chad was welcomed in Rabat.", "The envoy of Mali was snubbed in Rabat."),
    ],
)
def test_of_two_things_both_may_be_so(one: str, other: str) -> None:
    assert relate_bare(one, "", other, "") == relate_bare(other, "", one, "") == "none"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The firm in Xai-Xai has not repaid its drivers.",
            "Drivers still wait for the firm in Xai-Xai to repay them.",
        ),
        (
            "The court jailed Vilhena's former mayor for ten years.",
            "Vilhena's ex-mayor was sentenced to ten years in prison.",
        ),
    ],
)
def test_the_same_side_of_one_thing_in_other_words_agrees(one: str, other: str) -> None:
    assert relate_bare(one, "", other, "") == relate_bare(other, "", one, "") == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # given up in both, though only one of them calls it a plan first
        (
            "Plans to dam the Nzilo have been shelved by the ministry.",
            "The ministry dropped its proposal to dam the Nzilo.",
        ),
        # who is a captive on one side is to go free on both
        (
            "Aparri's bishop begged the rebels to free the hostages.",
            "Aparri's bishop urged the rebels to let the captives go.",
        ),
        # more than ever, and nothing denied
        ("The tin mines of Huanuni hit a record in 2021.", "Never before had Huanuni mined as much tin as in 2021."),
        # two plans, for two things
        ("Gabon's treasury dropped its plan to tax rice.", "Gabon's treasury kept its plan to tax imported cheese."),
    ],
)
def test_what_both_say_or_neither_denies_is_no_contradiction(one: str, other: str) -> None:
    assert "contradicts" not in (relate_bare(one, "", other, ""), relate_bare(other, "", one, ""))
