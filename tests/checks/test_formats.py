"""Findings for people, for GitHub and for programs."""

import json

import pytest

from dossier.formats import FORMATS
from dossier.problems import Problem, Where

THEME = Problem(
    Where("claims/a/p01.yaml", 5, 10), "unknown-theme", "no theme is called 'farmin'", "did you mean 'farming'?"
)
LEDGER = Problem(Where("claims/a/_extracted.yaml"), "ledger", "the ledger is missing", "", "warning")


def test_text_is_what_a_person_reads() -> None:
    assert FORMATS["text"]([THEME, LEDGER]) == (
        "claims/a/p01.yaml:5:10: error: no theme is called 'farmin' [unknown-theme]\n"
        "    hint: did you mean 'farming'?\n"
        "claims/a/_extracted.yaml:1:1: warning: the ledger is missing [ledger]"
    )


def test_github_shows_errors_first_beside_their_lines() -> None:
    assert FORMATS["github"]([LEDGER, THEME]) == (
        "::error file=claims/a/p01.yaml,line=5,col=10,title=unknown-theme::"
        "no theme is called 'farmin'%0Ahint: did you mean 'farming'?\n"
        "::warning file=claims/a/_extracted.yaml,line=1,col=1,title=ledger::the ledger is missing"
    )


def test_github_gets_ten_annotations_and_the_rest_as_lines() -> None:
    many = [Problem(Where("claims/a/p01.yaml", n), "unknown-theme", "no theme is called 'x'") for n in range(1, 14)]
    lines = FORMATS["github"](many).splitlines()
    assert [line.startswith("::error ") for line in lines] == [True] * 10 + [False] * 4
    assert lines[10:12] == ["and 3 more:", "claims/a/p01.yaml:11:1: error: no theme is called 'x' [unknown-theme]"]


def test_json_has_one_object_for_each() -> None:
    assert json.loads(FORMATS["json"]([THEME])) == [
        {"path": "claims/a/p01.yaml", "line": 5, "column": 10, "rule": "unknown-theme", "severity": "error",
         "what": "no theme is called 'farmin'", "hint": "did you mean 'farming'?"}
    ]  # fmt: skip
    assert json.loads(FORMATS["json"]([])) == []


def test_nothing_wrong_is_nothing_to_say() -> None:
    assert FORMATS["text"]([]) == FORMATS["github"]([]) == ""


def test_findings_with_different_lines_to_paste_are_told_one_by_one() -> None:
    stale = [
        Problem(Where("q.yaml", n), "stale-decision", "changed", f'write: seen: "{n}"', "warning") for n in range(9)
    ]
    assert all(f'seen: "{n}"' in FORMATS["text"](stale) for n in range(9))


@pytest.mark.parametrize("name", ["p01-x\n::error::read this.yaml", "p01-\udcff.yaml"])
def test_a_file_with_a_name_no_file_has_stays_on_its_line_in_every_format(name: str) -> None:
    problem = Problem(Where(f"claims/a/{name}"), "bad-name", "it cannot be an id")
    told = [form([problem]) for form in FORMATS.values()]
    assert all(text.encode() for text in told)
    assert not any(line.startswith("::error::") for text in told for line in text.splitlines())
