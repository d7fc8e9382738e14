"""Bytes of a file to text, or the reason why not; no link is followed out of the dossier."""

from __future__ import annotations

import codecs
import os
import re
import stat
import time
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from dossier.problems import Problem, Where
from dossier.store.limits import raising

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# What Windows cannot open, what the site's lists of pages are called, and the folder that is no source's.
_RESERVED = re.compile(r"(?:index|codebook|con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHER_FILES = {
    b"PK\x03\x04": "a Word document or another zip file",
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_READ_WRONGLY = "the text was read in another encoding before it was saved: fetch it again, and save it as UTF-8"
_SAVE_AS = "save the file as UTF-8"


def is_safe_name(name: str, length: int = 120) -> bool:
    """Whether a name without its ending works as an id, in an address and on every file system."""
    return bool(SAFE_NAME.fullmatch(name)) and len(name) <= length and not _RESERVED.fullmatch(name)


def is_slug(text: str) -> bool:
    """Lower-case letters, digits and hyphens: what addresses and tags are made of."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= 80


def safe_name(name: str) -> str:
    """A name like this one that works as an id: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "name"
    return found if is_safe_name(found) else f"{found}-1"


def copied_from(file: Path) -> str:
    """The name of the file beside it that a file manager's copy was made from: "p01 (1).yaml" from "p01.yaml"."""
    ends = [n for n, sign in enumerate(file.stem) if not re.match(r"[\w-]", sign)]
    stems = (*(file.stem[:n] for n in reversed(ends)), *(file.stem[n + 1 :] for n in ends))  # "Copy of p01.yaml"
    names = (f"{stem}{file.suffix}" for stem in stems if stem)
    return next((name for name in names if file.with_name(name).is_file()), "")


def relative(root: Path, file: Path) -> str:
    """The path messages show: from the dossier's root, with forward slashes."""
    path, top = file.as_posix(), f"{root.as_posix()}/"
    return path[len(top) :] if path.startswith(top) else file.relative_to(root).as_posix()


def stays_inside(root: Path, file: Path) -> bool:
    """False when a link in the path leads out of the dossier, to what is hidden there (.git), or nowhere."""
    try:
        inside = file.resolve(strict=True).relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return False
    return not any(part.startswith(".") for part in inside.parts)


def home_of(root: Path, id: str, most: int) -> tuple[Path, Problem | None]:
    """The folder of a source's claims, and why nothing may be written into it."""
    folder = root / "claims" / id
    where = Where(f"claims/{id}")
    if not is_safe_name(id, most):
        return folder, Problem(where, "bad-name", "the source's id cannot name a folder")
    if any(f.is_symlink() and not stays_inside(root, f) for f in (folder.parent, folder, folder / ".pending")):
        return folder, Problem(where, "symlink", "this link leads out of the dossier", "put the folder itself here")
    return folder, None


def entries(root: Path, folder: Path) -> tuple[list[Path], list[Problem]]:
    """What lies in a folder, sorted, hidden names left out; a missing folder is empty."""
    where = Where(relative(root, folder))
    try:
        if folder.is_symlink() and not stays_inside(root, folder):
            return [], [Problem(where, "symlink", "this link leads out of the dossier", "put the folder itself here")]
        names = sorted(entry.name for entry in os.scandir(folder))
    except FileNotFoundError:
        return [], []
    except NotADirectoryError:
        return [], [Problem(where, "not-a-folder", "this is a file, but should be a folder", "move it away")]
    except OSError as error:
        what = f"cannot look into this folder: {error.strerror}"
        return [], [Problem(where, "unreadable", what, "check its permissions")]
    hidden = (".", "~")
    return [folder / name for name in names if not name.startswith(hidden) and not name.endswith("~")], []


def read_text(root: Path, file: Path, most: int, limit: str = "yaml_bytes") -> tuple[str | None, list[Problem]]:
    """A file's text, newlines as they are and a byte order mark dropped; or None and one Problem."""
    data, problems = read_bytes(root, file, most, limit)
    return (None, problems) if data is None else decode(data, relative(root, file))


def read_bytes(root: Path, file: Path, most: int, limit: str = "yaml_bytes") -> tuple[bytes | None, list[Problem]]:
    """What a file of the dossier holds; or None and one Problem."""
    return _taken(root, file, most, limit, lambda path, status: _whole(path))


def read_hash(root: Path, file: Path, most: int, taken: dict[Path, bytes]) -> tuple[bytes | None, list[Problem]]:
    """A hash of what a file of the dossier holds; or None and one Problem. `taken` gets bytes that are read."""

    def take(path: str, status: os.stat_result) -> bytes:
        return bytes_told(path, status, lambda data: taken.setdefault(file, data))

    return _taken(root, file, most, "yaml_bytes", take)


def bytes_told(path: str, status: os.stat_result, took: Callable[[bytes], object] = bool) -> bytes:
    """A hash of a file's bytes. What this process has read is not read again while both clocks of the file stand.

    The system sets the second clock, and no program can turn it back. Whoever wants the bytes too is given them by
    `took`, when they are read.
    """
    about = status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
    known = _read.get(path)
    if known and known[0] == about:
        return known[1]
    data = _whole(path)
    took(data)
    told = sha256(data).digest()
    if os.name == "posix" and status.st_ctime_ns < time.time_ns() - _SETTLED:
        _read[path] = about, told
    return told


def forget_hashes() -> None:
    """Have every file read again, as where a clock told of no change that there was."""
    _read.clear()


_read: dict[str, tuple[tuple[int, ...], bytes]] = {}  # what this process read: a file's clocks, and the hash
_SETTLED = 3 * 10**9  # nanoseconds after which another change to a file must show in its clocks


def _whole(path: str) -> bytes:
    with open(path, "rb") as stream:  # noqa: PTH123 (half the time of a Path for thousands of files)
        return stream.read()


def _taken(
    root: Path, file: Path, most: int, limit: str, take: Callable[[str, os.stat_result], bytes]
) -> tuple[bytes | None, list[Problem]]:
    def refused(rule: str, what: str, hint: str = "") -> tuple[None, list[Problem]]:
        return None, [Problem(Where(relative(root, file)), rule, what, hint)]

    try:
        status = os.lstat(file)
        if stat.S_ISLNK(status.st_mode):
            if not stays_inside(root, file):
                return refused(
                    "symlink", "this link leads out of the dossier, or nowhere", "put the file itself here"
                )
            status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            return refused("not-a-file", "this is a folder, but should be a file", "rename or remove the folder")
        if not stat.S_ISREG(status.st_mode):
            return refused("not-a-file", "this is a device or a pipe, not a file", "remove it")
        if status.st_size > most:
            return refused(
                "too-large",
                f"the file has {status.st_size} bytes; at most {most} are read",
                f"split it or cut it down, {raising(limit)}",
            )
        return take(str(file), status), []
    except FileNotFoundError:
        return refused("unreadable", "the file vanished while it was read", "run again")
    except OSError as error:
        return refused("unreadable", f"cannot read the file: {error.strerror}", "check its permissions")


def other_kind(data: bytes) -> str:
    """What begins like a file of another program: "a PDF"; "" where it may be text."""
    return next((name for sign, name in _OTHER_FILES.items() if data.startswith(sign)), "")


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """UTF-8 bytes to text, with a byte order mark accepted; or None and the line and byte that is wrong."""
    for mark, name in _WIDE:
        if data.startswith(mark):
            return None, [Problem(Where(path), "encoding", f"the file is written in {name}, not UTF-8", _SAVE_AS)]
    if kind := other_kind(data):
        return None, [Problem(Where(path), "encoding", f"this is {kind}, not a text file", "save it as plain text")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        if data.count(0) > len(data) // 4:
            return None, [Problem(Where(path), "encoding", "the file looks like UTF-16, not UTF-8", _SAVE_AS)]
        what = f"byte 0x{data[error.start]:02X} is not UTF-8"
        return None, [Problem(Where(path, line, column), "encoding", what, f"{_SAVE_AS}; it may be in Windows-1252")]
    if text.count("\0") > len(text) // 4:
        return None, [Problem(Where(path), "encoding", "the file looks like UTF-16, not UTF-8", _SAVE_AS)]
    found = control_character(text, path)
    return (None, [found]) if found else (text, [])


def control_character(text: str, path: str, also: str = "") -> Problem | None:
    """The first character that no text holds: NUL, escape codes, half a surrogate pair; or one of `also`."""
    found = _CONTROL.search(text) or (re.search(f"[{also}]", text) if also else None)
    if not found:
        return None
    line_start = text.rfind("\n", 0, found.start()) + 1
    where = Where(path, text.count("\n", 0, found.start()) + 1, found.start() - line_start + 1)
    hint = _READ_WRONGLY if "\x80" <= found[0] <= "\x9f" else "delete it"
    return Problem(where, "control-character", f"control character U+{ord(found[0]):04X} in the text", hint)
