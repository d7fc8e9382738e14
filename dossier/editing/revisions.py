"""A dossier as it is in a folder or was at a git revision, read without touching the checkout."""

from __future__ import annotations

import contextlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from dossier.assemble import read_dossier
from dossier.model import Dossier
from dossier.problems import Problem, Refused, Where
from dossier.store.places import Pointing
from dossier.store.settings import address_set


def _as_told(where: Where, *_: str) -> Where:
    return where


@dataclass(frozen=True, slots=True)
class State:
    """One of the two dossiers compared: what could be read of it, what is wrong with it, and where names lead."""

    dossier: Dossier
    problems: tuple[Problem, ...] = ()
    files: str = ""  # the address before the path of a file at this revision; "" when there is none
    site: str = ""  # the address of the published site
    at: Callable[..., Where] = _as_told  # where in its file a claim's key stands


def as_it_lies(root: Path) -> State:
    """The files as they are now; they can be linked to where they are those of the last commit."""
    dossier, problems = read_dossier(root)
    files = "" if _changed(root) else _files(root, "HEAD")
    return State(dossier, tuple(problems), files, _site(root), Pointing(root))


def _changed(root: Path) -> bool:
    """Whether a line of the files is not that of the last commit; a line end saved on Windows changes none."""
    others = _git(root, "ls-files", "--others", "--exclude-standard", "--", ".").stdout.strip()
    return bool(others or _git(root, "diff", "--quiet", "--ignore-cr-at-eol", "HEAD", "--", ".").returncode)


@contextmanager
def at_revision(root: Path, revision: str) -> Iterator[State]:
    """A commit, branch or tag. Raises Refused without git, a repository or such a revision."""
    archived = _archive(root, revision)
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        with (
            contextlib.suppress(tarfile.ReadError),  # what git writes of a commit without files
            tarfile.open(fileobj=io.BytesIO(archived)) as archive,
        ):
            archive.extractall(folder, filter=_inside)
        dossier, problems = read_dossier(Path(folder))
        yield State(dossier, tuple(problems), _files(root, revision), _site(root), Pointing(Path(folder)))


def _inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """What a commit holds, links that lead out of it and odd files left out: nobody reads through them."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _archive(root: Path, revision: str) -> bytes:
    if revision.startswith("-"):
        raise Refused(f"{revision!r} is not a revision")
    try:
        done = _git(root, "archive", "--format=tar", f"{revision}^{{commit}}")
    except FileNotFoundError:
        raise Refused("git is not installed here; the comparison needs it") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = next((line for line in said if line.startswith("fatal:")), said[-1] if said else "no reason given")
        shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        more = "; this clone holds only the newest commits: git fetch --unshallow" if shallow else ""
        if not _git(root, "rev-parse", "--verify", "-q", f"origin/{revision}^{{commit}}").returncode:
            more = f"; did you mean 'origin/{revision}'?"
        raise Refused(f"git has no {revision!r} here: {reason}{more}")
    return done.stdout


def _files(root: Path, revision: str) -> str:
    """Where the repository's website shows the files of a revision, this dossier's folder included."""
    address = address_set(root, "repo_url")
    commit = _git(root, "rev-parse", "--verify", "-q", f"{revision}^{{commit}}").stdout.decode().strip()
    below = _git(root, "rev-parse", "--show-prefix").stdout.decode("utf-8", "replace").strip()
    return f"{address}/blob/{commit}/{quote(below)}" if address and commit else ""


def _site(root: Path) -> str:
    address = address_set(root, "site_url")
    return f"{address}/" if address else ""


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError:
        if words[0] == "archive":
            raise
        return subprocess.CompletedProcess(words, 1, b"", b"")
