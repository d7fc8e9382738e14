"""A cue on which most contradictions of a question hang is told of, until a person has judged one of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks.small import SOUND, dossier_of, write
from dossier.checks import check_related
from dossier.explain import explanation
from dossier.model import Dossier, Question, Relation
from dossier.relating.questions import readings

QUESTION = """\
question: Are harvests falling?
yes:
  - harvest fall
  - crop poor
no:
  - rich
"""
SAID = ("Harvests fell in the north.", "Harvests fell in the south.", "The crop was poor in the east.")


def disputed(root: Path, status: str = "proposed") -> Dossier:
    """Three claims that harvests fall, each at odds with a rich one."""
    articles: dict[str, str | bytes] = {}
    for n, text in enumerate(SAID):
        articles |= {
            f"sources/post{n}.txt": f"{text}\n",
            f"sources/post{n}.yaml": f"title: Post {n}\n",
            f"claims/post{n}/p01.yaml": f"quote: >-\n  {text}\nstatement: {text}\n"
            f"positions:\n  harvest-falling: yes  # {text}\n",
        }
    rich = (
        "quote: >-\n  a rich harvest\nstatement: The harvest was rich.\npositions:\n  harvest-falling: no  # rich\n"
    )
    write(
        root,
        SOUND
        | articles
        | {"claims/codebook/questions/harvest-falling.yaml": QUESTION, "claims/report/p01-rich.yaml": rich},
    )
    dossier, _ = dossier_of(root)
    met = tuple(
        Relation(
            "contradicts", (f"post{n}/p01", "report/p01-rich"), "harvest-falling", "…", "question", status=status
        )
        for n in range(len(SAID))
    )
    return replace(dossier, relations=met)


def told(dossier: Dossier, root: Path) -> list[str]:
    return [str(p) for p in check_related(dossier, root) if p.rule == "loose-cue"]


def test_the_cue_on_which_they_hang_is_named_with_what_it_found(tmp_path: Path) -> None:
    (message,) = told(disputed(tmp_path), tmp_path)
    assert message.startswith("claims/codebook/questions/harvest-falling.yaml:6:5: warning: ")
    assert "3 of 3 contradictions depend on the cue 'rich' ('rich' in report/p01-rich)" in message


@pytest.mark.parametrize("status", ["confirmed", "dismissed"])
def test_nothing_is_told_once_a_person_has_judged(tmp_path: Path, status: str) -> None:
    assert told(disputed(tmp_path, status), tmp_path) == []


def test_explain_of_a_question_added_since_the_drafts_says_how_they_get_its_sides(tmp_path: Path) -> None:
    dossier = disputed(tmp_path)
    added = Question("barns-full", "Are the barns full?", yes=("crop rich",), no=("crop poor",))
    book = replace(dossier.codebook, questions=(*dossier.codebook.questions, added))
    read = readings(dossier.claims, dossier.relations, book, dossier.sources)
    lines = explanation(replace(dossier, codebook=book, readings=read), ("barns-full",)).splitlines()
    assert "  1 claim holds its words and no draft has a side yet; run: python build_dossier.py extract" in lines


def test_explain_of_a_question_added_to_reviewed_claims_shows_which_it_is_about(tmp_path: Path) -> None:
    dossier = disputed(tmp_path)
    added = Question("barns-full", "Are the barns full?", yes=("crop rich",), no=("crop poor",))
    book = replace(dossier.codebook, questions=(*dossier.codebook.questions, added))
    claims = tuple(replace(claim, status="reviewed") for claim in dossier.claims)
    read = readings(claims, dossier.relations, book, dossier.sources)
    lines = explanation(replace(dossier, claims=claims, codebook=book, readings=read), ("barns-full",))
    assert "extract" not in lines and "1 claim holds its words, but people have reviewed what it says" in lines
    assert lines.endswith("post2/p01")  # the only one with a poor crop


def test_explain_says_how_answers_of_different_years_become_contradictions(tmp_path: Path) -> None:
    dossier = disputed(tmp_path)
    changed = tuple(replace(relation, type="updates") for relation in dossier.relations)
    read = readings(dossier.claims, changed, dossier.codebook, dossier.sources)
    text = explanation(replace(dossier, relations=changed, readings=read), ("harvest-falling",))
    assert "changes from one time to another, which nobody has judged: 3;" in text and "'lasting: true'" in text
    assert "lasting" not in explanation(replace(dossier, readings=read), ("harvest-falling",))


def test_explain_shows_what_each_cue_finds_and_what_hangs_on_it(tmp_path: Path) -> None:
    dossier = disputed(tmp_path)
    read = readings(dossier.claims, dossier.relations, dossier.codebook, dossier.sources)
    lines = explanation(replace(dossier, readings=read), ("harvest-falling",)).splitlines()
    assert "  yes        harvest fall: finds 2 claims, 2 contradictions nobody has judged" in lines
    assert "  yes        crop poor: finds 1 claim, 1 contradiction nobody has judged" in lines
    assert "  no         rich: finds 1 claim, 3 contradictions nobody has judged" in lines
