"""What was received becomes what is read, by edits that lead from one to the other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Edit
from dossier.reading.cleaning.steps import apply, chain, clean, is_heading, rule_names

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "cleaning.yaml").read_text("utf-8"))
PIECES = [
    *["The frm", " voted", " spi-\nralled", "Tis is", " fve", " men.", " and", "-", "con\ufffdict", "ﬁ"],
    *["\n\n", "\n", " ", "\u00a0", "\u00ad", "\r\n", "\ufeff", "\f"],
    *["Read more", "Source:", "By", "12", "Photo: Jane Doe"],
]
DAMAGED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads(case: dict[str, str]) -> None:
    assert clean(case["received"]).text == case["read"]


@given(DAMAGED | st.text(max_size=200))
def test_edits_lead_from_the_original_to_the_text(original: str) -> None:
    cleaned = clean(original)
    assert apply(original, cleaned.edits) == cleaned.text
    assert all(a.end <= b.start for a, b in zip(cleaned.edits, cleaned.edits[1:]))
    assert all(0 <= e.start <= e.end <= len(original) and e.rule in rule_names() for e in cleaned.edits)


@given(DAMAGED | st.text(max_size=200))
def test_paragraphs_are_lines_with_an_empty_line_between(original: str) -> None:
    cleaned = clean(original)
    paragraphs = [cleaned.text[start:end] for start, end in cleaned.paragraphs]
    assert "\n\n".join(paragraphs) == cleaned.text
    assert all(p == p.strip() and p and "\n" not in p for p in paragraphs)


def test_columns_put_in_order_are_one_repair_and_can_be_left_as_written() -> None:
    received = next(case["received"] for case in CASES if case["name"] == "two columns side by side")
    assert "columns" in {edit.rule for edit in clean(received).edits}
    assert "low- The ministry" in clean(received, {"columns"}).text


@pytest.mark.parametrize(
    ("rule", "received", "read"),
    [
        ("lost-ligature", "A frm hold.", "A frm hold."),
        ("line-end-hyphen", "They had wai-\nted.", "They had wai-\nted."),
        ("comment-counter", "It rained.\n\n0 Comments", "It rained.\n\n0 Comments"),
        ("stray-words", "It rained.\n\nBy", "It rained.\n\nBy"),
        ("donation-plea", "It rained.\n\nPlease support us.", "It rained.\n\nPlease support us."),
    ],
)
def test_each_rule_can_be_switched_off(rule: str, received: str, read: str) -> None:
    assert clean(received, [rule]).text == read
    assert clean(received).text != read


def test_edits_name_their_rule() -> None:
    cleaned = clean("The frm  voted.\n\n0 Comments")
    assert [e.rule for e in cleaned.edits] == ["lost-ligature", "spaces", "comment-counter"]


@pytest.mark.parametrize(
    "text", ["Shifting Winds", "WILL THERE BE WATER?", "Who pays for the dykes?", "A slow recovery"]
)
def test_headings(text: str) -> None:
    assert is_heading(text)


@pytest.mark.parametrize("text", ["Rain fell.", "• Oil rose 5%", "He asked why. Nobody knew?", "“We won!”", ""])
def test_no_headings(text: str) -> None:
    assert not is_heading(text)


def test_chained_edits_do_what_both_lists_do() -> None:
    first = [Edit(0, 1, "", "a"), Edit(3, 5, "xyz", "b")]
    middle = apply("0123456789", first)
    second = [Edit(1, 4, "!", "c"), Edit(7, 8, "", "d")]
    chained = chain(first, second, middle)
    assert apply("0123456789", chained) == apply(middle, second)
