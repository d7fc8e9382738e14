"""What stands outside the key it belongs to: keys of an entry at the beginning of a line, a text under no key."""

from __future__ import annotations

import re

from dossier.problems import Problem, Where
from dossier.store.fields import RECORD, Field
from dossier.store.hints import shown
from dossier.store.nodes import Items, Mapping, Node, Text

Entries = tuple[tuple[Text, Node], ...]


def taken_home(node: Mapping, fields: tuple[Field, ...], of: str) -> tuple[Problem, Mapping] | None:
    """One message for all such keys of the first field that has some, and the node as if they stood at home."""
    names = {field.name for field in fields}
    for home in fields if not all(key.value in names for key, _ in node.entries) else ():
        parts = {part.name for part in home.of} if home.kind == RECORD else set()
        lost = tuple((key, value) for key, value in node.entries if key.value in parts - names)
        if lost:
            stay = tuple(entry for entry in node.entries if entry not in lost)
            named = " and no ".join(f"'{shown(key.value)}'" for key, _ in lost)
            problem = Problem(lost[0][0].where, "unknown-key", f"{of} has no key {named}", _hint(node, home, lost))
            return problem, Mapping(_with(stay, home, lost), node.where)
    return None


def _hint(node: Mapping, home: Field, lost: Entries) -> str:
    first, given = lost[0][0], node.get(home.name)
    begins = home.many and first.value == home.of[0].name
    all_of_it, each = ("they belong", "before each") if len(lost) > 1 else ("it belongs", "before it")
    if given is None and begins and len(lost) > 1:
        before = f"'  - ' before '{first.value}', and four spaces before the others"
        return f"they belong below a line '{home.name}:': write that above them, {before}"
    if given is None:
        return f"{all_of_it} below '{home.name}:', for example:\n{home.name}:\n  {home.example}"
    if isinstance(given, Items) and given.items and first.where > given.items[-1].where:
        inset = given.items[-1].where.column - 1
        if begins:
            rest = f", and {inset} spaces before the others" if len(lost) > 1 else ""
            return f"if a new entry of '{home.name}' begins here, put '{' ' * (inset - 2)}- ' before it{rest}"
        return f"if {all_of_it} to the entry of '{home.name}' above, put {inset} spaces {each}"
    if home.many and (isinstance(given, Items) or begins):
        if isinstance(given, Text):
            rest = ", and four before the others" if len(lost) > 1 else ""
            return f"if {all_of_it} to '{home.name}', put two spaces, a dash and a space before '{first.value}'{rest}"
        return f"if {all_of_it} to '{home.name}', move that below the line with the dash, indented like the key there"
    return f"if {all_of_it} to '{home.name}', put two spaces {each}, below '{home.name}:'"


def _with(stay: Entries, home: Field, lost: Entries) -> Entries:
    """What stays, the lost keys put into the last entry of their list, unless it has them."""
    return tuple((key, _filled(value, lost) if key.value == home.name else value) for key, value in stay)


def _filled(value: Node, lost: Entries) -> Node:
    if isinstance(value, Items):
        return Items((*value.items[:-1], *(_filled(last, lost) for last in value.items[-1:])), value.where)
    if not isinstance(value, Mapping) or any(value.get(key.value) for key, _ in lost):
        return value
    return Mapping((*value.entries, *lost), value.where)


def under_no_key(said: str, lines: list[str], path: str) -> Problem | None:
    """A text at the beginning of a file whose key somebody deleted."""
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    if "mapping values" not in said or not re.match(r" +(?![\w-]+:)", lines[first]):
        return None
    hint = "write its key in a line above it, such as 'quote: >-'"
    return Problem(Where(path, first + 1, 1), "syntax", "this text is under no key", hint)
