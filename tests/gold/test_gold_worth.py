"""How likely a sentence holds something to check: the weights are those that fit, and they hold elsewhere."""

from dossier.data import load
from tests.gold.fitting import judged_elsewhere, rows, share
from tests.gold.worth import IN_ARTICLES, JUDGED, as_data

FOUND = judged_elsewhere(rows(JUDGED)[1])


def test_the_weights_in_the_data_are_those_that_fit_the_judged_sentences() -> None:
    assert load("checkable.yaml") == as_data()


def test_of_the_sentences_taken_most_are_worth_it_in_texts_that_nothing_was_fitted_to() -> None:
    assert share(FOUND, 0.5) >= 0.8
    assert share(FOUND, 0, 0.5) <= 0.2


def test_hardly_anything_worth_keeping_stands_below_what_articles_ask() -> None:
    assert share(FOUND, 0, IN_ARTICLES / 2) <= 0.1


def test_a_likelihood_is_about_the_share_that_is_worth_it() -> None:
    for low in (0.1, 0.3, 0.5, 0.7):
        assert abs(share(FOUND, low, low + 0.2) - (low + 0.1)) < 0.1
