"""How likely a draft answers its question: the weights are those that fit, and what they promise holds elsewhere."""

from dossier.data import load
from tests.gold.answering import JUDGED, LEAST, as_data
from tests.gold.fitting import judged_elsewhere, rows, share

FOUND = judged_elsewhere(rows(JUDGED)[1])


def test_the_weights_in_the_data_are_those_that_fit_the_judged_answers() -> None:
    assert load("answering.yaml") == as_data()


def test_what_counts_as_an_answer_is_one_far_more_often_than_what_does_not() -> None:
    """On matters that nothing was fitted to."""
    assert share(FOUND, LEAST) > 0.6 > 0.3 > share(FOUND, 0, LEAST)


def test_a_likelihood_is_about_the_share_that_answers() -> None:
    for low in (0.2, 0.4, 0.6, 0.8):
        assert abs(share(FOUND, low, low + 0.2) - (low + 0.1)) < 0.12
