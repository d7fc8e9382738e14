"""An editor is shown the claims that may answer a question though no cue placed them, and nobody else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Codebook, Dossier, Metadata, Question, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.unplaced import may_answer, told

QUESTION = Question(
    "toll-works",
    "Does the toll work?",
    countries=("NO",),
    about=("toll",),
    yes=("traffic FALLS", "bus ... faster", "queue shorter"),
    no=("traffic as slow", "money wasted"),
)
CODEBOOK = Codebook(questions=(QUESTION,))


def dossier_of(*sentences: str, **changed: str) -> Dossier:
    """A dossier of one article, each sentence a paragraph."""
    text = "\n\n".join(sentences) + "\n"
    source = Source("post", Metadata(title="A post"), text, clean(text))
    claims = tuple(replace(claim, **changed) for claim in draft(source, CODEBOOK))
    return Dossier("Tolls", "On tolls.", sources=(source,), codebook=CODEBOOK, claims=claims)


def shown(dossier: Dossier) -> list[tuple[str, bool]]:
    return [(near.claim.quote, near.is_whole) for near in may_answer(dossier, QUESTION)]


@pytest.mark.parametrize(
    ("said", "is_whole"),
    [
        ("The buses of Bergen have become faster.", True),  # nothing names the toll
        ("The toll has given Bergen shorter queues.", True),  # the other way round
        ("Since the toll began the traffic of Bergen is slow on Mondays.", False),
    ],
)
def test_words_of_a_cue_are_worth_a_look(said: str, is_whole: bool) -> None:
    assert shown(dossier_of(said)) == [(said.rstrip("."), is_whole)]


@pytest.mark.parametrize(
    "said",
    [
        "The toll made the buses of Bergen faster.",  # placed by a cue
        "The mayor of Bergen will open a school.",  # no word of any cue
        "The traffic of Bergen has its own radio show.",  # one word is chance
        "The buses of Lyon have become faster in France.",  # another country
    ],
)
def test_what_is_placed_or_shares_nothing_is_not_shown(said: str) -> None:
    assert shown(dossier_of(said)) == []


def test_what_a_person_has_reviewed_is_settled() -> None:
    assert shown(dossier_of("The buses of Bergen have become faster.", status="reviewed")) == []


def test_the_surest_come_first_and_of_the_others_only_a_few() -> None:
    some = [f"Since the toll began the traffic of {town} is slow." for town in ("Bergen", "Oslo", "Moss", "Hamar")]
    found = shown(dossier_of(*some, "The buses of Bergen have become faster."))
    assert [whole for _, whole in found] == [True, False, False, False]


def test_the_words_the_cue_and_the_reason_are_told() -> None:
    (near,) = may_answer(dossier_of("The buses of Bergen have become faster."), QUESTION)
    line, quote = told(near)
    assert line.endswith(
        "'buses', 'faster', as in bus ... faster: none of the question's 'about' words stands there or shortly before"
    )
    assert quote.strip() == near.claim.quote
