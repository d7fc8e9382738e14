"""A decision goes into its question's file; every other byte stays."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model import Decision
from dossier.store.codebook import read_codebook
from dossier.store.decisions import decide

QUESTION = "claims/codebook/questions/harvest-falling.yaml"
MINE = Decision(
    pair=("a/p01-x", "b/p02-y"),
    relation="dismissed",
    because="Different years: 2021, 2022.",
    by="A. Editor",
    on="2024-05-28",
    seen="0f3a",
    question="harvest-falling",
)
WRITTEN = """\
  - pair: [a/p01-x, b/p02-y]
    relation: dismissed
    because: "Different years: 2021, 2022."
    by: A. Editor
    on: "2024-05-28"
    seen: "0f3a"
"""
ASKED = "# why we ask\nquestion: Are harvests falling?   # odd spaces\n\nyes: [falls]\n"
OLD = "  - pair: [b/p02-y, a/p01-x]\n    # asked them\n    relation: agrees\n    because: x\n"
OTHER = (
    "  - pair: [b/p02-y, a/p00-w]\n    relation: confirmed # sure\n    because: >-\n      They say\n      the same.\n"
)

LATER = "  # of the other valley\n  - pair: [c/p01-x, b/p02-y]\n    relation: agrees\n    because: x\n"

FILES = {
    "no decisions yet": (ASKED, ASKED + "decisions:\n" + WRITTEN),
    "an empty key": (ASKED + "decisions:\nno: [rises]\n", ASKED + "decisions:\n" + WRITTEN + "no: [rises]\n"),
    "an empty list": (
        ASKED + "decisions: []  # none yet\nno: [rises]\n",
        ASKED + "decisions:  # none yet\n" + WRITTEN + "no: [rises]\n",
    ),
    "after another": (ASKED + "decisions:\n" + OTHER, ASKED + "decisions:\n" + OTHER + WRITTEN),
    "between two": (ASKED + "decisions:\n" + OTHER + LATER, ASKED + "decisions:\n" + OTHER + WRITTEN + LATER),
    "before another": (ASKED + "decisions:\n" + LATER, ASKED + "decisions:\n" + WRITTEN + LATER),
    "keys behind": (
        "decisions:\n" + OTHER + "\n# end\n" + ASKED,
        "decisions:\n" + OTHER + WRITTEN + "\n# end\n" + ASKED,
    ),
    "in place of the same": (
        ASKED + "decisions:\n  - {pair: [b/p02-y, a/p01-x], relation: agrees, because: x}\n" + OTHER,
        ASKED + "decisions:\n" + WRITTEN + OTHER,
    ),
    "a comment in the old one": (
        ASKED + "decisions:\n" + OLD + OTHER,
        ASKED + "decisions:\n" + WRITTEN + "    # asked them\n" + OTHER,
    ),
    "no newline at the end": (ASKED.rstrip("\n"), ASKED + "decisions:\n" + WRITTEN),
    "a list without indentation": (
        ASKED + "decisions:\n" + OTHER.replace("\n  ", "\n").removeprefix("  "),
        ASKED + "decisions:\n" + (OTHER + WRITTEN).replace("\n  ", "\n").removeprefix("  "),
    ),
    "CRLF": ((ASKED + "decisions:\n" + OTHER).replace("\n", "\r\n"),
             (ASKED + "decisions:\n" + OTHER + WRITTEN).replace("\n", "\r\n")),
    "BOM": ("\ufeff" + ASKED, "\ufeff" + ASKED + "decisions:\n" + WRITTEN),
}  # fmt: skip


def put(root: Path, text: str) -> Path:
    file = root / QUESTION
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_the_decision_is_added_and_every_other_byte_stays(tmp_path: Path, before: str, after: str) -> None:
    file = put(tmp_path, before)
    assert decide(tmp_path, MINE) == []
    assert file.read_bytes().decode() == after
    codebook, problems = read_codebook(tmp_path)
    assert problems == []
    assert (MINE.pair, MINE.because) in [(d.pair, d.because) for d in codebook.questions[0].decisions]


def test_deciding_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    file = put(tmp_path, FILES["keys behind"][0])
    decide(tmp_path, MINE)
    once = file.read_bytes()
    decide(tmp_path, MINE)
    assert file.read_bytes() == once


REFUSED = {
    "written in one line": ASKED + "decisions: [{pair: [c/p01-x, b/p02-y], relation: agrees, because: x}]\n",
    "not readable": ASKED + "decisions: [\n",
    "unfinished merge": "<<<<<<< a\n" + ASKED + "=======\n>>>>>>> b\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_file_it_cannot_go_into_stays_as_it_is(tmp_path: Path, text: str) -> None:
    file = put(tmp_path, text)
    assert len(decide(tmp_path, MINE)) == 1
    assert file.read_bytes().decode() == text


def test_a_reason_that_no_file_may_hold_is_a_message_and_nothing_is_written(tmp_path: Path) -> None:
    file = put(tmp_path, ASKED)
    (problem,) = decide(tmp_path, replace(MINE, because="Different\x01years."))
    assert problem.rule == "control-character" and file.read_bytes().decode() == ASKED


def test_a_pair_without_question_goes_to_the_file_for_those(tmp_path: Path) -> None:
    assert decide(tmp_path, replace(MINE, question="")) == []
    assert (tmp_path / "claims/codebook/decisions.yaml").read_text("utf-8") == "decisions:\n" + WRITTEN


@pytest.mark.parametrize("question", ["../../x", "nowhere", "a/b"])
def test_a_question_that_is_not_there_is_a_message(tmp_path: Path, question: str) -> None:
    assert decide(tmp_path, replace(MINE, question=question))
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_saved_between_reading_and_writing_is_not_replaced(tmp_path: Path, monkeypatch) -> None:
    from dossier.store import replacing

    file = put(tmp_path, ASKED)
    taken = replacing.alone

    def saved_meanwhile(folder: Path):
        file.write_text(ASKED + "no: [rises]\n", "utf-8")
        return taken(folder)

    monkeypatch.setattr(replacing, "alone", saved_meanwhile)
    (problem,) = decide(tmp_path, MINE)
    assert "saved the file in the meantime" in problem.what
    assert file.read_text("utf-8") == ASKED + "no: [rises]\n"


def test_of_several_files_none_is_written_when_one_cannot_be_read(tmp_path: Path) -> None:
    file = put(tmp_path, ASKED)
    assert decide(tmp_path, MINE, replace(MINE, question="nowhere"))
    assert file.read_text("utf-8") == ASKED


def test_of_several_files_none_is_written_when_there_is_no_room_for_one(tmp_path: Path) -> None:
    file = put(tmp_path, ASKED)
    (tmp_path / f"claims/codebook/.decisions.yaml.{os.getpid()}.tmp").mkdir()
    (problem,) = decide(tmp_path, MINE, replace(MINE, question=""))
    assert (problem.rule, problem.where.path) == ("cannot-write", "claims/codebook/decisions.yaml")
    assert file.read_text("utf-8") == ASKED
