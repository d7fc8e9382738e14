"""How likely a sentence holds something to check: the weights are those that fit, and they hold elsewhere."""

from dossier.data import load
from dossier.reading.worth import asked_in
from tests.gold.fitting import judged_elsewhere, rows, share
from tests.gold.worth import JUDGED, as_data, odds_in_texts

FOUND = judged_elsewhere(rows(JUDGED)[1])
KEPT = load("checkable.yaml")["in_texts"]


def test_the_weights_in_the_data_are_those_that_fit_the_judged_sentences() -> None:
    assert load("checkable.yaml") == as_data()


def test_of_the_sentences_taken_most_are_worth_it_in_texts_that_nothing_was_fitted_to() -> None:
    assert share(FOUND, 0.5) >= 0.8
    assert share(FOUND, 0, 0.5) <= 0.2


def test_a_likelihood_is_about_the_share_that_is_worth_it() -> None:
    for low in (0.1, 0.3, 0.5, 0.7):
        assert abs(share(FOUND, low, low + 0.2) - (low + 0.1)) < 0.1


def test_of_what_is_worth_it_in_news_and_comment_hardly_anything_is_left_out() -> None:
    judged, means = odds_in_texts()
    asked = {text: KEPT["asked"] - KEPT["around"] * mean for text, mean in means.items()}
    kept = [odds >= asked[text] for text, held, odds in judged if held and text[0] != "s"]
    talk = [odds >= asked[text] for text, held, odds in judged if not held and text[0] == "s"]
    assert sum(kept) / len(kept) > 0.98
    assert sum(talk) / len(talk) < 0.6


def test_a_text_full_of_figures_asks_less_of_a_sentence_than_one_of_talk() -> None:
    report = ["Wheat exports from Kenya fell by 12 percent to 3.4 million tonnes in 2021, the ministry said."] * 9
    talk = ["I truly hope that you feel what I feel."] * 9
    assert asked_in(report) < asked_in(()) < asked_in(talk)
