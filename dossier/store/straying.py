"""A file of one kind where another kind belongs: one message instead of one for each of its keys."""

from __future__ import annotations

from dossier.problems import Problem
from dossier.store.dialect import Mapping, Node
from dossier.store.fields import FILES, FileKind


def stray_kind(node: Node, here: FileKind) -> Problem | None:
    """The message when every key that must stand here is missing and the file is plainly of another kind."""
    if not isinstance(node, Mapping) or here.keyed:
        return None
    keys = {key.value for key, _ in node.entries}
    needed = {field.name for field in here.fields if field.required}
    if not needed or needed & keys:
        return None
    for kind in FILES:
        must = {field.name for field in kind.fields if field.required}
        if kind is not here and not kind.keyed and must and must <= keys:
            what = f"this is a {kind.name} file, but a {here.name} file belongs here"
            return Problem(node.where, "misplaced-file", what, f"move it to {kind.path.replace('*', '<name>')}")
    return None
