"""Our dialect of YAML: text to nodes that know their line and column, or to messages in plain words.

Every scalar is the text a person wrote (`NO` is Norway, `yes` the word). Doubled keys, anchors, aliases,
tags and second documents are faults. Nodes are built from parser events, so that an alias is seen before
anything could expand it and depth is counted before anything could recurse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from dossier.problems import Problem, Where
from dossier.store.files import control_character
from dossier.store.hints import shown
from dossier.store.limits import LIMITS, Limits

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what the YAML reader counts as a line end
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+#[ \t]?(.*?)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: its text, its style ("" plain, ' or " quoted, | or > block) and the comment behind it."""

    value: str
    where: Where
    style: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file; of doubled keys only the first."""

    entries: tuple[tuple[Text, Node], ...]
    where: Where

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Text | Items | Mapping

# What the YAML reader says, and what a person should hear: the words, and what to do.
_PLAIN = (
    ("mapping values are not allowed", "a ': ' stands inside a text without quotation marks",
     "put the text in quotation marks, or write it below the key after '>-'"),
    ("could not find expected ':'", "this line has no 'key: value'",
     "write 'key: value', or indent the line under the text it belongs to"),
    ("while scanning a quoted scalar", "a quotation mark is opened and never closed", "add the closing mark"),
    ("',' or ']'", "a list opened with '[' is not closed, or a comma is missing", "write it as [one, two]"),
    ("',' or '}'", "a '{' is not closed, or a comma is missing", "write it as {key: value}"),
    ("while parsing a flow sequence", "a list opened with '[' is not closed", "write it as [one, two]"),
    ("while parsing a flow mapping", "a '{' is not closed", "write it as {key: value}"),
    ("unknown escape", "a backslash inside double quotation marks starts a code that does not exist",
     "use single quotation marks"),
    ("while scanning a double-quoted scalar", "a backslash code inside double quotation marks is wrong",
     "use single quotation marks"),
    ("cannot start any token", "a text without quotation marks cannot begin with this character",
     "put the text in quotation marks"),
    ("while scanning an anchor", "a text without quotation marks cannot begin with '&'",
     "put the text in quotation marks"),
    ("while scanning an alias", "a text without quotation marks cannot begin with '*'",
     "put the text in quotation marks"),
    ("block sequence entries are not allowed", "a list item '- ' cannot stand here", "start it on its own line"),
    ("while scanning a block scalar", "the mark after the key is wrong", "write '>-' and nothing else behind it"),
    ("expected node content", "a comma stands where a text should be", "delete it or write the text"),
    ("expected key", "this line does not fit the lines above it", "check its indentation and the quotation marks"),
    ("block end", "this line does not fit the lines above it", "check its indentation and the quotation marks"),
)  # fmt: skip


def read_yaml(text: str, path: str, limits: Limits = LIMITS) -> tuple[Node | None, list[Problem]]:
    """The file's content as nodes and every dialect fault found; None when there is nothing to go on with."""
    refusal = _refusal(text, path)
    if refusal:
        return None, [refusal]
    builder = _Builder(path, _BREAK.split(text), limits)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        return None, [*builder.problems, _in_plain_words(error, builder.lines, path)]
    if builder.root is None and not builder.problems:
        return None, [Problem(Where(path), "empty-file", "the file is empty", "fill it or delete it")]
    return builder.root, builder.problems


def _refusal(text: str, path: str) -> Problem | None:
    """What makes reading pointless: control characters, and a merge that nobody finished."""
    control = control_character(text, path, also="\v\f")  # a page break is fine in an article, not in YAML
    if control:
        return control
    if "<<<<<<<" in text or ">>>>>>>" in text:
        found = _CONFLICT.search(text.replace("\r", ""))
        if found:
            line = text.replace("\r", "").count("\n", 0, found.start()) + 1
            return Problem(
                Where(path, line), "merge-conflict", "the file holds both sides of an unfinished merge",
                "keep the lines you want and delete those with <<<<<<<, ======= and >>>>>>>",
            )  # fmt: skip
    return None


class _Builder:
    """Turns parser events into nodes; lives for one file."""

    def __init__(self, path: str, lines: list[str], limits: Limits) -> None:
        self.path, self.lines, self.limits = path, lines, limits
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[tuple[bool, list[Node], Where]] = []  # (is a mapping, children so far, place)
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Use one event; False when the rest of the file is not worth reading."""
        where = self._where(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event, where)
        if isinstance(event, yaml.AliasEvent):
            self._fault(where, "alias", f"'*{shown(event.anchor or '')}' copies another part of the file",
                        "write the text itself; a text that begins with '*' needs quotation marks")  # fmt: skip
            self._add(Text("", where))
        elif isinstance(event, yaml.ScalarEvent):
            self._signs(event, where)
            if event.style == '"' and control_character(event.value, self.path):
                self._fault(
                    where, "control-character", "a backslash code stands for a control character", "delete it"
                )
            style = event.style if event.style in ("'", '"', "|", ">") else ""
            self._add(Text(event.value, where, style, self._comment(event)))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._signs(event, where)
            self._open.append((isinstance(event, yaml.MappingStartEvent), [], where))
            if len(self._open) > self.limits.depth:
                self.root = None
                self._fault(where, "too-deep", f"more than {self.limits.depth} levels of lists inside lists",
                            "claims and codebook need three")  # fmt: skip
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            is_mapping, children, start = self._open.pop()
            self._add(self._mapping(children, start) if is_mapping else Items(tuple(children), start))
        return True

    def _document(self, event: yaml.DocumentStartEvent, where: Where) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._fault(where, "many-documents", "a second document begins here after '---'",
                        "delete the line '---', or make two files")  # fmt: skip
            return False
        if event.tags:
            self._fault(where, "tag", "the file declares its own YAML tags", "delete the line with %TAG")
        return True

    def _signs(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, where: Where) -> None:
        """Anchors and tags, which would make a text mean something else than it says."""
        if event.anchor:
            self._fault(where, "anchor", f"'&{shown(event.anchor or '')}' names a part of the file for copying",
                        "delete it; a text that begins with '&' needs quotation marks")  # fmt: skip
        if event.tag:
            self._fault(where, "tag", f"'{shown(event.tag)}' gives a text another type",
                        "delete it; a text that begins with '!' needs quotation marks")  # fmt: skip

    def _mapping(self, children: list[Node], start: Where) -> Mapping:
        found: dict[str, tuple[Text, Node]] = {}
        for key, value in zip(children[::2], children[1::2]):
            if not isinstance(key, Text):
                self._fault(key.where, "syntax", "a list stands where a key should be",
                            "if you meant a text, put it in quotation marks")  # fmt: skip
            elif key.value in found:
                first = found[key.value][0].where.line
                self._fault(key.where, "duplicate-key", f"'{shown(key.value)}' stands twice, first in line {first}",
                            "keep one of the two")  # fmt: skip
            else:
                found[key.value] = (key, value)
        return Mapping(tuple(found.values()), start)

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1][1].append(node)
        else:
            self.root = node if not (isinstance(node, Text) and not node.value and not node.style) else None

    def _comment(self, event: yaml.ScalarEvent) -> str:
        mark: Any = event.end_mark
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        found = _COMMENT.match(rest) if "#" in rest else None
        return found[1] if found else ""

    def _where(self, mark: Any) -> Where:
        return Where(self.path, mark.line + 1, mark.column + 1)

    def _fault(self, where: Where, rule: str, what: str, hint: str) -> None:
        self.problems.append(Problem(where, rule, what, hint))


def _in_plain_words(error: yaml.YAMLError, lines: list[str], path: str) -> Problem:
    """One message for what the YAML reader could not read, at the place a person has to look."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(Where(path), "syntax", "this is not readable as YAML", "compare it with another file")
    said = f"{error.context or ''} {error.problem or ''}"
    unclosed = "quoted scalar" in said and "end of stream" in said
    opened, stopped = error.context_mark, error.problem_mark
    # A bracket that is never closed is noticed lines later; the place where it was opened helps more.
    lost = bool(opened and stopped and "flow" in said and stopped.line != opened.line)
    mark = opened if (unclosed or lost) and opened else stopped or opened
    line, column = (mark.line, mark.column) if mark else (0, 0)
    for number in _tabbed(lines, line):
        return Problem(Where(path, number + 1), "tab", "a tab indents this line", "indent with spaces")
    where = Where(path, min(line + 1, max(len(lines), 1)), column + 1)
    if unclosed:
        return Problem(where, "syntax", "a quotation mark is opened and never closed", "add the closing mark")
    for sign, what, hint in _PLAIN:
        if sign in said:
            return Problem(where, "syntax", what, hint)
    return Problem(where, "syntax", "this is not readable as YAML", "compare it with another file")


def _tabbed(lines: list[str], line: int) -> Iterator[int]:
    """The line the reader stopped at, or the one before, when a tab stands in its indentation."""
    for number in (line, line - 1):
        if 0 <= number < len(lines) and "\t" in lines[number][: len(lines[number]) - len(lines[number].lstrip())]:
            yield number
