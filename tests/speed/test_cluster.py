"""A cluster drafts what one process drafts, even when one of its workers is killed in the middle."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest
from test_spreading import articles

from dossier import spreading
from dossier.assemble import extract
from dossier.cli import main
from dossier.spreading import workers

QUIET = ("--host", "127.0.0.1", "--no-dashboard")
COUNT = 5


def started(stack: list[subprocess.Popen[str]], *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", *arguments]
    stack.append(subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True))
    return stack[-1]


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """A scheduler's address and two workers, all on this machine."""
    running: list[subprocess.Popen[str]] = []
    try:
        scheduler = started(running, "distributed.cli.dask_scheduler", "--port", "0", *QUIET)
        assert scheduler.stderr is not None
        address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at:" in line)
        for _ in range(2):
            started(running, "distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", *QUIET)
        yield address, running[1:]
    finally:
        for process in running:
            process.kill()
            process.communicate()


class OneDies(Executor):
    """Another executor, one worker of which is killed once the first results are there."""

    def __init__(self, inner: Executor, doomed: subprocess.Popen[str]) -> None:
        self.inner, self.doomed, self.sent = inner, doomed, 0

    def map(self, work: Any, *items: Iterable[Any], **given: Any) -> Iterator[Any]:
        batches = list(items[0])
        self.sent += len(batches)
        for result in self.inner.map(work, batches):
            self.doomed.kill()
            yield result


def claims(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted((root / "claims").rglob("*.yaml"))}


def test_a_killed_worker_costs_time_and_nothing_else(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "_BATCH", 900)
    here, there = tmp_path / "here", tmp_path / "there"
    for root in (here, there):
        root.mkdir()
        articles(root, COUNT, 9)
    extract(here)
    address, running = cluster
    with workers(1, address) as executor:
        assert executor is not None
        unlucky = OneDies(executor, running[0])
        done = extract(there, unlucky)
        assert running[0].wait(10) != 0 and running[1].poll() is None
        assert [s.source for s in done.saved] == [f"a{n}" for n in range(COUNT)]
        assert claims(there) == claims(here) and len(claims(here)) > COUNT
        assert unlucky.sent == COUNT
        extract(there, unlucky)
        assert unlucky.sent == COUNT, "what was drafted is not drafted again"


def test_a_cluster_that_does_not_answer_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles(tmp_path, 1, 1)
    with pytest.raises(SystemExit) as stop:
        main(["--root", str(tmp_path), "extract", "--cluster", "nowhere"])
    assert stop.value.code == 2
    assert "cluster" in capsys.readouterr().err and not (tmp_path / "claims").exists()
