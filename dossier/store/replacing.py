"""Several files changed at once: all or none, and none where somebody saved one meanwhile."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.problems import Problem, Where
from dossier.store.files import read_bytes
from dossier.store.limits import LIMITS, Limits
from dossier.store.nodes import Items, Node, Text
from dossier.store.writing import alone, prepared, saved_meanwhile, unwritten


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the dossier: what it says, "" where it is not there yet, and what it should say."""

    path: str
    before: str
    after: str


def replace_all(root: Path, edits: Iterable[Edit], limits: Limits = LIMITS) -> list[Problem]:
    """Put the new texts in place, in order; [] when all stand. A byte order mark stays.

    Before the first takes its place all are looked at and all are written beside the files: when one no longer says
    what it said, or the disk is full, none is changed.
    """
    where = Where("")
    ready: list[tuple[Where, Path, bytes, Path]] = []
    try:
        with ExitStack() as written:
            for edit in edits:
                where, file = Where(edit.path), root / edit.path
                is_new = not edit.before and not os.path.lexists(file)
                old, problems = (b"", []) if is_new else read_bytes(root, file, limits.yaml_bytes)
                if old is None:
                    return problems
                mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
                if old != mark + edit.before.encode():
                    return [saved_meanwhile(where)]
                file.parent.mkdir(parents=True, exist_ok=True)
                new = written.enter_context(prepared(file.resolve(), mark + edit.after.encode()))
                ready.append((where, file, old, new))
            for where, file, old, new in ready:
                with alone(file.parent):
                    if (file.read_bytes() if file.exists() else b"") != old:
                        return [saved_meanwhile(where)]
                    new.replace(file.resolve())
    except OSError as error:
        return [unwritten(where, error)]
    return []


def content(node: Node | None) -> Any:
    """What a node says, without places, for comparison."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [content(item) for item in node.items]
    return {key.value: content(value) for key, value in node.entries} if node else None


def end_of(lines: list[str], start: int, depth: int) -> int:
    """The line after an entry that begins at a line: what is indented deeper than it belongs to it."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= depth:
            break
        if line.strip():
            end = number + 1
    return end
