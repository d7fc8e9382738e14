"""What part of the vote somebody got, and how many voted, told in two articles on one election."""

import pytest

from dossier.model import Codebook
from dossier.relating.apart.frames import Frame, frame_of
from dossier.relating.bare.pair import bare_claim
from dossier.relating.comparisons.totals import totals
from dossier.relating.meeting_words import Matter


def told(text: str, day: str) -> Frame:
    return frame_of(bare_claim(text[:12], text), Codebook(), day)


def verdict(one: str, other: str, later: str = "2021-03-08") -> str:
    """The relation and how it passes, of two claims told on 8 March and on a later day."""
    found = totals(told(one, "2021-03-08"), told(other, later), Matter())
    return f"{found.type} {found.passing}".strip() if found else ""


OFFICIAL = "Nolo won the election with 61.2 percent of the vote, and Basse was second at 30.1 percent."


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ("The count gave Nolo 61.18 percent of the votes.", "agrees"),
        ("The opposition said that Nolo had 44 percent of the votes.", "contradicts counting"),
        ("With 40 percent of the votes counted, Nolo led in the election.", ""),
        ("Nolo had 44 percent in the last opinion poll before the election.", ""),
        ("Nolo was ahead of Basse in the election, by a margin of 20 percent.", ""),
        (
            "The first results of the election were 55 percent for Nolo and 35 percent for Basse.",
            "contradicts counting",
        ),
        ("Nolo had got 44 percent of the vote in 2015.", ""),
    ],
)
def test_shares_of_one_candidate(other: str, wanted: str) -> None:
    assert verdict(OFFICIAL, other) == wanted


def test_a_share_told_days_later_may_have_changed() -> None:
    assert verdict(OFFICIAL, "Nolo has 58.4 percent of the votes.", "2021-03-12") == "contradicts now"


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ("Only 46 percent of voters turned out for the election.", "agrees"),
        ("Voter turnout was less than 30 percent, the opposition said.", "contradicts now"),
        ("Turnout in the previous three elections averaged 79 percent.", ""),
    ],
)
def test_how_many_voted(other: str, wanted: str) -> None:
    assert verdict("Turnout at the election was 46.01 percent, the board said.", other) == wanted
