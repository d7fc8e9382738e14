"""Killed in the middle of writing, two runs at once, a full disk, a read-only folder."""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from never_lost.desk import SENTENCES, Desk
from never_lost.faults import ERRORS, Fault, die, failing, in_child

HARVESTS, MINISTRY, EXPORTS, SEED, MILLS, BREAD = SENTENCES
FIRST = (HARVESTS, MINISTRY, EXPORTS)
LATER = (HARVESTS, MINISTRY, SEED, MILLS)  # EXPORTS is withdrawn, two come new, the others are refreshed
MOST_CALLS = 80


def later(desk: Desk) -> int:
    """The change that is cut off: new, refreshed and withdrawn drafts at once. Status 3 when it was refused."""
    return 3 if desk.save(*LATER, themes=("farming",)).problems else 0


def visible(desk: Desk) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in desk.claims.glob("*.yaml")}


@pytest.fixture
def trees(desk: Desk) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The folder before the change and after it, when nothing goes wrong."""
    desk.save(*FIRST)
    before = desk.tree()
    later(desk)
    after = desk.tree()
    shutil.rmtree(desk.claims)
    desk.save(*FIRST)
    assert desk.tree() == before
    return before, after


def tries(desk: Desk, before: dict[str, bytes], fault: Fault) -> Iterator[tuple[int, int]]:
    """The change again and again, with the fault one call later each time, until it comes too late."""
    for at in range(1, MOST_CALLS):
        shutil.rmtree(desk.claims)
        for path, data in before.items():
            (desk.root / path).parent.mkdir(parents=True, exist_ok=True)
            (desk.root / path).write_bytes(data)
        counter = Fault(at, fault.what, fault.lasting)

        def work(counter: Fault = counter) -> int:
            counter.arm()
            status = later(desk)
            return 7 if counter.seen < counter.at else status

        status = in_child(work)
        if status == 7:
            assert at > 10, "the fault never struck"
            return
        yield at, status
    raise AssertionError("the change makes more calls than were tried")


def test_killed_at_any_moment_files_are_old_or_new_and_the_next_run_ends_the_work(desk, trees) -> None:
    before, after = trees
    whole = {Path(p).name: {before.get(p), after.get(p)} for p in before | after}
    for at, status in tries(desk, before, Fault(0, die)):
        assert status == -9
        for name, data in visible(desk).items():
            assert data in whole[name], f"half a file after call {at}: {name}"
        assert later(desk) == 0
        assert desk.tree() == after, f"killed at call {at}"


def test_killed_on_the_very_first_run_every_draft_still_comes(desk: Desk) -> None:
    desk.save()
    after = desk.tree()
    for at in range(1, MOST_CALLS):
        shutil.rmtree(desk.root / "claims")

        def work(at: int = at) -> None:
            Fault(at, die).arm()
            desk.save()

        status = in_child(work)
        desk.save()
        assert desk.tree() == after, f"killed at call {at}"
        if status == 0:
            return
    raise AssertionError("never ran to its end")


def test_what_a_person_does_after_a_killed_run_counts(desk: Desk, trees) -> None:
    before, _ = trees
    for at, _ in tries(desk, before, Fault(0, die)):
        edited, deleted = desk.file("p01-"), desk.file("p02-")
        edited.write_bytes(edited.read_bytes() + b"# mine\n")
        left = edited.read_bytes()
        deleted.unlink()
        later(desk)
        assert edited.read_bytes() == left, f"killed at call {at}"
        assert not deleted.exists(), f"killed at call {at}"
        assert not (desk.claims / ".pending").exists()


def test_a_draft_deleted_after_a_killed_run_is_not_made_again(desk: Desk, trees) -> None:
    before, _ = trees
    for at, _ in tries(desk, before, Fault(0, die)):
        new = [n for n in desk.names() if n.startswith("p04-")]
        for name in new:
            (desk.claims / name).unlink()
        later(desk)
        assert not new or not any(n.startswith("p04-") for n in desk.names()), f"killed at call {at}"


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_one_failing_call_leaves_all_as_it_was_or_does_no_harm(desk: Desk, trees, error: int) -> None:
    before, after = trees
    for at, status in tries(desk, before, Fault(0, failing(error))):
        now = desk.tree()
        assert (status, now) in ((3, before), (0, after)) or (status in (0, 3) and _seen(now) == _seen(after)), at
        assert later(desk) == 0
        assert desk.tree() == after, f"call {at}"


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_a_disk_that_goes_on_failing_gives_a_message_and_the_next_run_mends_it(desk: Desk, trees, error: int) -> None:
    before, after = trees
    whole = {Path(p).name: {before.get(p), after.get(p)} for p in before | after}
    for at, status in tries(desk, before, Fault(0, failing(error), lasting=True)):
        assert status in (0, 3), "a failing disk is a message, not a crash"
        assert all(data in whole[name] for name, data in visible(desk).items())
        assert later(desk) == 0
        assert desk.tree() == after, f"failing from call {at} on"


def _seen(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in tree.items() if "/.pending/" not in path}


def test_a_full_disk_leaves_all_as_it_was(desk: Desk, trees) -> None:
    before, _ = trees

    def work() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))  # no file may grow beyond 100 bytes
        return later(desk)

    assert in_child(work) == 3
    assert desk.tree() == before


def test_a_read_only_folder_gives_a_message_and_stays_as_it_was(desk: Desk, trees) -> None:
    before, _ = trees
    folders = [desk.claims, desk.root / "claims", desk.root]
    for folder in folders:
        folder.chmod(0o555)

    def work() -> int:
        if os.geteuid() == 0:  # the owner of all files is stopped by no permission
            for outer in [*desk.root.parents]:
                if outer.stat().st_uid == 0 and outer.parts[:2] == ("/", "tmp") and outer != Path("/tmp"):
                    outer.chmod(0o755)
            os.setuid(65534)
        saved = desk.save(*LATER, themes=("farming",))
        return 3 if [p.rule for p in saved.problems] == ["cannot-write"] else 0

    try:
        assert in_child(work) == 3
    finally:
        for folder in reversed(folders):
            folder.chmod(0o755)
    assert desk.tree() == before


def test_two_runs_at_once_end_as_one(desk: Desk, trees) -> None:
    _, after = trees
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            os._exit(later(desk))
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0, 0]
    assert desk.tree() == after


def test_two_runs_with_different_engines_leave_a_folder_that_one_of_them_would_have_made(desk: Desk) -> None:
    desk.save(*FIRST)
    engines = [(FIRST, ("trade",)), (LATER, ("farming",))] * 3
    children = []
    for quotes, themes in engines:
        child = os.fork()
        if child == 0:
            os._exit(1 if desk.save(*quotes, themes=themes).problems else 0)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 6
    now = desk.tree()
    outcomes = []
    for quotes, themes in engines[:2]:
        desk.save(*quotes, themes=themes)
        outcomes.append(desk.tree())
    assert now in outcomes
