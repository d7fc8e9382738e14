"""Nodes to values by the field definitions, with a message for everything that does not fit."""

from __future__ import annotations

from typing import Any

from dossier.problems import Problem, Where
from dossier.store.advice import all_below, begun, drawn_in, found_here, key_hint, to_add
from dossier.store.commenting import cut_off, swallowed
from dossier.store.fields import (
    CHOICE,
    ISSUED,
    MAP,
    RECORD,
    STANCE_MAP,
    TEXT,
    Field,
)
from dossier.store.hints import shown
from dossier.store.meant import means_nothing
from dossier.store.nodes import Items, Mapping, Node, Text, is_empty
from dossier.store.outdented import taken_home
from dossier.store.rewriting import as_list, as_records, as_stances, as_written, is_bare_text, question_and_side
from dossier.store.scalars import READERS, date_parts

Values = dict[str, Any]
_MOST_KEYS = 200  # of one entry; advice on each of thousands would take minutes


class Loading:
    """Reads one file's nodes; gathers what is wrong in `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def fault(self, where: Where, rule: str, what: str, hint: str = "", severity: str = "error") -> None:
        """Note one problem."""
        self.problems.append(Problem(where, rule, what, hint, severity))

    def note(self, problem: Problem | None) -> bool:
        """Keep a problem that somebody else found, if there is one."""
        if problem:
            self.problems.append(problem)
        return problem is not None

    def record(self, node: Node, fields: tuple[Field, ...], of: str) -> Values:
        """The values of a mapping by key; keys that are absent or unusable are left out."""
        if not isinstance(node, Mapping):
            self.fault(node.where, "wrong-type", f"{of} is a list of 'key: value' lines, not {found_here(node)}",
                       begun(node, fields, f"{of[1:-1]}: " if of.startswith("'") else ""))  # fmt: skip
            return {}
        if len(node.entries) > _MOST_KEYS:
            what = f"{of} has {len(node.entries)} keys here; none has so many"
            self.fault(node.where, "unknown-key", what, "delete what does not belong into this file")
            return {}
        known = {f.name: f for f in fields}
        if below := all_below(node, fields):
            key, inner = below
            what, hint = f"all of it is below '{shown(key.value)}:'", "delete that line, and the spaces before"
            self.fault(key.where, "unknown-key", what, f"{hint} each line below it")
            return self.record(inner, fields, of)
        if outside := taken_home(node, fields, of):
            told, node = outside
            self.note(told)
        values: Values = {}
        meant: set[str] = set()
        for key, value in node.entries:
            field = known.get(key.value)
            if field is None:
                hint = key_hint(key, value, node, fields, of)
                self.fault(key.where, "unknown-key", f"{of} has no key '{shown(key.value)}'", hint)
                field = next((f for f in fields if f"'{f.name}'" in hint and node.get(f.name) is None), None)
                meant |= {field.name} if field else set()
            if field is None:
                continue
            if is_empty(value):
                meant |= {field.name} if self.note(swallowed(value, field)) else set()
            else:
                found = self.value(value, field)
                if found is not None:
                    values[field.name] = found
        missing: list[Field] = []
        for field in fields:
            if not field.required or field.name in meant:
                continue  # one that is meant is there, under a name spelt otherwise, which is told
            given = node.get(field.name)
            if given is None and (above := drawn_in(field.name, node)):
                key, text = above
                what = f"'{field.name}:' is indented and so part of '{key.value}' above it"
                self.fault(key.where, "missing-key", what, f"delete the spaces before '{field.name}:'")
                values[key.value] = text
                continue
            if given is None or is_empty(given):
                missing.append(field)
        if missing:
            named = " and no ".join(f"'{field.name}'" for field in missing)
            where = (node.get(missing[0].name) or node).where
            self.fault(where, "missing-key", f"{of} has no {named}", to_add(*missing))
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
            what = f"'{field.name}' is a list, not {found_here(node)}"
            return self.fault(node.where, "wrong-type", what, as_list(node, field))
        if field.kind == RECORD and any(map(is_bare_text, node.items)):
            self.fault(node.where, "wrong-type", f"'{field.name}' is a list of 'key: value' lines, not of texts",
                       as_records(node, field))  # fmt: skip
            return None
        found = [self.one(item, field) for item in node.items if not self._blank(item, field)]
        return tuple(item for item in found if item is not None)

    def one(self, node: Node, field: Field) -> Any:
        """A single value: a record, or a text of the field's kind."""
        if field.kind == RECORD:
            return self.record(node, field.of, f"'{field.name}'")
        if field.kind == ISSUED and isinstance(node, Mapping):
            return date_parts(node, field, self.fault)
        if not isinstance(node, Text):
            what = f"'{field.name}' is a text, not {found_here(node)}"
            return self.fault(node.where, "wrong-type", what, as_written(node, field))
        if field.kind == TEXT and not node.style and means_nothing(node.value):
            what = f"'{node.value}' would be shown to readers as it is"
            away = "delete it" if field.many else "delete the line"
            hint = to_add(field).replace("add, for example", "write", 1) if field.required else away
            return self.fault(node.where, "wrong-type", what, hint)
        if field.kind == TEXT and not node.style:
            self.note(cut_off(node, field))
        reader = READERS.get(field.kind)
        return reader(node, field, self.fault) if reader else node.value

    def map(self, node: Node, field: Field) -> dict[str, tuple[Where, Values]] | None:
        """Entries under names the editor chose: name -> (place, values)."""
        if isinstance(node, Items) and field.short:
            return self._named_items(node, field)
        if not isinstance(node, Mapping):
            self.fault(node.where, "wrong-type", f"'{field.name}' takes 'name: ...' lines, not {found_here(node)}",
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
            what = f"'{field.name}' takes 'question: yes' lines, not {found_here(node)}"
            self.fault(node.where, "wrong-type", what, as_stances(node, field))
            return None
        found = []
        for key, value in node.entries:
            question, side = question_and_side(key.value, field)
            if side and is_empty(value):
                what = f"'{shown(key.value)}' lacks a colon and a space after the question"
                self.fault(key.where, "wrong-type", what, f"write {question}: {side}")
                continue
            stance = self.one(value, Field(key.value, CHOICE, "", "yes", choices=field.choices))
            if stance is not None and isinstance(value, Text):
                found.append((key.value, stance, value.comment))
        return tuple(found)

    def _blank(self, node: Node, field: Field) -> bool:
        if is_empty(node) and not self.note(swallowed(node, field, in_list=True)):
            self.fault(node.where, "wrong-type", f"there is an empty item in '{field.name}'", "delete it")
        return is_empty(node)
