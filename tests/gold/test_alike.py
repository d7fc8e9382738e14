"""How likely two claims tell of one thing: the weights are those that fit, and what they promise holds elsewhere."""

from dossier.data import load
from tests.gold.alike import JUDGED, SHOWN, as_data
from tests.gold.fitting import judged_elsewhere, rows, share

FOUND = judged_elsewhere(rows(JUDGED)[1])


def test_the_weights_in_the_data_are_those_that_fit_the_judged_pairs() -> None:
    assert load("alike.yaml") == as_data()


def test_of_the_pairs_that_would_be_shown_most_hold_in_matters_that_nothing_was_fitted_to() -> None:
    assert share(FOUND, SHOWN) >= 0.85


def test_a_likelihood_is_about_the_share_that_holds() -> None:
    for low in (0.1, 0.3, 0.5, 0.7):
        assert abs(share(FOUND, low, low + 0.2) - (low + 0.1)) < 0.1


def test_what_is_left_out_of_the_most_a_pair_can_come_to_only_counts_against_it() -> None:
    """`likely.at_most` takes the most of each sign that speaks for one thing, and nothing of the others."""
    against = {name for name, weight in load("alike.yaml")["signs"].items() if weight < 0}
    assert against == {"other numbers", "other numbers beside", "denied in one", "days between"}
    assert (
        load("alike.yaml")["signs"]["kin"] >= load("alike.yaml")["signs"]["words"] >= 0
    )  # each word is one of these
