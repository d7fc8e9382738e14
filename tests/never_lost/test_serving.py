"""`serve` through an afternoon: what stops a build is told on the page, no later save is missed, nothing is left."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from folder import PROJECT, Folder, wind_dossier

PATIENCE = 60.0  # seconds until a test gives up
CLAIM = "claims/calm/p01-mine.yaml"
PAGE = "/sources/calm.html"


@dataclass
class Served:
    """A dossier and the process that serves it."""

    folder: Folder
    process: subprocess.Popen[bytes]
    address: str
    scratch: Path

    def page(self, path: str = PAGE) -> str:
        """What a browser is shown, whatever the status."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as refused:
            return refused.read().decode("utf-8")
        except OSError:
            return ""

    def shows(self, words: str) -> bool:
        """Whether the page says so, sooner or later."""
        return _sooner_or_later(lambda: words in self.page())

    def says(self, words: str) -> None:
        """Save our claim with this statement."""
        self.folder.write(CLAIM, f"quote: >-\n  Wind output in Ireland fell in 2023\nstatement: {words}.\n")


def _sooner_or_later(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not (found := holds()) and time.monotonic() < until:
        time.sleep(0.2)
    return found


def _heed_interrupts() -> None:
    """As in a terminal: what a script starts in the background ignores Ctrl-C, and so do the tests it runs."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = wind_dossier(tmp_path / "wind")
    (scratch := tmp_path / "scratch").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "build_dossier.py"), "serve", "--address", address],
        cwd=folder.root,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=(tmp_path / "told").open("wb"),
        preexec_fn=_heed_interrupts,
    )
    made = Served(folder, process, f"http://{address}", scratch)
    made.says("Output fell")
    assert made.shows("Output fell."), (tmp_path / "told").read_text("utf-8")
    yield made
    process.kill()
    process.wait()
    assert "Traceback" not in (tmp_path / "told").read_text("utf-8")


def test_settings_that_cannot_be_read_are_told_on_the_page_until_they_are_mended(served: Served) -> None:
    settings = served.folder.read("mkdocs.yml")
    served.folder.write("mkdocs.yml", "nav: [\n" + settings)
    assert served.shows("mkdocs.yml:1:")
    served.folder.write("mkdocs.yml", settings)
    assert served.shows("Output fell.")


def test_a_page_in_another_encoding_is_told_and_costs_no_other_page(served: Served) -> None:
    page = served.folder.root / "docs/mine.md"
    page.write_bytes("# Café\n".encode("latin-1"))
    assert served.shows("docs/mine.md:1:6: error: byte 0xE9 is not UTF-8")
    page.unlink()
    assert served.shows("Output fell.")
    assert "<h1" in served.page("/index.html")


def test_a_save_is_seen_after_the_folder_was_taken_away_and_brought_back(served: Served) -> None:
    claims, away = served.folder.root / "claims", served.folder.root / "away"
    claims.rename(away)
    time.sleep(2)  # long enough for who watches it to miss it
    away.rename(claims)
    served.says("Output sank")
    assert served.shows("Output sank.")


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_of_a_server_that_was_told_to_end(served: Served, ended: signal.Signals) -> None:
    served.process.send_signal(ended)
    assert served.process.wait(PATIENCE) == 0
    assert not list(served.scratch.iterdir())
