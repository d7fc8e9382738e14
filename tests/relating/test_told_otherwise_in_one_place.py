"""Two articles that tell nearly the same, and differ in one place: who did it, since when, where, before or after."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

LEADS = (
    "The shipyard Torvik in Bergen was shut after a fight between its guards and its welders.",
    "At the shipyard Torvik in Bergen guards and welders wait for the mayor to come.",
)


def kinds(one: str, two: str) -> set[str]:
    texts = [f"{lead}\n\n{text}\n" for lead, text in zip(LEADS, (one, two))]
    days = ("2019-03-04", "2019-03-05")
    sources = [Source(i, Metadata(title=i, issued=day), text, clean(text)) for i, day, text in zip("ab", days, texts)]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.type for r in relate(claims, Codebook(), sources)}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The guards of the shipyard fired the first shot, the welders say.",
            "The welders fired the first shot, says the mayor.",
        ),
        ("Police opened fire first, the welders say.", "The welders opened fire first, said the police chief."),
        ("Protesters attacked first, according to the army.", "The army attacked first, protesters say."),
        (
            "The crane of the shipyard has been out of use since January, the welders say.",
            "The crane has been out of use since February, said the owner Lund.",
        ),
    ],
)
def test_what_cannot_both_be_so_in_one_place_is_a_dispute(one: str, two: str) -> None:
    assert "contradicts" in kinds(one, two)
    assert "contradicts" in kinds(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (  # called otherwise
            "The officers fired first, the welders say.",
            "Police fired the first shot, said the mayor.",
        ),
        (  # from the other end
            "The engine was switched off before the mast broke, Lund said.",
            "The mast broke after the engine was switched off, the police say.",
        ),
        (  # both may be so
            "Inspectors found rust in the cellar of the shipyard.",
            "Inspectors found rust in the attic of the shipyard, the city says.",
        ),
        (  # another thing
            "The shipyard has been for sale since January.",
            "The boats have been for sale since February, Lund said.",
        ),
        (  # it is not known who
            "The welders of the shipyard opened fire first, the guards say.",
            "It was not clear who fired the first shot when guards and welders of the shipyard met.",
        ),
        (  # one tells both
            "The police took the keys at the hotel where the owners stayed and went to their rooms.",
            "The police took the keys at the hotel where the owners stayed and went up to the rooms.",
        ),
        (  # they may have met twice
            "The owners met the welders before the fight.",
            "The owners met the welders after the fight, the union says.",
        ),
    ],
)
def test_what_may_both_be_so_is_no_dispute(one: str, two: str) -> None:
    assert "contradicts" not in kinds(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The engine was switched off before the mast broke, Lund said.",
            "The engine was switched off after the mast broke, the police say.",
        ),
        (
            "The fire at the shipyard broke out in the cellar.",
            "The fire at the shipyard broke out in the attic, the police say.",
        ),
    ],
)
def test_what_differs_in_one_place_is_no_agreement(one: str, two: str) -> None:
    assert "agrees" not in kinds(one, two)
