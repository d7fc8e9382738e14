"""How every stage reports what is wrong and where: as a value, not an exception."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Where(NamedTuple):  # a tuple, as every value of every file has one
    """A place in a file of the dossier; `path` is relative to its root, lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        path = "".join(c if c.isprintable() else "\ufffd" for c in self.path)  # a line end in a name breaks no line
        return f"{path}:{self.line}:{self.column}"


NOWHERE = Where("")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an editor can fix: the place, what is wrong, the rule it breaks, and what to do."""

    where: Where
    rule: str  # a name from docs/about/checks.md, e.g. "unknown-theme"
    what: str
    hint: str = ""
    severity: str = "error"  # "error" stops a build, "warning" does not

    def __str__(self) -> str:
        line = f"{self.where}: {self.severity}: {self.what} [{self.rule}]"
        return f"{line}\n    hint: {self.hint}" if self.hint else line


class Refused(LookupError):
    """A command that cannot be carried out: the message says why and what to type, `rule` where it is explained."""

    def __init__(self, what: str, rule: str = "unknown-claim") -> None:
        super().__init__(what)
        self.rule = rule


def refused(error: OSError) -> str:
    """What the disk refused, where, and what to do about it, as the end of a sentence."""
    file = error.filename2 or error.filename  # when copying, the file that could not be written
    at = f": {file}" if file else ""
    room = "make room" if error.errno == errno.ENOSPC else "see that you may read and write there"
    return f"{error.strerror or error}{at}; {room}, then run again"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, sorted by file, line and column."""
    return sorted(set(problems), key=lambda p: (p.where, p.severity, p.rule, p.what))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [p for p in problems if p.severity == "error"]
