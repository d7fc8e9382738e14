"""A claim's positions: the question, the side, and the words that decided."""

from __future__ import annotations

import pytest

from dossier.model import Codebook, Metadata, Position, Question, Region, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.reading.positions import positions_in

CODEBOOK = Codebook(
    regions=(Region("benelux", "Benelux", ("BE", "NL", "LU")),),
    questions=(
        Question(
            "ban-supported",
            "Do the governments support the fishing ban?",
            countries=("benelux",),
            about=("fish|fishing|herring",),
            yes=("support|back|endorse ... ban",),
            no=("oppose|reject ... ban", "neutral !"),
        ),
        Question("catch-growing", "Is the catch growing?", yes=("catch|landings RISES",), no=("empty nets",)),
    ),
)


def stances(text: str, voice: str = "own", countries: tuple[str, ...] = ("BE",)) -> dict[str, str]:
    return {p.question: p.stance for p in positions_in(text, (0, len(text)), countries, voice, CODEBOOK)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Belgium backs the ban on fishing.", {"ban-supported": "yes"}),
        ("Belgium does not back the ban on fishing.", {"ban-supported": "no"}),
        ("Belgium opposes the fishing ban.", {"ban-supported": "no"}),
        ("Belgium stays neutral on fishing.", {"ban-supported": "no"}),
        ("Belgium is not neutral on fishing.", {}),
        ("Belgium backs the ban on lorries.", {}),  # not about fish
        ("The catch has shrunk, fishermen say.", {"catch-growing": "no"}),
        ("The catch of the large and old boats of Ostend is expected to grow.", {"catch-growing": "yes"}),
        ("The catch of the large and old boats of Ostend is bound to fall.", {"catch-growing": "no"}),
        ("The catch of the large boats of Ostend was expected by all, and rents are set to rise.", {}),
        ("The herring catch grew although Belgium backs the ban.", {"ban-supported": "yes", "catch-growing": "yes"}),
    ],
)
def test_which_question_and_which_side(text: str, expected: dict[str, str]) -> None:
    assert stances(text) == expected


def test_the_words_that_decided_are_the_texts_own() -> None:
    text = "For years Belgium has backed the Dutch ban on fishing in winter."
    assert positions_in(text, (0, len(text)), ("BE",), "own", CODEBOOK) == (
        Position("ban-supported", "yes", "backed the Dutch ban"),
    )


def test_voice_counts() -> None:
    text = "Belgium backs the fishing ban."
    assert stances(text, "attributed") == {"ban-supported": "yes"}
    assert stances(text, "rebutted") == {"ban-supported": "no"}
    assert stances(text, "hypothetical") == {}
    assert stances("It is denied that Belgium backs the fishing ban.", "rebutted") == {"ban-supported": "no"}


def test_places_must_meet() -> None:
    text = "The government backs the fishing ban."
    assert stances(text, countries=("FR",)) == {}
    assert stances(text, countries=("benelux",)) == {"ban-supported": "yes"}
    assert stances(text, countries=("NL", "FR")) == {"ban-supported": "yes"}
    assert stances(text, countries=()) == {"ban-supported": "yes"}


def test_cues_stand_in_the_claim_about_in_its_sentence() -> None:
    text = "Belgium backs the ban, while the Dutch fishing fleet grows."
    claim = (0, text.index(","))
    found = positions_in(text, claim, ("BE",), "own", CODEBOOK)
    assert [(p.question, p.stance) for p in found] == [("ban-supported", "yes")]
    assert positions_in(text, (text.index("while"), len(text)), ("BE",), "own", CODEBOOK) == ()


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Fishing in winter must stop, says Brussels. Belgium backs the ban, and so do others.", {"ban-supported"}),
        ("Few fish are left. Ministers met for hours on Monday. Belgium backs the ban.", {"ban-supported"}),
        ("Few fish are left.\n\nIn another matter Belgium backs the ban on lorries.", set()),  # a new paragraph
        ("Few fish are left. Ministers met on Monday. They ate at noon. Belgium backs the ban on lorries.", set()),
        ("Belgium backs the ban on lorries. Few fish are left in the sea.", set()),  # only afterwards
    ],
)
def test_the_sentences_before_may_name_what_it_goes_on_about(article: str, expected: set[str]) -> None:
    source = Source("an-article", Metadata(title="A ban"), article, clean(article))
    backs = next(c for c in draft(source, CODEBOOK) if "backs" in c.quote)
    assert {p.question for p in backs.positions} == expected


def test_both_sides_at_once_are_mixed() -> None:
    assert stances("Fishing: Belgium backs the ban and the Netherlands rejects the ban.") == {
        "ban-supported": "mixed"
    }


def test_nothing_to_look_for() -> None:
    assert positions_in("Belgium backs the ban.", (0, 22), ("BE",), "own", Codebook()) == ()
    assert positions_in("", (0, 0), (), "own", CODEBOOK) == ()


def test_a_cue_that_cannot_be_read_does_no_harm() -> None:
    broken = Codebook(questions=(Question("q", "Is it so?", yes=("trade |", "ban backed", "%"), about=("(",)),))
    assert [p.stance for p in positions_in("The ban is backed.", (0, 18), (), "own", broken)] == ["yes"]


EXAMPLES = Codebook(
    questions=(
        Question(
            "catch-growing",
            "Is the catch growing?",
            yes=("catch RISES",),
            examples_yes=("The boats land more fish than ever.",),
            examples_no=(
                "The nets come back empty.",
                "Empty nets wherever one looks.",
                "For weeks nobody has found herring in his nets.",
                "Herring is no longer found, and the nets stay empty.",
            ),
        ),
        Question(
            "port-open",
            "Is the port open?",
            countries=("NO",),
            examples_yes=(
                "Ships enter the harbour again.",
                "The harbour is full of ships.",
                "Ships enter and leave as before.",
                "A ship has entered the harbour.",
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "countries", "expected"),
    [
        ("For weeks the nets have come back empty.", (), {"catch-growing": "no"}),
        ("In Ostend nobody finds herring.", (), {"catch-growing": "no"}),
        ("Ships are entering the harbour.", ("NO",), {"port-open": "yes"}),
        ("Ships are entering the harbour.", ("BE",), {}),  # the question is about another place
        ("The catch has grown, though some nets come back empty.", (), {"catch-growing": "yes"}),  # a cue comes first
        ("The town hall has new windows.", (), {}),
    ],
)
def test_what_no_cue_foresees_takes_the_side_of_the_example_it_resembles(
    text: str, countries: tuple[str, ...], expected: dict[str, str]
) -> None:
    found = positions_in(text, (0, len(text)), countries, "own", EXAMPLES)
    assert {p.question: p.stance for p in found} == expected


def test_likeness_does_not_speak_for_what_is_rebutted_or_only_imagined() -> None:
    text = "For weeks the nets have come back empty."
    assert positions_in(text, (0, len(text)), (), "rebutted", EXAMPLES) == ()
    assert positions_in(text, (0, len(text)), (), "hypothetical", EXAMPLES) == ()
