"""A dossier's folder with one article, for each test its own."""

from pathlib import Path

import pytest

from never_lost.desk import SENTENCES, Desk, source_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, source_of(*SENTENCES))
