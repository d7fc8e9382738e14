"""Two articles on one matter: what one foresees and the other tells has come of it; one thing told in two ways."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

MATTER = " Residents of Port Maru fear for the Lisko terminal. The Lisko terminal is the pride of Port Maru."


def related(earlier: str, later: str) -> set[str]:
    """The relations between claims of two articles on one matter, two months apart."""
    told = (("a", "2023-03-04", earlier + MATTER), ("b", "2023-05-06", later + MATTER))
    sources = [Source(i, Metadata(title=i, issued=day), text + "\n", clean(text + "\n")) for i, day, text in told]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    fear = {c.id for c in claims if "pride" in c.quote or "fear" in c.quote}
    return {r.type for r in relate(claims, Codebook(), sources) if fear.isdisjoint(r.between)}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "The authority will hire 400 stevedores in Maru to unload grain.",
            "The authority has hired 160 stevedores in Maru to unload grain.",
        ),
    ],
)
def test_what_was_foreseen_and_what_came_of_it_is_news(earlier: str, later: str) -> None:
    assert related(earlier, later) == {"updates"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Candidates promise to open the breakwater to anglers.",
            "The new mayor promises to open the breakwater to anglers.",
        ),
        ("The port authority will hire 400 stevedores.", "The shipyard has dismissed its welders."),
        # What stands beside another verb is not what was foreseen.
        (
            "The debt of Port Maru rose to 58 million dollars and was expected to keep climbing.",
            "The debt rose to 58 million dollars, the mayor of Port Maru said.",
        ),
        (
            "Council leader Abel Moro approved the breakwater bill.",
            "Abel Moro has overridden a veto to pass the bill.",
        ),
        ("Soldiers are to help with distributing flour.", "Some six thousand people need flour."),
        # Who counts what is there foresees nothing.
        ("The town has counted 45,000 dead in sixty years.", "More than 45,000 people have been killed in the town."),
        # What became of a part is not what was foreseen for the whole.
        (
            "The minister said that inflation would drop below 3 percent by the end of the year.",
            "Rice inflation fell from 24 percent in March to 9 percent in October.",
        ),
    ],
)
def test_a_plan_is_not_met_by_another_plan_or_another_act(one: str, other: str) -> None:
    assert "updates" not in related(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two firms extract all salt in the Maru salt pans.", "On the salt pans little has changed for the better."),
        ("Lake Ossa has fallen to a tenth of its volume.", "Lake Ossa is filling again, if slowly."),
        ("East Maru grew by 6 percent last year.", "The fortress rises from the rocks of East Maru."),
    ],
)
def test_a_name_in_common_is_no_agreement(one: str, other: str) -> None:
    assert "agrees" not in related(one, other)


def test_the_economy_of_a_country_that_the_other_never_names_is_another_one() -> None:
    earlier = "The harbour town is rich. The economy grew by 5 percent in 2023."
    assert not related(earlier, "Niger's economy shrank after the coup.")
