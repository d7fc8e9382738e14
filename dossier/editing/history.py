"""What people corrected, from git's history of claims/: newest first; without git or history, nothing.

The tool's own drafts are no corrections: a claim file whose hash stands in the ledger of the same commit was
written by the tool, whoever committed it.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.model import Correction
from dossier.store.ledger import LEDGER

_COMMITS = 300  # how far back the page looks
_MARK = "\0"  # the one character that stands in no commit's subject and in no path
_TOLD = ((b"decisions", "decided"), (b"summary", "summed"))  # keys of a question's file that readers see


@dataclass(frozen=True, slots=True)
class _Touched:
    """One file in one commit: status A, M, D or R (renamed, nothing else) and the blob after (before, for D)."""

    commit: str
    day: str
    subject: str
    status: str
    path: str
    before: str
    blob: str
    was: str  # its path before, of a renamed one another
    now: str  # its path after all that came later


def corrections(root: Path) -> tuple[Correction, ...]:
    """Claims corrected, rejected, reviewed, added or removed by people, and decisions taken.

    A dossier that began as a copy of another one tells nothing of sources and questions that it no longer has.
    """
    touched = [t for t in _touched(root) if _stands(root, t.now)]
    if not touched:
        return ()
    ledgers = {(t.commit, _folder(t.path)) for t in touched if _is_claim(t.path)}
    asked = [t.before for t in touched if not _is_claim(t.path) and t.status == "M"]
    wanted = (
        asked + [t.blob for t in touched] + [f"{c}:claims/{folder}/_extracted.yaml" for c, folder in sorted(ledgers)]
    )
    texts = _contents(root, wanted)
    moved = {t.commit: (_folder(t.was), _folder(t.path)) for t in touched if t.status == "R"}
    found = []
    for t in touched:
        text = texts.get(t.blob, b"")
        ledger = texts.get(f"{t.commit}:claims/{_folder(t.path)}/_extracted.yaml", b"")
        old, new = (f"{name}/".encode() for name in moved.get(t.commit, ("", "")))
        before = texts.get(t.before, b"")  # a decision that only calls a renamed article by its new name is none
        what = _what(t, before.replace(old, new) if t.commit in moved else before, text, ledger)
        if what:
            found.append(Correction(t.day, _id(t.now), what, t.subject, t.commit[:10]))
    return tuple(found)


def gone_claims(root: Path) -> dict[str, str]:
    """Claim files that git knows and that are there no more: path -> text in the last commit that had it."""
    log = _git(
        root, "log", "--format=%x00%h", "--name-only", "--diff-filter=D", "--no-renames", "--relative", "claims"
    )
    last: dict[str, str] = {}
    for entry in log.decode("utf-8", "replace").split(_MARK)[1:]:
        commit, *paths = filter(None, entry.split("\n"))
        last = {path: f"{commit}^:./{path}" for path in paths} | last  # the newest commit comes first, and counts
    stands = _git(root, "ls-tree", "-r", "--name-only", "HEAD", "claims").decode("utf-8", "replace").splitlines()
    last |= {path: f"HEAD:./{path}" for path in stands}
    gone = {path: name for path, name in last.items() if _is_claim(path) and not (root / path).exists()}
    texts = _contents(root, list(gone.values())) if gone else {}
    return {path: texts[name].decode("utf-8", "replace") for path, name in gone.items() if name in texts}


def deleted_with_ledger(root: Path, sources: Collection[str]) -> dict[str, str]:
    """Of these sources, each whose folder git knows with a ledger: the last revision that has it."""
    ledgers = {f"claims/{source}/{LEDGER}": source for source in sources}
    added = ("log", "--format=", "--name-only", "--diff-filter=A", "--no-renames", "--relative")
    known = _git(root, *added, "--", f":(glob)claims/*/{LEDGER}") if ledgers else b""
    paths = sorted(ledgers.keys() & set(known.decode("utf-8", "replace").splitlines()))
    return {ledgers[path]: _last_with(root, path) for path in paths}


def _last_with(root: Path, path: str) -> str:
    deleted = _git(root, "log", "-1", "--format=%h", "--diff-filter=D", "--no-renames", "--relative", "--", path)
    stands = _git(root, "ls-tree", "HEAD", "--", path)
    return "HEAD" if stands or not deleted else f"{deleted.decode().strip()}^"


def _what(touched: _Touched, before: bytes, text: bytes, ledger: bytes) -> str:
    """What a person did there, "" when it was the tool or nothing a reader sees."""
    if not _is_claim(touched.path):
        # Of a question's file a reader sees what is decided and summed up; the rest is how it is found.
        changed = (what for part, what in _TOLD if _part(part, before) != _part(part, text))
        return next(changed, "") if touched.status == "M" else ""
    if touched.status == "R":
        return ""
    if touched.status == "D":
        name = touched.path.rpartition("/")[2].encode()
        return "removed" if name in ledger else ""  # the tool strikes out of its ledger what it withdraws itself
    if hashlib.sha256(text).hexdigest().encode() in ledger:
        return ""
    for word in (b"rejected", b"reviewed"):
        if b"status: " + word in text:
            return word.decode()
    return "added" if touched.status == "A" else "corrected"


def _touched(root: Path) -> Iterator[_Touched]:
    layout = "%x00%H\t%cs\t%s"
    command = ("log", f"--max-count={_COMMITS}", "--no-merges", "--raw", "--no-abbrev", "-M100%", "--relative")
    now: dict[str, str] = {}  # paths of old by those of today
    log = _git(root, *command, f"--format={layout}", "--", "claims").decode("utf-8", "replace")
    for entry in log.split(_MARK)[1:]:
        head, *lines = entry.strip().split("\n")
        commit, day, subject = head.split("\t", 2)
        for line in filter(None, lines):
            modes, *paths = line.split("\t")
            _, _, before, after, status = modes.split(" ")
            was, path = paths[0], paths[-1]
            now[was] = now.get(path, path)
            if _is_claim(path) or path.startswith("claims/codebook/questions/"):
                blob = before if status[0] == "D" else after
                yield _Touched(commit, day, subject, status[0], path, before, blob, was, now[was])


def _part(key: bytes, text: bytes) -> bytes:
    """What stands under a key of a file, comments left out."""
    found = re.search(rb"^%s:(.*?)(?=^[a-z]|\Z)" % key, text, re.MULTILINE | re.DOTALL)
    return re.sub(rb"^\s*#.*\n", b"", found[1], flags=re.MULTILINE).strip() if found else b""


def _is_claim(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 3 and parts[1] != "codebook" and parts[2].endswith(".yaml") and parts[2][0] != "_"


def _stands(root: Path, path: str) -> bool:
    """Whether the claim's source, or the question, is still one of the dossier's."""
    home = f"sources/{_folder(path)}.yaml" if _is_claim(path) else path
    return (root / home).is_file()


def _folder(path: str) -> str:
    return path.split("/")[1]


def _id(path: str) -> str:
    return path.removesuffix(".yaml").removeprefix("claims/codebook/questions/").removeprefix("claims/")


def _contents(root: Path, names: list[str]) -> dict[str, bytes]:
    """Blobs by the name they were asked for; those git does not have are left out."""
    answer = _git(root, "cat-file", "--batch", given="\n".join(names).encode() + b"\n")
    texts: dict[str, bytes] = {}
    at = 0
    for name in names:
        end = answer.find(b"\n", at)
        if end < 0:
            break
        head = answer[at:end]
        at = end + 1
        if not head.endswith((b" missing", b" ambiguous")):
            size = int(head.rsplit(b" ", 1)[1])
            texts[name] = answer[at : at + size]
            at += size + 1
    return texts


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *words], input=given, capture_output=True, check=False)
    except OSError:
        return b""  # no git here: the page says that there is no history
    return done.stdout if done.returncode == 0 else b""
