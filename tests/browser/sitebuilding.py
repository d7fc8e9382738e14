"""Builds sites to look at: the project's own, and one in a newcomer's folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def build_strictly(root: Path, to: Path) -> subprocess.CompletedProcess[str]:
    """The site of a folder, by MkDocs alone, strictly."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(root / "mkdocs.yml"), "-d", str(to)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )


def newcomer(root: Path) -> None:
    """A folder with the project's machinery and none of its sources and claims."""
    for name in ("mkdocs.yml", "build_dossier.py"):
        shutil.copy(PROJECT / name, root / name)
    shutil.copytree(PROJECT / "docs", root / "docs", ignore=shutil.ignore_patterns("generated"))
    (root / "sources").mkdir()
    (root / "claims" / "codebook" / "questions").mkdir(parents=True)


def write(root: Path, path: str, text: str) -> None:
    """One file of a dossier."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
