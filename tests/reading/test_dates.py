"""Each case of cases/dates.yaml: a text, and every time expression in it with its meaning."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import parse
from dossier.model import Event
from dossier.reading.dates import find_dates, find_events

CASES = yaml.load((Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["rule"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_dates(text, case["published"])
    assert [text[e.start : e.end] for e in found] == list(case["dates"])
    for expression, meant in zip(found, case["dates"].values(), strict=True):
        timex, *edtf = meant if isinstance(meant, list) else [meant]
        assert expression.timex == timex
        assert [expression.edtf] == (edtf or [expression.edtf])


def test_each_rule_has_one_case() -> None:
    rules = [case["rule"] for case in CASES]
    assert len(rules) == len(set(rules))


WORDS = sorted(
    {word for case in CASES for word in case["text"].split()} | {"\n", "9999", "0000", "9" * 20, "10:75", "’", "/"}
)
PUBLISHED = ["2022-09-21", "2022", "", "~2024-06", "../2001", "0001", "9999"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.sampled_from(PUBLISHED),
)
def test_any_heap_of_time_words_gives_ordered_spans_and_readable_periods(words: list[str], published: str) -> None:
    text = " ".join(words)
    found = find_dates(text, published)
    assert found == find_dates(text, published)
    ends = [0]
    for expression in found:
        assert ends[-1] <= expression.start < expression.end <= len(text)
        assert expression.timex
        assert not expression.edtf or parse(expression.edtf), expression
        ends.append(expression.end)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for expression in find_dates(text, "2022-09-21"):
        assert text[expression.start : expression.end].strip()


def test_expressions_do_not_depend_on_what_stands_in_other_texts() -> None:
    texts = [case["text"] for case in CASES]
    before = [find_dates(t, "2021-03-04") for t in texts]
    order = list(range(len(texts)))
    random.Random(7).shuffle(order)
    again = {i: find_dates(texts[i], "2021-03-04") for i in order}
    assert [again[i] for i in range(len(texts))] == before


EVENTS = (
    Event("flood", "2016-05-02", ("the flood", "inundation of the valley")),
    Event("coup", "2014", ("the coup", "his fall")),
)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Since the flood, rents have risen.", "the flood", "2016-05-02/.."),
        ("After the inundation of the valley they left.", "inundation of the valley", "2016-05-02/.."),
        ("Before the coup she taught.", "the coup", "../2014"),
        ("Following his fall the border closed.", "his fall", "2014/.."),
        ("The coup surprised them.", "The coup", "2014"),
    ],
)
def test_codebook_events_date_what_refers_to_them(text: str, words: str, edtf: str) -> None:
    (found,) = find_events(text, EVENTS)
    assert (text[found.start : found.end], found.edtf) == (words, edtf)


def test_without_events_nothing_is_found() -> None:
    assert find_events("Since the flood, rents have risen.", ()) == []
