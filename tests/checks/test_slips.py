"""Slips that a file can hold and still be read: each is told, with the line to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.small import CLAIM, SOUND, problems_of, write


def said(root: Path, old: str, new: str) -> str:
    text = SOUND[CLAIM]
    assert isinstance(text, str) and old in text
    write(root, SOUND | {CLAIM: text.replace(old, new)})
    return "\n".join(map(str, problems_of(root)))


LOST = {
    "behind a text": "Exports rose # 5 percent",
    "on the next line": "Exports rose\n  # 5 percent",
    "after two lines": "Exports rose\n  much,\n  # 5 percent",
}


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_an_amount_behind_a_hash_is_told_to_be_a_comment(tmp_path: Path, text: str) -> None:
    found = said(tmp_path, "Harvests fell.", text)
    assert "3:12: warning: '#' ends the text of 'statement' here; what follows is a comment: '5 percent'" in found
    assert f'write statement: "{" ".join(text.split())}"' in found


@pytest.mark.parametrize("text", ["Harvests fell. # see the table", "Harvests fell.\n# 5 percent", "x\n  # why"])
def test_a_comment_that_is_one_is_left_alone(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, "Harvests fell.", text) == ""


def test_a_text_that_goes_on_behind_a_hash_is_explained(tmp_path: Path) -> None:
    found = said(tmp_path, "Harvests fell.", "Exports rose\n  # 5 percent\n  in May.")
    assert "5:3: error: the line above begins with '#', which ends the text: '# 5 percent' [syntax]" in found


def test_a_quote_that_goes_on_with_invented_words_is_cut_back_to_the_article(tmp_path: Path) -> None:
    more = (
        ", and the minister resigned in tears after long talks with the king and all of parliament, which met for it"
    )
    found = said(tmp_path, "three valleys", f"three valleys{more}")
    assert "only a part stands in the article" in found
    assert found.endswith("quote: >-\n  Harvests fell in all three valleys")


@pytest.mark.parametrize("date", ["2021-22", "~2022-23"])
def test_two_years_written_short_are_told_to_be_a_season(tmp_path: Path, date: str) -> None:
    found = said(tmp_path, 'date: "2022"', f'date: "{date}"')
    assert f"warning: '{date}' is read as" in found and f'write date: "{date[-7:-3]}/20{date[-2:]}"' in found


@pytest.mark.parametrize(
    "lines", ['"2021-22"\ndate_from: the summer of 2021', '"2021-24"', '"2022-22"', '"2021/2022"']
)
def test_a_date_that_can_be_read_in_one_way_is_left_alone(tmp_path: Path, lines: str) -> None:
    assert said(tmp_path, '"2022"', lines) == ""


ODD = {
    "indenting": ("  Harvests", "\u00a0\u00a0Harvests", "2:1"),
    "behind a key": ("status: draft", "status:\u00a0draft", "8:8"),
}


@pytest.mark.parametrize(("old", "new", "place"), ODD.values(), ids=ODD)
def test_a_space_that_is_not_a_plain_one_is_shown(tmp_path: Path, old: str, new: str, place: str) -> None:
    found = said(tmp_path, old, new)
    assert found.startswith(f"{CLAIM}:{place}: error: a space here is not a plain one") and found.count("error") == 1


def test_a_key_in_another_spelling_is_told_once(tmp_path: Path) -> None:
    found = said(tmp_path, "statement:", "Statement:")
    assert (
        found
        == f"{CLAIM}:3:1: error: a claim has no key 'Statement' [unknown-key]\n    hint: did you mean 'statement'?"
    )
