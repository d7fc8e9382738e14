"""What examples teach: who is named first, and what answers nothing."""

from __future__ import annotations

from dossier.model import Codebook, Group, Question
from dossier.reading.positions import positions_in

NORTH = ("The Norwegians lean on the Belgians for bread.", "Norway lives on Belgian bread.")
BREAD = Question(
    "bread",
    "Does Norway live on Belgian bread?",
    examples_yes=(
        *NORTH,
        "In Oslo people eat bread from Belgium.",
        "Norway would starve without Belgian bakers and bread.",
    ),
    examples_no=(
        "The Belgians lean on Norway for fish and bread.",
        "Belgium buys its bread in Norway.",
        "Belgium would starve without Norwegian bread.",
        "In Brussels people eat bread from Norway.",
    ),
    examples_neither=("Norway and Belgium held a bread festival.", "A baker from Norway won a prize in Belgium."),
)
BOOK = Codebook(questions=(BREAD,), groups=(Group("north", ("<NO>",)), Group("south", ("<BE>",))))


def _stance(said: str) -> str | None:
    return next((p.stance for p in positions_in(said, (0, len(said)), ("NO", "BE"), "own", BOOK)), None)


def test_who_is_named_first_tells_the_sides_apart() -> None:
    assert _stance("Norway leans on Belgium for its bread.") == "yes"
    assert _stance("Belgium leans on Norway for its bread.") == "no"


def test_what_sounds_alike_and_answers_nothing_gets_no_side() -> None:
    assert _stance("A prize of the bread festival went to a baker from Norway who lives in Belgium.") is None
