"""Where sentences end, shown by texts and their sentences."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.sentences.splitting import split_sentences

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yaml").read_text("utf-8"))
TEXT_AND_SENTENCES = [
    (case["text"], case["sentences"]) if isinstance(case, dict) else (" ".join(case), case) for case in CASES
]
PIECES = [
    "Mr.",
    "A",
    "b.",
    "...",
    ". .",
    "\n",
    "\n\n",
    " ",
    "”",
    '"',
    "(",
    ")",
    "?",
    "!",
    "1.",
    "2)",
    "•",
    "U.S.",
    "said",
    "The",
]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(("text", "expected"), TEXT_AND_SENTENCES, ids=lambda value: str(value)[:60])
def test_sentences(text: str, expected: list[Any]) -> None:
    assert sentences(text) == expected


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_only_white_space_lies_outside(text: str) -> None:
    spans = split_sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    edges = [0, *(at for span in spans for at in span), len(text)]
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2])).strip()
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@given(st.lists(st.sampled_from([*PIECES, "Rain fell."])).map(" ".join))
def test_a_blank_line_always_ends_a_sentence(text: str) -> None:
    assert all("\n\n" not in sentence for sentence in sentences(f"{text}\n\nRain fell."))


def test_nothing_in_an_empty_text() -> None:
    assert split_sentences("") == split_sentences(" \n ") == []


@pytest.mark.parametrize("piece", [". ", '."', "a.b.", " \n", "(", "A. ", "1. A\n", "… ", "• "])
def test_long_monotonous_texts_come_to_an_end(piece: str) -> None:
    text = piece * 50_000
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
