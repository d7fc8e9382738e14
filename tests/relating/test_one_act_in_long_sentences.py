"""Two long sentences of articles on one matter share one act and differ in all that stands round it."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

ONE = "Zambia's Kafue weir collapsed on Monday, Zesco said. The weir at Kafue in Zambia held back the river."
OTHER = (
    "The Kafue weir in Zambia, run by Zesco, gave way on Monday. Zambia built the weir at Kafue to tame the river."
)


def shown(one: str, other: str) -> list[str]:
    """Types of what is shown between these sentences of two articles, which came out on one day."""
    sources = [
        Source(name, Metadata(title=name, issued="2024-05-28"), text, clean(text))
        for name, text in (("one", f"{ONE} {one}"), ("other", f"{OTHER} {other}"))
    ]
    claims = {c.id: c for source in sources for c in draft(source, Codebook())}
    found = relate(claims.values(), Codebook(), sources)
    return [r.type for r in found if all("weir" not in claims[i].quote for i in r.between)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The structure, 40 years old, had been in the process of being dismantled.",
            "Its manager, who took office in spring, said it was idle and in the process of being dismantled.",
        ),
        (  # by a name that both give
            "The 40-metre barge went down about five kilometres west of Kalala Island, part of a chain of islands.",
            "After four hours on the lake, the barge sank roughly 5 kilometres west of Kalala Island.",
        ),
        (  # what narrows the sentence narrows something else
            "Villagers stormed the police post, and several of them burned its files.",
            "The mayor resigned a day after villagers stormed the police post, in which many had lost all trust.",
        ),
    ],
)
def test_one_act_told_by_both_is_found(one: str, other: str) -> None:
    assert shown(one, other) == ["agrees"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # what both are about, and of which each tells something else
            "A routine resupply mission to the barge Kalala, grounded on Mbeta Shoal in Lake Kariba, took a dramatic "
            "turn on Monday.",
            "Guards illegally entered rubber boats during a routine resupply mission to the barge Kalala, a grounded "
            "vessel at Mbeta Shoal, on Monday.",
        ),
        (  # two bodies hold one view
            "Zesco has been fiercely opposed to a museum on the bank, despite a report of engineers who back it.",
            "Anglers, hit by years of drought and by fees for boats, have long opposed a museum.",
        ),
        (  # other numbers of the same
            "The wave injured five night guards of a quarry, and set off a quarrel over who should pay.",
            "It all began hours after a night guard was injured by the wave near the old ferry.",
        ),
        (  # something else behind the same small word
            "Calves that drank there died due to anthrax, a vet said, whatever else was in the mud.",
            "A lawyer helps the owners of calves that died due to the mud.",
        ),
        (  # before and after
            "The catch in the lagoon had halved before the fishery was shut, a study finds.",
            "A fund for boats will be set up three months after the fishery was shut, a minister vowed.",
        ),
        (  # not yet done
            "The ministry will publish its verdict in the gazette by autumn.",
            "Crowds went home once the verdict was published in the gazette.",
        ),
    ],
)
def test_two_acts_in_like_words_are_kept_apart(one: str, other: str) -> None:
    assert "agrees" not in shown(one, other)
