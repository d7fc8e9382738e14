"""One deal told by who gives and by who takes: sold and bought, lent and borrowed, exported and imported."""

from __future__ import annotations

import pytest

from tests.two_claims import kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pontica sold the terminal to Varna Port.", "Varna Port bought the terminal from Pontica."),
        ("The bank lent 40 million dollars to the city.", "The city borrowed 40 million dollars from the bank."),
        ("Peru exports copper to China.", "China imports copper from Peru."),
        ("Ana teaches Luis the guitar.", "Luis learns the guitar from Ana."),
        (
            "The state sold its shares in the railway to a fund in 2019.",
            "A fund bought the state's shares in the railway in 2019.",
        ),
        (
            "Zambia exported 40,000 tonnes of maize to Malawi last year.",
            "Malawi imported 40,000 tonnes of maize from Zambia last year.",
        ),
    ],
)
def test_who_gives_and_who_takes_tell_the_same(one: str, other: str) -> None:
    assert kind(one, other) == kind(other, one) == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peru exports copper to China.", "Peru imports copper from China."),
        ("Pontica bought the terminal in May.", "In May Pontica sold the terminal."),
        ("Pontica sold the terminal to Varna Port.", "Varna Port sold the terminal to Pontica."),
    ],
)
def test_the_other_end_of_the_same_hands_is_a_dispute(one: str, other: str) -> None:
    assert kind(one, other) == kind(other, one) == "contradicts"
