"""Drafting on several processors gives what one gives, and asks for no process where there is little to do."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

import pytest

from dossier import assemble, spreading
from dossier.assemble import extract
from dossier.model import Claim, Codebook, Source
from dossier.reading.cleaning.steps import clean
from dossier.reading.drafting import draft
from dossier.relating.many import blocks, memory
from dossier.relating.many.forking import forked, may_fork
from dossier.relating.relate import find_relations
from dossier.spreading import drafts, in_batches, workers
from dossier.store.cache import Cache
from dossier.store.sources import read_sources

SENTENCE = "Exports of tea from Kenya to Japan rose by 12 percent in 2021. The ministry expects a fall in 2022.\n\n"


def articles(root: Path, count: int, length: int) -> None:
    (root / "sources").mkdir()
    for n in range(count):
        (root / "sources" / f"a{n}.txt").write_text(SENTENCE * length, "utf-8")
        (root / "sources" / f"a{n}.yaml").write_text(
            f'title: Number {n}\nissued: "2022-01-0{n + 1}"\nissued-evidence: printed on it\nlanguage: en\n', "utf-8"
        )


def read(root: Path) -> list[Source]:
    sources, problems = read_sources(root)
    assert not problems
    return [replace(source, cleaned=clean(source.original, ())) for source in sources]


def test_processes_threads_and_one_alone_draft_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_BATCH", 1_500)
    articles(tmp_path, 3, 8)
    sources = read(tmp_path)
    assert len(list(in_batches(sources))) == 3
    alone = list(drafts(sources, Codebook(), Cache(), None))
    assert all(alone)
    with workers(2) as processes, ThreadPoolExecutor(2) as threads:
        assert list(drafts(sources, Codebook(), Cache(), processes)) == alone
        assert list(drafts(sources, Codebook(), Cache(), threads)) == alone


class CutOff(ThreadPoolExecutor):
    """Somebody stops the run while the last article is drafted."""

    def submit(self, work: Any, /, *args: Any, **given: Any) -> Future[Any]:
        answer: Future[Any] = Future()
        if args[0][0].id == "a2":
            answer.set_exception(KeyboardInterrupt())
            return answer
        return super().submit(work, *args, **given)


def test_a_run_that_is_cut_off_has_written_what_was_drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_BATCH", 1)
    articles(tmp_path, 3, 2)
    with CutOff(1) as executor, pytest.raises(KeyboardInterrupt):
        extract(tmp_path, executor)
    half = {path.relative_to(tmp_path): path.read_bytes() for path in (tmp_path / "claims").rglob("*.yaml")}
    assert {path.parts[1] for path in half} == {"a0", "a1"}
    assert [bool(saved.written) for saved in extract(tmp_path).saved] == [False, False, True]
    assert {path: (tmp_path / path).read_bytes() for path in half} == half


def test_small_articles_go_together_and_keep_their_order(tmp_path: Path) -> None:
    articles(tmp_path, 5, 1)
    sources, _ = read_sources(tmp_path)
    (batch,) = in_batches(sources)
    assert list(batch) == list(sources)
    assert list(in_batches([])) == []


def test_one_job_needs_no_process() -> None:
    with workers(1) as executor:
        assert executor is None


@pytest.mark.parametrize("many", [4_000, 0], ids=["all held whole", "only those at work held whole"])
def test_many_pairs_are_compared_elsewhere_with_the_same_result(
    many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_CLAIMS", 5)
    monkeypatch.setattr(memory, "_PAIRS", 3)
    monkeypatch.setattr(memory, "_LARGE", 3)
    monkeypatch.setattr(memory, "_COUPLES", 1)
    monkeypatch.setattr(blocks, "_ENOUGH", 1)
    articles(tmp_path, 3, 4)
    sources = read(tmp_path)
    claims = [claim for source in sources for claim in draft(source, Codebook())]
    monkeypatch.setattr(blocks, "may_fork", lambda: False)
    alone = find_relations(claims, Codebook(), sources)
    assert alone
    monkeypatch.setattr(memory, "_MANY", many)
    monkeypatch.setattr(memory, "_PART", 2)
    assert find_relations(claims, Codebook(), sources) == alone
    with workers(2) as processes:
        assert find_relations(claims, Codebook(), sources, executor=processes) == alone
    monkeypatch.setattr(blocks, "may_fork", lambda: True)
    assert find_relations(claims, Codebook(), sources) == alone


def test_drafts_are_not_written_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles(tmp_path, 2, 3)
    assert all(saved.written for saved in extract(tmp_path).saved)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (tmp_path / "claims").rglob("*.yaml")}

    def written_again(claim: Claim) -> str:
        raise AssertionError(f"{claim.id} was written out although it was kept")

    monkeypatch.setattr(assemble, "claim_text", written_again)
    again = extract(tmp_path).saved
    assert all(saved.kept and not (saved.written or saved.refreshed or saved.withdrawn) for saved in again)
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (tmp_path / "claims").rglob("*.yaml")} == before


def test_a_forked_child_that_dies_takes_nothing_with_it() -> None:
    def doubled(numbers: list[int]) -> list[int]:
        if parent_process() is not None and 7 in numbers:
            os.kill(os.getpid(), signal.SIGKILL)
        return [2 * n for n in numbers]

    assert [*forked(doubled, list(range(5)), 2)] == [0, 2, 4, 6, 8]
    assert [*forked(doubled, list(range(10)), 2)] == [2 * n for n in range(10)]


def test_nothing_is_forked_beside_other_threads() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        done.set()
        thread.join()
