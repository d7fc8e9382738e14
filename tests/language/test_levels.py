"""What declines to a level refuses nothing."""

from __future__ import annotations

import pytest

from dossier.language.negation import negations
from dossier.language.words import words_of


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("Growth in Bhutan declined to 6.8 percent.", False),
        ("Arrivals declined to a record low.", False),
        ("The peso declined to about 18 to the dollar.", False),
        ("The minister declined to answer.", True),
        ("The bank of Ghana failed to lend.", True),
        ("He refused to sign the treaty.", True),
    ],
)
def test_declining_to_a_level_is_no_refusal(sentence: str, negated: bool) -> None:
    assert bool(negations(words_of(sentence))) == negated
