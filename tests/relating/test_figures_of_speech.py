"""Figures of speech (stances.yaml of reading) beside an article that says it plainly."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.relate import relate

PLAIN = "The harbour of Beira is safe. It has three cranes and two docks."
SAID = yaml.safe_load((Path(__file__).parents[1] / "reading" / "cases" / "stances.yaml").read_text("utf-8"))


def source(id: str, text: str) -> Source:
    return Source(id, Metadata(id, issued="2023-03-15"), text, clean(text))


def shown(text: str) -> set[str]:
    """The types of relation between what the sentence says and the plain article."""
    plain, figure = source("a-report", PLAIN), source("b-column", text)
    said = draft(figure, Codebook())
    assert said, "nothing to compare"
    return {r.type for r in relate((*draft(plain, Codebook()), *said), Codebook(), (plain, figure))}


@pytest.mark.parametrize("text", SAID["yes"])
def test_who_says_it_in_a_figure_is_not_at_odds_with_who_says_it_plainly(text: str) -> None:
    assert shown(text) <= {"agrees"}


@pytest.mark.parametrize("text", SAID["no"] + SAID["nothing"])
def test_who_does_not_say_it_does_not_agree(text: str) -> None:
    assert "agrees" not in shown(text)


def test_the_plain_sentence_and_its_like_agree() -> None:
    assert shown("The fact remains that the harbour of Beira is safe.") == {"agrees"}
