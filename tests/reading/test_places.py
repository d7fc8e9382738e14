"""Countries and regions in a text, each under the words that name it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Codebook, LocalName, Region
from dossier.reading.places.finding import find_countries, find_places
from dossier.reading.places.references import survey
from dossier.reading.sentences.splitting import split_sentences

CASES = Path(__file__).parent / "cases"
COUNTRIES = [
    case
    for name in ("places_countries.yaml", "places_news.yaml")
    for case in yaml.safe_load((CASES / name).read_text("utf-8"))
]
REFERENCES = yaml.safe_load((CASES / "places_references.yaml").read_text("utf-8"))

NORDIC = Codebook(
    regions=(
        Region("nordic", "Nordic countries", ("DK", "FI", "IS", "NO", "SE"), ("Nordic", "the five kingdoms of ice")),
        Region("baltic", "Baltic states", ("EE", "LV", "LT"), ("Baltic",)),
    ),
    names=(
        LocalName("Riksdag", ("SE",), ("the Riksdag",)),
        LocalName("Nordic Council", ("nordic",)),
    ),
)


@pytest.mark.parametrize("case", COUNTRIES, ids=lambda case: case.get("rule") or case["text"])
def test_countries(case: dict[str, str]) -> None:
    text = case["text"]
    found = [f"{text[m.start : m.end]} = {','.join(m.places)}" for m in find_countries(text)]
    assert found == case["reads"]


@pytest.mark.parametrize("case", REFERENCES, ids=lambda case: case["rule"])
def test_references(case: dict[str, str]) -> None:
    text = case["text"]
    mentions = find_places(text, NORDIC)
    found = survey(text, split_sentences(text), mentions, NORDIC).references
    assert [f"{text[m.start : m.end]} = {','.join(m.places)}" for m in found] == case["reads"]


def test_a_dossiers_own_names_join_the_worlds() -> None:
    text = "The Riksdag told Nordic ministers and the Nordic Council that Norway agreed."
    found = [(text[m.start : m.end], m.places) for m in find_places(text, NORDIC)]
    assert found == [
        ("The Riksdag", ("SE",)),
        ("Nordic", ("nordic",)),
        ("Nordic Council", ("nordic",)),
        ("Norway", ("NO",)),
    ]


def test_a_region_may_be_named_in_lower_case() -> None:
    text = "It rained on the five kingdoms of ice."
    assert [m.places for m in find_places(text, NORDIC)] == [("nordic",)]


def test_of_two_regions_the_one_inside_the_other_is_meant() -> None:
    book = Codebook(
        regions=(
            Region("nordic", "Nordic countries", ("DK", "FI", "IS", "NO", "SE"), ("Nordic",)),
            Region("union", "European Union", ("AT", "DK", "FI", "SE", "NO", "IS"), ("European Union",)),
        )
    )
    for text in (
        "The Nordic members of the European Union agreed.",
        "European Union members of Nordic bodies agreed.",
    ):
        assert [m.places for m in find_places(text, book)] == [("nordic",)]


def test_every_rule_is_named_once() -> None:
    for cases in (COUNTRIES, REFERENCES):
        names = [case.get("rule") or case["text"] for case in cases]
        assert len(names) == len(set(names))


@given(
    st.lists(st.sampled_from(["Peru", "New", "Mexico", "’s", " ", "-", "US", "Paris", ", ", "Texas", "\n", "é"])).map(
        "".join
    )
)
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for mention in find_countries(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
