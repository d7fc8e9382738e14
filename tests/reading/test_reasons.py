"""Why a claim speaks to a question: the cues that stand in it, and why one of them has no effect."""

from __future__ import annotations

from dossier.model import Codebook, Group, Question
from dossier.reading.reasons import reasons_in, told

CODEBOOK = Codebook(
    groups=(Group("rulers", ("king", "duke")), Group("defy", ("snub", "contradict"))),
    questions=(
        Question(
            "ban-supported",
            "Do they support the fishing ban?",
            countries=("BE",),
            about=("fish|fishing",),
            yes=("support|back ... ban",),
            signs_no=("~rulers + ~defy + minister", "broken |"),
        ),
    ),
)


def reasons(text: str, *places: str) -> list[str]:
    return [told(reason) for reason in reasons_in(text, places or ("BE",), CODEBOOK)]


def test_the_cue_its_list_and_its_words_are_named() -> None:
    assert reasons("The king openly snubbed the fishing minister.") == [
        "ban-supported (signs-no) by 'king openly snubbed the fishing minister': ~rulers + ~defy + minister"
    ]


def test_what_turned_it_round_is_named() -> None:
    assert reasons("Belgium did not back the fishing ban.") == [
        "ban-supported (yes) by 'back the fishing ban', turned round by 'not': support|back ... ban"
    ]


def test_why_a_cue_has_no_effect_is_named() -> None:
    said = "The king snubbed the minister and backed the fishing ban."
    assert [line.partition("; ")[2] for line in reasons(said)] == ["", "without effect: another cue says more"]
    assert reasons(said, "NO")[0].endswith("without effect: the claim is about other places")
    said = "Belgium backs the ban on lorries."
    assert reasons(said)[0].endswith(
        "without effect: none of the question's 'about' words stands there or shortly before"
    )


def test_what_stands_before_a_claim_in_its_article_is_no_reason_against_it() -> None:
    found = reasons_in("Belgium backs the ban.", ("BE",), CODEBOOK, {"ban-supported"})
    assert [reason.without_effect for reason in found] == [""]


def test_a_sentence_without_a_cue_has_no_reasons() -> None:
    assert reasons("Belgium has a coast.") == []


EXAMPLES = Codebook(
    questions=(
        Question(
            "catch-growing",
            "Is the catch growing?",
            yes=("catch RISES",),
            examples_no=(
                "The nets come back empty.",
                "Empty nets come back.",
                "The nets are empty.",
                "Nets come empty from the sea.",
            ),
        ),
        Question(
            "port-open", "Is the port open?", countries=("NO",), examples_yes=("Ships enter the harbour again.",)
        ),
    )
)


def test_the_example_a_claim_resembles_is_named() -> None:
    (reason,) = reasons_in("For weeks the nets have come back empty.", ("BE",), EXAMPLES)
    assert told(reason) == ("catch-growing (examples-no) by 'nets have come back empty': The nets come back empty.")
