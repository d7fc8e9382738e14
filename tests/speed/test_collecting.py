"""A process that ends does not look through all it made."""

from __future__ import annotations

import subprocess
import sys

ENDS = """
import atexit, gc
kept = [[n] for n in range(50_000)]
atexit.register(lambda: print(gc.get_freeze_count() > 50_000))  # the first to be registered comes last
import dossier.assemble
"""


def test_nothing_is_searched_for_circles_when_a_process_ends() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDS], capture_output=True, text=True, check=True)
    assert ended.stdout == "True\n"
