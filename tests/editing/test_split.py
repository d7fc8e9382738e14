"""A claim that says two things is cut in two, and what people said of it goes with the right half."""

from __future__ import annotations

import re

import pytest

from editing.conftest import Editor

QUESTION = "claims/codebook/questions/output-rising.yaml"
ARTICLE = "Wind output in Ireland rose in 2023, and imports of gas fell to 30 percent of demand.\n"
WHOLE = "claims/twofold/p01-both.yaml"
CLAIM = """\
# by hand
quote: >-
  Wind output in Ireland rose in 2023, and imports of gas fell to 30 percent of demand
statement: Output rose, and gas imports fell.   # to be cut
countries: [IE]
positions:
  output-rising: yes  # output … rose
  gas-falling: yes  # gas fell
figures:
  - {raw: 30 percent, value: 30, unit: percentage}
note: "Two things: in one sentence."
status: reviewed
reviewed_by: A. Editor
"""
GAS = "imports of gas fell to 30 percent of demand"
CUT = ("split", WHOLE, "--quote", GAS)


@pytest.fixture
def twofold(editor: Editor) -> Editor:
    """A claim on two questions, cited and decided on in both."""
    editor.write("sources/twofold.txt", ARTICLE)
    editor.write("sources/twofold.yaml", "title: Two things\nissued: 2024-01\n")
    editor.write(WHOLE, CLAIM)
    fell = editor.claim("Wind output in Ireland fell").removeprefix("claims/").removesuffix(".yaml")
    decision = f"  - pair: [twofold/p01-both, {fell}]\n    relation: dismissed\n    because: Different years.\n"
    asked = "question: Are gas imports falling?\nsummary: Imports fell [twofold/p01-both].\n"
    editor.write("claims/codebook/questions/gas-falling.yaml", f"{asked}decisions:\n{decision}")
    editor.write(QUESTION, f"{editor.read(QUESTION)}decisions:\n{decision}")
    done = editor.type("decide", WHOLE, "--still-holds")
    assert done.exit_code == 0, done.output
    assert done.output.count("Different years.") == 2
    return editor


def test_each_half_gets_its_words_positions_and_figures(twofold: Editor) -> None:
    done = twofold.type(*CUT)
    assert done.exit_code == 0, done.output
    path = done.output.splitlines()[0]
    new, old = twofold.read(path), twofold.read(WHOLE)
    assert f"quote: >-\n  {GAS}\n" in new
    assert "  gas-falling: yes  # gas fell\n" in new and 'raw: "30 percent"' in new
    assert "\n  output-rising: yes" not in new
    left = CLAIM.replace(f", and {GAS}", "").replace("  gas-falling: yes  # gas fell\n", "")
    assert old == left.replace("figures:\n  - {raw: 30 percent, value: 30, unit: percentage}\n", "")


def test_decisions_and_summaries_follow_and_go_on_holding(twofold: Editor) -> None:
    new = twofold.type(*CUT).output.splitlines()[0].removeprefix("claims/").removesuffix(".yaml")
    gas = twofold.read("claims/codebook/questions/gas-falling.yaml")
    assert f"[{new}]." in gas and f"pair: [{new}, " in gas and "twofold/p01-both" not in gas
    assert "pair: [twofold/p01-both, " in twofold.read(QUESTION)
    assert "[stale-decision]" not in twofold.type("check").output


def test_it_can_be_said_what_stays_and_what_goes(twofold: Editor) -> None:
    done = twofold.type(*CUT, "--keep", "Wind output in Ireland rose", "--move", "output-rising")
    assert done.exit_code == 0, done.output
    assert "quote: >-\n  Wind output in Ireland rose\n" in twofold.read(WHOLE)
    assert "positions" not in twofold.read(WHOLE)
    assert "output-rising: yes" in twofold.read(done.output.splitlines()[0])


WRONG = {
    "words of nowhere": (("--quote", "the moon rose"), "--keep which words stay"),
    "in the middle": (("--quote", "imports of gas"), "say with --keep which words stay"),
    "shared words": (("--quote", GAS, "--keep", "rose in 2023, and imports"), "the two parts share words"),
    "a question it does not answer": (("--quote", GAS, "--move", "grid-ready"), "has no position on grid-ready"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_cut_is_told_and_nothing_changes(twofold: Editor, case: str) -> None:
    words, said = WRONG[case]
    before = twofold.tree("claims")
    done = twofold.type("split", WHOLE, *words)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
    assert twofold.tree("claims") == before


def test_entries_that_share_a_line_are_not_cut_out_of_it(twofold: Editor) -> None:
    flow = re.sub(r"positions:\n.*\n.*\n", "positions: {output-rising: yes, gas-falling: yes}\n", CLAIM)
    twofold.write(WHOLE, flow)
    before = twofold.tree("claims")
    done = twofold.type(*CUT, "--move", "gas-falling")
    assert done.exit_code == 1
    assert "write each position and figure on its own line" in done.output
    assert twofold.tree("claims") == before


def test_drafting_afterwards_changes_nothing(twofold: Editor) -> None:
    twofold.type("extract")
    twofold.type(*CUT)
    before = twofold.tree("claims")
    twofold.type("extract")
    assert twofold.tree("claims") == before


def test_a_decision_that_still_holds_is_renewed_and_no_other_byte_changes(twofold: Editor) -> None:
    twofold.edit(WHOLE, "Output rose,", "Output grew,")
    before = twofold.read(QUESTION)
    done = twofold.type("decide", WHOLE, "--still-holds", "--question", "output-rising")
    assert done.exit_code == 0
    after = twofold.read(QUESTION)
    assert after != before
    assert re.sub(r'seen: "\w+"', "seen", after) == re.sub(r'seen: "\w+"', "seen", before)
    told = twofold.type("check").output
    assert "gas-falling.yaml" in told and "output-rising.yaml" not in told


def test_where_nothing_is_stale_nothing_is_renewed(twofold: Editor) -> None:
    before = twofold.tree("claims")
    done = twofold.type("decide", WHOLE, "--still-holds")
    assert done.exit_code == 2
    assert "no decision on twofold/p01-both is stale" in " ".join(done.output.split())
    assert twofold.tree("claims") == before


def test_a_cut_that_was_cut_off_itself_is_finished(twofold: Editor) -> None:
    before = {path: twofold.read(path) for path in (WHOLE, QUESTION, "claims/codebook/questions/gas-falling.yaml")}
    assert twofold.type(*CUT).exit_code == 0
    whole = twofold.tree("claims")
    for path, text in before.items():  # the new claim is written first
        twofold.write(path, text)
    done = twofold.type(*CUT)
    assert done.exit_code == 0, done.output
    assert twofold.tree("claims") == whole


def test_words_that_another_claim_quotes_are_not_quoted_twice(twofold: Editor) -> None:
    mine = twofold.write("claims/twofold/p01-gas.yaml", f"quote: >-\n  {GAS}\nstatement: Gas imports fell.\n")
    before = twofold.tree("claims")
    done = twofold.type(*CUT)
    assert done.exit_code == 1 and "'twofold/p01-gas'" in done.output, done.output
    assert twofold.tree("claims") == before and mine.exists()
