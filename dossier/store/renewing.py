"""Writing into a decision that a person looked at it again and that it still holds; every other byte is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping as Entries
from pathlib import Path

from dossier.model import Decision
from dossier.problems import Problem, Where
from dossier.store.dialect import read_yaml
from dossier.store.files import read_text
from dossier.store.limits import LIMITS, Limits
from dossier.store.nodes import Items, Mapping, Node, Text
from dossier.store.replacing import Edit, end_of, replace_all

_VALUE = re.compile(r""""[^"]*"|'[^']*'|[^\s,}#]+""")
_BY_HAND = "write the line into the file by hand"


def renew(root: Path, seen: Entries[Decision, str], limits: Limits = LIMITS) -> list[Problem]:
    """Give each decision its new fingerprint; [] when all of them are written, else none is."""
    by_path: dict[str, list[tuple[Decision, str]]] = {}
    for decision, now in seen.items():
        by_path.setdefault(decision.where.path, []).append((decision, now))
    edits = []
    for path, mine in by_path.items():
        text, problems = read_text(root, root / path, limits.yaml_bytes)
        if text is None:
            return problems
        edited = text
        for decision, now in sorted(mine, key=lambda found: found[0].where, reverse=True):  # lines above stay put
            changed = with_seen(edited, decision, now, limits)
            if changed is None:
                what = "the decision cannot be renewed without touching other parts of the file"
                hint = f'{_BY_HAND}: seen: "{now}"'
                return [Problem(decision.where, "cannot-write", what, hint)]
            edited = changed
        edits.append(Edit(path, text, edited))
    return replace_all(root, edits, limits)


def with_seen(text: str, decision: Decision, now: str, limits: Limits = LIMITS) -> str | None:
    """The file with the decision's `seen` replaced or put below its last line; None when it cannot be."""
    item = _item(read_yaml(text, decision.where.path, limits)[0], decision.where)
    if item is None:
        return None
    lines = text.splitlines(keepends=True)
    given = item.get("seen")
    if isinstance(given, Text):
        line, at = given.where.line - 1, given.where.column - 1
        found = _VALUE.match(lines[line], at)
        if not found or given.style in ("|", ">"):
            return None
        lines[line] = f'{lines[line][:at]}"{now}"{lines[line][found.end() :]}'
    else:
        last = max(key.where.line for key, _ in item.entries)
        key, value = next((k, v) for k, v in item.entries if k.where.line == last)
        indent = key.where.column - 1
        if not isinstance(value, Text) or lines[last - 1][:indent].strip(" -"):
            return None
        last = end_of(lines, last - 1, indent)
        newline = "\r\n" if lines[last - 1].endswith("\r\n") else "\n"
        lines[last - 1] = lines[last - 1].rstrip("\r\n") + newline
        lines.insert(last, f'{" " * indent}seen: "{now}"{newline}')
    after = "".join(lines)
    renewed = _item(read_yaml(after, decision.where.path, limits)[0], decision.where)
    told = renewed.get("seen") if renewed else None
    return after if isinstance(told, Text) and told.value == now else None


def _item(node: Node | None, where: Where) -> Mapping | None:
    decisions = node.get("decisions") if isinstance(node, Mapping) else None
    items = decisions.items if isinstance(decisions, Items) else ()
    return next((i for i in items if isinstance(i, Mapping) and i.where == where), None)
