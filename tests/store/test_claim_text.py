"""A claim written to a file reads back as the same claim, whatever stands in it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from runs import runs

from dossier.model import HEAD, KINDS, MODALITIES, STANCES, STATUSES, VOICES, Claim, Figure, Position
from dossier.problems import Where
from dossier.store.claims import claim_from, claim_text

PATH = "claims/gazette/p01-harvests.yaml"
HARVEST = Claim(
    id="gazette/p01-harvests",
    source="gazette",
    quote="Harvests fell in all three valleys",
    statement="Harvests fell in all three valleys in 2022.",
    where=Where(PATH),
)


def read(text: str) -> Claim:
    claim, problems = claim_from(text, HARVEST.id, PATH)
    assert claim and not problems, [str(p) for p in problems]
    return claim


def test_a_claim_file_reads_like_the_example_in_the_handbook() -> None:
    claim = replace(
        HARVEST,
        countries=("NO", "nordic"),
        themes=("farming",),
        date="2022",
        date_from="this year",
        positions=(Position("harvest-falling", "yes", "Harvests fell"),),
        figures=(
            Figure("three valleys", 3, 3, "valley"),
            Figure("30 to 40 %, roughly", 30, 40, "percentage", approx=True),
        ),
        voice="attributed",
        speaker="Ministry of Agriculture",
    )
    assert claim_text(claim) == (
        HEAD
        + """
quote: >-
  Harvests fell in all three valleys
statement: Harvests fell in all three valleys in 2022.
countries: [NO, nordic]
themes: [farming]
date: "2022"
date_from: this year
positions:
  harvest-falling: yes  # Harvests fell
speaker: Ministry of Agriculture
voice: attributed
figures:
  - {raw: three valleys, value: 3, unit: valley}
  - {raw: "30 to 40 %, roughly", low: 30, high: 40, unit: percentage, approx: true}
status: draft
"""
    )
    assert read(claim_text(claim)) == claim


def test_a_long_quote_is_folded_so_that_a_change_shows_in_one_line() -> None:
    claim = replace(HARVEST, quote=" ".join(f"word{n}" for n in range(60)))
    lines = claim_text(claim).splitlines()
    assert max(map(len, lines)) <= 88
    assert read(claim_text(claim)) == claim


def test_a_quote_that_a_person_breaks_over_lines_is_one_text() -> None:
    claim = read("quote: >-\n  Harvests fell\n  in all three valleys\nstatement: They fell.\n")
    assert claim.quote == "Harvests fell in all three valleys"


def test_a_comment_that_is_not_in_the_quote_does_not_decide_a_position() -> None:
    claim = read(claim_text(HARVEST) + "positions:\n  harvest-falling: yes  # asked the author\n")
    assert claim.positions == (Position("harvest-falling", "yes"),)


# YAML keeps all but these in a block; quotes are compared with white space made equal, so a space stands for them.
KEPT = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff"
) | st.sampled_from("\n\t #:-'\"|>%@`[]{},&*!?")
SAID = st.text(KEPT, min_size=1, max_size=200).filter(str.strip)
LINE = SAID.map(lambda s: " ".join(s.split())).filter(bool)
SLUG = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8})?", fullmatch=True)
POSITION = st.builds(Position, SLUG, st.sampled_from(STANCES))
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18)
FIGURE = st.builds(
    Figure, LINE, NUMBER, NUMBER, SLUG | st.just(""), LINE | st.just(""), st.sampled_from(("", "up", "down", "same"))
)


@runs(200)
@given(SAID)
def test_any_quote_comes_back_unchanged(quote: str) -> None:
    assert read(claim_text(replace(HARVEST, quote=quote))).quote == quote


@runs(60)
@given(
    st.builds(
        Claim,
        id=st.just(HARVEST.id),
        source=st.just("gazette"),
        quote=SAID,
        statement=LINE,
        countries=st.lists(st.sampled_from(("NO", "SE", "ON", "nordic")), unique=True).map(tuple),
        themes=st.lists(SLUG, unique=True).map(tuple),
        date=st.sampled_from(("", "2022", "~2022", "2022-02/..", "2022-06-21")),
        date_from=LINE,
        positions=st.lists(POSITION, unique_by=lambda p: p.question).map(tuple),
        speaker=LINE,
        voice=st.sampled_from(VOICES),
        modality=st.sampled_from(MODALITIES),
        kind=st.sampled_from(KINDS),
        figures=st.lists(FIGURE, max_size=3).map(tuple),
        note=LINE,
        status=st.sampled_from(STATUSES),
        reviewed_by=LINE,
        reviewed_on=st.sampled_from(("", "2024-05-28")),
        where=st.just(Where(PATH)),
    )
)  # fmt: skip
def test_any_claim_comes_back_unchanged(claim: Claim) -> None:
    assert read(claim_text(claim)) == claim


@given(st.sampled_from("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\r"))
def test_white_space_that_yaml_cannot_keep_becomes_white_space(odd: str) -> None:
    quote = read(claim_text(replace(HARVEST, quote=f"Harvests{odd}fell"))).quote
    assert quote.split() == ["Harvests", "fell"]
