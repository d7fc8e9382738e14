"""What the tests of all rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import Folder, wind_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small dossier on wind power, for each test its own."""
    return wind_dossier(tmp_path / "wind")
