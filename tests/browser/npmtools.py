"""Checkers from npm: axe-core for accessibility, html-validate for HTML. Both stay outside the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGES = ("axe-core@4.14.1", "html-validate@10.17.0")
FOLDER = Path(os.environ.get("DOSSIER_NPM") or Path.home() / ".cache" / "dossier-npm")


def npm_file(path: str) -> Path:
    """A file of one of the packages; they are installed once where the tests must run, else the test is skipped."""
    file = FOLDER / "node_modules" / path
    if file.exists() and _installed():
        return file
    need = f"this test needs npm and: npm install --prefix {FOLDER} {' '.join(PACKAGES)}"
    if os.environ.get("CI") != "true":
        pytest.skip(need)
    npm = shutil.which("npm")
    if not npm:
        pytest.fail(need)
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(FOLDER), *PACKAGES]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0 and file.exists(), f"{need}\n{done.stdout}{done.stderr}"
    return file


def _installed() -> bool:
    """True when the versions there are the ones we name."""
    for package in PACKAGES:
        name, _, version = package.partition("@")
        about = FOLDER / "node_modules" / name / "package.json"
        if not about.exists() or f'"version": "{version}"' not in about.read_text("utf-8"):
            return False
    return True
