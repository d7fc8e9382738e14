"""The functions that `make fuzz` calls work, on what they begin with and on bytes nobody meant."""

from __future__ import annotations

import pytest

from fuzz.targets import SCRIPT, TARGETS, seeds

ODD = (b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-1.4\n", b"<p>" * 50, SCRIPT.encode())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_any_bytes(name: str) -> None:
    for data in (*seeds()[name], *ODD):
        TARGETS[name](data)
        TARGETS[name](data[: len(data) // 2])


def test_every_target_has_something_to_begin_with() -> None:
    assert seeds().keys() == TARGETS.keys()
