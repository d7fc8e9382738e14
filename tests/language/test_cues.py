"""The cue language: what an analyst writes, and the sentences it finds."""

from __future__ import annotations

import pytest

from dossier.language.cue_names import group_faults, names_for
from dossier.language.cues import compile_cue, cue_faults, match
from dossier.language.words import words_of
from dossier.model import Codebook, Group, LocalName, Question, Region

CODEBOOK = Codebook(
    regions=(Region("nordics", "Nordic states", ("NO", "SE", "DK"), ("the Nordics",)),),
    names=(LocalName("Jonas Støre", ("NO",), ("Støre",)),),
    groups=(
        Group("rulers", ("king", "head of state", "~nobles")),
        Group("nobles", ("count", "duke")),
        Group("north", ("<nordics>", "Arctic")),
        Group("loop", ("~loop", "round")),
    ),
)


def says(cue: str, text: str) -> str:
    """yes, no (the text says the opposite) or "" (not found)."""
    found = match(compile_cue(cue, CODEBOOK), words_of(text))
    return "" if found is None else "no" if found.flipped else "yes"


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("build bridge", "They built two new bridges over the fjord.", "yes"),
        ("build bridge", "Bridges were built.", ""),  # in the order written
        ("build bridge", "They built a school, a road and then some of the old bridges.", ""),  # too far
        ("build ... bridge", "They built a school, a road and then some of the old bridges.", "yes"),
        ("bridge ... RISES", "Bridges in the north are growing fast.", "yes"),
        ("bridge + build", "Bridges will be built.", "yes"),  # any order
        ("close|shut mine", "The firm shut its last mine.", "yes"),
        ("(shut down | lay off) worker|mine", "The firm laid off half its workers.", "yes"),
        ("organise strike", "Miners organized a strike.", "yes"),  # one spelling for both
        ("wind power", "Wind-powered mills, wind power and more.", "yes"),
        ("Norwegian-owned mine", "The Norwegian-owned mine closed.", "yes"),
        ("owned mine", "The Norwegian-owned mine closed.", "yes"),
        ("dump wine", "The port had anti-dumping duties on wine.", ""),
        ("anti-dumping", "The port had anti-dumping duties on wine.", "yes"),
        ("bind vote", "They held a non-binding vote.", ""),
    ],
)
def test_words_phrases_and_gaps(cue: str, text: str, expected: str) -> None:
    assert says(cue, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oil exports grew by a tenth.", "yes"),
        ("The rise in oil exports surprised everyone.", "yes"),
        ("Oil exports have fallen sharply.", "no"),
        ("Oil exports have not grown.", "no"),
        ("The decline in oil exports slowed.", ""),  # no direction remains
        ("Oil exports were discussed.", ""),
    ],
)
def test_a_direction_word_stands_for_all_its_kind(text: str, expected: str) -> None:
    assert says("oil exports RISES", text) == expected


def test_of_a_thing_that_went_both_ways_each_cue_finds_its_own() -> None:
    text = "Oil exports fell in 2019 and were up again in 2020."
    assert (says("oil exports RISES", text), says("oil exports FALLS", text)) == ("yes", "yes")
    assert says("oil exports RISES", "Oil exports rose for weeks, but they fell again.") == "yes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway supports the pipeline.", "yes"),
        ("Norway does not support the pipeline.", "no"),
        ("None of them supports the pipeline.", "no"),
        ("Norway neither supports nor rejects the pipeline.", "no"),
        ("Norway never failed to support the pipeline.", "yes"),  # two side by side cancel out
        ("No other country supports the pipeline so firmly.", "yes"),
        ("Nowhere else do such crowds support the pipeline.", "yes"),
        ("No other country supports the pipeline.", "no"),
        ("No other country supports the pipeline, so Norway stays alone.", "no"),
    ],
)
def test_negation_turns_a_cue_round(text: str, expected: str) -> None:
    assert says("support pipeline", text) == expected


def test_a_cue_may_hold_its_own_negation() -> None:
    assert says("not turn up", "Two states chose not to turn up.") == "yes"
    assert says("no longer rely", "They no longer rely on coal.") == "yes"
    assert says("not want", "They don’t want the pipeline.") == "yes"


def test_as_it_stands_means_never_turned_round() -> None:
    assert says("neutral !", "Sweden is neutral.") == "yes"
    assert says("neutral !", "Sweden is not neutral.") == ""


def test_a_word_to_stay_clear_of() -> None:
    assert says("labour market RISES -black", "The labour market grew.") == "yes"
    assert says("labour market RISES -black", "The black labour market grew.") == ""


def test_the_united_states_are_not_us() -> None:
    assert says("<US> ... troops", "The US is sending troops.") == "yes"
    assert says("<US> ... troops", "He told us that troops would come.") == ""


def test_places_stand_for_their_names() -> None:
    assert says("<NO> influence RISES", "Oslo’s influence in the Arctic is growing.") == "yes"
    assert says("<NO> influence RISES", "Støre’s influence is growing.") == "yes"
    assert says("<nordics> leave", "The Danes left the talks.") == "yes"
    assert says("<nordics> leave", "The French left the talks.") == ""


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("~rulers ... abdicate", "The two heads of state have abdicated.", "yes"),
        ("~rulers ... abdicate", "Two dukes have abdicated.", "yes"),  # a group in the group
        ("~rulers ... abdicate", "Two bishops have abdicated.", ""),
        ("~rulers|bishop ... abdicate", "Two bishops have abdicated.", "yes"),
        ("(~rulers | man of God) abdicate", "The count abdicated.", "yes"),
        ("~north trade RISES", "Danish trade grew.", "yes"),  # a place in the group
        ("trade RISES -~rulers", "The king's trade grew.", ""),
        ("~rulers + ~north", "In the Arctic a king ruled.", "yes"),  # any order
        ("~loop trip", "A round trip.", "yes"),
    ],
)
def test_a_group_stands_for_its_words(cue: str, text: str, expected: str) -> None:
    assert says(cue, text) == expected


def test_two_parts_need_words_of_their_own() -> None:
    assert says("~nobles + count", "The count left.") == ""
    assert says("~nobles + count", "The count met another count.") == "yes"


def test_a_cue_that_holds_its_own_denial_is_not_turned_round_by_another() -> None:
    assert (
        says("nobody|none + criticise + ~rulers !!", "Nobody in the capital has ever criticised the king.") == "yes"
    )
    assert says("nobody|none + criticise + ~rulers !", "Nobody in the capital has never criticised the king.") == ""


def test_groups_that_each_name_the_next_twice_are_looked_into_once() -> None:
    chain = (Group(f"g{n}", (f"word{n}", f"~g{n + 1}", f"~g{n + 1}")) for n in range(60))
    codebook = Codebook(groups=(*chain, Group("g60", ("word60", "~g0"))))
    assert names_for("~g0", codebook) == [f"word{n}" for n in range(61)]
    assert group_faults(codebook) == ()


def test_what_a_group_cannot_hold_is_said_once_and_the_rest_counts() -> None:
    groups = (Group("g", ("king", "~gone", "<QQ>", "trade RISES", "a|b", "~g")),)
    assert [word for _, word, _ in group_faults(Codebook(groups=groups))] == [
        "~gone",
        "<QQ>",
        "trade RISES",
        "a|b",
        "~g",
    ]
    assert match(compile_cue("~g left", Codebook(groups=groups)), words_of("The king left.")) is not None


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        ("", "at least one word"),
        ("RISES", "a word besides its direction"),
        ("trade RISE", "did you mean RISES"),
        ("trade RISES FALLS", "one direction is enough"),
        ("trade |", "'|' stands between two words"),
        ("(stand by | side with Moscow", "close it with ')'"),
        ("... trade", "'...' stands between two words"),
        ("trade ...", "'...' stands between two words"),
        ("trade +", "'+' stands between two parts"),
        ("<QQ> trade", "no place is called 'QQ'"),
        ("<atlantis> trade", "no place is called 'atlantis'"),
        ("%", "not a word"),
        ("~ruler left", "did you mean ~rulers"),
        ("~bridges left", "groups stand in claims/codebook/groups.yaml"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(cue: str, message: str) -> None:
    with pytest.raises(
        ValueError,
        match=message.replace("|", r"\|")
        .replace("(", r"\(")
        .replace(")", r"\)")
        .replace("+", r"\+")
        .replace("...", r"\.\.\."),
    ):
        compile_cue(cue, CODEBOOK)


def test_faults_of_a_codebook_are_listed() -> None:
    codebook = Codebook(questions=(Question("q", "Is it so?", yes=("trade RISES", "trade |"), no=("<QQ> ban",)),))
    assert [(q.id, side, cue) for q, side, cue, _ in cue_faults(codebook)] == [
        ("q", "yes", "trade |"),
        ("q", "no", "<QQ> ban"),
    ]
