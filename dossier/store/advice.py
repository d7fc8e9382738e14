"""What to do about keys that are none, are missing, or stand where others belong."""

from __future__ import annotations

import re

from dossier.data import load
from dossier.store.fields import BLOCK, CHOICE, MAP, RECORD, STANCE_MAP, TEXT, Field
from dossier.store.hints import did_you_mean, shown
from dossier.store.meant import meant_key
from dossier.store.nodes import Items, Mapping, Node, Text
from dossier.store.spelling import inside_braces


def found_here(node: Node) -> str:
    """What stands there instead, in words."""
    if isinstance(node, Text):
        return f"the text '{shown(node.value, 30)}'"
    return "a list" if isinstance(node, Items) else "'key: value' lines"


def key_hint(key: Text, value: Node, node: Mapping, fields: tuple[Field, ...], of: str) -> str:
    """What to do about a key that is none."""
    text = value.value if isinstance(value, Text) else None
    chosen = next((f for f in fields if f.kind == CHOICE and key.value in f.choices), None)
    if chosen and text:
        return f"write {chosen.name}: {key.value}"
    stances = next((f for f in fields if f.kind == STANCE_MAP and text in f.choices), None)
    if stances:
        return f"if it is a question, indent it by two spaces, below '{stances.name}:'"
    inside = text == "" and key.where.column > node.where.column
    if inside and re.fullmatch(r"\d{3}", key.value):
        return "a comma ended the number before it: write 5000 as a value; or put that text in quotation marks"
    names = [f.name for f in fields]
    below = next((f for f in fields if f.kind == MAP and _are_of(value, f)), None)
    if below:
        return f"put it below '{below.name}:', indented by two spaces, with all lines that belong to it"
    glued = key.value.partition(":")[0]
    if glued in names and glued != key.value.rstrip(":"):
        return f"a colon needs a space after it: write '{key.value.replace(':', ': ', 1)}: {shown(text or '')}'"
    if meant := meant_key(key.value, names):
        return f"did you mean '{meant}'?"
    if (reason := load("meant.yaml")["needless"].get(key.value.casefold())) and of.startswith("a "):
        return f"delete the line: {reason}"
    listed = _left_over(node, fields) or f"keys of {of}: {', '.join(names)}"
    if inside:
        listed = "a comma ended the text before it; put that text in quotation marks"
    return did_you_mean(key.value, names, listed)


def _left_over(node: Mapping, fields: tuple[Field, ...]) -> str:
    """That the only key that is none means the only one that is missing, where its text could stand there."""
    names = {f.name for f in fields}
    unknown = [(key, value) for key, value in node.entries if key.value not in names]
    missing = [f for f in fields if f.required and node.get(f.name) is None]
    if len(unknown) != 1 or len(missing) != 1 or len(node.entries) < 2:
        return ""
    _, value = unknown[0]
    fits = isinstance(value, Text) and missing[0].kind == TEXT and " " in value.value.strip()
    return f"did you mean '{missing[0].name}'?" if fits else ""


def _are_of(node: Node, field: Field) -> bool:
    """Whether there are keys, all of them those of an entry of the field."""
    keys = {key.value for key, _ in node.entries} if isinstance(node, Mapping) else set()
    return bool(keys) and keys <= {part.name for part in field.of}


def begun(node: Node, fields: tuple[Field, ...], key: str = "") -> str:
    """How what should have been 'key: value' lines is written, from a text or a list."""
    first = fields[0]
    if isinstance(node, Items) and key and all(isinstance(item, Text) for item in node.items):
        lists = next((f for f in fields if f.many and f.kind == TEXT), first)
        said = ", ".join(item.value for item in node.items if isinstance(item, Text))
        needed = "".join(f"{f.name}: {f.example}, " for f in fields if f.required and f is not lists)
        return f"write, for example: {key}{{{needed}{lists.name}: [{shown(said, 200)}]}}"
    if isinstance(node, Items) and any(isinstance(item, Mapping) for item in node.items):
        if len(fields) == 1 and first.kind == RECORD:
            return f"write '{first.name}:' above it, as the first line"
        if len(node.items) > 1 and all(isinstance(item, Mapping) and len(item.entries) > 1 for item in node.items):
            return "put each entry of the list into a file of its own, without dash and indentation"
        return "delete the dashes at the beginning of the lines, so that each begins with its key"
    if isinstance(node, Text) and node.value and first.kind == BLOCK:
        return f"write it as:\n{first.name}: >-\n  {shown(node.value, 2000)}"
    if isinstance(node, Text) and node.value:
        chosen = next((f for f in fields if node.value in f.choices), first)
        said = f"{chosen.name}: {inside_braces(shown(node.value, 200))}"
        return f"write {key}{{{said}}}" if key else f"write {said}"
    return f"begin with '{first.name}:'"


def all_below(node: Mapping, fields: tuple[Field, ...]) -> tuple[Text, Mapping] | None:
    """The only key, which is none, and what stands below it but should begin the lines: {claim: {quote: …}}."""
    key, inner = node.entries[0] if len(node.entries) == 1 else (None, None)
    if key is None or not isinstance(inner, Mapping) or key.value in {f.name for f in fields}:
        return None
    return (key, inner) if any(f.required and inner.get(f.name) for f in fields) else None


def drawn_in(name: str, node: Mapping) -> tuple[Text, str] | None:
    """The key whose block a line 'name: ...' was indented into, and the text before it."""
    for key, value in node.entries:
        if isinstance(value, Text) and value.style in (">", "|"):
            before, found, _ = f" {value.value}".replace("\n", " ").partition(f" {name}: ")
            if found and before.strip():
                return key, before.strip()
    return None


def to_add(*missing: Field) -> str:
    """Missing keys as they could be written."""
    lines = [f"{f.name}: >-\n  {f.example}" if f.kind == BLOCK else f"{f.name}: {f.example}" for f in missing]
    plain = len(lines) == 1 and missing[0].kind != BLOCK
    return f"add, for example:{' ' if plain else chr(10)}" + "\n".join(lines)
