"""What one article tells and another denies, in whole reports on one matter."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

LEADS = (
    "The brewery Hallmann in Graz is for sale, and its workers fear for their jobs.",
    "Workers of the brewery Hallmann in Graz met on Monday to hear about the sale.",
)


def between(one: str, two: str, days: tuple[str, str] = ("2018-05-07", "2018-05-08")) -> dict[str, str]:
    """The relations found between two articles on one sale, by their reasons."""
    texts = [f"{lead}\n\n{text}\n" for lead, text in zip(LEADS, (one, two))]
    sources = [Source(i, Metadata(title=i, issued=day), text, clean(text)) for i, day, text in zip("ab", days, texts)]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.because: r.type for r in relate(claims, Codebook(), sources)}


AT_ODDS = [
    (
        "The two owners agreed on a price of the brewery at their meeting, said the notary Lang.",
        "Anna Hallmann denied that the owners agreed on a price of the brewery.",
    ),
    (
        "The buyers had promised to keep the bottling hall open, the works council said.",
        "The buyers never promised to keep the bottling hall open, said their lawyer.",
    ),
    (
        "A fund from Oslo made an offer for the brewery and its inns, the mayor said.",
        "No fund from Oslo has made an offer for the brewery, the owners said.",
    ),
    (
        "Inspectors had found mould in the cellars of the brewery, according to the city.",
        "The brewery rejected reports that inspectors had found mould in its cellars.",
    ),
    (
        "New yeast from Prague spoiled the spring beer of the brewery, said the brewer Kofler.",
        "There is no evidence that yeast from Prague spoiled the spring beer, a laboratory said.",
    ),
    (  # no effect at all
        "The new filters cut mould in the cellars of the brewery.",
        "The new filters have had no measurable effect on mould in the cellars, said the brewer Kofler.",
    ),
    (  # that there is such a thing at all
        "Workers went on a warning strike on Friday in both halls, said the lawyer Egger.",
        "There was no warning strike in the halls, only a long lunch, said Anna Hallmann.",
    ),
    (  # with the day of the denial
        "A truck driven by one of the owners sank the ferry to the brewery.",
        "The owners denied on Monday that they had sunk the ferry to the brewery and called the report an insult.",
    ),
    (  # of the same thing, by a long name
        "The kettles bought in Linz for the bottling hall are insured in Austria, said Anna Hallmann.",
        "The kettles bought in Linz for the bottling hall are not insured in Austria, the works council said.",
    ),
    (  # what it would take is told besides
        "The well water of the brewery is safe, said the mayor.",
        "The well water of the brewery is not safe to drink unless it is boiled, a laboratory said.",
    ),
]


@pytest.mark.parametrize(("one", "two"), AT_ODDS)
def test_what_one_tells_and_another_denies_is_a_dispute(one: str, two: str) -> None:
    assert "contradicts" in between(one, two).values()
    assert "contradicts" in between(two, one).values()


BOTH_TRUE = [
    (  # of one of them only
        "Five owners were arrested in a raid on a hotel in Graz, the police said.",
        "The mayor Anton Berger was not one of those arrested in the raid on a hotel in Graz.",
    ),
    (  # of other people's
        "Two of its drivers were hurt when a keg fell on the road from Graz, the city of Linz said.",
        "No Styrian driver was hurt, said Anna Hallmann.",
    ),
    (  # only the cause is denied
        "Sales of the brewery did not fall because of the heat but because the inns had closed, said Anna Hallmann.",
        "Sales of the brewery fell in Graz, said the notary Lang.",
    ),
    (  # it is so no more
        "The bridge to the brewery is closed, said the mayor.",
        "The bridge to the brewery is no longer closed, the works council said.",
    ),
    (  # somebody else
        "The works council published the offer of the fund on Monday.",
        "The owners have not published the offer of the fund, said Anna Hallmann.",
    ),
    (  # done to something else
        "The buyers painted the bottling hall last week, said their lawyer.",
        "The buyers did not paint the inns, said the works council.",
    ),
    (  # what is denied is another thing beside
        "Inspectors found mould in the cellars of the brewery.",
        "Inspectors found mould and no rats in the cellars of the brewery.",
    ),
    (  # both deny
        "No fund from Oslo has made an offer for the brewery, the owners said.",
        "The mayor denied that a fund from Oslo has made an offer for the brewery.",
    ),
    (  # one of them was not among those it befell
        "Six workers of the brewery were arrested in the cellars on Monday, said the police.",
        "Anna Hallmann was not one of those arrested in the cellars of the brewery.",
    ),
    (  # both say so of one person
        "It is not thought that Anna Hallmann is one of those of the brewery who were arrested.",
        "Anna Hallmann of the brewery was not one of those arrested.",
    ),
    (  # who denies has himself told it
        "Anna Hallmann said the owners had hardly agreed on a price of the brewery.",
        "The owners had not agreed on a price of the brewery, Anna Hallmann said.",
    ),
    (  # a part of many
        "One worker of the brewery had a contract for the summer.",
        "Half of the workers of the brewery had no contract for the summer.",
    ),
]


@pytest.mark.parametrize(("one", "two"), BOTH_TRUE)
def test_what_may_both_be_true_is_none(one: str, two: str) -> None:
    assert "contradicts" not in between(one, two).values()


def test_what_is_denied_of_another_day_is_none() -> None:
    found = between(
        "A fund from Oslo made an offer for the brewery on 3 May 2018, the mayor said.",
        "By 3 February 2018 no fund from Oslo had made an offer for the brewery, the owners said.",
        ("2018-05-07", "2018-02-04"),
    )
    assert "contradicts" not in found.values()


def test_the_reason_names_both_sides_and_what_they_have_in_common() -> None:
    found = between(*AT_ODDS[0])
    reason = next(r for r, kind in found.items() if kind == "contradicts")
    assert "agreed on a price" in reason and "Anna Hallmann denied that" in reason
    assert "one denies what the other reports" in reason


ONE_THING = [
    ("The vote at the brewery was fair, the owners said.", "The vote of the workers was rigged.", True),
    (
        "The vote at the brewery was fair, the owners said.",
        "Of a stolen van with kegs, seen by two boys near the river, the police found only the burnt wheels.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "two", "at_odds"), ONE_THING)
def test_two_ways_to_call_a_thing_are_at_odds_only_where_it_is_one(one: str, two: str, at_odds: bool) -> None:
    assert ("contradicts" in between(one, two).values()) == at_odds


def test_who_is_still_in_hospital_is_not_all_who_were_hurt() -> None:
    found = between(
        "Nineteen workers of the brewery were injured when a boiler burst in April.",
        "Six workers of the brewery remain in hospital after a boiler burst in April.",
    )
    assert "contradicts" not in found.values()


def test_what_is_told_half_a_year_after_a_denial_may_have_come_since() -> None:
    one = "No fund from Oslo has made an offer for the brewery, the owners said."
    two = "A fund from Oslo made an offer for the brewery and its inns, the mayor said."
    assert "contradicts" in between(one, two).values()
    assert "contradicts" not in between(one, two, ("2018-05-07", "2018-11-20")).values()
