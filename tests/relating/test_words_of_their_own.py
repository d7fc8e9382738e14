"""Two articles on one matter that tell of one thing in words of their own."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

OPENING = {
    "a": "The Marlowe ferry terminal at Port Esker was handed to Quayside Holdings on 3 March. ",
    "b": "Quayside Holdings has run the Marlowe ferry terminal at Port Esker since the spring. ",
}


def found(one: str, other: str, days: tuple[str, str] = ("2024-05-02", "2024-05-20")) -> dict[tuple[str, str], str]:
    """The relations between two articles on one matter that say this, by their deciding words."""
    texts = {i: f"{OPENING[i]}\n\n{said}" for i, said in zip("ab", (one, other))}
    sources = [Source(i, Metadata(title=i, issued=d), t, clean(t)) for (i, t), d in zip(texts.items(), days)]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    at = {c.id: c for c in claims}
    relations = relate(claims, Codebook(), sources)
    return {r.words: r.type for r in relations if "Quayside Holdings" not in "".join(at[i].quote for i in r.between)}


# What two articles say of one thing in wholly other words is not looked for: in 21 dossiers that nobody had seen, one
# such find in five was right ("the plant was destroyed", "the water is now held at the plant").
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Not a single job has been cut since the spring, whatever was foretold.",
            "Around 700 dockers have been laid off since the spring.",
        ),
        (
            "The union was consulted on every clause of the contract.",
            "The dockers were presented with a finished text and had no say in it.",
        ),
        ("Rescuers were on the spot within minutes.", "The first helpers took five hours to arrive."),
        ("The bill was laid before parliament in May.", "The figures of the survey were kept secret."),
        ("Power was restored to nine in ten households by noon.", "Gas failed before anything else."),
    ],
)
def test_two_things_of_one_sort_need_a_word_in_common(one: str, other: str) -> None:
    assert not found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bus fares have gone up by a tenth.", "Wheat prices have come down."),
        (
            "The union demands that the wages of cleaners rise by a tenth.",
            "The wages of cleaners have fallen by a tenth in two years.",
        ),
        (
            "There were enough beds for the wounded in the first week.",
            "The ships ran out of fuel in the first week of the month.",
        ),
        ("The ministry wants the kiosk closed.", "The kiosk is open."),
        # Who refuses to pay more for berths tells nothing of anybody's pay.
        (
            "Foreign lines refuse to pay higher prices for berths.",
            "Real wages of dockers are hardly higher than in 2019, since food prices rose faster than pay.",
        ),
    ],
)
def test_two_things_and_a_wish_are_not_held_against_each_other(one: str, other: str) -> None:
    assert "contradicts" not in found(one, other).values()


def test_what_was_the_worst_of_its_kind_is_not_said_to_be_getting_worse() -> None:
    one = (
        "The worst mining disaster in Chile has set off protests and outrage at what are said to be poor safety "
        "conditions in Chilean coal mines, at corruption and at indifference."
    )
    other = (
        "Chilean police fired water cannon and tear gas on Friday to scatter several thousand protesters in the town "
        "of Lota, where close to 300 people died this week in the worst mining disaster the country has seen."
    )
    sources = [Source(i, Metadata(i, issued="2014-05-16"), t, clean(t)) for i, t in (("a", one), ("b", other))]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    assert not relate(claims, Codebook(), sources)
