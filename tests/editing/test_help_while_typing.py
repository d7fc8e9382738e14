"""Schemas in an editor's program: the real yaml-language-server over right and wrong files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from folder import PROJECT

from editing.language_server import Server, command

CLAIM = "claims/calm/p{}-mine.yaml"
RIGHT = """\
# yaml-language-server: $schema=../../docs/assets/schema/claim.schema.json
quote: >-
  Wind output in Ireland fell in 2023.
statement: Wind output in Ireland fell in 2023.
countries: [IE, NO]
themes: [wind-power]
date: "2023"
positions:
  output-rising: no  # fell
figures:
  - {raw: 35 percent, value: 35, unit: percentage}
status: reviewed
reviewed_on: "2024-05-28"
"""


@pytest.fixture(scope="module")
def server(drafted: Path) -> Iterator[Server]:
    """The server with the settings we give to VS Code."""
    start = command()
    if not start:
        told = "node 20 and npm are needed, or yaml-language-server on the PATH (npm install -g yaml-language-server)"
        assert not os.environ.get("CI"), told
        pytest.skip(told)
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
    running = Server(start, drafted, settings["yaml.schemas"])
    yield running
    running.stop()


def test_a_right_claim_has_nothing_wrong(server: Server) -> None:
    assert server.problems(CLAIM, RIGHT) == []


def test_every_file_of_this_dossier_is_right_by_its_schema(server: Server) -> None:
    files = [*PROJECT.glob("sources/*.yaml"), *PROJECT.glob("claims/codebook/**/*.yaml")]
    files += sorted(PROJECT.glob("claims/[a-z]*/p*.yaml"))[::20]
    here = Server(command(), PROJECT, {})
    texts = {file.relative_to(PROJECT).as_posix(): file.read_text("utf-8") for file in files}
    try:
        assert here.all_problems(texts) == {path: [] for path in texts}
    finally:
        here.stop()


WRONG = {
    "a status that is none": (("status: reviewed", "status: checked"), "12: Value is not accepted"),
    "a theme that is none": (("[wind-power]", "[wind-powr]"), "6: Value is not accepted"),
    "a country that is none": (("[IE, NO]", "[IE, Norway]"), "5: Value is not accepted"),
    "a question that is none": (("output-rising", "output-risin"), "9: Property output-risin is not allowed"),
    "a stance that is none": ((": no  #", ": maybe  #"), "9: Value is not accepted"),
    "no quote": (("quote: >-\n  Wind output in Ireland fell in 2023.\n", ""), 'Missing property "quote"'),
    "no statement": (("statement: Wind output in Ireland fell in 2023.\n", ""), 'Missing property "statement"'),
    "a key that is none": (("themes:", "theme:"), "6: Property theme is not allowed"),
    "a date of no form": (('"2023"', "last year"), "7: "),
    "a day of no form": (('"2024-05-28"', "May"), "13: "),
    "a number that is none": (("value: 35", "value: many"), "11: "),
    "a list where a text stands": (("status: reviewed", "status: [reviewed]"), "12: "),
    "the same key twice": (("status: reviewed", "themes: [wind-power]"), "Map keys must be unique"),
    "a mark that is not closed": (('"2023"', '"2023'), "7: "),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_marked_while_it_is_typed(server: Server, change: tuple[str, str], said: str) -> None:
    assert change[0] in RIGHT
    found = server.problems(CLAIM, RIGHT.replace(*change, 1))
    assert any(said in problem for problem in found), found


CHOICES = {
    "themes": ("themes: [‸]\n", "wind-power"),
    "themes as lines": ("themes:\n  - ‸\n", "wind-power"),
    "countries": ("countries: [‸]\n", "IE"),
    "questions": ("positions:\n  ‸\n", "output-rising"),
    "stances": ("positions:\n  output-rising: ‸\n", "mixed"),
    "statuses": ("status: ‸\n", "reviewed"),
    "keys": ("statement: x\n‸\n", "themes"),
}


@pytest.mark.parametrize(("typed", "offered"), CHOICES.values(), ids=CHOICES)
def test_the_codebooks_own_words_are_offered(server: Server, typed: str, offered: str) -> None:
    head = RIGHT[: RIGHT.index("statement:")]
    assert offered in server.completions(CLAIM, head + typed)


def test_every_key_is_explained(server: Server) -> None:
    assert "reading of the quote" in server.hover(CLAIM, RIGHT.replace("statement", "state‸ment"))


def test_without_a_first_line_vs_code_finds_the_schema_by_the_files_place(server: Server) -> None:
    bare = RIGHT.partition("\n")[2].replace("status: reviewed", "status: checked")
    assert any("Value is not accepted" in p for p in server.problems("{}/claims/calm/my-own.yaml", bare))
    assert server.problems("{}/claims/calm/_extracted.yaml", "drafts:\n  p01-x.yaml:\n    sha256: x\n") == []
    assert server.problems("{}/claims/codebook/themes.yaml", "wind-power:\n  title: Wind power\n") == []
    for path, text in WRONG_FILES.items():
        assert server.problems(f"{{}}/{path}", text), path


WRONG_FILES = {
    "claims/codebook/themes.yaml": "wind-power:\n  titel: Wind power\n",
    "claims/codebook/places.yaml": "regions:\n  x: {titel: X}\n",
    "claims/codebook/events.yaml": "flood: {date: soon, words: [x]}\n",
    "claims/codebook/groups.yaml": "rulers: {word: [king]}\n",
    "claims/codebook/decisions.yaml": "decisions:\n  - {pair: [a/b, c/d], relation: x}\n",
    "claims/codebook/questions/x.yaml": "question: Is it?\nsettled: x\n",
    "sources/calm.yaml": "titel: x\n",
}
