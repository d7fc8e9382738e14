"""Writing people's decisions into the questions' files, every byte around it kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dossier.model import Decision
from dossier.problems import Problem, Where
from dossier.store.dialect import read_yaml
from dossier.store.files import is_safe_name, read_text
from dossier.store.limits import LIMITS, Limits
from dossier.store.nodes import Items, Mapping, Node, Text
from dossier.store.replacing import Edit, content, end_of, replace_all
from dossier.store.spelling import inline

_BY_HAND = "write the decision into the file by hand"


def decide(root: Path, *decisions: Decision, limits: Limits = LIMITS) -> list[Problem]:
    """Add decisions to their questions' files, each in place of an earlier one on the same pair; [] when written.

    Those without a question go to claims/codebook/decisions.yaml. When anything else in a file would come to mean
    something different, or any of the files cannot be read, none is written and the messages say so.
    """
    by_path: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.question and not is_safe_name(decision.question, limits.name_length):
            return [Problem(Where("claims/codebook/questions"), "bad-name", "the question's id cannot name a file")]
        name = f"questions/{decision.question}" if decision.question else "decisions"
        by_path.setdefault(f"claims/codebook/{name}.yaml", []).append(decision)
    edits = []
    for path, mine in by_path.items():
        is_there = mine[0].question or os.path.lexists(root / path)
        text, problems = read_text(root, root / path, limits.yaml_bytes) if is_there else ("", [])
        after, problems = ("", problems) if text is None else _with_all(text, path, mine, limits)
        if problems:
            return problems
        edits.append(Edit(path, text or "", after))
    return replace_all(root, edits, limits)


def _with_all(text: str, path: str, decisions: list[Decision], limits: Limits) -> tuple[str, list[Problem]]:
    """What the file says with the decisions in it; the problems when that cannot be."""
    for decision in decisions:
        node, problems = read_yaml(text, path, limits) if text.strip() else (None, [])
        if problems:
            return "", problems
        changed = with_decision(text, node, decision)
        after, found = read_yaml(changed or "", path, limits)
        if changed and found:
            what = f"the decision cannot be written: {found[0].what}"
            return "", [Problem(found[0].where, found[0].rule, what, "word it differently")]
        if changed is None or not _only_adds(node, after, decision):
            what = "the decision cannot be put in without touching other parts of the file"
            return "", [Problem(Where(path), "cannot-write", what, _BY_HAND)]
        text = changed
    return text, []


def with_decision(text: str, node: Node | None, decision: Decision) -> str | None:
    """The file's text with the decision in it, in the order of pairs; None when they are not a list of lines."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    decisions = node.get("decisions") if isinstance(node, Mapping) else None
    if decisions is None:
        if node is not None and not isinstance(node, Mapping):
            return None
        return "".join([*lines, f"decisions:{newline}", *_item(decision, "  ", newline)])
    if isinstance(decisions, Text) and not decisions.value and not decisions.style:
        at = decisions.where.line
        return "".join([*lines[:at], *_item(decision, "  ", newline), *lines[at:]])
    if not isinstance(decisions, Items):
        return None
    if not decisions.items:  # written as []
        at = decisions.where.line - 1
        key, bare, comment = lines[at].partition("[]")
        if key != "decisions: " or not bare:
            return None
        return "".join([*lines[:at], key.rstrip() + comment, *_item(decision, "  ", newline), *lines[at + 1 :]])
    starts = [item.where.line - 1 for item in decisions.items]
    dash = lines[starts[0]].find("-")
    indent = lines[starts[0]][:dash]
    if dash < 0 or indent.strip() or any(not lines[at].startswith(f"{indent}- ") for at in starts):
        return None
    ends = [end_of(lines, at, dash) for at in starts]
    same = (n for n, item in enumerate(decisions.items) if _pair(item) == frozenset(decision.pair))
    place = next(same, None)
    if place is None:
        # In the order of pairs, so that two branches that judge different pairs seldom write in one place.
        pairs = [sorted(_pair(item)) for item in decisions.items]
        before = next((n for n, pair in enumerate(pairs) if pair > sorted(decision.pair)), len(pairs))
        at = ends[before - 1] if before else _above(lines, starts[0])
        return "".join([*lines[:at], *_item(decision, indent, newline), *lines[at:]])
    start, end = starts[place], ends[place]
    comments = [line for line in lines[start:end] if line.lstrip().startswith("#")]
    return "".join([*lines[:start], *_item(decision, indent, newline), *comments, *lines[end:]])


def _item(decision: Decision, indent: str, newline: str) -> Iterator[str]:
    """The decision as an item of a list."""
    values = {
        "pair": f"[{', '.join(decision.pair)}]",
        "relation": decision.relation,
        "because": inline(decision.because),
        "by": inline(decision.by) if decision.by else "",
        "on": f'"{decision.on}"' if decision.on else "",
        "seen": f'"{decision.seen}"' if decision.seen else "",
        "proposed": decision.proposed,
    }
    begin = f"{indent}- "
    for key, value in values.items():
        if value:
            yield f"{begin}{key}: {value}{newline}"
            begin = f"{indent}  "


def _above(lines: list[str], start: int) -> int:
    """The line where the comments above an item begin."""
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _pair(item: Node) -> frozenset[str]:
    pair = item.get("pair") if isinstance(item, Mapping) else None
    return frozenset(i.value for i in pair.items if isinstance(i, Text)) if isinstance(pair, Items) else frozenset()


def _only_adds(before: Node | None, after: Node | None, decision: Decision) -> bool:
    """Whether the new file says what the old one said, and the decision besides."""
    old, new = content(before) or {}, content(after)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    others = [d for d in old.pop("decisions", None) or [] if frozenset(d.get("pair", ())) != frozenset(decision.pair)]
    decided = new.pop("decisions", None) or []
    mine = [d for d in decided if frozenset(d.get("pair", ())) == frozenset(decision.pair)]
    rest = [d for d in decided if d not in mine]
    return bool(old == new and rest == others and len(mine) == 1 and mine[0]["because"] == decision.because)
