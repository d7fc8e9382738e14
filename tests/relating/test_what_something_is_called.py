"""Over or not, legal or illegal, within reach or not: light words that decide when they are said of one subject."""

import pytest
from two_claims import kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The siege is over.", "The siege is not over."),
        ("The new terminal is ready.", "Despite the promises of the builder, the new terminal is still not ready."),
        ("The levy is lawful, the high court in Nairobi found.", "A Nairobi court has declared the levy unlawful."),
        ("The bridge over the Vistula is open again.", "The bridge over the Vistula is still closed."),
        ("The zero-waste goal is within reach, the mayor said.", "The zero-waste goal is a pipe dream."),
        ("Tap water in Flint is safe, officials said.", "Tap water in Flint is not safe, residents said."),
        ("The wildfire near Evia is under control.", "The wildfire near Evia is out of control."),
    ],
)
def test_one_subject_is_not_both(a: str, b: str) -> None:
    assert kind(a, b) == kind(b, a) == "contradicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The siege is over.", "The trial is not over."),
        ("The siege of Sarajevo is over.", "The siege of Leningrad is not over."),
        ("The bridge is open.", "The bridge is not open on Sundays."),
        ("The vaccine is safe for adults.", "The vaccine is not safe for newborns."),
        ("The northern bridge is open again.", "The southern bridge is still closed."),
        ("The strike by pilots is illegal.", "The strike by nurses is legal."),
        ("The new terminal is ready.", "The new runway is not ready."),
        ("The minister is not ready for the talks.", "The talks are ready."),
        ("The drought is not over.", "The drought is far from over."),
    ],
)
def test_another_subject_or_a_part_of_it_may_be(a: str, b: str) -> None:
    assert "contradicts" not in (kind(a, b), kind(b, a))


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Lake Kariba stood at 41% of capacity.", "Lake Kariba is 12 percent full.", "contradicts"),
        ("Lake Kariba stood at 41% of capacity.", "Lake Kariba is 41 percent full.", "agrees"),
        ("Lake Kariba stood at 41% of capacity.", "Lake Volta is 12 percent full.", "none"),
        (
            "Some 900 motorists were stuck on the Brenner.",
            "Only 200 drivers were stuck on the Brenner.",
            "contradicts",
        ),
        ("Some 900 commuters were stranded in Lyon.", "About 900 travellers were trapped in Lyon.", "agrees"),
        ("Some 900 commuters were stranded in Lyon.", "Some 40 commuters were stranded in Nantes.", "none"),
        ("Some 900 commuters were stranded in Lyon.", "Some 40 commuters were hurt in Lyon.", "none"),
    ],
)
def test_shares_of_what_is_full_and_people_who_wait(a: str, b: str, wanted: str) -> None:
    assert kind(a, b) == wanted
