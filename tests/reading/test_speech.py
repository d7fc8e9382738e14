"""Who says what: each case of cases/speech*.yaml, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.speech.finding import attributions
from dossier.reading.speech.frames import Attribution
from dossier.reading.speech.sorts import may_be_one

FOLDER = Path(__file__).parent / "cases"
CASES: list[dict[str, Any]] = [
    case
    for name in ("speech.yaml", "speech_news.yaml", "speech_wire.yaml")
    for case in yaml.safe_load((FOLDER / name).read_text("utf-8"))
]
PIECES = [
    "said",
    "“",
    "”",
    '"',
    "'",
    "that",
    "Ada Byron",
    ",",
    ".",
    ": ",
    "the mayor",
    "according to",
    "(",
    ")",
    "told",
    "claims",
    "\n",
]


def in_words(text: str, a: Attribution) -> dict[str, str | None]:
    def words(span: tuple[int, int] | None) -> str | None:
        return text[span[0] : span[1]] if span else None

    return {"source": words(a.source), "cue": words(a.cue), "content": words(a.content)}


@pytest.mark.parametrize("case", CASES, ids=[c.get("rule") or c["text"] for c in CASES])
def test_attribution(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [in_words(text, a) for a in attributions(text)]
    for wanted in case["says"]:
        assert any(wanted.items() <= one.items() for one in found), found
    assert len(found) == len(case["says"]), found


def test_a_speaker_of_the_paragraph_before_goes_on() -> None:
    text = "“The well is dry,” said Fatima Diallo.\n\n“It has been dry since the summer of the fire.”"
    assert [text[a.source[0] : a.source[1]] for a in attributions(text) if a.source] == ["Fatima Diallo"] * 2


def test_quotation_of_several_sentences_is_one_content() -> None:
    text = "“The roof leaked. Nobody came. We moved out in May,” said the tenant."
    assert [in_words(text, a)["content"] for a in attributions(text)] == [
        "“The roof leaked. Nobody came. We moved out in May,”"
    ]


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    text = "He said “the wells are dry and so is the river” and " * 200
    assert len(attributions(text)) >= 200


def test_no_speech_in_an_empty_text() -> None:
    assert attributions("") == []


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_spans_lie_in_the_text_and_come_in_order(text: str) -> None:
    found = attributions(text)
    for a in found:
        for span in (a.source, a.cue, a.content):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert [a.content for a in found] == sorted(a.content for a in found)
    assert attributions(text) == found


@pytest.mark.parametrize(("name", "one"), [("Cobre Chile", False), ("Vidal", True), ("Ramon Vidal", True)])
def test_a_name_that_ends_in_a_country_is_nobodys_he(name: str, one: bool) -> None:
    assert may_be_one(name) is one
