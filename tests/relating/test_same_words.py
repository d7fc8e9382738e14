"""Two papers that print one sentence, be it with a word more or less, agree in it, whatever it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.model import Claim, Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

SENTENCES = [
    "Sales of bottled water in Chile rose for some weeks, but they fell again as soon as taps ran.",
    "The port of Beira could be closed for a month, the ministry of transport said on Monday.",
    "The tax may cost poor families in Lima nearly twice as much as rich ones.",
    "Only households with fewer than six rooms may ask the council of Bergen for the grant.",
    "Banks in Lagos did not only raise their fees, they also cut the rates that savers get.",
    "The mayor of Izmir is not one of the eleven people who were arrested in May.",
    "On Tuesday farmers in Punjab still blocked some roads, though most of them had been cleared.",
    "The court of Windhoek declared the lease void since the number of families without land goes on rising.",
    "Georgia's exports to Turkey grew by a tenth while its imports from Turkey fell by a fifth.",
    "Without an agreement, Jordan might run short of water within two years.",
]
VARIANTS: dict[str, Callable[[str], str]] = {
    "word for word": lambda text: text,
    "contracted": lambda text: text.replace("did not", "didn't").replace("is not", "isn't"),
    "in figures": lambda text: text.replace("eleven", "11").replace("two years", "2 years").replace("six", "6"),
    "without small words": lambda text: text.replace("still ", "").replace("nearly ", "").replace("also ", ""),
}


def drafted(source: str, sentence: str) -> tuple[Source, tuple[Claim, ...]]:
    article = Source(source, Metadata(title="What was told", issued="2024-06-04"), sentence, clean(sentence))
    return article, draft(article, Codebook())


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS.keys())
@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_same_sentence_agrees_with_itself(sentence: str, variant: Callable[[str], str]) -> None:
    (a, ours), (b, theirs) = drafted("a", sentence), drafted("b", variant(sentence))
    relations = relate((*ours, *theirs), Codebook(), (a, b), family={"a": "a", "b": "b"})
    assert {r.type for r in relations} == {"agrees"}
    assert {r.between[0] for r in relations} == {c.id for c in ours}


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("The death toll of the flood in Beira is 34.", "The death toll of the flood in Beira is not 34."),
        (
            "The ruling is a blow to the observers in Windhoek, who had said they saw no sign of fraud.",
            "The ruling isn't a blow to the observers in Windhoek, who had said they saw no sign of fraud.",
        ),
        ("In all 122 miners were injured in Zonguldak.", "In all 122 miners were not injured in Zonguldak."),
        (
            "The bank in Riga had considered the loan, as the law permits fees of up to 3 percent.",
            "The bank in Riga had never considered the loan, as the law permits fees of up to 3 percent.",
        ),
        ("The ferry in Pula can carry 340 people.", "The ferry in Pula cannot carry 340 people."),
        ("The ferry in Pula will carry 340 people.", "The ferry in Pula won't carry 340 people."),
        (
            "The dam at Kariba is a good investment for Zambia, there is no doubt of that.",
            "The dam at Kariba is not a good investment for Zambia, there is no doubt of that.",
        ),
    ],
)
def test_the_same_sentence_denied_is_no_agreement(told: str, denied: str) -> None:
    (a, ours), (b, theirs) = drafted("a", told), drafted("b", denied)
    assert {r.type for r in relate((*ours, *theirs), Codebook(), (a, b), family={"a": "a", "b": "b"})} == {
        "contradicts"
    }


@pytest.mark.parametrize(
    ("told", "otherwise"),
    [
        (
            "The quarry at Naxos was closed in 2011, when the last of its 14 cranes fell into the sea.",
            "The quarry at Naxos was closed in 2014, when the last of its 14 cranes fell into the sea.",
        ),
        (
            "The levy, set at 6 percent of what a farm earns, will be taken after a bank holiday on Monday.",
            "The levy, set at 6 percent of what a farm earns, will be taken after a bank holiday on Thursday.",
        ),
        (
            "The envoy is on his way to Lima to ask for help from Norway so as to feed the towns of Chile.",
            "The envoy is on his way to Lima to ask for help from Kenya so as to feed the towns of Chile.",
        ),
        (
            "Harbour pilots in Tampico will strike for five weeks unless the port hires 30 of them by June.",
            "Harbour pilots in Tampico will strike for five hours unless the port hires 30 of them by June.",
        ),
        (
            "The ferry turned over in the bay of Manado, luckily after most of its 200 guests had gone ashore.",
            "The ferry turned over in the bay of Manado, luckily before most of its 200 guests had gone ashore.",
        ),
        (
            "The law led to a steep fall in low-paid jobs at the 400 mills of Izmir and of Bursa.",
            "The law led to a steep fall in high-paid jobs at the 400 mills of Izmir and of Bursa.",
        ),
        (
            "More than 760 miners of Zonguldak needed treatment at the hospital.",
            "Fewer than 760 miners of Zonguldak needed treatment at the hospital.",
        ),
        (
            "Some of the most costly of the 90 paintings in the museum of Jaipur were saved from the fire.",
            "Some of the least costly of the 90 paintings in the museum of Jaipur were saved from the fire.",
        ),
        (
            "The bridge over the Orinoco, designed by Lazaro Ferrante, was admired for its 14 slender piers.",
            "The bridge over the Orinoco, designed by Lazaro Quiroga, was admired for its 14 slender piers.",
        ),
        (
            "A nurse at the clinic in Gweru was praised for what she did for her 12 patients in the flood.",
            "A nurse at the clinic in Gweru was praised for what he did for his 12 patients in the flood.",
        ),
    ],
)
def test_the_same_sentence_with_something_else_in_one_place_is_no_agreement(told: str, otherwise: str) -> None:
    (a, ours), (b, theirs) = drafted("a", told), drafted("b", otherwise)
    assert ours and theirs
    assert "agrees" not in {r.type for r in relate((*ours, *theirs), Codebook(), (a, b), family={"a": "a", "b": "b"})}


@pytest.mark.parametrize(
    ("told", "in_other_words"),
    [
        (
            "The quarry at Naxos was closed in 2011, when the last of its 14 cranes fell into the sea.",
            "The quarry at Naxos was shut in 2011, when the last of its fourteen cranes fell into the sea.",
        ),
        (
            "The envoy is on his way to Lima to ask for help from Kenya so as to feed the towns of Chile.",
            "The envoy is on his way to Lima to ask for Kenyan help so as to feed the towns of Chile.",
        ),
        (
            "More than 760 miners of Zonguldak needed treatment at the hospital.",
            "Some 768 miners of Zonguldak needed treatment at the hospital.",
        ),
        (
            "The envoys met for three hours in Kiev on the fate of the 300 miners.",
            "The envoys met for three hours in Kyiv on the fate of the 300 miners.",
        ),
        (
            "The soldiers of Gao, too, are in the hills searching for the 12 herders.",
            "The soldiers of Gao too are searching in the hills for the 12 herders.",
        ),
    ],
)
def test_the_same_sentence_with_another_word_for_it_agrees(told: str, in_other_words: str) -> None:
    (a, ours), (b, theirs) = drafted("a", told), drafted("b", in_other_words)
    assert {r.type for r in relate((*ours, *theirs), Codebook(), (a, b), family={"a": "a", "b": "b"})} == {"agrees"}
