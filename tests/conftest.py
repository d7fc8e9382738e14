"""What the tests of all rooms share."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from folder import Folder, wind_dossier
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# No test measures time: on a busy machine an example may take as long as it likes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# To look for what can be dropped among all that thousands of tests hold, every few hundred records, took a tenth.
gc.set_threshold(100_000, 50, 100)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small dossier on wind power, for each test its own."""
    return wind_dossier(tmp_path / "wind")


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after its first extraction; nobody may change it."""
    made = wind_dossier(tmp_path_factory.mktemp("drafted") / "wind")
    assert made.run("extract").returncode == 0
    return made.root


@pytest.fixture(scope="session")
def built(drafted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its site; nobody may change it."""
    root = shutil.copytree(drafted, tmp_path_factory.mktemp("built") / "wind")
    assert Folder(root).run().returncode == 0
    return Path(root)


@pytest.fixture
def with_drafts(drafted: Path, tmp_path: Path) -> Folder:
    """The small dossier with its drafts, for each test its own."""
    return Folder(Path(shutil.copytree(drafted, tmp_path / "wind")))


@pytest.fixture
def with_site(built: Path, tmp_path: Path) -> Folder:
    """The small dossier with its drafts and its site, for each test its own."""
    return Folder(Path(shutil.copytree(built, tmp_path / "wind")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        need = "these tests open the site in a browser: install the package 'chromium' (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(need)
        pytest.skip(need)
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()
