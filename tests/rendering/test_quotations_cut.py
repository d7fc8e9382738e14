"""Quotations cut to the room there is: what decides is shown, and what denies it is never cut away."""

from __future__ import annotations

import re

import pytest

from dossier.rendering.quoting import clause, telling

LONG = ", and the ministry in the capital said on the same evening that it knew of nothing of the kind in any valley"


@pytest.mark.parametrize(
    ("quote", "words", "kept"),
    [
        (
            f"It would be wrong to call the sale of these two northern ports a break with the union{LONG}",
            "break with",
            "wrong",
        ),
        (
            f"The minister, asked about it by our reporter in the capital, did not, however, back the sale{LONG}",
            "back",
            "did not",
        ),
        (
            f"The claim that the army shot at buses carrying pilgrims home from the northern valleys of the province "
            f"is not true{LONG}",
            "army shot",
            "is not true",
        ),
    ],
)
def test_what_denies_the_telling_words_is_shown_with_them(quote: str, words: str, kept: str) -> None:
    cut = re.sub("</?mark>", "", telling(quote, [words]))
    assert kept in cut and words in cut and len(cut) < len(quote)


def test_a_cut_quotation_begins_where_a_clause_does() -> None:
    quote = (
        "In the autumn, long before it was known in the capital of either of the two countries, while talks went on, "
    )
    quote += f"the two ports were closed{LONG}"
    assert telling(quote, ["closed"]).startswith("… while talks went on, the two ports")


def test_a_quotation_a_few_words_too_long_is_not_cut() -> None:
    quote = "in the remaining two provinces of the northern plain, Ambo and Kilda, the party has control of all mines"
    assert re.sub("</?mark>", "", telling(quote, ["has control"], limit=100)) == quote


def test_the_clause_around_a_phrase_tells_what_it_was() -> None:
    assert clause("At noon, the driver lost control of the bus; nobody was hurt", "driver lost") == (
        "the driver lost control of the bus"
    )
    assert clause("The union has 30,000 members", "30,000") == "The union has 30,000 members"
