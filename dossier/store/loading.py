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
from dossier.store.advice import (
    all_below,
    as_list,
    as_records,
    as_stances,
    as_written,
    begun,
    drawn_in,
    found_here,
    is_bare_text,
    key_hint,
    question_and_side,
    to_add,
)
from dossier.store.commenting import cut_off, swallowed
from dossier.store.dating import csl_date, date_fault, day_fault
from dossier.store.dialect import Items, Mapping, Node, Text, is_empty
from dossier.store.fields import (
    BLOCK,
    CHOICE,
    DATE,
    DAY,
    FLAG,
    ISSUED,
    LANGUAGE,
    MAP,
    NUMBER,
    RECORD,
    STANCE_MAP,
    TEXT,
    URL,
    Field,
)
from dossier.store.hints import did_you_mean, foreign_letter, shown
from dossier.store.meant import means_nothing, meant_choice, meant_language, meant_number
from dossier.store.meant_dates import DAY_FORM
from dossier.store.rewriting import address_in

Values = dict[str, Any]
_NO_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s<>\"\\\\`{}]*)?", re.ASCII)
_SPACE = re.compile(r"\s")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


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
        known = {f.name: f for f in fields}
        if below := all_below(node, fields):
            key, inner = below
            what, hint = f"all of it stands below '{shown(key.value)}:'", "delete that line, and the spaces before"
            self.fault(key.where, "unknown-key", what, f"{hint} each line below it")
            return self.record(inner, fields, of)
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
            return self.date_parts(node, field)
        if not isinstance(node, Text):
            what = f"'{field.name}' is a text, not {found_here(node)}"
            return self.fault(node.where, "wrong-type", what, as_written(node, field))
        if field.kind == TEXT and not node.style and means_nothing(node.value):
            what = f"'{node.value}' is read as a word and would be shown"
            away = "delete it" if field.many else "delete the line"
            hint = to_add(field).replace("add, for example", "write", 1) if field.required else away
            return self.fault(node.where, "wrong-type", what, hint)
        if field.kind == TEXT and not node.style:
            self.note(cut_off(node, field))
        reader = _READERS.get(field.kind)
        return reader(self, node, field) if reader else node.value

    def map(self, node: Node, field: Field) -> dict[str, tuple[Where, Values]] | None:
        """Entries under names the editor chose: name -> (place, values)."""
        if isinstance(node, Items) and field.short:
            return self._named_items(node, field)
        if not isinstance(node, Mapping):
            self.fault(node.where, "wrong-type", f"'{field.name}' holds 'name: ...' lines, not {found_here(node)}",
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
            what = f"'{field.name}' holds 'question: yes' lines, not {found_here(node)}"
            self.fault(node.where, "wrong-type", what, as_stances(node, field))
            return None
        found = []
        for key, value in node.entries:
            question, side = question_and_side(key.value)
            if side in field.choices and is_empty(value):
                what = f"'{shown(key.value)}' lacks a colon and a space behind the question"
                self.fault(key.where, "wrong-type", what, f"write {question}: {side}")
                continue
            stance = self.one(value, Field(key.value, CHOICE, "", "yes", choices=field.choices))
            if stance is not None and isinstance(value, Text):
                found.append((key.value, stance, value.comment))
        return tuple(found)

    def _blank(self, node: Node, field: Field) -> bool:
        if is_empty(node) and not self.note(swallowed(node, field, in_list=True)):
            self.fault(node.where, "wrong-type", f"an empty item stands in '{field.name}'", "delete it")
        return is_empty(node)

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
        self.fault(node.where, "bad-date", *date_fault(node.value, field.name))
        return None

    def date_parts(self, node: Mapping, field: Field) -> str | None:
        """A date as CSL-JSON writes it: {date-parts: [[2022, 12, 16]]}; two lists of parts are a period."""
        if written := csl_date(node):
            return written
        what = f"'{field.name}' has the form of CSL, but not as we read it"
        hint = f'write {field.name}: "2022-12-16", or {field.name}: {{date-parts: [[2022, 12, 16]]}}'
        self.fault(node.where, "bad-date", what, hint)
        return None

    def day(self, node: Text, field: Field) -> str | None:
        """A calendar day."""
        try:
            if DAY_FORM.fullmatch(node.value):
                return date.fromisoformat(node.value).isoformat()
        except ValueError:
            pass
        self.fault(node.where, "bad-date", *day_fault(node.value, field.name))
        return None

    def url(self, node: Text, field: Field) -> str | None:
        """An address a reader may safely click."""
        try:
            parts = urlsplit(node.value)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and not _SPACE.search(node.value)
            named = parts.username is not None  # "https://known.example@other.example" leads to the other
            fine = fine and not named and (parts.port or 1) > 0
        except ValueError:
            fine = named = False
        if fine and node.value.isprintable() and not set('<>"\\`{}') & set(node.value):
            return node.value
        hint = "it begins with https:// or http:// and holds no spaces or quotation marks"
        if named:
            hint = "delete what stands before the '@': it is a name to log in with, and no part of the address"
        elif _NO_SCHEME.fullmatch(node.value):
            hint = f"did you mean https://{shown(node.value, 300)}?"
        elif (inside := address_in(node.value)) not in ("", node.value):
            hint = f"did you mean {shown(inside, 300)}?"
        self.fault(node.where, "bad-url", f"'{shown(node.value)}' is not an address we can link to", hint)
        return None

    def language(self, node: Text, field: Field) -> str | None:
        """A language's code, which browsers and screen readers go by."""
        if _LANGUAGE.fullmatch(node.value):
            return node.value
        meant = meant_language(node.value)
        hint = f"did you mean {field.name}: {meant}?" if meant else "write its code of two letters, such as en or de"
        self.fault(node.where, "wrong-choice", f"'{shown(node.value)}' is not the code of a language", hint)
        return None

    def number(self, node: Text, field: Field) -> float | None:
        """A finite number with a decimal point and no separators."""
        try:
            found = float(node.value) if re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", node.value, re.A) else math.nan
        except ValueError:
            found = math.nan
        if field.least <= found <= field.most and math.isfinite(found):
            return found
        if math.isfinite(found):
            limit = f"more than {field.most:g}" if found > field.most else f"less than {field.least:g}"
            bounds = f"{field.least:g} or more" if field.most == math.inf else f"{field.least:g} to {field.most:g}"
            self.fault(node.where, "bad-number", f"'{shown(field.name)}' cannot be {limit}", f"write {bounds}")
            return None
        if math.isinf(found):
            self.fault(node.where, "bad-number", f"'{shown(node.value)}' is larger than any number we can hold",
                       "write the number of the article, in digits")  # fmt: skip
            return None
        meant = meant_number(node.value)
        hint = f"did you mean {meant}?" if meant else "write it as 100000 or 2.5"
        self.fault(node.where, "bad-number", f"'{shown(node.value)}' is not a number", hint)
        return None

    def choice(self, node: Text, field: Field) -> str | None:
        """One of the listed words."""
        if node.value in field.choices:
            return node.value
        listed = f"choose one of: {', '.join(field.choices)}"
        meant = meant_choice(node.value, field.choices)
        odd = foreign_letter(node.value, meant) if meant else ""
        near = f"did you mean '{meant}'?{odd}" if meant else did_you_mean(node.value, field.choices)
        said = f"'{shown(node.value)}' cannot stand in" if not is_empty(node) else "nothing stands behind"
        what = f"{said} '{shown(field.name)}'"
        self.fault(node.where, "wrong-choice", what, near if odd else f"{near} {listed}".strip())
        return None

    def flag(self, node: Text, field: Field) -> bool | None:
        """true or false."""
        found = self.choice(node, Field(field.name, CHOICE, "", choices=("true", "false")))
        return None if found is None else found == "true"


_READERS: dict[str, Callable[[Loading, Text, Field], Any]] = {
    BLOCK: Loading.block,
    DATE: Loading.date,
    ISSUED: Loading.date,
    DAY: Loading.day,
    URL: Loading.url,
    LANGUAGE: Loading.language,
    NUMBER: Loading.number,
    CHOICE: Loading.choice,
    FLAG: Loading.flag,
}
