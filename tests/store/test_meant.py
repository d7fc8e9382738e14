"""What clumsy fingers write, and the value that is offered for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks.small import CLAIM, SOUND, problems_of, write

from dossier.store.hints import did_you_mean
from dossier.store.meant import meant_number
from dossier.store.meant_dates import meant_dates

DATES = {
    "March 2022": ["2022-03"],
    "28th May 2024": ["2024-05-28"],
    "May 28, 2024": ["2024-05-28"],
    "16.12.2022": ["2022-12-16"],
    "05/06/2022": ["2022-06-05", "2022-05-06"],
    "12/2022": ["2022-12"],
    "2022-3": ["2022-03"],
    "“2022-12-16”": ["2022-12-16"],
    "2021-2022": ["2021/2022"],
    "since 2022": ["2022/.."],
    "before March 2022": ["../2022-03"],
    "about 2020": ["~2020"],
    "from May 2022 to June 2022": ["2022-05/2022-06"],
    "2022-12/2022-01": ["2022-01/2022-12"],
    "1990s": ["199X"],
    "summer of 2022": ["2022-22"],
    "H1 2022": ["2022-01/2022-06"],
    "until the end of 2022": ["../2022-12"],
    "June–August 2022": ["2022-06/2022-08"],
    "2022 or 2023": ["2022/2023"],
    "20th century": ["19XX"],
    "in 2022": ["2022"],
    "early 2022": ["2022-01/2022-04"],
    "mid-2022": ["2022-05/2022-08"],
    "the end of 2022": ["2022-09/2022-12"],
    "spring and summer 2022": ["2022-21/2022-22"],
    "2022, 2023": ["2022/2023"],
    "2022?": ["~2022"],
    "2022-present": ["2022/.."],
    "2022-June": ["2022-06"],
    "2O22-l0": ["2022-10"],
    "im März 2022": ["2022-03"],
    "between 2020 and 2022": ["2020/2022"],
    "third quarter 2022": ["2022-07/2022-09"],
    "1-3 July 2022": ["2022-07-01/2022-07-03"],
    "1 July - 3 August 2022": ["2022-07-01/2022-08-03"],
    "Q1 - Q3 2022": ["2022-Q1/2022-Q3"],
    "2022 May 5": ["2022-05-05"],
    "5-May-2022": ["2022-05-05"],
    "3 May 2022, 14:00": ["2022-05-03"],
    "2022 onwards": ["2022/.."],
    "2022~": ["~2022"],
    "2022-31-12": ["2022-12-31"],
    "November 2021 – December 2021": ["2021-11/2021-12"],
    "2022 – 06": ["2022-06"],
    "2022-02/": ["2022-02/.."],
    "/2022": ["../2022"],
    "2022-03..": ["2022-03/.."],
    "2022…": ["2022/.."],
    "..2022": ["../2022"],
    "2021..2022": ["2021/2022"],
    "90s": ["199X"],
    "last year": [],
    "2022-02-30": [],
}
NUMBERS = {
    "5,000": "5000",
    "1.000.000": "1000000",
    "5 %": "5",
    "2,5": "2.5",
    "5 000": "5000",
    "many": "",
    "3 million": "3000000",
    "2.5bn": "2500000000",
    "about 30": "30",
    "5 apples": "",
    "1.2.3": "",
    ".5": "0.5",
    "−5": "-5",
}
# a wrong edit of the claim, and what its one message ends with
EDITS = {
    ("[NO]", "[NOR]"): "did you mean NO (Norway)?",
    ("[NO]", "Norway, Sweden"): "write countries: [NO, SE]",
    ("[NO]", "[NO SE]"): "write them apart, with commas: [NO, SE]",
    ("[NO]", "[Nordic]"): "did you mean 'nordic'?",
    ("[farming]", "[“Farming”]"): "did you mean 'farming'?",
    ("{harvest-falling: yes}", "[harvest-falling]"): "positions:\n  harvest-falling: yes",
    (
        "{harvest-falling: yes}",
        "{harvest-falling: true}",
    ): "did you mean 'yes'? choose one of: yes, no, mixed, sign-yes, sign-no",
    ("status: draft", "status:approved"): "write 'status: approved'",
    ("status: draft", "status = draft"): "write 'status: draft'",
    ("status: draft", "st\u0430tus: draft"): "(cyrillic small letter a); type the word again",
    ("  Harvests fell in", "Harvests fell in"): "two spaces before it: '  Harvests fell in all three valleys'",
    ("  Harvests fell in", "  • Harvests fell in"): "paste:\nquote: >-\n  Harvests fell in all three valleys",
    ("  Harvests fell in", "  HARVESTS fell in"): "paste:\nquote: >-\n  Harvests fell in all three valleys",
    ("statement: ", 'statement: "So": '): 'write it as:\nstatement: >-\n  "So": Harvests fell.',
    ("statement: ", "statement: @"): "write it as:\nstatement: >-\n  @Harvests fell.",
    ("themes:", " themes:"): "delete the spaces before 'themes'",
    ("status: draft", "  status: draft"): "delete the spaces before 'status'",
    ("status: draft", "status: reviewed\u200b"): "or cannot be seen; type the word again",
    (
        "{harvest-falling: yes}",
        "\n harvest-falling: yes\n  seed-lost: no",
    ): "begin it exactly below 'harvest-falling': one space before 'seed-lost', no more",
    (
        "{harvest-falling: yes}",
        "\n  harvest-falling: yes\n   seed-lost: no",
    ): "begin it exactly below 'harvest-falling': 2 spaces before 'seed-lost', no more",
    ("quote: >-", "quote: >-\n# shortened\n# by me\n"): "move the comment above the line 'quote: >-'",
    (
        "statement: Harvests fell.",
        "statement: 'Norway's harvests fell\n  in all the king's valleys.'",
    ): "statement: >-\n  Norway's harvests fell in all the king's valleys.",
    ("status: draft", "speaker: *the ministry*"): "write it as:\nspeaker: >-\n  *the ministry*",
    ("statement: ", "statement: #"): "for a comment put a space after the '#'",
    ("status: draft", "modality: uncertain"): "'possible'? choose one of: certain, likely, possible, doubtful",
    (
        "{harvest-falling: yes}",
        "{harvest-falling: sign yes}",
    ): "mean 'sign-yes'? choose one of: yes, no, mixed, sign-yes, sign-no",
    ("{harvest-falling: yes}", "harvest-falling, no"): "positions:\n  harvest-falling: no",
    ("positions: ", "positions:"): "write 'positions: {harvest-falling: yes}'",
    ("status: draft", "speaker: {Ministry}"): "write speaker: Ministry",
    ("status: draft", "figures: - all three"): "write:\nfigures:\n  - {raw: all three}",
    ("status: draft", "figures: none"): "figures:\n  - {raw: 30 percent, value: 30, unit: percentage}",
    ("status: draft", "raw: all three"): "figures:\n  - {raw: 30 percent, value: 30, unit: percentage}",
    ("status: draft", "note: Tuesday\nstatus: draft\n**kind**: fact"): "write 'kind: '",
    ("status: draft", "Status:draft"): "write 'status: draft'",
    ("[farming]", "[#farming]"): "write themes: [farming]",
    ("themes:", "- themes:"): "delete the dash before 'themes'",
    ("three valleys\n", "three valleys.\nThe ministry\n"): "two spaces before it: '  The ministry'",
    ('"2022"', "Tuesday"): "2022-02/2022-06 or 2022-02/..",
    ('"2022"', '".."'): "delete the line: what has no date of its own needs none",
    ("Harvests fell.", '"C:\\Users"'): "use single quotation marks",
    ("[NO]", "[the US]"): "did you mean US (United States)?",
    ("status: draft", "=======\nstatus: draft"): "with <<<<<<<, ======= and >>>>>>>",
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_in_another_form_is_offered_in_ours(text: str) -> None:
    assert meant_dates(text) == DATES[text]


def test_the_opposite_of_a_word_is_not_that_word_misspelt() -> None:
    assert did_you_mean("unattributed", ["own", "attributed"]) == did_you_mean("non-fact", ["fact"]) == ""


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_offered_without_separators(text: str) -> None:
    assert meant_number(text) == NUMBERS[text]


@pytest.mark.parametrize(
    ("key", "meant"), [("source", "container-title"), ("Paper", "container-title"), ("outlet", "container-title")]
)
def test_what_newcomers_call_the_details_of_an_article_is_offered_as_our_key(
    tmp_path: Path, key: str, meant: str
) -> None:
    path = "sources/gazette.yaml"
    text = SOUND[path]
    assert isinstance(text, str)
    write(tmp_path, SOUND | {path: f"{text}{key}: Valley Gazette\n"})
    (problem,) = problems_of(tmp_path)
    assert problem.hint == f"did you mean '{meant}'?"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("claim:\n  quote: >-\n    Harvests fell\n  statement: They fell.\n", "spaces before each line below it"),
        ("status: draft\n", "statement: Harvests fell in all three valleys in 2022."),
    ],
)
def test_a_claim_of_the_wrong_form_is_one_message(tmp_path: Path, text: str, hint: str) -> None:
    write(tmp_path, SOUND | {CLAIM: text})
    (problem,) = (problem for problem in problems_of(tmp_path) if problem.where.path == CLAIM)
    assert problem.hint.endswith(hint)


@pytest.mark.parametrize("edit", EDITS)
def test_a_wrong_edit_gives_one_message_that_says_what_to_write(tmp_path: Path, edit: tuple[str, str]) -> None:
    text = SOUND[CLAIM]
    assert isinstance(text, str) and edit[0] in text
    write(tmp_path, SOUND | {CLAIM: text.replace(*edit, 1)})
    (problem,) = problems_of(tmp_path)
    assert problem.hint.endswith(EDITS[edit])


@pytest.mark.parametrize("denied", ["modality: not certain", "kind: not a fact", "kind: fact/assessment"])
def test_a_denied_word_or_two_at_once_are_not_guessed_at(tmp_path: Path, denied: str) -> None:
    write(tmp_path, SOUND | {CLAIM: f"{SOUND[CLAIM]}{denied}\n"})
    (problem,) = problems_of(tmp_path)
    assert problem.hint.startswith("choose one of")


ADDRESSES = {
    "htps://example.org/a": "https://example.org/a",
    "https:/example.org": "https://example.org",
    "//example.org": "https://example.org",
    "doi:10.1000/182": "https://doi.org/10.1000/182",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_damaged_address_is_offered_whole(tmp_path: Path, address: str) -> None:
    write(tmp_path, SOUND | {"sources/gazette.yaml": f"title: A hard year\nissued: 2022-12\nURL: {address}\n"})
    (problem,) = problems_of(tmp_path)
    assert problem.hint == f"did you mean {ADDRESSES[address]}?"
