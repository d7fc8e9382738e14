"""Several files changed at once: each in one step, and none where somebody saved one meanwhile."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dossier.problems import Problem, Where
from dossier.store.files import read_bytes
from dossier.store.limits import LIMITS, Limits
from dossier.store.writing import alone, put_in_place, saved_meanwhile, unwritten


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the dossier: what it says, and what it should say."""

    path: str
    before: str
    after: str


def replace_all(root: Path, edits: Iterable[Edit], limits: Limits = LIMITS) -> list[Problem]:
    """Put the new texts in place, in order; [] when all stand. A byte order mark stays.

    Before the first is written all are looked at: when one no longer says what it said, none is written.
    """
    changes: list[tuple[Edit, bytes]] = []
    for edit in edits:
        old, problems = read_bytes(root, root / edit.path, limits.yaml_bytes)
        if old is None:
            return problems
        mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
        if old != mark + edit.before.encode():
            return [saved_meanwhile(Where(edit.path))]
        changes.append((edit, mark + edit.after.encode()))
    for edit, new in changes:
        file = root / edit.path
        try:
            with alone(file.parent):
                if not file.read_bytes().endswith(edit.before.encode()):
                    return [saved_meanwhile(Where(edit.path))]
                put_in_place(file.resolve(), new)
        except OSError as error:
            return [unwritten(Where(edit.path), error)]
    return []
