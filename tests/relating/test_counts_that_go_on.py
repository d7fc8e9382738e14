"""Reports of one disaster, written hours and days apart: what they count differs, and is not in dispute."""

import pytest

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.apart.causes import causes_of
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.apart.tallies import tallies_of
from dossier.relating.comparisons.opinion import Opinion
from dossier.relating.comparisons.ways import one_way, two_ways
from dossier.relating.meeting_words import matter_of
from dossier.relating.relate import relate

LEADS = (
    "A mine near Potosi in Bolivia caved in on Monday, burying the night shift.",
    "Families gathered on Tuesday at the gates of the tin mine near Potosi in Bolivia.",
)


def between(first: tuple[str, str], second: tuple[str, str]) -> dict[tuple[str, str], str]:
    """What is found between two articles (day, text), both on one accident: deciding words, relation."""
    texts = [f"{lead}\n\n{text}\n" for lead, (_, text) in zip(LEADS, (first, second))]
    sources = [
        Source(i, Metadata(title=i, issued=day), text, clean(text))
        for i, (day, _), text in zip("ab", (first, second), texts)
    ]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    return {r.words: r.type for r in relate(claims, Codebook(), sources)}


def test_tolls_of_one_day_are_at_odds_in_degree_only() -> None:
    found = between(
        ("2022-03-08", "The death toll stands at 34, the civil defence of Bolivia said."),
        ("2022-03-08", "The death toll in Bolivia has risen to 58, rescuers said."),
    )
    assert set(found.values()) == {"qualifies"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("has reached 292", set()), ("has reached 284", {"agrees"}), ("stands at close to 290", {"agrees"})],
)
def test_a_toll_that_at_least_so_many_leaves_room_for_is_another_number(said: str, wanted: set[str]) -> None:
    found = between(
        ("2022-03-08", "At least 284 miners died in Bolivia, the civil defence said."),
        ("2022-03-08", f"The death toll in Bolivia {said}, rescuers said."),
    )
    assert set(found.values()) - {"qualifies", "updates"} == wanted


def test_a_lower_toll_well_after_a_higher_one_is_a_dispute() -> None:
    found = between(
        ("2022-03-08", "By our count, 97 miners lost their lives, said the union in Bolivia."),
        ("2022-03-12", "The ministry said that the number of confirmed dead in Bolivia stands at 84."),
    )
    assert "contradicts" in found.values()


def test_the_dead_of_another_year_are_not_held_against_those_of_now() -> None:
    found = between(
        ("2022-03-09", "The death toll in Bolivia rose to 58 on Tuesday, rescuers said."),
        ("2022-03-12", "The 2015 explosion at another pit in Bolivia killed 19 miners."),
    )
    assert not set(found.values()) & {"contradicts", "updates", "qualifies"}


def test_the_dead_of_january_are_not_held_against_those_of_now() -> None:
    found = between(
        ("2022-03-09", "Some 100 people died on site in Bolivia, the ministry said."),
        ("2022-03-12", "In January another pit in Bolivia caved in, resulting in nearly 50 deaths."),
    )
    assert not set(found.values()) & {"contradicts", "qualifies"}


def test_a_dispute_that_would_show_the_same_words_twice_is_none() -> None:
    found = between(
        (
            "2022-03-09",
            "Most of the deaths in Bolivia were when riot police, trying to stop the violence, fired tear gas, "
            "also at the miners, triggering the crush of men who ran for the exits.",
        ),
        ("2022-03-09", "Police in Bolivia fired tear gas to try to quell the miners, sending them to the exits."),
    )
    assert "contradicts" not in found.values()


def test_what_a_count_was_before_is_not_what_it_is() -> None:
    found = between(
        ("2022-03-08", "Some 292 people are missing in Bolivia, the ministry said."),
        ("2022-03-09", "The number of missing in Bolivia fell from 292 to 276, the ministry said."),
    )
    assert "agrees" not in found.values()
    assert "updates" in found.values()


def test_of_the_missing_a_later_count_may_find_fewer_or_more() -> None:
    found = between(
        ("2022-03-08", "Some 77 miners are missing in Bolivia, the ministry said."),
        ("2022-03-10", "Families in Bolivia say that 234 miners are missing."),
    )
    assert set(found.values()) == {"updates"}


@pytest.mark.parametrize(
    "other",
    [
        "The deaths of a 68-year-old miner and a woman of 20 were reported in Bolivia.",
        "A 21-year-old miner died in Bolivia on Sunday.",
        "In Bolivia two miners who are 43 and 56 years old died.",
        "In Bolivia normally no more than 41 miners and 3 engineers die a year.",
        "In Bolivia 20 new deaths of miners were reported.",
    ],
)
def test_an_age_and_a_number_of_each_year_are_no_toll(other: str) -> None:
    found = between(
        ("2022-03-08", "The blast in Bolivia has killed 18 miners."),
        ("2022-03-09", other),
    )
    assert not found


def test_children_of_some_age_are_counted_by_how_many_they_are() -> None:
    found = between(
        ("2022-03-08", "The blast in Bolivia killed 20 children aged 6 to 12."),
        ("2022-03-09", "The blast in Bolivia killed 27 children."),
    )
    assert set(found.values()) == {"updates"}


def test_two_exact_numbers_however_near_are_not_the_same() -> None:
    found = between(
        ("2022-03-08", "Relatives wept at the mine in Bolivia where 284 workers were killed."),
        ("2022-03-08", "The confirmed death toll of the accident in Bolivia reached 292 in the evening."),
    )
    assert set(found.values()) == {"qualifies"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "It is not clear what caused the collapse of the dam in Bolivia.",
            "The dam in Bolivia collapsed on Monday.",
        ),
        ("A fire in the mine shut down the pumps in Bolivia.", "The fire in the mine in Bolivia continued."),
        ("None of the engineers was killed in the blast in Bolivia.", "Dozens were killed in the blast in Bolivia."),
        (
            "There was no negligence in the Bolivian mine, its owner said.",
            "Anyone found to have been negligent in the Bolivian mine can expect punishment, the minister said.",
        ),
        (
            "The firm left Bolivia on Monday, withdrawing its staff and indefinitely suspending operations.",
            "The firm suspended operations in Bolivia on Monday.",
        ),
    ],
)
def test_what_sounds_like_a_dispute_and_is_none(one: str, two: str) -> None:
    found = between(("2022-03-08", one), ("2022-03-09", two))
    assert not set(found.values()) & {"contradicts", "updates", "qualifies"}


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        (
            "Dozens of miners were killed in Bolivia.",
            "The ministry in Bolivia said dozens of people had died.",
            "agrees",
        ),
        ("At least 325 miners were killed in Bolivia.", "The death toll in Bolivia stands at 377.", "updates"),
        ("At least seven miners were killed in Bolivia.", "Dozens of people died in Bolivia.", "updates"),
        (
            "Up to 18 workers are still trapped in Bolivia.",
            "A maximum of 18 miners remain missing in Bolivia.",
            "agrees",
        ),
        (
            "When the roof fell, 787 workers were in the galleries in Bolivia.",
            "The blast came while 787 miners were underground in Bolivia.",
            "agrees",
        ),
        (
            "The Supreme Court of Bolivia annulled the result of the presidential election.",
            "In a shock ruling, the Bolivian supreme court on Friday nullified last month's presidential election.",
            "agrees",
        ),
        (
            "Officials in Bolivia denied the charge of lax control, days after at least 284 people died in the mine.",
            "The accident in the mine in Bolivia killed 284 workers.",
            "agrees",
        ),
    ],
)
def test_one_thing_told_in_two_reports_is_found(one: str, two: str, wanted: str) -> None:
    found = between(("2022-03-08", one), ("2022-03-09", two))
    assert set(found.values()) == {wanted}


def framed(text: str, day: str = "2022-03-08") -> Frame:
    """The first claim of a text as its article has it."""
    return frame_of(
        draft(Source("a", Metadata(title="a", issued=day), text, clean(text)), Codebook())[0], Codebook(), day
    )


def at_odds(one: Frame, other: Frame) -> Opinion | None:
    """What is at odds in two claims between articles of which each tells nothing else."""
    return two_ways(one, other, matter_of([one], [other]))


def agree(one: Frame, other: Frame) -> bool:
    return one_way(one, other, matter_of([one], [other]))


def test_what_is_no_longer_so_does_not_deny_that_it_was() -> None:
    was, is_over = "The dam in Bolivia was at risk.", "The dam in Bolivia is no longer at risk."
    assert at_odds(framed(was), framed(is_over)) is None
    later = at_odds(framed(was), framed(is_over, "2022-03-09"))
    assert later and later.passing == "now"


def test_what_bears_a_name_is_not_its_bearer() -> None:
    tower = framed("Three owners of factories in the Paz Plaza building in Bolivia were arrested.")
    assert at_odds(tower, framed("The merchant Ana Paz of Bolivia is on the run.")) is None
    assert at_odds(
        framed("The merchant Ana Paz of Bolivia was arrested."),
        framed("The merchant Ana Paz of Bolivia is on the run."),
    )


def test_what_befell_the_relatives_of_somebody_befell_not_himself() -> None:
    owner = framed("The police in Bolivia have arrested the owner of the fallen tower.")
    assert not agree(owner, framed("Two of the tower owner's relatives in Bolivia were detained."))
    assert agree(owner, framed("The tower's owner in Bolivia was detained."))


def test_how_something_is_done_is_told_of_one_act_only() -> None:
    boarded = framed("Coast Guard personnel in Bolivia illegally boarded the ferry.")
    assert not agree(boarded, framed("The Coast Guard said the ferry in Bolivia illegally intruded."))
    assert agree(boarded, framed("The Coast Guard in Bolivia illegally boarded the ferry."))


def test_what_had_been_so_is_not_denied_by_what_came_then() -> None:
    arrested = framed("The merchant Ana Paz of Bolivia was arrested.")
    assert at_odds(arrested, framed("The merchant Ana Paz of Bolivia had been on the run.")) is None


def test_so_many_since_a_day_and_so_many_on_another_may_both_be_so() -> None:
    found = between(
        ("2022-03-08", "At least seven people were pulled out alive since Monday morning in Bolivia."),
        ("2022-03-09", "Four people were pulled out alive on Tuesday in Bolivia."),
    )
    assert "contradicts" not in found.values()


NO_COUNTS_OF_ALL = [  # beside "at least 58 people died in Bolivia"
    "On the spot 21 miners died, and the others in hospital, the mayor of Potosi in Bolivia said.",
    "The mayor initially spoke of 21 dead in Bolivia and corrected himself within the hour.",
    "The toll in Bolivia had increased from 21 earlier in the day.",
    "Besides the dead of the morning, 21 others in Bolivia are presumed killed.",
]


@pytest.mark.parametrize("told", NO_COUNTS_OF_ALL)
def test_what_counts_a_part_or_counted_before_is_not_held_against_the_toll(told: str) -> None:
    toll = "At least 58 people died in the mine in Bolivia, the union said."
    assert not between(("2022-03-08", toll), ("2022-03-09", told))


def test_a_toll_of_so_many_is_no_manner_of_death() -> None:
    cut = "The ministry in Bolivia cut 30 from the death toll of 359."
    assert not any(tally.manner for tally in tallies_of(framed(cut)))
    found = between(("2022-03-08", cut), ("2022-03-08", "The mine in Bolivia killed 984 people, a report said."))
    assert "contradicts" not in found.values()


def test_miles_from_the_hurt_are_no_hurt() -> None:
    assert not tallies_of(framed("An ambulance carried an injured miner about 35 miles off the road in Bolivia."))


@pytest.mark.parametrize("told", ["At least 34 people died", "At least 55 people died"])
def test_two_tolls_of_one_day_that_say_at_least_are_what_was_known_by_then(told: str) -> None:
    found = between(
        ("2022-03-08", f"{told} in Bolivia, the civil defence said."),
        ("2022-03-08", "The accident killed at least 58 in Bolivia, the union said."),
    )
    assert set(found.values()) == {"qualifies"}


def test_each_of_two_countries_at_war_counts_its_own_dead() -> None:
    texts = [
        "Clashes broke out on the border of Peru and Bolivia on Monday. Peru said that four people were killed.",
        "Peru and Bolivia clashed on the border on Monday. According to Bolivia, nine people were killed.",
    ]
    sources = [Source(i, Metadata(title=i, issued="2022-03-08"), text, clean(text)) for i, text in zip("ab", texts)]
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    assert not [r for r in relate(claims, Codebook(), sources) if r.rule == "tallies"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No life was lost in Bolivia, the company said.", "At least seven people died in Bolivia, the union said."),
    ],
)
def test_none_against_some_is_a_dispute(one: str, other: str) -> None:
    assert "contradicts" in between(("2022-03-08", one), ("2022-03-08", other)).values()


def test_a_breach_that_each_lays_to_the_other_is_in_dispute_and_no_agreement() -> None:
    chad = framed("Chad broke the truce in the valley.")
    others = [
        framed("Niger had violated the ceasefire in the valley."),
        framed("Chad had violated the ceasefire in the valley."),
        framed("Niger observes the ceasefire in the valley."),
    ]
    assert [bool(at_odds(chad, other)) for other in others] == [True, False, False]
    assert [agree(chad, other) for other in others] == [False, True, False]
    began = framed("Chad was the first to open fire."), framed("Niger provoked the fighting in the valley.")
    charge = at_odds(*began)
    assert charge and charge.rule == "blame"


def test_a_shortened_month_makes_a_day_and_those_who_belong_to_somebody_are_counted() -> None:
    told = tallies_of(framed("In Bolivia 729 of its soldiers were killed since Sept. 27."))
    assert [t.number.value for t in told] == [729]
    told = tallies_of(framed("The slide in Bolivia buried more than 200 miners, killing at least 162."))
    assert [t.number.value for t in told] == [162]


def test_a_denial_far_before_a_cause_denies_another_thing() -> None:
    far = (
        "A court in Bolivia threw out a petition by the main party, filed on Friday, that the count be stopped due to"
    )
    assert [c.sign for c in causes_of(framed(f"{far} forgeries."))] == [1]
    assert [c.sign for c in causes_of(framed("The mine in Bolivia was not closed due to forgeries."))] == [-1]


def test_what_is_sought_or_only_planned_elsewhere_is_not_what_was_done() -> None:
    annulled = framed("A court in Bolivia annulled the sale of the tower.")
    sought = framed("The mayor went to court in Bolivia to have the sale of the tower annulled.")
    assert at_odds(annulled, sought) is None and not agree(annulled, sought)
    longest = framed("Bolivia's longest strike hit the tower."), framed("They hope to end Bolivia's longest strike.")
    assert at_odds(*longest) is None and not agree(*longest)


BEFORE = [
    "The disaster comes four years after a mine in Oruro caved in and killed 19 miners.",
    "Eleven miners had already died in the month before.",
]


@pytest.mark.parametrize("said", BEFORE)
def test_those_who_had_died_before_are_no_earlier_count(said: str) -> None:
    found = between(
        ("2022-03-08", said),
        ("2022-03-10", "The death toll in Bolivia has risen to 58, rescuers said."),
    )
    assert not found


def test_those_who_died_after_years_of_quiet_are_counted() -> None:
    found = between(
        ("2022-03-08", "Four years after the last accident, 34 miners died, the civil defence of Bolivia said."),
        ("2022-03-10", "The death toll in Bolivia has risen to 58, rescuers said."),
    )
    assert "updates" in found.values()


def test_a_blast_that_hurt_nobody_is_another_one() -> None:
    found = between(
        ("2022-03-08", "More than 50 miners were injured when the shaft near Potosi caved in."),
        ("2022-03-08", "An explosion behind a court in La Paz, in the street of the old theatre, injured nobody."),
    )
    assert "contradicts" not in found.values()


def test_more_may_come_to_be_missed_later() -> None:
    found = between(
        ("2022-03-08", "The ministry said that 77 miners were still missing in Bolivia."),
        ("2022-03-12", "The union said that 234 miners were missing in Bolivia."),
    )
    assert set(found.values()) == {"updates"}


def test_two_numbers_of_missing_of_one_day_are_at_odds() -> None:
    found = between(
        ("2022-03-08", "The ministry said that 77 miners were still missing in Bolivia."),
        ("2022-03-08", "The union said that 234 miners were missing in Bolivia."),
    )
    assert found and "updates" not in found.values()
