"""What the tests of all rooms share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from folder import CALM, PROJECT, WIND, Folder


def wind_dossier(root: Path) -> Folder:
    """A small dossier on wind power: two articles, one theme, one question; no claims yet."""
    made = Folder(root)
    made.write("sources/irish-wind.txt", WIND)
    made.write("sources/calm.txt", CALM)
    for name, title in (("irish-wind", "A windy year"), ("calm", "A calm year")):
        made.write(
            f"sources/{name}.yaml",
            f"title: {title}\npublisher: The Example\nissued: 2024-01\nissued-evidence: printed on the page\n"
            "language: en\nrights:\n  holder: The Example\n  publish: excerpt\n",
        )
    made.write(
        "claims/codebook/themes.yaml",
        "wind-power:\n  title: Wind power\n  words: [wind, wind farm, turbine]\n",
    )
    made.write("claims/codebook/places.yaml", "regions: {}\nnames: {}\n")
    made.write(
        "claims/codebook/questions/output-rising.yaml",
        "question: Is wind output in Ireland rising?\nthemes: [wind-power]\ncountries: [IE]\nabout: [wind]\n"
        "yes: [wind output RISES]\nno: [wind output FALLS]\n",
    )
    for name in ("mkdocs.yml", "build_dossier.py"):
        shutil.copy(PROJECT / name, made.root)
    shutil.copytree(PROJECT / "docs", made.root / "docs")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small dossier on wind power, for each test its own."""
    return wind_dossier(tmp_path / "wind")
