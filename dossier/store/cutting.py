"""A claim file with a shorter quote and fewer positions and figures; every other byte as it was."""

from __future__ import annotations

from collections.abc import Collection

from dossier.store.dialect import read_yaml
from dossier.store.limits import LIMITS, Limits
from dossier.store.nodes import Items, Mapping, Node, Text
from dossier.store.replacing import content, end_of
from dossier.store.spelling import block


def shortened(
    text: str, quote: str, questions: Collection[str], figures: Collection[str], limits: Limits = LIMITS
) -> str | None:
    """The file's text with another quote, without these positions and without the figures of these words.

    None when that cannot be done line by line, or would change anything else.
    """
    node = read_yaml(text, "", limits)[0]
    if not isinstance(node, Mapping):
        return None
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if "\r\n" in text else "\n"
    gone: set[int] = set()
    for key, wanted in (("positions", questions), ("figures", figures)):
        found = _lines_of(node.get(key), wanted, lines)
        if found is None:
            return None
        gone |= found
        if found and _left(node.get(key), wanted) == 0:
            gone.add(next(name.where.line for name, _ in node.entries if name.value == key) - 1)
    at = next((name.where.line for name, _ in node.entries if name.value == "quote"), 0) - 1
    if at < 0 or not isinstance(node.get("quote"), Text):
        return None
    end = end_of(lines, at, 0)
    written = [f"{line}{newline}" for line in f"quote: {block(quote)}".split("\n")]
    kept = [line for n, line in enumerate(lines) if n not in gone and not at <= n < end]
    before = sum(1 for n in range(at) if n not in gone)
    after = "".join([*kept[:before], *written, *kept[before:]])
    new = read_yaml(after, "", limits)[0]
    return after if _says(new, node, quote, questions, figures) else None


def _lines_of(node: Node | None, wanted: Collection[str], lines: list[str]) -> set[int] | None:
    """The lines, from 0, of the entries that go; None when they share a line with what stays."""
    gone: set[int] = set()
    for name, at in _entries(node):
        if name in wanted:
            begin = lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))]
            if not lines[at].lstrip(" -").startswith(("{raw:", "raw:", name, f'"{name}', f"'{name}")):
                return None
            gone |= set(range(at, end_of(lines, at, len(begin) - len(begin.lstrip(" ")))))
    return gone


def _entries(node: Node | None) -> list[tuple[str, int]]:
    """What names each entry, and its line from 0: a position's question, a figure's words."""
    if isinstance(node, Mapping):
        return [(key.value, key.where.line - 1) for key, _ in node.entries]
    items = node.items if isinstance(node, Items) else ()
    raws = ((item, item.get("raw")) for item in items if isinstance(item, Mapping))
    return [(raw.value, item.where.line - 1) for item, raw in raws if isinstance(raw, Text)]


def _left(node: Node | None, wanted: Collection[str]) -> int:
    return sum(1 for name, _ in _entries(node) if name not in wanted)


def _says(new: Node | None, old: Mapping, quote: str, questions: Collection[str], figures: Collection[str]) -> bool:
    """Whether the new file says what the old one said, but for what was to change."""
    said = new.get("quote") if isinstance(new, Mapping) else None
    if not isinstance(new, Mapping) or not isinstance(said, Text) or said.value.split() != quote.split():
        return False
    for key, wanted in (("positions", questions), ("figures", figures)):
        left = [name for name, _ in _entries(old.get(key)) if name not in wanted]
        if [name for name, _ in _entries(new.get(key))] != left:
            return False
    changed = dict.fromkeys(("quote", "positions", "figures"))
    return {**content(new), **changed} == {**content(old), **changed}
