"""A "not" grown together with its verb denies as much as one that stands apart."""

import pytest

from dossier.relating.bare.pair import relate_bare

PAIRS = [
    ("The museum is closed on Mondays.", "The museum isn't open on Mondays.", "agrees"),
    ("Two of the eight states haven't signed.", "Six of the eight states have signed.", "agrees"),
    ("The fort doesn't have 4,000 guns.", "The fort has 100 guns.", "none"),
    ("The toll isn't 34.", "The toll is 34.", "contradicts"),
    ("All pupils passed.", "All pupils didn't pass.", "contradicts"),
    ("The council didn't heed the warning.", "The council ignored the warning.", "agrees"),
    ("The Danes didn't sign the letter in May.", "The Swedes didn't sign the letter in May.", "none"),
    ("The pump isn’t working.", "The pump has failed.", "agrees"),
]


@pytest.mark.parametrize(("a", "b", "answer"), PAIRS)
def test_it_is_read_like_one_written_out(a: str, b: str, answer: str) -> None:
    written = (text.replace("n't", " not").replace("n’t", " not") for text in (a, b))
    assert relate_bare(a, "", b, "") == answer
    assert relate_bare(next(written), "", next(written), "") == answer
