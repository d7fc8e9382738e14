"""Dates, figures and places in texts made to break them: endless numbers, marks, foreign digits, loops of shapes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.edtf import parse
from dossier.model import Codebook, Event, Region
from dossier.reading.dates import find_dates, find_events
from dossier.reading.figures.finding import find_figures
from dossier.reading.periods import date_of
from dossier.reading.places.finding import find_places
from dossier.reading.places.references import survey

BOOK = Codebook(regions=(Region("isles", "the Isles", ("FJ", "WS", "TO"), ("the Isles", "islander")),))
EVENTS = (Event("flood", "2016-05-02", ("the flood", "a")),)

ENDLESS = "1" * 5000
PIECES = [
    "1 1 1 ", "May 2020 in ", '"a ', "Ab Cd ", "x", "\0", "\u202e\u202a ", "e\u0301\u0302", "1,000,", "1.",
    "1-", "1/", "20-", "one ", "twenty-", "hundred ", "hundreds of ", "half of ", "and a half ",
    "between 5 and ", "5 to ", "from 5 to ", "May-", "1941-", "the ", "last ", "of the ", "every ", "$",
    "US$", "A.", "U.S.", "Georgia, ", "the country ", "both states ", "the other two ", "New ",
    "in Ab Ab, Texas ", "Calif. ", "rose by ", "% ", "up from ", "°", "-", "more than ", " ", "\n\n",
    "\u00a0", "year-", "years ", "earlier ", "will ", "Monday ", "Jan. ", "Q1 ", "(", ")", "one in every ",
    "2½", "½", "\u0661\u0662 ", "²", "𝟙𝟚 ", "Ⅷ ", "İ", "ﬁ", "o'clock ", "'90s ", "B.C. ", "44 BC ",
    "9999-12-31 ", "0000 ", "31/12/", "the Isles ", "the flood ", "after ", "th ", "bn ", "m", "x4",
]  # fmt: skip


def read_all(text: str) -> None:
    """Every finder over the text; what it finds lies in it, in order, and can be told."""
    dates = find_dates(text, "2022-09-21")
    figures = find_figures(text)
    places = find_places(text, BOOK)
    for found in (dates, figures, places):
        ends = [0]
        for one in found:
            assert ends[-1] <= one.start < one.end <= len(text)
            ends.append(one.end)
    assert all(not d.edtf or parse(d.edtf) for d in dates)
    assert all(math.isfinite(v) for f in figures for v in (f.figure.low, f.figure.high) if v is not None)
    sentences = [(0, len(text))] if text.strip() else []
    for mention in survey(text, sentences, places, BOOK).references:
        assert mention.places
    times = sorted([*dates, *find_events(text, EVENTS)], key=lambda e: e.start)
    told = date_of(0, len(text), 0, text, times, "2022-09-21", sentences)
    assert not told.edtf or parse(told.edtf)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join))
def test_any_heap_of_pieces_is_read(text: str) -> None:
    read_all(text)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.integers(min_value=1, max_value=400))
def test_what_repeats_without_end_is_read(pieces: list[str], times: int) -> None:
    read_all("".join(pieces) * times)


@pytest.mark.parametrize(
    "text",
    ["{}", "{}-1", "1-{}", "May {}", "{} May", "May 5, {}", "{} years ago", "{} million", "{}th century", "in {} BC",
     "1 in {}", "{}:{}", "{}/{}", "1941-{}", "${}", "{}.{}", "March 3-{}", "5-{} May", "0.{} years later", "May '{}",
     "Q{}", "{}s", "{}%", "-{}", "the {}th", "{}m high", "{}x4"],
)  # fmt: skip
def test_endless_numbers_are_codes(text: str) -> None:
    read_all(text.replace("{}", ENDLESS))
