"""What to do about a value of the wrong kind, in the editor's own words where they can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.data import load
from dossier.store.dialect import Items, Mapping, Node, Text
from dossier.store.fields import (
    BLOCK,
    CHOICE,
    CLAIM,
    DATE,
    ISSUED,
    PLACE,
    RECORD,
    STANCE_MAP,
    TEXT,
    THEME,
    URL,
    Field,
)
from dossier.store.hints import did_you_mean, of_kind, shown
from dossier.store.meant import meant_key
from dossier.store.spelling import inline, inside_braces
from dossier.world import code_of

_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:and|&)\s+|(?:^|\s+)(?:[-•]\s*|\d+[.)]\s+)")
_SIDE = re.compile(r"([\w-]+)\s*(?:[:=]|[-–—]?>|→|\s[–—-]\s|\s)\s*([\w-]+)?")
_BY = re.compile(r"^[Bb]y\s+(?=[A-Z])")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&]|\band\b)\s*(?:and\s+)?")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)*[A-Z][\w.'’-]*)+")  # of two words and more
_BETWEEN_IDS = re.compile(r"[\s,;]+(?:(?:and|&)\s+)?")


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
    home = next((f.name for f in fields if f.kind == RECORD and key.value in {part.name for part in f.of}), "")
    if home and node.get(home) is not None:
        return f"if it belongs to '{home}', put it under the key of the line with the dash: two spaces for '- '"
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


def begun(node: Node, fields: tuple[Field, ...], key: str = "") -> str:
    """How what should have been 'key: value' lines is written, from a text or a list."""
    first = fields[0]
    if isinstance(node, Items) and key and all(isinstance(item, Text) for item in node.items):
        lists = next((f for f in fields if f.many and f.kind == TEXT), first)
        said = ", ".join(item.value for item in node.items if isinstance(item, Text))
        needed = "".join(f"{f.name}: {f.example}, " for f in fields if f.required and f is not lists)
        return f"write, for example: {key}{{{needed}{lists.name}: [{shown(said, 200)}]}}"
    if isinstance(node, Items) and any(isinstance(item, Mapping) for item in node.items):
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


def as_list(node: Node, field: Field) -> str:
    """What should have been a list, written as one."""
    if isinstance(node, Text) and field.kind != RECORD:
        between = _BETWEEN_IDS if field.kind == CLAIM else _BETWEEN
        if node.value.casefold() in ("", *load("meant.yaml")["nothing"], *load("meant.yaml")["everywhere"]):
            return f"delete the line, or write what is meant: {field.name}: {field.example}"
        parts = [part for part in between.split(node.value.strip("[]() ")) if part]
        if field.kind == CLAIM:
            parts = [part for part in parts if "/" in part] or parts  # and no "vs" between two ids
        if len(parts) == 1 and field.kind == PLACE and all(map(_is_place_id, parts[0].split())):
            parts = parts[0].split()
        parts = [of_kind(part, field) for part in parts]
        return f"write {field.name}: [{shown(', '.join(parts), 200)}]"
    named = isinstance(node, Mapping) and (
        field.kind in (PLACE, THEME) or all(_is_bare(value) for _, value in node.entries)
    )
    if isinstance(node, Mapping) and field.kind != RECORD and named:
        return f"write {field.name}: [{shown(', '.join(of_kind(key.value, field) for key, _ in node.entries), 200)}]"
    if isinstance(node, Mapping) and field.kind == RECORD and node.entries:
        first = node.entries[0][0].value
        return f"put '- ' before '{shown(first)}' and two spaces before the other keys, so that they stand below it"
    if isinstance(node, Text) and node.value and _told_by(field):
        return as_records(Items((node,), node.where), field)
    return as_written(node, field)


def as_records(node: Items, field: Field) -> str:
    """What should have been 'key: value' lines, from a list of texts."""
    key = _told_by(field)
    if key is None:
        return as_written(node, field)
    lines = [f"  - {{{record}}}" for item in node.items for record in _records(item, key.name)][:9]
    return "\n".join((f"write:\n{field.name}:", *lines))


def is_bare_text(node: Node) -> bool:
    """A text, or a list of texts, where a record belongs."""
    within = node.items if isinstance(node, Items) else (node,)
    return bool(within) and all(isinstance(item, Text) and item.value for item in within)


def _records(node: Node, key: str) -> Iterator[str]:
    """What one item of a list of records says, in braces: its keys as they are, else each text or name in it."""
    if isinstance(node, Mapping):
        pairs = ((k.value, value.value) for k, value in node.entries if isinstance(value, Text))
        yield ", ".join(f"{k}: {inside_braces(shown(said, 200))}" for k, said in pairs)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _records(item, key)
    elif node.value:
        text = _BY.sub("", node.value)
        names = _BETWEEN_NAMES.split(text)
        for said in names if all(map(_NAME.fullmatch, names)) else [text]:
            yield f"{key}: {inside_braces(shown(said, 200))}"


def _told_by(field: Field) -> Field | None:
    """The key of a record that a bare text stands for, where there is one."""
    key = next((f for f in field.of if f.required), field.of[-1] if field.of else None)
    return key if key and key.kind == TEXT else None


def _is_bare(node: Node) -> bool:
    return isinstance(node, Text) and not node.value


def as_written(node: Node, field: Field) -> str:
    """The key with a value of the right kind."""
    if isinstance(node, Mapping) and field.many and field.kind == TEXT and len(node.entries) == 1:
        (key, value), *_ = node.entries  # a list's item with a colon
        if isinstance(value, Text):
            return f"put it in quotation marks: - {inline(f'{key.value}: {value.value}')}"
    if isinstance(node, Items) and (said := [item.value for item in node.items if isinstance(item, Text)]):
        if field.kind in (CHOICE, URL):
            return f"write one of them: {field.name}: {said[0]}"
        if field.many and field.kind != RECORD:
            return f"write {field.name}: [{shown(', '.join(said), 200)}]"
        is_date = field.kind in (DATE, ISSUED)
        if is_date and len(said) > 2 and all(re.fullmatch(r"\d{4}", part) for part in said):
            said = [min(said), max(said)]  # years in a row
        in_parts = is_date and all(part.isdigit() and len(part) < 3 for part in said[1:])
        between = "-" if in_parts else "/" if is_date else ", "
        whole = " ".join(between.join(f"{part:0>2}" if in_parts else part for part in said).split())
        return f"write {field.name}: " + (f'"{whole}"' if field.kind in (DATE, ISSUED) else inline(whole))
    if field.kind == RECORD and field.many:
        return f"for example:\n{field.name}:\n  {field.example}"
    more = "" if isinstance(node, Text) else "; a text that begins with '[' or '{' needs quotation marks"
    return f"for example: {field.name}: {field.example}{more}"


def as_stances(node: Node, field: Field) -> str:
    """Questions with a side each, from a list or a text that names them."""
    items = node.items if isinstance(node, Items) else (node,)
    sides: dict[str, str] = {}
    nothing = {"", *field.choices, *load("meant.yaml")["everywhere"]}
    for item in items:
        pairs = item.entries if isinstance(item, Mapping) else [(item, None)]
        for name, stance in pairs:
            if isinstance(name, Text) and len(name.value) < 80 and name.value not in nothing:
                question, said = question_and_side(name.value)
                side = stance.value if isinstance(stance, Text) else said or field.choices[0]
                sides[question] = side if sides.get(question, side) == side else field.choices[2]  # both: mixed
    lines = [f"  {shown(question)}: {shown(side)}" for question, side in sides.items()]
    if not lines:
        return f"for example: {field.name}: {field.example}"
    return f"write, with {', '.join(field.choices[:-1])} or {field.choices[-1]}:\n{field.name}:\n" + "\n".join(
        lines[:9]
    )


def question_and_side(text: str) -> tuple[str, str]:
    """A question and the side somebody wrote behind it with whatever between, or ""."""
    found = _SIDE.fullmatch(text.strip())
    return (found[1], found[2] or "") if found else (text, "")


def _is_place_id(word: str) -> bool:
    """Whether a word is a code or looks like a region's slug: of 'NO the-north' each, of 'Saudi Arabia' neither."""
    return "-" in word or (len(word) == 2 and bool(code_of(word)))
