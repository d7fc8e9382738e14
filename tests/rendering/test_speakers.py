"""Who speaks inside the sources: one heading for one speaker, whatever he is called, and nobody taken for another."""

from __future__ import annotations

from dataclasses import replace

import pytest
import wind

from dossier.rendering.pages.speakers import speakers
from dossier.rendering.render import render


@pytest.mark.parametrize(
    ("names", "heard"),
    [
        (["the Coast Guard (PCG)", "The coast guard", "a coast guard"], 1),
        (["Governor Romeu Zema", "Zema", "Romeu Zema"], 1),
        (["Romeu Zema", "Clara Zema", "Zema"], 3),
        (["the Ministry of Health", "Health"], 2),
        (["the Peruvian Foreign Ministry", "the Chilean Foreign Ministry"], 2),
        (["Greenpeace Brazil", "Brazil"], 2),
        (["officials", "company officials"], 2),
    ],
)
def test_names_of_one_speaker_are_told_from_names_of_two(names: list[str], heard: int) -> None:
    assert len(set(speakers(iter(names)).values())) == heard


def test_a_speaker_stands_once_with_every_name_and_with_what_contradicts_him() -> None:
    said = {wind.CLAIMS[0].id: "Minister Aoife Byrnesly", wind.CLAIMS[1].id: "Byrnesly"}
    claims = tuple(replace(c, speaker=said.get(c.id, ""), voice="attributed") for c in wind.CLAIMS)
    against = wind.relation("contradicts", wind.CLAIMS[1].id, wind.CLAIMS[5].id, status="confirmed")
    page = render(replace(wind.DOSSIER, claims=claims, relations=(against,)))["speakers.md"]
    assert page.count("<h2") == 1 and "Minister Aoife Byrnesly <span" in page and "2 claims" in page
    assert "Named as Byrnesly; Minister Aoife Byrnesly." in page
    assert page.count("badge--contradicts") == 1


def test_one_name_with_and_without_a_capital_is_one_name() -> None:
    said = {wind.CLAIMS[0].id: "Deputy mayor Byrnesly", wind.CLAIMS[1].id: "deputy mayor Byrnesly"}
    claims = tuple(replace(c, speaker=said.get(c.id, ""), voice="attributed") for c in wind.CLAIMS)
    page = render(replace(wind.DOSSIER, claims=claims))["speakers.md"]
    assert "Deputy mayor Byrnesly <span" in page and "Named as" not in page


def test_without_speakers_the_page_says_so() -> None:
    silent = tuple(replace(c, speaker="") for c in wind.CLAIMS)
    assert "No claim names who says it." in render(replace(wind.DOSSIER, claims=silent))["speakers.md"]
