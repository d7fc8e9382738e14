"""A dossier as it stood at a git revision, read without touching the checkout."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from dossier.assemble import read_dossier
from dossier.model import Dossier


class NoRevision(Exception):
    """Git cannot give that state; the message says why."""


def dossier_at(root: Path, revision: str) -> Dossier:
    """The dossier of a commit, branch or tag. Raises NoRevision without git, a repository or such a revision."""
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_archive(root, revision))) as archive:
            archive.extractall(folder, filter="data")
        return read_dossier(Path(folder))[0]


def _archive(root: Path, revision: str) -> bytes:
    if revision.startswith("-"):
        raise NoRevision(f"{revision!r} is no revision")
    command = ["git", "-C", str(root), "archive", "--format=tar", revision]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("git is not installed here; the comparison needs it") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoRevision(f"git has no {revision!r} here: {reason[-1] if reason else 'no reason given'}")
    return done.stdout
