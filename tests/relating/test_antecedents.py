"""Who "it" is: the subject of the sentence before, and no word more."""

import pytest

from dossier.language.words import words_of
from dossier.relating.apart.antecedents import subject_of


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The company lost money in 2020.", "The company"),
        ("Farmers in Mali sold cattle.", "Farmers in Mali"),
        ("The gas exports fell.", "The gas exports"),
        ("The World Bank lends less.", "The World Bank"),
        # Where no verb is told from the nouns, nobody is "it".
        ("The utility sells power to Peru cheaply.", ""),
        ("The dam burst in May.", ""),
        ("The bank put the cost at 3 billion.", ""),
    ],
)
def test_a_subject_ends_before_its_verb(sentence: str, subject: str) -> None:
    assert " ".join(w.text for w in subject_of(words_of(sentence))) == subject
