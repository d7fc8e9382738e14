"""A person saves a file while the tool is writing: before any of its calls to the system."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

from never_lost.desk import SENTENCES, Desk
from never_lost.faults import CALLS, in_child

HARVESTS, MINISTRY, EXPORTS, SEED, MILLS, BREAD = SENTENCES
MINE = b"# mine\n"


def saved_at(desk: Desk, file: str, at: int) -> int:
    """Let the tool withdraw and refresh drafts while a person adds a line to one at the n-th call.

    Status 1: the person saved, be it in the very instant in which the file is replaced. 7: there were fewer calls.
    6: the file was not there to be saved.
    """
    seen = 0
    status = 7

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*args: object, **more: object) -> object:
            nonlocal seen, status
            seen += 1
            target = desk.claims / file
            if seen == at:
                status = 1 if target.exists() else 6
                if status == 1:
                    with target.open("ab") as stream:
                        stream.write(MINE)
            return call(*args, **more)

        return wrapped

    real = {name: getattr(os, name) for name in CALLS}
    for name, call in real.items():
        setattr(os, name, counted(call))
    desk.save(HARVESTS, MINISTRY, SEED, themes=("farming",))
    return status


@pytest.mark.parametrize("sentence", [EXPORTS, MINISTRY], ids=["withdrawn", "refreshed"])
def test_what_a_person_saves_while_the_tool_writes_stays(desk: Desk, sentence: str) -> None:
    desk.save(HARVESTS, MINISTRY, EXPORTS)
    (name,) = (f.name for f in desk.claims.glob("p*.yaml") if sentence in f.read_text("utf-8"))
    before = desk.tree()
    kept = 0
    for at in range(1, 200):
        shutil.rmtree(desk.claims)
        for path, data in before.items():
            (desk.root / path).parent.mkdir(parents=True, exist_ok=True)
            (desk.root / path).write_bytes(data)
        status = in_child(lambda at=at: saved_at(desk, name, at))  # type: ignore[misc]
        if status == 7:
            assert kept > 5, "the person never came in time"
            return
        if status == 1:
            file = desk.claims / name
            assert file.exists() and MINE in file.read_bytes(), f"saved at call {at} and lost"
            left = file.read_bytes()
            desk.save(HARVESTS, MINISTRY, SEED, themes=("farming",))
            assert file.read_bytes() == left, f"saved at call {at}"
            kept += 1
    raise AssertionError("the change makes more calls than were tried")
