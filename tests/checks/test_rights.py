"""A limit on what may be shown of an article: it is a sensible number, and what is compared stays readable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks.small import SOUND, dossier_of, write
from dossier.checks import check_related
from dossier.model import Relation
from dossier.store.sources import read_sources

CLAIMS = ("gazette/p01-harvests", "report/p01-rich")


def messages(root: Path, rights: str) -> list[str]:
    """What is said of the two compared claims when the gazette's rights are these."""
    write(root, SOUND | {"sources/gazette.yaml": f"title: A hard year\nissued: 2022-12\nrights: {rights}\n"})
    dossier, _ = dossier_of(root)
    met = Relation(
        "contradicts", CLAIMS, "harvest-falling", "One says they fell, the other that they were rich.", "sign"
    )
    return [str(p) for p in check_related(replace(dossier, relations=(met,)), root) if p.rule == "limit-too-low"]


def test_a_limit_that_hides_a_compared_quotation_is_told(tmp_path: Path) -> None:
    (told,) = messages(tmp_path, "{words: 2}")
    assert told.startswith("sources/gazette.yaml:3:")
    assert "of 1 compared quotation only the first words may be shown" in told


@pytest.mark.parametrize("rights", ["{words: 6}", "{share: 90}", "{publish: full, words: 2}", "{publish: none}"])
def test_a_limit_that_leaves_room_for_it_is_not(tmp_path: Path, rights: str) -> None:
    assert messages(tmp_path, rights) == []


@pytest.mark.parametrize(
    ("rights", "message"),
    [
        ("share: 250", "'share' cannot be more than 100 [bad-number]\n    hint: write 0 to 100"),
        ("share: -5", "'share' cannot be less than 0 [bad-number]\n    hint: write 0 to 100"),
        ("words: -1", "'words' cannot be less than 0 [bad-number]\n    hint: write 0 or more"),
    ],
)
def test_a_limit_out_of_bounds_is_refused_in_words(tmp_path: Path, rights: str, message: str) -> None:
    write(tmp_path, {"sources/a.txt": "Words.\n", "sources/a.yaml": f"title: A\nrights:\n  {rights}\n"})
    _, problems = read_sources(tmp_path)
    assert [str(p) for p in problems] == [f"sources/a.yaml:3:{rights.index(':') + 5}: error: {message}"]
