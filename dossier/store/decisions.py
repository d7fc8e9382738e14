"""Writing people's decisions into the questions' files, every byte around it kept."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from pathlib import Path

from dossier.model import Decision
from dossier.problems import Problem, Where
from dossier.store.dialect import Items, Mapping, Node, Text, read_yaml
from dossier.store.files import decode, is_safe_name, read_bytes, relative
from dossier.store.limits import LIMITS, Limits
from dossier.store.spelling import inline
from dossier.store.writing import alone, put_in_place, saved_meanwhile, unwritten

_Change = tuple[bytes, bytes]  # what the file holds, and what it should hold
_BY_HAND = "write the decision into the file by hand"


def decide(root: Path, *decisions: Decision, limits: Limits = LIMITS) -> list[Problem]:
    """Add decisions to their questions' files, each in place of an earlier one on the same pair; [] when written.

    Those without a question go to claims/codebook/decisions.yaml. When anything else in a file would come to mean
    something different, or any of the files cannot be read, none is written and the messages say so.
    """
    by_file: dict[Path, list[Decision]] = {}
    for decision in decisions:
        if decision.question and not is_safe_name(decision.question, limits.name_length):
            return [Problem(Where("claims/codebook/questions"), "bad-name", "the question's id cannot name a file")]
        by_file.setdefault(_file(root, decision), []).append(decision)
    changes = [_change(root, file, mine, limits) for file, mine in by_file.items()]
    problems = [p for _, found in changes for p in found]
    if problems:
        return problems
    return [p for file, (change, _) in zip(by_file, changes) for p in _put(root, file, change)]


def _file(root: Path, decision: Decision) -> Path:
    codebook = root / "claims" / "codebook"
    return codebook / "questions" / f"{decision.question}.yaml" if decision.question else codebook / "decisions.yaml"


def _change(root: Path, file: Path, decisions: list[Decision], limits: Limits) -> tuple[_Change, list[Problem]]:
    """What the file holds and what it should hold; the problems when that cannot be."""
    path = relative(root, file)
    old = b""
    if decisions[0].question or os.path.lexists(file):
        read, problems = read_bytes(root, file, limits.yaml_bytes)
        if read is None:
            return (b"", b""), problems
        old = read
    decoded, problems = decode(old, path)
    if decoded is None:
        return (b"", b""), problems
    text = decoded
    for decision in decisions:
        node, problems = read_yaml(text, path, limits) if text.strip() else (None, [])
        if problems:
            return (b"", b""), problems
        changed = with_decision(text, node, decision)
        after, found = read_yaml(changed or "", path, limits)
        if changed and found:
            what = f"the decision cannot be written: {found[0].what}"
            return (b"", b""), [Problem(found[0].where, found[0].rule, what, "word it anew")]
        if changed is None or not _only_adds(node, after, decision):
            what = "the decision cannot be put in without touching other parts of the file"
            return (b"", b""), [Problem(Where(path), "cannot-write", what, _BY_HAND)]
        text = changed
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    return (old, mark + text.encode()), []


def _put(root: Path, file: Path, change: _Change) -> list[Problem]:
    """Put the new content in place where the old one still stands: what somebody saved meanwhile is not replaced."""
    old, new = change
    where = Where(relative(root, file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with alone(file.parent):
            if (file.read_bytes() if file.exists() else b"") != old:
                return [saved_meanwhile(where)]
            put_in_place(file.resolve(), new)
    except OSError as error:
        return [unwritten(where, error)]
    return []


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
    ends = [_end(lines, at, dash) for at in starts]
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


def _end(lines: list[str], start: int, dash: int) -> int:
    """The line after an item: what follows and is indented deeper than its dash belongs to it."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= dash:
            break
        if line.strip():
            end = number + 1
    return end


def _pair(item: Node) -> frozenset[str]:
    pair = item.get("pair") if isinstance(item, Mapping) else None
    return frozenset(i.value for i in pair.items if isinstance(i, Text)) if isinstance(pair, Items) else frozenset()


def _plain(node: Node | None) -> object:
    """A node's content without places, for comparison."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {key.value: _plain(value) for key, value in node.entries} if node else None


def _only_adds(before: Node | None, after: Node | None, decision: Decision) -> bool:
    """Whether the new file says what the old one said, and the decision besides."""
    old, new = _plain(before) or {}, _plain(after)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    others = [d for d in old.pop("decisions", None) or [] if frozenset(d.get("pair", ())) != frozenset(decision.pair)]
    decided = new.pop("decisions", None) or []
    mine = [d for d in decided if frozenset(d.get("pair", ())) == frozenset(decision.pair)]
    rest = [d for d in decided if d not in mine]
    return bool(old == new and rest == others and len(mine) == 1 and mine[0]["because"] == decision.because)
