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


def shown(one: str, other: str, days: tuple[str, str] = ("2024-05-28", "2024-05-28")) -> list[str]:
    """Types of what is shown between these sentences of two articles, and the days on which these came out."""
    sources = [
        Source(name, Metadata(title=name, issued=day), text, clean(text))
        for name, text, day in (("one", f"{ONE} {one}", days[0]), ("other", f"{OTHER} {other}", days[1]))
    ]
    claims = {c.id: c for source in sources for c in draft(source, Codebook())}
    found = relate(claims.values(), Codebook(), sources)
    return [r.type for r in found if all("weir" not in claims[i].quote for i in r.between)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The rusty structure, 40 years old, had been in the process of being dismantled.",
            "Its manager, who took office in May, said the rusty structure was in the process of being dismantled.",
        ),
        (  # by a name that both give
            "The 40-metre barge went down about five kilometres west of Kalala Island, part of a chain of islands.",
            "After four hours on the lake, the barge sank roughly 5 kilometres west of Kalala Island.",
        ),
        (  # what narrows the sentence narrows something else
            "Villagers stormed the police post, and several of them burned its files.",
            "The mayor resigned a day after villagers stormed the police post, in which many had lost all trust.",
        ),
        (  # the year is that of the cracks
            "Zesco has sent home 14 engineers from the dam works in return for what an inquiry found out about "
            "cracks that were hidden in 2019.",
            "On Monday evening Zesco sent home 14 engineers, most of them foreigners, and asked the police to search "
            "their flats.",
        ),
        (  # both deny it, each in words of its own
            "Mary Banda and the herders' leader John Phiri agreed on steps towards peace but no truce was agreed "
            "between Lusaka and Mpande.",
            "A herald said the two had not agreed on a truce between Lusaka and Mpande, as it was no party to it.",
        ),
        (
            "Nobody at Mpande heard the horn that should have warned the herders of the wave, a judge found.",
            "The horn at Mpande did not warn the herders of the wave.",
        ),
        (  # who searched it stands in another place, if under names that exclude each other
            "Officers searched the flooded sawmill on Kalala for its night guards, a judge said.",
            "Soldiers at dawn searched the flooded sawmill on Kalala for its night guards.",
        ),
        (  # so large is the settlement, and there is one
            "Zesco accepted a $3 million settlement with the owners of the sawmill at Mpande.",
            "Zesco and the owners of the sawmill at Mpande have agreed on a settlement worth $3 million.",
        ),
        (
            "The flood cost the farmers of Mpande 6.8 crore rupees, an insurer said.",
            "The loss to the farmers of Mpande came to 68 million rupees.",
        ),
        (  # by so much, with one sign of money or two
            "Herders were shocked on Wednesday when the clerks of the ailing dairy Kafue Milk admitted that they had "
            "padded its books by $3 million.",
            "On Friday detectives seized Amos Zulu, clerk of the ailing dairy Kafue Milk, days after he had admitted "
            "that he falsified the accounts by US$3 million.",
        ),
        (  # as many of them, if few
            "Detectives have named two ferrymen, whom they link to the opened sluice and who are also accused of the "
            "fire at Lusaka port in 2018.",
            "On Monday judges issued warrants for two ferrymen, the suspects in the fire at Lusaka port in 2018.",
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
        (
            "In 2019 Zesco sent home 14 engineers from the dam works after an inquiry into cracks.",
            "On Monday evening Zesco sent home 14 engineers, most of them foreigners, and asked the police to search "
            "their flats.",
        ),
        (
            "Zesco accepted a $3 million settlement with the owners of the sawmill at Mpande.",
            "Zesco and the owners of the sawmill at Mpande have agreed on a settlement worth $9 million.",
        ),
        (
            "The flood cost the farmers of Mpande 6.8 crore rupees, an insurer said.",
            "The loss to the farmers of Mpande came to 6.8 million rupees.",
        ),
        (
            "Detectives have named two ferrymen, whom they link to the opened sluice and who are also accused of the "
            "fire at Lusaka port in 2018.",
            "On Monday judges issued warrants for nine ferrymen, the suspects in the fire at Lusaka port in 2018.",
        ),
        (  # what excludes each other, in one place
            "The wave at dawn tore off the old pier that fishermen of Kalala had built for their nets.",
            "The wave tore off the new pier of Kalala, which took fishermen and their nets along.",
        ),
        (  # two sorts of people, if as many
            "In May 2024 the wave tore up the sawmill at Mpande, west of Lusaka, and hit two soldiers of a garrison.",
            "The wave that tore up the sawmill at Mpande in May 2024 carried off 50 goats and hit two nurses.",
        ),
        (  # both say who she is, and each something else of her
            "Mary Banda, chief engineer of the state utility and head of the Mpande works, wept over the losses.",
            "Mary Banda, chief engineer of the state utility and head of the Mpande works, dreads a dry year.",
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


def test_what_is_all_but_certain_may_be_told_years_later_without_its_date() -> None:
    later = (
        "In the flood two fishermen of the Mpande clan drowned in their reed hut at Kalala, where they slept, and "
        "many goats were lost."
    )
    then = (
        "In the flood of May 2024 two fishermen of the Mpande clan drowned in their reed hut at Kalala, and 50 goats "
        "were lost."
    )
    assert shown(later, then, ("2027-01-28", "2024-05-28")) == ["agrees"]
    assert shown(later.replace("In the flood", "In last year's flood"), then, ("2027-01-28", "2024-05-28")) == []
