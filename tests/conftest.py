"""What the tests of all rooms share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from folder import Folder, wind_dossier
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small dossier on wind power, for each test its own."""
    return wind_dossier(tmp_path / "wind")


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
