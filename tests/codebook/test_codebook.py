"""The codebook of this dossier: it can be read, and texts nobody tuned it on land on the right questions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.edtf import parse
from dossier.language.cues import compile_cue
from dossier.model import Codebook
from dossier.reading.places.finding import find_places
from dossier.reading.positions import positions_in
from dossier.store.codebook import read_codebook
from dossier.world import countries

ROOT = Path(__file__).parents[2]
TEXTS = sorted((Path(__file__).parent / "texts").glob("*.yaml"))


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    found, problems = read_codebook(ROOT)
    assert [str(p) for p in problems] == []
    return found


def test_it_is_as_large_as_promised(codebook: Codebook) -> None:
    assert len(codebook.themes) >= 12
    assert 25 <= len(codebook.questions) <= 40


def test_every_cue_can_be_read(codebook: Codebook) -> None:
    for question in codebook.questions:
        for cue in (*question.about, *question.yes, *question.no):
            compile_cue(cue, codebook)


def test_every_question_can_be_answered_both_ways(codebook: Codebook) -> None:
    for question in codebook.questions:
        assert question.question.endswith("?"), question.id
        assert question.yes and question.no and question.settle, question.id


def test_questions_name_known_themes_and_places(codebook: Codebook) -> None:
    themes = {theme.id for theme in codebook.themes}
    places = set(countries()) | set(codebook.members)
    for question in codebook.questions:
        assert set(question.themes) <= themes, question.id
        assert set(question.countries) <= places, question.id


def test_events_have_real_dates(codebook: Codebook) -> None:
    assert all(parse(event.date) for event in codebook.events)


def test_other_texts_land_on_the_right_questions(codebook: Codebook) -> None:
    """At least 8 of 10 statements, in different words and with other positions, get the question and the stance."""
    right = wrong_side = total = 0
    missed = []
    for file in TEXTS:
        text: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
        for statement in text["statements"]:
            said = statement["says"]
            places = {code for mention in find_places(said, codebook) for code in mention.places} | {text["place"]}
            found = positions_in(said, (0, len(said)), tuple(sorted(places)), "own", codebook)
            stances = {position.question: position.stance for position in found}
            for question, stance in statement["means"].items():
                total += 1
                right += stances.get(question) == stance
                wrong_side += stances.get(question) not in (None, "mixed", stance)
                if stances.get(question) != stance:
                    missed.append(f"{question} {stance}: {said}")
    assert len(TEXTS) >= 6 and total >= 60
    assert right / total >= 0.8, "\n".join(missed)
    assert wrong_side / total <= 0.05, "\n".join(missed)


@pytest.mark.parametrize(
    "said",
    [
        "The museum in Samarkand reopened after two years of repairs.",
        "Kyrgyzstan won two medals at the wrestling championship in Moscow.",
        "An earthquake shook the foothills south of Almaty on Monday.",
        "Russian and Kazakh astronauts landed safely near Baikonur.",
        "The Uzbek parliament passed a law on the protection of forests.",
        "Trade unions in Kazakhstan asked for higher wages in the mines.",
    ],
)
def test_what_is_not_at_issue_gets_no_position(said: str, codebook: Codebook) -> None:
    assert positions_in(said, (0, len(said)), ("central-asia", "RU"), "own", codebook) == ()
