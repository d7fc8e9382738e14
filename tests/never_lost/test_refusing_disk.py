"""A disk that is full, and folders nobody may look into: one line says so, and nothing else goes wrong."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from checks.small import CLAIM, SOUND, dossier_of, problems_of, write
from folder import PROJECT, wind_dossier

from dossier import spreading
from dossier.editing.moving import rename_source
from dossier.editing.renaming import rename
from dossier.model import Codebook, Metadata, Source
from dossier.reading.cleaning.steps import clean
from dossier.store.cache import Cache
from never_lost.faults import in_child

FOLDERS = ("claims/gazette", "claims/codebook", "claims/codebook/questions", "claims", "sources")


def said_by_nobody(root: Path, shut: Path, told: Callable[[], bool]) -> bool:
    """What is found by a person whom permissions stop, as they never stop the owner of all files."""

    def work() -> int:
        if os.geteuid() == 0:
            for outer in (root, *root.parents):
                if outer != Path("/tmp") and outer.parts[:2] == ("/", "tmp"):
                    outer.chmod(0o755)
            os.setuid(65534)
        return 3 if told() else 0

    try:
        return in_child(work) == 3
    finally:
        shut.chmod(0o755)


@pytest.mark.parametrize("folder", ["sources", "claims", "claims/gazette"])
def test_what_cannot_be_renamed_to_its_end_is_not_begun(tmp_path: Path, folder: str) -> None:
    judged = "question: Are harvests falling?\nsummary: They fell [gazette/p01-harvests].\n"
    write(tmp_path, SOUND | {"claims/codebook/questions/harvest-falling.yaml": judged})
    dossier, _ = dossier_of(tmp_path)
    every = [file for file in tmp_path.rglob("*") if file.is_file()]
    for file in (*every, *(file.parent for file in every), tmp_path / "claims"):
        file.chmod(0o777)
    (tmp_path / folder).chmod(0o555)

    def told() -> bool:
        if folder == "claims/gazette":
            problems = rename(tmp_path, dossier, "gazette/p01-harvests", "gazette/p01-fell")[1]
        else:
            problems = rename_source(tmp_path, dossier, "gazette", "valley")[1]
        return {p.rule for p in problems} == {"cannot-write"}

    assert said_by_nobody(tmp_path, tmp_path / folder, told)
    assert all(file.is_file() for file in every)
    assert (tmp_path / "claims/codebook/questions/harvest-falling.yaml").read_text("utf-8") == judged


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_nobody_may_look_into_is_a_message(tmp_path: Path, folder: str) -> None:
    cited = "question: Are harvests falling?\nsummary: They fell [gazette/p01-harvests].\n"
    write(tmp_path, SOUND | {"claims/codebook/questions/harvest-falling.yaml": cited})
    assert problems_of(tmp_path) == []  # and all that is needed for it is loaded
    (tmp_path / folder).chmod(0)

    def told() -> bool:
        return ("unreadable", folder) in {(p.rule, p.where.path) for p in problems_of(tmp_path)}

    assert said_by_nobody(tmp_path, tmp_path / folder, told)
    assert (tmp_path / CLAIM).read_text("utf-8") == SOUND[CLAIM]


def test_mkdocs_on_a_full_disk_ends_with_one_line(tmp_path: Path) -> None:
    folder = wind_dossier(tmp_path)

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    before = folder.tree("sources")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=folder.root, check=False, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(PROJECT)}, preexec_fn=bounded,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "the site is not finished: File too large" in done.stdout
    assert folder.tree("sources") == before


class Killed(Executor):
    """Processes that do one batch and are then ended by the system."""

    def submit(self, work: Any, /, *args: Any, **given: Any) -> Future[Any]:
        answer: Future[Any] = Future()
        if args[0][0].id == "a0":
            answer.set_result(work(*args, **given))
        else:
            answer.set_exception(BrokenProcessPool("ended abruptly"))
        return answer


def test_drafting_goes_on_when_the_system_ends_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_BATCH", 1)
    text = "Exports of tea from Kenya rose by 12 percent in 2021."
    sources = [Source(f"a{n}", Metadata(title="T"), text, clean(text, ())) for n in range(3)]
    alone = list(spreading.drafts(sources, Codebook(), Cache(), None))
    assert all(alone)
    assert list(spreading.drafts(sources, Codebook(), Cache(), Killed())) == alone
