"""Quotes are found in their paragraph, and the nearest passage is the one a person meant."""

from __future__ import annotations

import pytest

from dossier.checks.quotes import _passages
from dossier.model import Claim, Cleaned, Metadata, Source
from dossier.quotes import differs_in_marks, nearest, place_in, to_paste
from dossier.store.claims import claim_from

TEXT = """\
Harvests fell in all three valleys, the ministry said.
“Nobody knows where the seed went,” a miller told us in the autumn.
Harvests fell in all three valleys, once more."""


def source(text: str = TEXT) -> Source:
    starts = [0, *(n + 1 for n, c in enumerate(text) if c == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return Source("a", Metadata("A"), text, Cleaned(text, (), tuple(zip(starts, ends))))


def found(quote: str, id: str = "a/p01-x", text: str = TEXT) -> str:
    start, end = place_in(Claim(id, "a", quote, ""), source(text).cleaned)
    return f"{start}: {text[start:end]}" if start >= 0 else "nowhere"


def test_a_quote_is_found_where_it_stands() -> None:
    assert found("the ministry said") == "36: the ministry said"


def test_white_space_counts_the_same_in_any_amount() -> None:
    assert found("  the\n  ministry \t said\n") == "36: the ministry said"
    assert found("the ministry said", text="Well, the\n\n ministry\xa0said.") == "6: the\n\n ministry\xa0said"


def test_of_two_places_the_paragraph_in_the_id_decides() -> None:
    quote = "Harvests fell in all three valleys"
    assert found(quote, "a/p01-harvests") == f"0: {quote}"
    assert found(quote, "a/p03-harvests") == f"123: {quote}"
    assert found(quote, "a/my-own") == f"0: {quote}"
    assert found(quote, "a/p99-harvests") == f"0: {quote}"


@pytest.mark.parametrize("quote", ["harvests fell", "the ministry  knows", "", " ", "Nobody knew"])
def test_other_words_are_not_found(quote: str) -> None:
    assert found(quote) == "nowhere"


NEAREST = {
    "Harvest fell in all three valleys": "Harvests fell in all three valleys",
    "nobody knew where the seeds went": "Nobody knows where the seed went",
    '"Nobody knows where the seed went," a miller told us': "“Nobody knows where the seed went,” a miller told us",
    "a miller in the autumn told us": "a miller told us in the autumn",
    "all three valleys, one more.": "all three valleys, once more.",
}


@pytest.mark.parametrize("quote", NEAREST)
def test_the_nearest_passage_is_cut_at_words(quote: str) -> None:
    best = nearest(quote, TEXT)[0]
    assert TEXT[best.start : best.end] == NEAREST[quote]


ALIKE = {
    "an accent apart": "cafe\u0301",
    "Cyrillic": "\u0441afé",
    "an unseen mark": "ca\u00adfé",
    "other words": "cafés",
}


@pytest.mark.parametrize("word", ALIKE.values(), ids=ALIKE)
def test_what_looks_like_the_passage_is_told_from_other_words(word: str) -> None:
    assert differs_in_marks(f"the “{word}” - closed", 'the "café" – closed') == (word != "cafés")


def test_several_near_passages_are_given_apart() -> None:
    passages = [TEXT[n.start : n.end] for n in nearest("Harvests fell in three valleys", TEXT)]
    assert passages[:2] == ["Harvests fell in all three valleys"] * 2


@pytest.mark.parametrize("quote", ["Rents fell in the big cities once", "A miller sold the mill in the spring"])
def test_a_sentence_that_was_taken_out_is_not_taken_for_another(quote: str) -> None:
    assert _passages(quote, TEXT) == ""


def test_what_is_to_be_pasted_mends_the_claim() -> None:
    best = nearest("Harvest fell in all three valleys", TEXT)[0]
    text = to_paste(TEXT[best.start : best.end]) + "\nstatement: x\n"
    claim, problems = claim_from(text, "a/p01-x", "claims/a/p01-x.yaml")
    assert problems == [] and claim and place_in(claim, source().cleaned)[0] == 0


def test_nothing_is_near_to_strange_words() -> None:
    assert nearest("quantum chromodynamics", TEXT) == []
    assert nearest("!?", TEXT) == [] and nearest("seed", "") == []
