"""Two claims answer one question, and each narrows what is asked about: both may be right."""

from dataclasses import replace

import pytest

from dossier.model import Claim, Cleaned, Codebook, Metadata, Position, Question, Relation, Source
from dossier.relating.relate import relate

BOOK = Codebook(
    questions=(
        Question(
            "prices-rising", "Are wheat prices rising?", yes=("wheat prices RISES",), no=("wheat prices FALLS",)
        ),
        Question("exports-rising", "Are exports rising?", yes=("exports RISES",), no=("exports FALLS",)),
        Question("hold-fading", "Is its hold fading?", yes=("influence FALLS",), no=("influence RISES",)),
    )
)


def claim(source: str, text: str, question: str, stance: str, **more: object) -> Claim:
    words = text.removesuffix(".")
    made = Claim(f"{source}/p01-it", source, words, text, date="2023", date_from="2023", countries=("PE",))
    return replace(made, positions=(Position(question, stance, words),), **more)


def relations(
    question: str, first: str, second: str, answers: str = "yes no", **more: object
) -> tuple[Relation, ...]:
    stances = answers.split()
    claims = (
        claim("lima-post", first, question, stances[0], **more),
        claim("quito-daily", second, question, stances[1]),
    )
    sources = [
        Source(id, Metadata(title=id, issued="2024-05-02"), "", Cleaned("")) for id in ("lima-post", "quito-daily")
    ]
    return relate(claims, BOOK, sources)


@pytest.mark.parametrize(
    ("question", "first", "second", "told"),
    [
        (
            "prices-rising",
            "Rural wheat prices rose in 2023.",
            "Urban wheat prices fell in 2023.",
            "“Rural wheat prices”",
        ),
        ("prices-rising", "In 2023 retail wheat prices rose.", "Wheat prices fell in 2023.", "“retail wheat prices”"),
        ("exports-rising", "Exports to China rose in 2023.", "Exports to Japan fell in 2023.", "“Exports to Japan”"),
        (
            "exports-rising",
            "Exports of fresh fruit rose in 2023.",
            "Exports fell in 2023.",
            "“Exports of fresh fruit”",
        ),
        (
            "exports-rising",
            "Exports between Peru and Chile rose in 2023.",
            "Exports to Japan fell in 2023.",
            "“Exports between Peru and Chile”",
        ),
        (
            "hold-fading",
            "Peru’s political influence faded in 2023.",
            "Peru’s cultural influence grew in 2023.",
            "political",
        ),
    ],
)
def test_what_is_told_of_two_parts_is_no_contradiction_and_says_so(
    question: str, first: str, second: str, told: str
) -> None:
    (relation,) = relations(question, first, second)
    assert relation.type == "qualifies"
    assert told in relation.because


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("prices-rising", "Rural wheat prices rose in 2023.", "Wheat prices in the countryside fell in 2023."),
        ("prices-rising", "Average wheat prices rose in 2023.", "Wheat prices fell in 2023."),
        ("prices-rising", "Wheat prices in Peru rose in 2023.", "Wheat prices fell in 2023."),
        ("exports-rising", "Peru’s exports rose in 2023.", "The country’s total exports fell in 2023."),
        ("hold-fading", "Peru’s once great influence faded in 2023.", "Peru’s influence in the region grew in 2023."),
    ],
)
def test_what_leaves_the_thing_as_wide_as_it_is_keeps_nobody_apart(question: str, first: str, second: str) -> None:
    (relation,) = relations(question, first, second)
    assert relation.type == "contradicts"


def test_the_same_answer_for_two_parts_is_still_one_answer() -> None:
    (relation,) = relations(
        "prices-rising", "Rural wheat prices rose in 2023.", "Urban wheat prices rose in 2023.", "yes yes"
    )
    assert relation.type == "agrees"


def test_two_years_that_are_over_bear_each_other_out_in_nothing() -> None:
    assert (
        relations(
            "prices-rising",
            "Wheat prices rose in 2019.",
            "Wheat prices rose in 2023.",
            "yes yes",
            date="2019",
            date_from="2019",
        )
        == ()
    )


def test_what_fell_in_one_year_and_rose_in_another_has_changed() -> None:
    first, second = "Wheat prices rose in 2019.", "Wheat prices fell in 2023."
    (relation,) = relations("prices-rising", first, second, date="2019", date_from="2019")
    assert relation.type == "updates"
    assert "about four years apart" in relation.because


def test_two_years_and_two_parts_have_nothing_to_do_with_each_other() -> None:
    first, second = "Rural wheat prices rose in 2019.", "Urban wheat prices fell in 2023."
    assert relations("prices-rising", first, second, date="2019", date_from="2019") == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "School enrolment in Malta increased by 12 percent in 2019 despite the dry season.",
            "Registered coal output in Malta rose by 59 percent in 2019 because of the port strike.",
        ),
        (
            "School enrolment in Malta increased by 12 percent in 2019 despite the dry season.",
            "Registered bus fares in Malta climbed by 24 percent in 2019 in most districts.",
        ),
    ],
)
def test_by_how_much_two_things_rose_is_no_dispute(first: str, second: str) -> None:
    claims = [
        Claim(f"{source}/p01-it", source, text, text, date="2019", date_from="2019", countries=("MT",))
        for source, text in (("lima-post", first), ("quito-daily", second))
    ]
    assert relate(claims, Codebook(), []) == ()
