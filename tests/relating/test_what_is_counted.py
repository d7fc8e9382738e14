"""Figures, winners and what goes on or is over: what two reports of one event may differ in."""

import pytest
from two_claims import kind

from dossier.language.words import words_of
from dossier.relating.apart.numerals import numerals


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("The flood in Assam killed 41 people.", "The flood in Assam left 90 dead.", "contradicts"),
        ("The flood in Assam killed 41 people.", "At least 40 people died in the flood in Assam.", "agrees"),
        ("The flood in Assam killed 41 people.", "The flood in Assam injured 90 people.", "none"),
        ("The flood in Assam killed 41 people.", "The flood in Assam killed 90 sheep.", "none"),
        ("The flood in Assam killed 90 sheep.", "Some 90 sheep were killed in the flood in Assam.", "agrees"),
        ("The flood in Assam killed 41 people.", "The flood in Assam killed 90 watchmen.", "contradicts"),
        ("Nine boats went missing in the storm off Pemba.", "Four men went missing in the storm off Pemba.", "none"),
        ("Turkey exported 1.2 million cars.", "Turkey exported 300,000 cars to Germany.", "none"),
        ("Men in Nepal live to 68.", "Women in Nepal live to 72.", "none"),
    ],
)
def test_figures_are_compared_when_they_count_one_thing(a: str, b: str, wanted: str) -> None:
    assert kind(a, b) == wanted


def test_a_figure_in_another_unit_is_the_same_figure() -> None:
    here = "The road from Lusaka to Ndola is 320 kilometres long."
    assert kind(here, "The road from Lusaka to Ndola is 150 miles long.") == "contradicts"
    assert kind(here, "The road from Lusaka to Ndola is 200 miles long.") == "agrees"


def test_one_contest_has_one_winner() -> None:
    here = "Rosa Diaz won the election in Cusco."
    assert kind(here, "Pablo Ruiz won the election in Cusco.") == "contradicts"
    assert kind(here, "Pablo Ruiz won the election in Puno.") == "none"
    seats = "The ruling DPP has gained 62 seats while MCP secured 55 seats."
    assert kind(seats, "The governing Union won 62 seats while its rival got 55 seats.") != "contradicts"


def test_what_is_over_does_not_go_on() -> None:
    here = "The water ban in Perth remains in force."
    assert kind(here, "Perth has lifted the water ban.") == "contradicts"
    assert kind(here, "Perth has extended the water ban.") != "contradicts"


def test_who_said_it_is_not_part_of_what_is_compared() -> None:
    here = "Steel output in Ghana rose in May, auditors found."
    assert kind(here, "The ministry said that steel output in Ghana fell in May.") == "contradicts"


def test_what_is_only_sought_has_no_direction() -> None:
    here = "The party is losing influence in Bavaria."
    assert kind(here, "The party seeks to increase its influence in Bavaria.") != "contradicts"


def test_of_what_they_died_tells_the_dead_apart() -> None:
    froze = "Nobody froze to death in Moldova in January."
    assert kind(froze, "At least eleven people died of carbon monoxide poisoning in Moldova in January.") == "none"
    assert kind(froze, "Three people froze to death in Moldova in January.") == "contradicts"
    assert kind(froze, "Eleven people died in Moldova in January.") == "none"


def test_the_number_in_a_name_counts_nothing() -> None:
    told = numerals(words_of("Six MiG-29 jets and a BM-21 launcher stand 29 km from the 800-kilometre border."))
    assert [(n.low, n.kind) for n in told if n.kind != "label"] == [
        (6, "cardinal"),
        (29, "cardinal"),
        (800, "cardinal"),
    ]


def test_words_before_the_sign_of_money_say_how_rough_a_sum_is() -> None:
    assert numerals(words_of("It cost nearly $3 billion."))[0].about
    assert numerals(words_of("It cost more than €3 billion."))[0].high is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("half a dozen herders", 6, 6),
        ("half a million people", 500_000, 500_000),
        ("one and a half million people", 1_500_000, 1_500_000),
        ("a million and a half people", 1_500_000, 1_500_000),
        ("two and a half years", 2.5, 2.5),
        ("12 and a half percent", 12.5, 12.5),
        ("at least a dozen boats", 12, None),
        ("6.8 crore rupees", 68_000_000, 68_000_000),
        ("two dozen boats", 24, 24),
    ],
)
def test_halves_and_dozens_are_read_as_people_say_them(text: str, low: float, high: float | None) -> None:
    (number,) = numerals(words_of(text))
    assert (number.low, number.high) == (low, high)


def test_several_dozen_are_no_dozen() -> None:
    assert numerals(words_of("several dozen were hurt")) == ()
    here = "In Assam half a dozen herders were hurt by the flood."
    assert kind(here, "Six herders were hurt by the flood in Assam.") == "agrees"
    assert kind(here, "Twelve herders were hurt by the flood in Assam.") == "contradicts"
