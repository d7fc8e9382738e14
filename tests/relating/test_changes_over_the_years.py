"""What went one way in one year and the other way in another: followed only where two statements are alike."""

import pytest

from dossier.model import Claim, Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.relating.relate import relate


def found(one: str, two: str) -> set[str]:
    """The relations between what an article of 2016 and one of 2021 say of their own days."""
    claims = [
        Claim(f"{i}/p01-it", i, text, f"{text}.", date=year, date_from="publication", countries=("PE",))
        for i, text, year in (("a", one, "2016"), ("b", two, "2021"))
    ]
    sources = [Source(c.source, Metadata(title=c.source, issued=c.date), c.quote, clean(c.quote)) for c in claims]
    return {r.type for r in relate(claims, Codebook(), sources)}


ALIKE = [
    ("Wheat prices in Peru are rising", "Wheat prices in Peru are falling"),
    ("Exports of anchovy from Peru have grown", "Exports of anchovy from Peru have shrunk"),
]


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_a_statement_and_its_opposite_years_later_tell_of_a_change(one: str, two: str) -> None:
    assert found(one, two) == {"updates"}


UNLIKE = [
    (
        "Bakers have raised prices in a hurry before the tax comes",
        "Prices fell by 8 percent while the tax was in force",
    ),
    (
        "The distance between Lima and the farmers of the coast is growing",
        "The government offers support in customs matters, which lets the farmers of the coast trade with Lima",
    ),
]


@pytest.mark.parametrize(("one", "two"), UNLIKE)
def test_two_things_that_moved_in_other_years_are_no_change(one: str, two: str) -> None:
    assert not found(one, two) & {"updates", "contradicts"}
