"""A file's text to the values of its kind; where another kind belongs, one message instead of one for each key."""

from __future__ import annotations

from collections.abc import Callable

from dossier.problems import Problem
from dossier.store.dialect import read_yaml
from dossier.store.fields import FILES, FileKind
from dossier.store.files import decode
from dossier.store.limits import Limits
from dossier.store.loading import Loading, Values
from dossier.store.nodes import Mapping, Node

Load = Callable[[Loading, Node], Values]


def values_in(
    data: bytes | str, path: str, kind: FileKind, limits: Limits, load: Load | None = None
) -> tuple[Values, list[Problem]]:
    """What a file of this kind says as far as it can be read, by its fields or by `load`; and what is wrong."""
    text, problems = (data, []) if isinstance(data, str) else decode(data, path)
    if text is None:
        return {}, problems
    node, problems = read_yaml(text, path, limits)
    if node is None:
        return {}, problems
    if stray := _stray_kind(node, kind):
        return {}, [*problems, stray]
    loading = Loading()
    values = load(loading, node) if load else loading.record(node, kind.fields, f"a {kind.name}")
    return values, [*problems, *loading.problems]


def _stray_kind(node: Node, here: FileKind) -> Problem | None:
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
