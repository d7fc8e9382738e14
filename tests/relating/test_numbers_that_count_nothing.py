"""Numbers that are names, times of day or some of those counted are no figures that two articles could share."""

import pytest

from dossier.language.words import words_of
from dossier.model import Claim, Codebook
from dossier.relating.apart.frames import frame_of
from dossier.relating.apart.numerals import numerals
from dossier.relating.apart.tallies import tallies_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Voters passed Ballot Measure 110 by a wide margin.", {"label"}),
        ("Flight PS752 crashed.", {"label"}),
        ("The blast came at 12:30 am.", {"label"}),
        ("The 9-Point Accord was signed.", {"label"}),
        ("A 9-point list was signed.", {"cardinal"}),
        ("A measure 110 pages long was tabled.", {"cardinal"}),
        ("He lent them Rs500 and R16.", {"cardinal"}),
        ("These were offered: 12 boats.", {"cardinal"}),
    ],
)
def test_a_number_that_is_a_name_or_a_time_counts_nothing(text: str, kinds: set[str]) -> None:
    assert {n.kind for n in numerals(words_of(text))} == kinds


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("At least 162 bodies have been found.", [162]),
        ("43 bodies had been identified.", []),
        ("More than 40 bodies were pulled from the river.", []),
        ("17 of the dead were in the square.", []),
        ("17 of the miners died.", [17]),
    ],
)
def test_some_of_the_dead_are_no_death_toll(text: str, dead: list[int]) -> None:
    frame = frame_of(Claim(id="a/1", source="a", quote=text, statement=text), Codebook())
    assert [t.number.value for t in tallies_of(frame) if t.fate == "dead"] == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("An 84-year-old woman died on Sunday.", []),
        ("The deaths of a 68-year-old man and a woman of 20 were reported.", []),
        ("A boy of 14 was killed by a shell.", []),
        ("A man, 57 years old, was killed by a shell.", []),
        ("A team of 20 men died.", [20]),
        ("A group of 31 was killed.", [31]),
    ],
)
def test_an_age_is_no_death_toll(text: str, dead: list[int]) -> None:
    frame = frame_of(Claim(id="a/1", source="a", quote=text, statement=text), Codebook())
    assert [t.number.value for t in tallies_of(frame) if t.fate == "dead"] == dead
