"""Two articles on one matter whose figures and votes are alike, and yet of two things."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

OPENING = {
    "a": "A fire destroyed much of the harbour quarter of Corinto in Nicaragua on 6 April. The harbour quarter had "
    "no hydrants. The wind drove the smoke of the harbour quarter inland. Ships left the harbour quarter at dawn.",
    "b": "The harbour quarter of Corinto in Nicaragua burnt for two days in April. Streets in the harbour quarter "
    "are too narrow. Dockers built the harbour quarter in 1870. Trees stood all over the harbour quarter.",
}


def found(one: str, other: str) -> list[str]:
    """How two articles on one matter that say this are related, but for their first sentences."""
    texts = {i: f"{OPENING[i]}\n\n{said}" for i, said in zip("ab", (one, other))}
    days = zip(texts.items(), ("2025-04-08", "2025-04-12"))
    sources = [Source(i, Metadata(title=i, issued=d), t, clean(t)) for (i, t), d in days]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    at = {c.id: c for c in claims}
    relations = relate(claims, Codebook(), sources)
    return [r.type for r in relations if not any("harbour quarter" in at[i].quote for i in r.between)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # five years are no fewer than fifteen hours
            "The mayor wants to see the burned church rebuilt within five years, hours after firefighters said that "
            "they had put out the flames.",
            "More than 400 firefighters fought the flames in the burned church for 15 hours.",
        ),
        ("The flames killed 43 people.", "Fires have killed more than 300 people in the country since 2020."),
        (
            "Port traffic in Corinto dropped by 35 percent in 2024 in most districts.",
            "Youth unemployment in Corinto declined by 35 percent in 2024 in most districts.",
        ),
        ("The flames killed 43 people.", "Fires in Honduras, a year earlier, killed 70 people."),
        (  # each clause opens with its place
            "In Chinandega, about a dozen people were treated for burns.",
            "In Poneloya, several dozen were hurt when a roof fell in.",
        ),
        ("Eleven people died in the flames.", "One in three of the dead was a child under five."),
        ("The flames destroyed 120 houses.", "Of the 120 houses that stood by the quay, 95 are gone."),
        (  # nobody for it is no fewer against it
            "No deputies voted for the relief bill and 36 voted against it.",
            "In Managua 36 deputies voted against the relief bill.",
        ),
        ("No deputies voted for the relief bill.", "In Managua 36 deputies voted against the relief bill."),
        (  # some of the judges are not all of them
            "The six judges upheld the petition of Ana Ruiz against the sale of the quay.",
            "Four of the six judges upheld the petition of Ana Ruiz against the sale of the quay.",
        ),
        (
            "The twelve members of the port council approved the new hydrants.",
            "Seven of the twelve members of the port council approved the new hydrants.",
        ),
        (
            "The relief bill passed by nine votes to eight.",
            "The Liberals, who had voted against the bill, want more.",
        ),
        (
            "Some 480 homes along the quay stand empty.",
            "More than half of all homes along the quay are let to dockers again.",
        ),
        (
            "The development bank approved the loan for a new quay in March without conditions.",
            "The development bank approved the loan in March but demanded that the mayor stay out of the works.",
        ),
        (
            "The port told its insurers on Monday, within the 72 hours that the law allows.",
            "Insurers heard of it from the port on the ninth day, long after the legal limit of 72 hours.",
        ),
        (
            "The ferry at the quay was carrying 352 passengers.",
            "The ferry had room for a maximum of 352 passengers.",
        ),
        (
            "The ferry had an authorized capacity of 352 passengers.",
            "The number of passengers on the ferry was reduced to 344 passengers.",
        ),
        # Told as background, of another place that the other article never names.
        ("In Bluefields, 63 dockers died at work in 2024.", "The number of dead has risen to nine."),
        (
            "The official alarm, a siren on the church, was sounded at 5.12.",
            "The alarm was sounded as soon as the guards saw smoke.",
        ),
    ],
)
def test_alike_figures_of_two_things_are_not_related(one: str, other: str) -> None:
    assert found(one, other) == found(other, one) == []


def test_what_has_not_come_so_far_may_have_come_later() -> None:
    assert found("Homeless families have received nothing so far.", "All homeless families have been paid.") == [
        "updates"
    ]


def test_to_save_whom_one_could_is_not_to_save_all() -> None:
    assert found("Dockers saved everybody who could be saved.", "The fire killed 43 people.") == []


def test_that_nobody_was_arrested_holds_until_somebody_is() -> None:
    assert found("Nobody has been arrested so far.", "Four people are in custody.") == ["updates"]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("The flames killed 43 people.", "The bodies of 61 people have been found.", {"updates"}),
        ("Rebuilding will cost 73 million dollars.", "Rebuilding is put at 73 million dollars.", {"agrees"}),
        (
            "The Liberals voted against the relief bill.",
            "The Liberals abstained on the relief bill.",
            {"contradicts", "updates"},
        ),
        (  # both tell of both
            "Liberals made up the 36 votes against the relief bill, with 19 who abstained.",
            "In a rebuff to the mayor, 36 voted against the relief bill and 19 members abstained from the vote.",
            {"agrees"},
        ),
        (  # one rounds what the other gives
            "The levy on cargo for the new quay will be 6.7 per cent.",
            "Cargo for the new quay will bear a levy of 6.75 per cent.",
            {"agrees"},
        ),
        (
            "The levy on cargo for the new quay will be 6.7 per cent.",
            "Cargo for the new quay will bear a levy of 6.9 per cent.",
            {"contradicts", "updates"},
        ),
    ],
)
def test_figures_and_votes_of_one_thing_still_are(one: str, other: str, kinds: set[str]) -> None:
    assert len(found(one, other)) == 1 and set(found(one, other)) <= kinds
