"""How many marched: each day anew, in one town and in all the country, by one count and by another."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

LEADS = (
    "Teachers in Nairobi and other towns of Kenya are on strike against a cut in their pay.",
    "The strike of the teachers against a cut in their pay goes on in Nairobi and elsewhere in Kenya.",
)


def between(first: tuple[str, str], second: tuple[str, str]) -> set[str]:
    """The relations found between two articles (day, text) on one strike."""
    texts = [f"{lead}\n\n{text}\n" for lead, (_, text) in zip(LEADS, (first, second))]
    sources = [
        Source(i, Metadata(title=i, issued=day), text, clean(text))
        for i, (day, _), text in zip("ab", (first, second), texts)
    ]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.type for r in relate(claims, Codebook(), sources)}


ONE_DAY = [
    (
        ("2019-03-12", "The union said 90,000 people marched on Tuesday."),
        ("2019-03-13", "The police counted 31,000 demonstrators on Tuesday."),
    ),
    (
        ("2019-03-12", "Some 90,000 people took to the streets, according to the union."),
        ("2019-03-14", "According to the police, 31,000 people took to the streets."),
    ),
    (
        ("2019-03-12", "In the country 90,000 people marched, 20,000 of them in Mombasa, the union said."),
        ("2019-03-12", "The police said 31,000 people marched in the country and 8,000 in Mombasa."),
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE_DAY)
def test_two_counts_of_one_march_are_at_odds(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert "contradicts" in between(first, second)


TWO_DAYS = [
    (
        ("2019-03-12", "The union said 90,000 people marched on Tuesday."),
        ("2019-03-28", "The police counted 31,000 demonstrators on 27 March."),
    ),
    (
        ("2019-03-12", "Some 90,000 people took to the streets, according to the union."),
        ("2019-03-28", "According to the union, 140,000 people took to the streets."),
    ),
    (
        ("2019-03-12", "The police said 31,000 people marched on Tuesday."),
        ("2019-04-03", "The police counted 31,000 demonstrators on 12 March and 44,000 on 2 April."),
    ),
    (
        ("2019-03-12", "The police said 31,000 people marched on Tuesday in the country."),
        ("2019-03-13", "The ministry counted 44,000 demonstrators in February and 31,000 on Tuesday."),
    ),
]


@pytest.mark.parametrize(("first", "second"), TWO_DAYS)
def test_one_march_after_the_other_is_no_dispute(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert not between(first, second) & {"contradicts", "qualifies", "updates"}


def test_a_town_is_not_the_country_of_which_the_other_counts_the_town_too() -> None:
    found = between(
        ("2019-03-12", "The union said 41,000 people marched in Mombasa on Tuesday."),
        ("2019-03-12", "The police counted 90,000 demonstrators on Tuesday, 12,000 of them in Mombasa."),
    )
    assert "contradicts" not in found


def test_a_camera_on_a_body_is_nobody_dead() -> None:
    found = between(
        ("2019-03-12", "The officer who fired wore no body camera."),
        ("2019-03-12", "Two teachers were killed in the march on Tuesday."),
    )
    assert "contradicts" not in found
