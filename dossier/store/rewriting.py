"""What somebody wrote behind a key, written again in the form the key takes and, where it can be, in their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.data import load
from dossier.problems import Where
from dossier.store.fields import (
    BLOCK,
    CHOICE,
    CLAIM,
    DATE,
    DAY,
    FILES,
    ISSUED,
    PLACE,
    RECORD,
    STANCE_MAP,
    TEXT,
    THEME,
    URL,
    Field,
)
from dossier.store.hints import of_kind, shown
from dossier.store.meant import means_nothing
from dossier.store.meant_dates import meant_dates
from dossier.store.nodes import Items, Mapping, Node, Text
from dossier.store.spelling import inline, inside_braces
from dossier.world import code_of

_AROUND = " \t\"'“”‘’«»[]{}(),;"
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:and|&)\s+|(?:^|\s+)(?:[-•*]\s*|\d+[.)]\s+)")
_BETWEEN_IDS = re.compile(r"[\s,;]+(?:(?:and|&)\s+)?")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&]|\band\b)\s*(?:and\s+)?")
_BY = re.compile(r"^[Bb]y\s+(?=[A-Z])")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)*[A-Z][\w.'’-]*)+")  # of two words and more
_SLUGS = re.compile(r"[\w-]*\w[\w-]*")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\`{}()\[\]]+")
_LEFT_OUT = re.compile(r"'(?:\d\d|[Tt](?:is|was|were|ill)|[Ee]m|[Nn])\b")  # an apostrophe, though it opens a text
_DATES = (DATE, ISSUED, DAY)
_MOST = 9  # lines of a hint that lists


def written_again(key: str, text: str) -> str:
    """The key of a line that cannot be read, and its value as the check would take it; a text goes below its key."""
    field, bare = _fields().get(key), text.strip(_AROUND)
    if field is None or (field.kind in (TEXT, BLOCK) and not field.many):
        return f"write it as:\n{key}: >-\n  {shown(text, 2000)}"
    if field.kind == RECORD and (record := text.removeprefix("-").strip()).startswith("{"):
        return f"write it as:\n{key}:\n  - {shown(record, 2000)}"
    if field.kind == RECORD and text.startswith("["):
        return f"for example:{_example(field)}"
    node = Text(bare, Where(""))
    if field.kind == STANCE_MAP:
        return as_stances(node, field)
    if field.many:
        return as_list(node, field)
    if field.kind in _DATES:
        return f'write {key}: "{next(iter(meant_dates(bare)), shown(bare))}"'
    return f"write {key}: {shown((field.kind == URL and address_in(text)) or bare, 300)}"


def closed_value(key: str, text: str) -> str:
    """The line of a key that takes no sentence, up to where its value closes; "" for others."""
    field, closed = _fields().get(key), re.match(r"""\[[^]]*\]|\{[^}]*\}|"[^"]*"|'[^']*'""", text)
    plain = field and (field.many or field.kind not in (TEXT, BLOCK, URL))
    return f"{key}: {closed[0]}" if closed and plain else ""


def as_list(node: Node, field: Field) -> str:
    """What should have been a list, written as one."""
    if field.kind == RECORD and isinstance(node, Mapping) and node.entries:
        first = node.entries[0][0].value
        return f"put '- ' before '{shown(first)}' and two spaces before the other keys, so that they stand below it"
    if isinstance(node, Text) and _is_nothing(node.value):
        return f"delete the line, or write what is meant:{_example(field)}"
    if field.kind == RECORD:
        return as_records(node, field)
    parts = list(_parts(node, field))
    return f"write {field.name}: [{shown(', '.join(parts), 200)}]" if parts else as_written(node, field)


def as_records(node: Node, field: Field) -> str:
    """What should have been 'key: value' lines, from a text or a list of texts."""
    key = next((f for f in field.of if f.required), field.of[-1] if field.of else None)
    if key is None or key.kind != TEXT:
        return f"for example:{_example(field)}"
    return "\n".join((f"write:\n{field.name}:", *(f"  - {{{told}}}" for told in [*_records(node, key.name)][:_MOST])))


def as_written(node: Node, field: Field) -> str:
    """The key with a value of the right kind."""
    if isinstance(node, Mapping) and field.many and len(node.entries) == 1:
        (key, value), *_ = node.entries  # a list's item with a colon
        if isinstance(value, Text) and field.kind == TEXT:
            return f"put it in quotation marks: - {inline(f'{key.value}: {value.value}')}"
    said = [text for text in _texts(node) if text]
    if not said or isinstance(node, Text):
        more = "" if isinstance(node, Text) else "; a text that begins with '[' or '{' needs quotation marks"
        return f"for example:{_example(field)}{more}"
    if field.kind in (CHOICE, URL):
        return f"write one of them: {field.name}: {said[0]}"
    if field.many:
        return f"write {field.name}: [{shown(', '.join(said), 200)}]"
    if field.kind not in _DATES:
        return f"write {field.name}: {inline(' '.join(', '.join(said).split()))}"
    if len(said) > 2 and all(re.fullmatch(r"\d{4}", part) for part in said):
        said = [min(said), max(said)]  # years in a row
    in_parts = all(part.isdigit() and len(part) < 3 for part in said[1:])
    return f'write {field.name}: "{"-".join(f"{part:0>2}" for part in said) if in_parts else "/".join(said)}"'


def as_stances(node: Node, field: Field) -> str:
    """Questions with a side each, from a list or a text that names them."""
    sides: dict[str, str] = {}
    last = ""
    for question, said in _stances(node, field):
        if not question and last:
            sides[last] = said
        elif question and not _is_nothing(question):
            last, side = question, said or field.choices[0]
            sides[question] = side if sides.get(question, side) == side else field.choices[2]  # both: mixed
    if not sides:
        return f"for example:{_example(field)}"
    lines = [f"  {shown(question)}: {shown(side)}" for question, side in sides.items()]
    choices = f"{', '.join(field.choices[:-1])} or {field.choices[-1]}"
    return "\n".join((f"write, with {choices}:\n{field.name}:", *lines[:_MOST]))


def question_and_side(text: str, field: Field) -> tuple[str, str]:
    """A question and the side somebody wrote behind it with whatever between, or ""; of a side alone no question."""
    words = _SLUGS.findall(text)
    sides = [word for word in words if word in field.choices]
    if len(words) == len(sides) == 1:
        return "", sides[0]
    return (words[0], sides[0]) if len(words) == 2 and words[1:] == sides else (text.strip(), "")


def is_bare_text(node: Node) -> bool:
    """A text, or a list of texts, where a record belongs."""
    within = node.items if isinstance(node, Items) else (node,)
    return bool(within) and all(isinstance(item, Text) and item.value for item in within)


def unopened(text: str) -> str:
    """The text without a quotation mark that was opened and never closed; an apostrophe is none."""
    return text if _LEFT_OUT.match(text) else text[1:].strip()


def address_in(text: str) -> str:
    """The first address in the text, without what stands around it: "[here](https://example.org)"."""
    found = _ADDRESS.search(text)
    return found[0].rstrip(".,;:!?") if found else ""


def _example(field: Field) -> str:
    """The key with a value as an example, of a list of records below it; with what stands before it."""
    below = field.example.startswith("- ")
    return f"\n{field.name}:\n  {field.example}" if below else f" {field.name}: {field.example}"


def _is_nothing(text: str) -> bool:
    return not text or means_nothing(text) or text.casefold() in load("meant.yaml")["everywhere"]


def _texts(node: Node) -> Iterator[str]:
    """The texts of a list, or the words in braces: of "[a, b]" and of "{a, b}" each."""
    if isinstance(node, Items):
        yield from (item.value for item in node.items if isinstance(item, Text))
    elif isinstance(node, Mapping) and all(isinstance(value, Text) and not value.value for _, value in node.entries):
        yield from (key.value for key, _ in node.entries)


def _parts(node: Node, field: Field) -> Iterator[str]:
    """The single words or phrases of what should have been a list."""
    if isinstance(node, Mapping) and field.kind in (PLACE, THEME):
        yield from (of_kind(key.value, field) for key, _ in node.entries)
    elif not isinstance(node, Text):
        yield from (of_kind(text, field) for text in _texts(node))
    elif field.kind == CLAIM:
        parts = [part for part in _BETWEEN_IDS.split(node.value.strip("[]() ")) if part]
        yield from [part for part in parts if "/" in part] or parts  # and no "vs" between two ids
    else:
        parts = [bare for part in _BETWEEN.split(node.value.strip("[]() ")) if (bare := part.strip(_AROUND))]
        if len(parts) == 1 and field.kind == PLACE and all(map(_is_place_id, parts[0].split())):
            parts = parts[0].split()
        yield from (of_kind(part, field) for part in parts)


def _records(node: Node, key: str) -> Iterator[str]:
    """What one item of a list of records says, in braces: its keys as they are, else each text or name in it."""
    if isinstance(node, Mapping):
        pairs = ((k.value, value.value) for k, value in node.entries if isinstance(value, Text))
        yield ", ".join(f"{k}: {inside_braces(shown(said, 200))}" for k, said in pairs)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _records(item, key)
    elif text := _BY.sub("", node.value.removeprefix("- ")):
        names = _BETWEEN_NAMES.split(text)
        for said in names if all(map(_NAME.fullmatch, names)) else [text]:
            yield f"{key}: {inside_braces(shown(said, 200))}"


def _stances(node: Node, field: Field) -> Iterator[tuple[str, str]]:
    """Each question that is named, with its side where one is; a side that stands alone without a question."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            question, said = question_and_side(key.value, field)
            yield question, value.value if isinstance(value, Text) and value.value else said
    elif isinstance(node, Items):
        for item in node.items:
            yield from _stances(item, field)
    else:
        told = [question_and_side(part, field) for part in re.split(r"[,;\n]", node.value)]
        yield from ((q, said) for q, said in told if not q or _SLUGS.fullmatch(q))


def _is_place_id(word: str) -> bool:
    """Whether a word is a code or looks like a region's slug: of 'NO the-north' each, of 'Saudi Arabia' neither."""
    return "-" in word or (len(word) == 2 and bool(code_of(word)))


@cache
def _fields() -> dict[str, Field]:
    """Fields at the beginning of lines, by name; where two kinds of files have one name, the first kind's."""
    found: dict[str, Field] = {}
    for kind in FILES:
        for field in kind.fields if not kind.keyed else ():
            found.setdefault(field.name, field)
    return found
