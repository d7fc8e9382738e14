"""Articles that have nothing to do with each other but a word or a town: nothing is said between them."""

from collections.abc import Sequence

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

UNRELATED = (
    "Bus fares in Nairobi rose by 20 percent on Saturday. Drivers said that fuel had become too expensive.",
    "Visitors of the zoo in Vienna had been kept out since January. The station was closed for repairs.",
    "The chip maker Silvanus will not build its plant in Dresden. The mayor had promised land. Some 300 jobs go.",
    "The river festival in Kraków was cancelled. Police closed two bridges on Sunday. Nobody was injured.",
    "Heat killed 40 people in Karachi in June, doctors said. The hospital had enough beds. Power was cut for hours.",
    "Two bridges in Lisbon are unsafe, experts warned. The mayor rejected that. Repairs cost 40 million euros.",
    "Guards at the Prado ended their strike on Monday. The union accepted an offer of 6 percent. Visitors queued.",
    "The airline Kestrel will stop flying to Karachi. Fuel had become cheaper. Pilots refused 4 percent.",
)


def said_between(texts: Sequence[str]) -> list[tuple[str, str]]:
    """The deciding words of all that is shown between articles, which came out a month after one another."""
    sources = [
        Source(f"s{n}", Metadata(title=f"s{n}", issued=f"2024-0{n + 1}-11"), text, clean(text))
        for n, text in enumerate(texts)
    ]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return [r.words for r in relate(claims, Codebook(), sources)]


def test_unrelated_articles_in_a_small_dossier_say_nothing_of_each_other() -> None:
    assert said_between(UNRELATED) == []


def test_two_countries_in_the_same_straits_are_two_matters() -> None:
    texts = (
        "Sri Lanka reached a deal with its creditors in July. The economy grew by 5 percent in 2024. Salaries of "
        "teachers in Sri Lanka were raised. Mediators from Norway left Sri Lanka in May.",
        "Niger's economy shrank in the months after the coup, salaries were paid late, and the junta agreed to talks "
        "with mediators. Creditors of Niger wait for their money. Niger has two million pupils.",
    )
    assert said_between(texts) == []


def test_a_side_of_a_river_is_no_leaving_and_a_share_is_no_rise() -> None:
    texts = (
        "The gas crisis in Orhei hit the left bank of the Dniester in January. The new line will make Orhei "
        "independent of the plant on the left bank. Three quarters of the electricity in Orhei came from that plant.",
        "The gas crisis in Orhei is not over. Since January 11,000 people have left for the right bank of the "
        "Dniester. Electricity in Orhei went up by around three quarters.",
    )
    assert said_between(texts) == []


def test_a_number_that_is_a_name_is_no_figure_and_two_things_of_one_sort_are_two() -> None:
    texts = (
        "The fight over the forest law in Ghana goes on. Its bill to revoke L.I. 2462 was laid before parliament in "
        "October and lapsed.",
        "The forest law of Ghana is still fought over. Parliament has kept L.I. 2462 alive. Behind these figures "
        "hide porters and cooks. The midwives of Ghana report defects which they had never seen.",
    )
    found = said_between(texts)
    assert not [words for words in found if "2462" in "".join(words) or "hide" in words[1] or "seen" in words[1]]
