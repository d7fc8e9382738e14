"""Two statements in words of their own: one thing told in two ways that exclude each other, or in two wordings."""

import pytest
from two_claims import kind

from dossier.relating.bare.pair import relate_bare


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("The sugar mill in Malawi is running again.", "Malawi's sugar mill stands idle.", "contradicts"),
        ("The sugar mill in Malawi is running again.", "The paper mill in Malawi stands idle.", "none"),
        ("The bridge in Porto was finished on schedule.", "Porto's bridge was finished a year late.", "contradicts"),
        ("Peru's navy took part in the drill.", "Peru's navy did not stay away from the drill.", "agrees"),
        ("The defendant admitted the charge in Riga.", "The defendant's brother denied the charge in Riga.", "none"),
        ("Oslo's council passed the plan.", "Oslo's council rejected an annex to the plan.", "none"),
        ("The rich pay more in Chile.", "The poor pay less in Chile.", "none"),
        ("The new law in Fiji protects tenants.", "The old law in Fiji did not protect tenants.", "none"),
    ],
)
def test_one_thing_is_told_in_one_of_two_ways(a: str, b: str, wanted: str) -> None:
    assert kind(a, b) == wanted
    assert kind(b, a) == wanted


def test_a_phrase_with_something_in_its_gap_is_the_verb_it_stands_for() -> None:
    assert (
        kind("Police in Lyon took the driver into custody.", "The driver was arrested by police in Lyon.") == "agrees"
    )
    assert kind("The minister in Oslo was cleared.", "The minister in Oslo was found not guilty.") == "agrees"


def test_a_town_is_in_one_side_s_hands() -> None:
    assert (
        kind("The rebels control the port of Hodeida.", "The port of Hodeida is in the hands of the army.")
        == "contradicts"
    )
    assert kind("The rebels control the port of Hodeida.", "The port of Hodeida is in rebel hands.") != "contradicts"


def test_few_are_not_most() -> None:
    assert (
        kind("Few of Niger's wells survived the flood.", "Most of Niger's wells survived the flood.") == "contradicts"
    )


def test_another_act_or_turned_ends_are_no_agreement() -> None:
    assert (
        kind("Customs officers in Baku waved the lorries on.", "Lorries were held up by customs officers in Baku.")
        != "agrees"
    )
    assert (
        relate_bare("The lady puts the fish into the pot.", "", "The lady takes the fish out of the pot.", "")
        != "agrees"
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The union in Rostock accepted the offer of 4 percent.",
            "Dockers rejected the 4 percent offered in Rostock.",
        ),
        ("Fiji's sugar exports to Samoa resumed in May.", "Samoa's ban on Fijian sugar is still in force."),
        (
            "The chapel of Tola came through the flood unharmed.",
            "The flood brought down walls in the chapel of Tola.",
        ),
    ],
)
def test_what_excludes_each_other_is_at_odds_in_whatever_words(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") == "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bus sales in Oslo plunged in the first quarter.", "Tram sales in Oslo surged in the first quarter."),
        ("The council in Riga passed the bill on mining.", "The council in Riga rejected the bill on school fees."),
    ],
)
def test_of_another_thing_in_its_place_it_says_nothing(a: str, b: str) -> None:
    assert relate_bare(a, "", b, "") == "none"


def test_a_word_that_may_mean_the_same_stands_in_the_same_place() -> None:
    fight = "Anna Bek lost the title to Eva Lund in the seventh round in Porto."
    assert relate_bare(fight, "", "Anna Bek beat Eva Lund in Porto.", "") != "agrees"


def test_ties_with_a_capital_are_ties_with_its_country() -> None:
    assert relate_bare(
        "Fiji broke off relations with Rabat in May.", "", "Fiji has kept up its ties with Morocco.", ""
    ) == ("contradicts")


def test_who_tells_of_both_ways_is_at_odds_with_nobody_who_does() -> None:
    one = "Guards in plain dress got the keys of the hotel where the envoys stayed, and went to their rooms."
    two = "Guards took the keys of the rooms in the hotel where the envoys stayed, and went up to the rooms."
    assert kind(one, two) != "contradicts"
    assert kind("The envoys stayed in Oslo.", "The envoys left Oslo.") == "contradicts"
