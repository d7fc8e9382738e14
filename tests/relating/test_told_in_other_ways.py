"""What two articles on one matter say of it in quite other words: letters for a name, parts for percent, one opposite
for another."""

import pytest

from dossier.language.words import words_of
from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.apart.numerals import numerals
from dossier.relating.relate import relate

SETTING = "The harbour of Varna was dredged by the firm Pontica Marine. "


def found_between(one: str, two: str) -> dict[tuple[str, str], str]:
    """Relations between two articles that share a first sentence: the deciding words, and the relation."""
    sources = [
        Source(i, Metadata(title=i, issued="2024-04-02"), SETTING + text, clean(SETTING + text))
        for i, text in (("a", one), ("b", two))
    ]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.words: r.type for r in relate(claims, Codebook(), sources) if "Pontica" not in r.words[0]}


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The tender was fair, the ministry said.", "Observers say the tender was rigged.", "contradicts"),
        ("The water was calm when the barge set out.", "The water was rough that morning.", "contradicts"),
        ("The dredging has been a success.", "The project has failed in every respect.", "contradicts"),
        (
            "Nobody was killed in the accident at the quay, the ministry said.",
            "Two people died in the accident at the quay.",
            "contradicts",
        ),
        ("There were 40 people aboard the barge.", "The barge had more than 60 people on board.", "contradicts"),
        (
            "The World Health Organization warned against the plan.",
            "The WHO supported the plan.",
            "contradicts",
        ),
        ("The storm, and not the dredger, is to blame for the broken quay.", "The dredger broke the quay.", ""),
        ("The accident was caused by the fog.", "The fog had nothing to do with the accident.", "contradicts"),
        (
            "It was the fog that sank the barge, the owner insists.",
            "The barge sank because of a rotten hull, and not the fog.",
            "contradicts",
        ),
        ("The director of the port, Ivo Kolev, resigned.", "Mr Kolev was dismissed by the board.", "contradicts"),
        ("The barge passed its inspection in May.", "The barge failed its inspection in May.", "contradicts"),
        ("Every docker had a helmet.", "Half of the dockers had no helmet.", "contradicts"),
        ("One docker had a helmet.", "Half of the dockers had no helmet.", ""),
        (
            "The pilot stayed on the bridge and was never arrested, his lawyer said.",
            "The pilot of the barge was arrested on Monday.",
            "contradicts",
        ),
        ("The dockers demand that wages rise by a tenth.", "The wages of dockers fell by a tenth.", ""),
        ("Nine out of ten dockers voted.", "Turnout among the dockers was 90 percent.", ""),
        (
            "Only four dockers in ten have been vaccinated.",
            "Nine in ten dockers have been vaccinated.",
            "contradicts",
        ),
        (
            "The inspector was not consulted before the gates were shut.",
            "The level fell before the gates were shut.",
            "",
        ),
        ("The mayor did not win because of the harbour.", "The mayor won the vote in the harbour districts.", ""),
        ("The drought caused the famine in Kenya.", "The drought did not cause the blackout in Kenya.", ""),
        ("The storm caused the blackout.", "Police said that the storm did not cause any deaths.", ""),
        (
            "The main cause of the leak was a cracked valve.",
            "A cracked valve played no part in the leak.",
            "contradicts",
        ),
    ],
)
def test_two_articles_on_one_matter(one: str, two: str, kind: str) -> None:
    kinds = set(found_between(one, two).values())
    assert ("contradicts" in kinds) == (kind == "contradicts"), found_between(one, two)


def test_what_only_may_be_is_no_part_of_what_is() -> None:
    one = "The cracked valves of the dredger burst and hurled splinters into the cabin in May."
    crew = "splinters into the cabin of the dredger, where a crew of nine works."
    assert set(found_between(one, f"The valves cracked and hurled {crew}").values()) == {"agrees"}
    assert found_between(one, f"The valves may crack and may hurl {crew}") == {}


def test_two_causes_of_one_thing_are_neither_a_dispute_nor_an_agreement() -> None:
    pay = "The main reason for the strike was pay."
    assert found_between(pay, "The main reason for the strike was safety.") == {}
    assert "agrees" in found_between(pay, "The main reason for the strike was the pay of dockers.").values()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # A visit paid for another reason is none that was not paid.
        (
            "Kolev spoke Bulgarian instead of Turkish during the minister’s visit.",
            "The minister’s visits show good ties.",
        ),
        # One who acts does many things.
        ("In May, Kolev cancelled the regatta.", "Despite the critics, Kolev continues to meet investors."),
        # Who asks a court to end a thing tells of it and not that it ended.
        (
            "The port cut the toll on wheat from 35 to 15 percent in June.",
            "Several dockers have asked the supreme court to strike down the lower toll on wheat.",
        ),
        (
            "The lower duty on wheat has cost the port some 5 million leva.",
            "Several dockers have asked the supreme court to strike down the lower duty.",
        ),
        # What something has cost somebody is no word on whether its cost is high.
        ("The lower toll has cost the port some 5 million leva.", "The cost of the barge is modest."),
        # How much less a thing is to cost is no price of it.
        # The only one to be approved, and the many that were not.
        (
            "Dolphin, the only barge to be approved this spring, has been put on hold.",
            "The port authority rejected thirteen barges this spring.",
        ),
        # How fast prices rise and how high they are.
        ("Bread inflation fell from 9 percent in May.", "The price of bread has not fallen."),
        # What tests confirm stands behind "that".
        ("No mercury was found in the fish.", "Tests have confirmed that mercury levels in the fish are safe."),
    ],
)
def test_what_has_nothing_to_do_with_each_other_is_not_related(one: str, two: str) -> None:
    assert found_between(one, two) == {}


def test_a_forecast_that_was_beaten_does_not_agree_with_what_came() -> None:
    found = found_between("Turnover grew by 5 percent in 2023.", "Turnover is expected to grow by 3 percent in 2023.")
    assert set(found.values()) == {"qualifies"}


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("five sixths of the price", 83.5),
        ("nine out of ten voters came", 90.0),
        ("one pupil in eight leaves school", 12.5),
        ("every second school was closed", 50.0),
    ],
)
def test_parts_of_a_whole_are_read_as_percent(text: str, share: float) -> None:
    number = numerals(words_of(text))[0]
    assert (number.kind, number.low) == ("share", pytest.approx(share, abs=0.1))


def test_things_counted_in_so_many_days_are_no_part_of_them() -> None:
    assert numerals(words_of("it killed two people in ten days"))[0].kind == "cardinal"
