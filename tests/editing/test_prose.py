"""An editor writes what the sources together say on a question; each sentence stands on claims it cites."""

from __future__ import annotations

import pytest

from dossier.editing.prose import sentences_of
from dossier.language.citations import citations, without_citations
from editing.conftest import Editor

QUESTION = "claims/codebook/questions/output-rising.yaml"


@pytest.fixture
def ids(editor: Editor) -> dict[str, str]:
    """Names for the claims these tests speak of."""
    words = {
        "rose": "Wind output in Ireland rose",
        "fell": "Wind output in Ireland fell",
        "met": "Wind met 35 percent",
        "price": "The price of electricity fell",
    }
    return {name: editor.claim(w).removeprefix("claims/").removesuffix(".yaml") for name, w in words.items()}


def said(editor: Editor, summary: str) -> str:
    """What check says of a question with this summary."""
    text = editor.read(QUESTION)
    editor.write(QUESTION, text + "summary: |-\n" + "".join(f"  {line}\n" for line in summary.splitlines()))
    output = editor.type("check").output
    editor.write(QUESTION, text)
    return output


def test_a_summary_that_cites_both_sides_has_nothing_wrong(editor: Editor, ids: dict[str, str]) -> None:
    assert said(editor, f"Output rose [{ids['rose']}]. One article sees it falling. [{ids['fell']}]") == ""
    assert said(editor, f"The articles differ [{ids['rose']}, {ids['fell']}].") == ""
    assert said(editor, f"They differ\n[{ids['rose']};{ids['fell']}].\n\nPrices fell [{ids['price']}].") == ""


def test_a_sentence_without_a_claim_is_told(editor: Editor, ids: dict[str, str]) -> None:
    text = f"Output rose [{ids['rose']}]. It always does. Others disagree [{ids['fell']}]."
    found = said(editor, text)
    assert "the sentence 'It always does.' cites no claim [uncited-sentence]" in found
    assert found.count("error:") == 1


def test_a_claim_that_does_not_exist_or_is_rejected_is_told(editor: Editor, ids: dict[str, str]) -> None:
    assert f"did you mean '{ids['price']}'?" in said(editor, f"Prices fell [{ids['price']}x].")
    editor.edit(f"claims/{ids['price']}.yaml", "status: draft", "status: rejected")
    assert "is rejected and not shown [unknown-citation]" in said(editor, f"Prices fell [{ids['price']}].")


def test_no_other_claim_is_offered_for_one_that_was_deleted(editor: Editor, ids: dict[str, str]) -> None:
    gone = f"{ids['price'].partition('/')[0]}/p09-ministers-quarrel-over-forests"
    found = said(editor, f"Ministers quarrel [{gone}].")
    assert "if it was deleted, cite another or take it out" in found
    assert "did you mean" not in found


def test_a_figure_no_cited_claim_has_is_told(editor: Editor, ids: dict[str, str]) -> None:
    assert said(editor, f"Wind met 35 percent of demand [{ids['met']}].") == ""
    assert said(editor, f"Wind met 35% of demand [{ids['met']}].") == ""
    assert "'40 percent' in the summary" in said(editor, f"Wind met 40 percent of demand [{ids['met']}].")
    assert "'35 percent' in the summary" in said(editor, f"Prices fell by 35 percent [{ids['price']}].")
    assert said(editor, f"One of two articles sees prices falling [{ids['price']}].") == ""


def test_one_side_of_a_contradiction_alone_is_told_until_it_is_dismissed(editor: Editor, ids: dict[str, str]) -> None:
    found = said(editor, f"Output rose [{ids['rose']}].")
    assert f"the summary cites '{ids['rose']}' but nothing that contradicts it [one-sided]" in found
    assert f"[{ids['fell']}]" in found
    assert "warning:" in found and "error:" not in found
    editor.type("decide", ids["rose"], ids["fell"], "--as", "dismissed", "--because", "Land and sea.")
    assert said(editor, f"Output rose [{ids['rose']}].") == ""


def test_without_a_summary_nothing_is_asked(editor: Editor) -> None:
    assert editor.type("check").output == ""


def test_citations_are_found_and_other_brackets_left_alone() -> None:
    text = "It rose [a/p01-x] [sic], see [b/p02-y; c/p03-z]. [not one] [a/] [/b] [a / b]"
    assert [c.claims for c in citations(text)] == [("a/p01-x",), ("b/p02-y", "c/p03-z")]
    assert without_citations("It rose [a/p01-x].") == ("It rose.", [(7, ("a/p01-x",))])


@pytest.mark.parametrize(("summary", "sentences"), [
    ("Rose [a/b]. Fell [c/d].", [("Rose.", ("a/b",)), ("Fell.", ("c/d",))]),
    ("Rose. [a/b] Fell. [c/d]", [("Rose.", ("a/b",)), ("Fell.", ("c/d",))]),
    ("[a/b] Rose.", [("Rose.", ("a/b",))]),
    ("Rose [a/b] and fell [c/d].", [("Rose and fell.", ("a/b", "c/d"))]),
    ("[a/b]", []),
    ("", []),
])  # fmt: skip
def test_a_citation_belongs_to_the_sentence_it_stands_in_or_behind(summary: str, sentences: list[object]) -> None:
    assert [(s.sentence, s.claims) for s in sentences_of(summary)] == sentences


@pytest.mark.parametrize(
    "words", ["All five states", "Both of the two states", "These two states", "The other three states"]
)
def test_a_number_that_only_names_a_group_is_no_figure(editor: Editor, ids: dict[str, str], words: str) -> None:
    assert said(editor, f"{words} met 35 percent of demand [{ids['met']}].") == ""


def test_a_number_of_things_is_a_figure_though_it_is_written_in_words(editor: Editor, ids: dict[str, str]) -> None:
    assert "'four' in the summary" in said(editor, f"Wind met 35 percent of demand in four states [{ids['met']}].")
