"""Text in, claims out: the cases of three files, and what holds for any article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Claim, Codebook, Metadata, Question, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft, read_statement
from dossier.reading.explaining import explain_source
from dossier.reading.places.finding import find_countries

CASES: list[dict[str, Any]] = [
    case
    for name in ("drafting", "interviews", "standing_alone")
    for case in yaml.load(
        (Path(__file__).parent / "cases" / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
    )
]
ARTICLE = """Ferries to Malta are full. Who pays for the ferries to Gozo? However, Italy has doubled its fares.

The minister of transport of Italy said that the ports in Sicily would open in May. He denied that they were unsafe.

Read more"""
SENTENCES = [
    "However, Norway sold more gas than in 2021.",
    "“The wells are dry,” said Fatima Diallo of Kano.",
    "If Ghana cuts its debt, the rating will improve; if not, it will fall.",
    "Who pays for it?",
    "According to the World Bank, remittances to Nepal fell by 9% (and to Bhutan by 3%).",
    "He said so.",
    "Exports rose, imports fell, and nobody in Quito was surprised.",
    "“",
    "\n\n",
]


def source_of(text: str, published: str = "2023-03-15") -> Source:
    return Source("an-article", Metadata(title="An article", issued=published), text, clean(text))


def told(claim: Claim, keys: dict[str, Any]) -> dict[str, Any]:
    """The fields a case speaks of, as its file writes them."""
    found: dict[str, Any] = {}
    for key in keys:
        value = getattr(claim, key)
        found[key] = str(len(value)) if key == "figures" else list(value) if isinstance(value, tuple) else value
    return found


@pytest.mark.parametrize("case", CASES, ids=[c["rule"] for c in CASES])
def test_draft(case: dict[str, Any]) -> None:
    claims = draft(source_of(case["text"], case.get("published", "2023-03-15")), Codebook())
    wanted = case["claims"] or []
    assert [told(c, w) for c, w in zip(claims, wanted)] == wanted
    assert len(claims) == len(wanted), [c.quote for c in claims]


def test_ids_tell_the_paragraph_and_the_first_telling_words() -> None:
    ids = [c.id for c in draft(source_of(ARTICLE), Codebook())]
    assert ids[:3] == ["an-article/p01-ferries-full", "an-article/p01-doubled-fares", "an-article/p02-ports-open"]


def test_ids_stay_when_other_sentences_change() -> None:
    before = {c.quote: c.id for c in draft(source_of(ARTICLE), Codebook())}
    after = {
        c.quote: c.id for c in draft(source_of(ARTICLE.replace("doubled its fares", "closed two ports")), Codebook())
    }
    kept = before.keys() & after.keys()
    assert len(kept) == len(before) - 1
    assert all(before[quote] == after[quote] for quote in kept)


def test_two_claims_with_the_same_words_have_two_ids() -> None:
    claims = draft(source_of("Prices in Oslo fell in May 2022. Prices in Oslo fell in May 2021."), Codebook())
    assert len({c.id.lower() for c in claims}) == 2


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join))
def test_quotes_are_verbatim_apart_and_tagged(text: str) -> None:
    source = source_of(text)
    claims = draft(source, Codebook())
    end = 0
    for claim in claims:
        assert source.text[claim.start : claim.end] == claim.quote == claim.quote.strip()
        assert claim.start >= end
        end = claim.end
        assert claim.statement[0] == claim.statement[0].upper()
        assert claim.statement.endswith((".", "!", "?", "…", "”", '"'))
        assert {p for m in find_countries(claim.quote) for p in m.places} <= set(claim.countries)
    assert len({c.id.lower() for c in claims}) == len(claims)
    assert draft(source, Codebook()) == claims


def test_bare_statement_has_all_but_an_id() -> None:
    claim = read_statement("Imports of Laos may fall by 3% next year, according to Lena Ortiz.", "2023-03-15")
    assert (claim.countries, claim.voice, claim.modality, claim.speaker) == (
        ("LA",),
        "attributed",
        "possible",
        "Lena Ortiz",
    )
    assert [f.low for f in claim.figures] == [3.0]
    assert claim.date == "2024"


def test_explanation_shows_every_sentence_and_why() -> None:
    text = explain_source(source_of(ARTICLE), Codebook())
    for words in ("no claim: question", "'Italy' = IT", "speech  'The minister of transport of Italy'", "worth 0."):
        assert words in text


def test_a_source_without_date_or_text_is_no_trouble() -> None:
    assert draft(source_of("", ""), Codebook()) == ()
    undated = source_of("Ferries to Malta are full.")
    undated = replace(undated, meta=replace(undated.meta, issued=""))
    assert [c.quote for c in draft(undated, Codebook())] == ["Ferries to Malta are full"]


def test_the_words_of_a_position_stand_in_the_quotation_marks_and_all() -> None:
    asked = Question("leaks", "Does the dam leak?", yes=("ill-fated dam ... leak",))
    text = 'Engineers in Lima said that the "ill-fated" dam had leaked for years.'
    (claim,) = draft(source_of(text, "2023-03-15"), Codebook(questions=(asked,)))
    assert [(p.stance, p.words in claim.quote) for p in claim.positions] == [("yes", True)]
