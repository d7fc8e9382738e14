"""A claim's file under a name that none can have, or where none is read: one message, with the name to give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.cases import SEEN, Files
from checks.small import CLAIM, SOUND, problems_of, write

QUESTION = "claims/codebook/questions/harvest-falling.yaml"
TEXT = str(SOUND[CLAIM])
JUDGED: Files = {
    "claims/codebook/decisions.yaml": "decisions:\n  - pair: [gazette/p01-harvests, report/p01-rich]\n"
    f"    relation: dismissed\n    because: Different valleys.\n    seen: {SEEN}\n"
}


def told(root: Path, files: Files) -> list[str]:
    write(root, SOUND | files)
    return [f"{p.where}: {p.what} -> {p.hint}" for p in problems_of(root)]


ASTRAY = [
    "claims/gazette/p01 the harvests.yaml",
    "claims/gazette/p01-récoltes.yaml",
    "claims/gazette/con.yaml",
    "claims/gazette/_p01.yaml",
    "claims/gazette/.p01-harvests.yaml",
    "claims/gazette/~p01.yaml",
    "claims/gazette/p01-harvests.yaml.yaml",
    "claims/gazette/p01-harvests.yaml~",
    "claims/gazette/p01-harvests",
    "claims/p01-harvests.yaml",
    "claims/codebook/p01-harvests.yaml",
    "claims/codebook/questions/p01-harvests.yaml",
    "sources/p01-harvests.yaml",
    "p01-harvests.yaml",
]


@pytest.mark.parametrize("path", ASTRAY)
def test_a_judged_claim_that_is_not_read_where_it_lies_is_asked_back(tmp_path: Path, path: str) -> None:
    assert told(tmp_path, JUDGED | {CLAIM: None, path: TEXT}) == [
        f"{path}:1:1: this file of the claim 'gazette/p01-harvests', named by 1 decision, is not read here -> "
        "give it back its name and place: claims/gazette/p01-harvests.yaml"
    ]


NAMED = {
    "p02-new.yaml.yaml": "use letters a to z, digits and hyphens: p02-new.yaml",
    "p02-new.yaml ": "rename it to p02-new.yaml",
    ".p02-new.yaml": "rename it to p02-new.yaml",
    "p02-new.yaml~": "rename it to p02-new.yaml",
    "Copy of p01-harvests.yaml": "it looks like a copy of p01-harvests.yaml: delete it, or copy your changes "
    "there; for a claim of its own give it another quote and the name copy-of-p01-harvests.yaml",
}


@pytest.mark.parametrize("name", NAMED)
def test_a_new_claim_under_a_wrong_name_is_told_a_right_one(tmp_path: Path, name: str) -> None:
    write(tmp_path, SOUND | {f"claims/gazette/{name}": TEXT})
    (problem,) = problems_of(tmp_path)
    assert (problem.severity, problem.hint) == ("error", NAMED[name])


def test_a_name_with_a_character_that_cannot_be_seen_is_told_so(tmp_path: Path) -> None:
    (message,) = told(tmp_path, {"claims/gazette/p02\u200b.yaml": TEXT})
    assert "'p02' cannot be a claim's id; it contains an invisible character" in message


@pytest.mark.parametrize("name", ["p01-harvests.yaml~", ".p01-harvests.yaml.swp", "~p01-harvests.yaml"])
def test_what_a_program_keeps_beside_the_file_it_works_on_is_left_alone(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, {f"claims/gazette/{name}": TEXT}) == []


def test_a_copy_of_the_ledger_is_told_to_be_one(tmp_path: Path) -> None:
    ledger = "drafts:\n"
    files: Files = {f"claims/gazette/_extracted{more}.yaml": ledger for more in ("", " (1)")}
    assert [m.partition(" -> ")[2] for m in told(tmp_path, files) if "gazette" in m] == [
        "it looks like a copy of the program's ledger: delete it"
    ]


def test_a_claim_nobody_names_among_the_articles_is_told_to_be_one(tmp_path: Path) -> None:
    assert told(tmp_path, {"sources/p02-new.yaml": TEXT}) == [
        "sources/p02-new.yaml:1:1: this is a claim file, but articles are kept here -> move it to claims/<source-id>/"
    ]


def test_a_question_under_another_ending_is_not_lost_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, SOUND | {"claims/codebook/questions/trade-falling.yml": "question: Is trade falling?\n"})
    (problem,) = problems_of(tmp_path)
    assert (problem.severity, problem.hint) == ("error", "rename it to trade-falling.yaml")
