"""Damaged and hostile text is read like any other: no exception, quotes verbatim, nothing beyond the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Claim, Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft, read_source, read_statement
from dossier.reading.speech.finding import attributions
from dossier.reading.worth import reason_against, worth

PIECES = [
    "he said that ",
    '"a ',
    "“",
    "”",
    "'a ",
    '"',
    "\0",
    "\u202e",
    "\u200b",
    ". ",
    "… ",
    "\n",
    " \n\n",
    "(",
    "[1] ",
    "1,000 ",
    "a — ",
    "a: ",
    "; ",
    ", and ",
    "Peru rose ",
    "exam-\nple ",
    "according to ",
    "the claim that ",
    "if ",
    "not to say that ",
    "? ",
    "President ",
    "😀",
    "e\u0301",
    "中",
    "http://a.b/c ",
    "• item\n",
    "who ",
    "of the ",
    "none of ",
    ", while ",
    "5% ",
    "\t",
    "\r\n",
    "{{ x }}",
    "<script>",
    "---\n",
    "A. ",
    "May ",
    "US ",
    "fi",
    "all are ",
    "US$",
    "Mr. ",
]


def drafted(text: str) -> tuple[Source, tuple[Claim, ...]]:
    source = Source("an-article", Metadata(title="An article", issued="2023-03-15"), text, clean(text))
    return source, draft(source, Codebook())


def holds(text: str) -> None:
    source, claims = drafted(text)
    end = 0
    for claim in claims:
        assert source.text[claim.start : claim.end] == claim.quote != ""
        assert claim.start >= end and claim.statement
        end = claim.end
    assert read_statement(text, "2023-03-15").quote == text
    assert 0 <= worth(text) <= 1


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_one_thing_over_and_over(piece: str) -> None:
    holds(piece * 400)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_mixture(text: str) -> None:
    holds(text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_any_characters(text: str) -> None:
    holds(text)


def test_a_sentence_beyond_all_measure_is_no_claim_and_says_why() -> None:
    text = "The minister of Peru said that exports rose by 5% and " * 2000
    source, claims = drafted(text)
    assert claims == ()
    assert {read.reason for read in read_source(source, Codebook())} == {"too long"}
    assert reason_against(text) == "too long"


def test_the_sentences_around_damage_are_read() -> None:
    text = "Exports of Peru rose by 5% in 2022. " + "X " + "y x " * 3000 + ". Imports of Chile fell by 3% in 2022."
    assert [c.quote for c in drafted(text)[1]] == [
        "Exports of Peru rose by 5% in 2022",
        "Imports of Chile fell by 3% in 2022",
    ]


def test_speech_in_a_sentence_without_end_stays_in_the_text() -> None:
    for text in ("he said that " * 3000, '"a ' * 3000, "'a " * 3000):
        assert all(0 <= a.content[0] < a.content[1] <= len(text) for a in attributions(text))
