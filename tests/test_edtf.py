"""Dates as precise as their source: what period a text stands for, and how a reader would say it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import Period, in_words, parse


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-06", "2022-06-01", "2022-06-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2022-09-21", "2022-09-21", "2022-09-21"),
        ("2022-Q2", "2022-04-01", "2022-06-30"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2022-02/2022-06", "2022-02-01", "2022-06-30"),
        ("2022-02/..", "2022-02-01", "9999-12-31"),
        ("../2022-02", "0001-01-01", "2022-02-28"),
        ("~2022", "2022-01-01", "2022-12-31"),
        ("~2022-01/2022-04", "2022-01-01", "2022-04-30"),
    ],
)
def test_a_text_stands_for_its_days(text: str, start: str, end: str) -> None:
    about = text.startswith("~")
    assert parse(text) == Period(date.fromisoformat(start), date.fromisoformat(end), about)


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-13", "2022-00", "2022-02-30", "2022-Q5", "2022-6", "0000", "~~2022", "../..", "2022/2021",
     " 2022", "2022 ", "٢٠٢٢", "9999-24", "2022/", "/2022", "2022-25", "spring 2022", "199X-05", "2022-06-",
     "2022-W38"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022", "2022"),
        ("2022-06", "June 2022"),
        ("2022-09-21", "21 September 2022"),
        ("2022-Q2", "second quarter of 2022"),
        ("2022-22", "summer 2022"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("10XX", "11th century"),
        ("20XX", "21st century"),
        ("~2022", "about 2022"),
        ("~2024-06/..", "since about June 2024"),
        ("~../2022", "until about 2022"),
        ("2022-02/..", "since February 2022"),
        ("../2022-02", "until February 2022"),
        ("2022-02/2022-06", "February 2022 to June 2022"),
        ("", ""),
        ("no date", "no date"),
    ],
)
def test_a_reader_sees_words(text: str, words: str) -> None:
    assert in_words(text) == words


def test_periods_that_share_a_day_overlap() -> None:
    year, month, later = parse("2022"), parse("2022-12"), parse("2023-01/..")
    assert year and month and later
    assert year.overlaps(month) and month.overlaps(year)
    assert not year.overlaps(later)
    assert year.days == 365


@given(st.dates(), st.dates())
def test_any_two_days_make_a_period_in_order(a: date, b: date) -> None:
    first, last = sorted((a, b))
    assert parse(f"{first.isoformat()}/{last.isoformat()}") == Period(first, last)


@given(st.text(alphabet="0123456789-/.~XQ", max_size=24))
def test_no_text_breaks_it(text: str) -> None:
    period = parse(text)
    assert period is None or period.start <= period.end
    assert isinstance(in_words(text), str)
