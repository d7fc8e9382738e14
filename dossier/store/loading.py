"""Nodes to values by the field definitions, with a message for everything that does not fit."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dossier.edtf import parse
from dossier.problems import Problem, Where
from dossier.store.dialect import Items, Mapping, Node, Text
from dossier.store.fields import BLOCK, CHOICE, DATE, DAY, FLAG, MAP, NUMBER, RECORD, STANCE_MAP, URL, Field
from dossier.store.hints import did_you_mean, shown

Values = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPACE = re.compile(r"\s")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


def is_slug(text: str) -> bool:
    """Lower-case letters, digits and hyphens: what addresses and tags are made of."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= 80


class Loading:
    """Reads one file's nodes; gathers what is wrong in `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def fault(self, where: Where, rule: str, what: str, hint: str = "") -> None:
        """Note one problem."""
        self.problems.append(Problem(where, rule, what, hint))

    def record(self, node: Node, fields: tuple[Field, ...], of: str) -> Values:
        """The values of a mapping by key; keys that are absent or unusable are left out."""
        if not isinstance(node, Mapping):
            self.fault(node.where, "wrong-type", f"{of} is a list of 'key: value' lines, not {_found(node)}",
                       f"begin with '{fields[0].name}:'")  # fmt: skip
            return {}
        known = {f.name: f for f in fields}
        values: Values = {}
        for key, value in node.entries:
            field = known.get(key.value)
            if field is None:
                listed = f"keys of {of}: {', '.join(known)}"
                if isinstance(value, Text) and not value.value and key.where.column > node.where.column:
                    listed = "a comma ended the text before it; put that text in quotation marks"
                hint = did_you_mean(key.value, known, listed)
                self.fault(key.where, "unknown-key", f"{of} has no key '{shown(key.value)}'", hint)
            elif not _is_empty(value):
                found = self.value(value, field)
                if found is not None:
                    values[key.value] = found
        for field in fields:
            given = node.get(field.name)
            if field.required and (given is None or _is_empty(given)):
                where = given.where if given is not None else node.where
                self.fault(where, "missing-key", f"{of} has no '{field.name}'", f"add: {field.name}: {field.example}")
        return values

    def value(self, node: Node, field: Field) -> Any:
        """One value as its field wants it, or None after a message."""
        if field.kind == MAP:
            return self.map(node, field)
        if field.kind == STANCE_MAP:
            return self.stances(node, field)
        if not field.many:
            return self.one(node, field)
        if not isinstance(node, Items):
            self.fault(
                node.where, "wrong-type", f"'{field.name}' is a list, not {_found(node)}", _as_list(node, field)
            )
            return None
        found = [self.one(item, field) for item in node.items if not self._blank(item, field)]
        return tuple(item for item in found if item is not None)

    def one(self, node: Node, field: Field) -> Any:
        """A single value: a record, or a text of the field's kind."""
        if field.kind == RECORD:
            return self.record(node, field.of, f"'{field.name}'")
        if not isinstance(node, Text):
            self.fault(node.where, "wrong-type", f"'{field.name}' is a text, not {_found(node)}",
                       f"for example: {field.name}: {field.example}; a text that begins with '[' or '{{' needs "
                       "quotation marks")  # fmt: skip
            return None
        reader = _READERS.get(field.kind)
        return reader(self, node, field) if reader else node.value

    def map(self, node: Node, field: Field) -> dict[str, tuple[Where, Values]] | None:
        """Entries under names the editor chose: name -> (place, values)."""
        if isinstance(node, Items) and field.short:
            return self._named_items(node, field)
        if not isinstance(node, Mapping):
            self.fault(node.where, "wrong-type", f"'{field.name}' holds 'name: ...' lines, not {_found(node)}",
                       f"for example: {field.example}")  # fmt: skip
            return None
        found = {}
        for key, value in node.entries:
            short = next((f for f in field.of if f.name == field.short), None)
            if short and isinstance(value, Items):
                found[key.value] = (key.where, {short.name: self.value(value, short)})
            else:
                found[key.value] = (key.where, self.record(value, field.of, f"'{shown(key.value)}'"))
        return found

    def _named_items(self, node: Items, field: Field) -> dict[str, tuple[Where, Values]]:
        """The other spelling of a map: a list of records that carry their name."""
        name = Field("name", "text", "The name.", "a name", required=True)
        found = {}
        for item in node.items:
            values = self.record(item, (name, *field.of), f"'{field.name}'")
            if "name" in values:
                found[values.pop("name")] = (item.where, values)
        return found

    def stances(self, node: Node, field: Field) -> tuple[tuple[str, str, str], ...] | None:
        """question -> stance, with the comment behind each."""
        if not isinstance(node, Mapping):
            self.fault(node.where, "wrong-type", f"'{field.name}' holds 'question: yes' lines, not {_found(node)}",
                       f"for example: {field.name}: {field.example}")  # fmt: skip
            return None
        found = []
        for key, value in node.entries:
            stance = self.one(value, Field(key.value, CHOICE, "", "yes", choices=field.choices))
            if stance is not None and isinstance(value, Text):
                found.append((key.value, stance, value.comment))
        return tuple(found)

    def _blank(self, node: Node, field: Field) -> bool:
        if _is_empty(node):
            self.fault(node.where, "wrong-type", f"an empty item stands in '{field.name}'", "delete it")
        return _is_empty(node)

    # ------------------------------------------------------------ one reader for each kind of text

    def block(self, node: Text, field: Field) -> str:
        """A text that must stand below its key, because '#' and ': ' lose text elsewhere."""
        if node.style not in ("|", ">"):
            self.fault(node.where, "quote-style", f"'{field.name}' is not written as a block",
                       f"write it as:\n{field.name}: >-\n  {shown(node.value, 300)}")  # fmt: skip
        return node.value

    def date(self, node: Text, field: Field) -> str | None:
        """A date as precise as its source."""
        if parse(node.value):
            return node.value
        self.fault(node.where, "bad-date", f"'{shown(node.value)}' is not a date of the forms we read",
                   "write 2022, 2022-06, 2022-09-21, 2022-Q2, ~2022, 2022-02/2022-06 or 2022-02/..")  # fmt: skip
        return None

    def day(self, node: Text, field: Field) -> str | None:
        """A calendar day."""
        try:
            if _DAY.fullmatch(node.value):
                return date.fromisoformat(node.value).isoformat()
        except ValueError:
            pass
        self.fault(node.where, "bad-date", f"'{shown(node.value)}' is not a day", "write year-month-day: 2024-05-28")
        return None

    def url(self, node: Text, field: Field) -> str | None:
        """An address a reader may safely click."""
        try:
            parts = urlsplit(node.value)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and not _SPACE.search(node.value)
        except ValueError:
            fine = False
        if fine and node.value.isprintable() and not set('<>"\\`{}') & set(node.value):
            return node.value
        self.fault(node.where, "bad-url", f"'{shown(node.value)}' is not an address we can link to",
                   "it begins with https:// or http:// and holds no spaces or quotation marks")  # fmt: skip
        return None

    def number(self, node: Text, field: Field) -> float | None:
        """A finite number with a decimal point and no separators."""
        try:
            found = float(node.value) if re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", node.value, re.A) else math.nan
        except ValueError:
            found = math.nan
        if math.isfinite(found):
            return found
        self.fault(node.where, "bad-number", f"'{shown(node.value)}' is not a number", "write it as 100000 or 2.5")
        return None

    def choice(self, node: Text, field: Field) -> str | None:
        """One of the listed words."""
        if node.value in field.choices:
            return node.value
        listed = f"choose one of: {', '.join(field.choices)}"
        near = did_you_mean(node.value, field.choices)
        self.fault(node.where, "wrong-choice", f"'{shown(node.value)}' cannot stand in '{shown(field.name)}'",
                   f"{near} {listed}".strip())  # fmt: skip
        return None

    def flag(self, node: Text, field: Field) -> bool | None:
        """true or false."""
        found = self.choice(node, Field(field.name, CHOICE, "", choices=("true", "false")))
        return None if found is None else found == "true"


_READERS: dict[str, Callable[[Loading, Text, Field], Any]] = {
    BLOCK: Loading.block,
    DATE: Loading.date,
    DAY: Loading.day,
    URL: Loading.url,
    NUMBER: Loading.number,
    CHOICE: Loading.choice,
    FLAG: Loading.flag,
}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and not node.value.strip()


def _found(node: Node) -> str:
    if isinstance(node, Text):
        return f"the text '{shown(node.value, 30)}'"
    return "a list" if isinstance(node, Items) else "'key: value' lines"


def _as_list(node: Node, field: Field) -> str:
    if isinstance(node, Text) and field.kind != RECORD:
        parts = [part.strip() for part in node.value.split(",") if part.strip()]
        return f"write {field.name}: [{shown(', '.join(parts))}]"
    return f"for example: {field.name}: {field.example}"
