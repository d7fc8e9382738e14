"""Our dialect of YAML: text to nodes that know their line and column, or to messages in plain words.

Every scalar is the text a person wrote (`NO` is Norway, `yes` the word). Doubled keys, anchors, aliases,
tags and second documents are faults. Nodes are built from parser events, so that an alias is seen before
anything could expand it and depth is counted before anything could recurse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from dossier.problems import Problem, Where
from dossier.store.faults import in_plain_words, unfinished_merge
from dossier.store.files import control_character
from dossier.store.hints import shown
from dossier.store.limits import LIMITS, Limits, long_line, raising
from dossier.store.nodes import Items, Mapping, Node, Text

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BREAK = re.compile("\r\n|[\n\r]")
_A_SECOND = 3  # so many keys doubled: somebody put a second entry below the first
_COMMENT = re.compile(r"[ \t]+#[ \t]?(.*?)[ \t]*$")


def _one_of_two(first: Node, second: Node, follows: bool) -> str:
    """What to do about a key that stands twice; `follows` where no other key stands between the two."""
    if not all(
        isinstance(node, Items) and any(isinstance(i, Mapping) for i in node.items) for node in (first, second)
    ):
        return "keep one of the two"
    if follows and first.where.column == second.where.column:
        return "delete this line: the entries below it then stand under the first"
    return "put the entries below it under the first, and delete this line"


def read_yaml(text: str, path: str, limits: Limits = LIMITS) -> tuple[Node | None, list[Problem]]:
    """The file's content as nodes and every dialect fault found; None when there is nothing to go on with."""
    refusal = _refusal(text, path) or next(iter(long_line(text, path, limits)), None)
    if refusal:
        return None, [refusal]
    builder = _Builder(path, _BREAK.split(text), limits)
    try:
        for event in iter(_LOADER(text).get_event, None):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        last = in_plain_words(error, builder.lines, path)
        return None, [*(p for p in builder.problems if p.where.line != last.where.line), last]
    if builder.root is None and not builder.problems:
        return None, [Problem(Where(path), "empty-file", "the file is empty", "fill it or delete it")]
    return builder.root, builder.problems


def _refusal(text: str, path: str) -> Problem | None:
    """What makes reading pointless: control characters, and a merge that nobody finished."""
    # A page break is fine in an article, not in YAML; and YAML ends lines at three signs at which no editor does.
    control = control_character(text, path, also="\v\f\x85\u2028\u2029")
    if control:
        return control
    return unfinished_merge(text, path)


class _Builder:
    """Turns parser events into nodes; lives for one file."""

    def __init__(self, path: str, lines: list[str], limits: Limits) -> None:
        self.path, self.lines, self.limits = path, lines, limits
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[tuple[bool, list[Node], Where]] = []  # (is a mapping, children so far, place)
        self._remarks = {n for n, line in enumerate(lines) if "#" in line}  # lines that may hold a comment
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Use one event; False when the rest of the file is not worth reading."""
        use = _USES.get(type(event))
        return use is None or use(self, event)

    def _alias(self, event: yaml.AliasEvent) -> bool:
        where = self._where(event)
        self._fault(where, "alias", f"'*{shown(event.anchor or '')}' copies another part of the file",
                    "write the text itself; a text that begins with '*' needs quotation marks")  # fmt: skip
        return self._add(Text("", where))

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        where = self._where(event)
        if event.anchor or event.tag:
            self._signs(event, where)
        if event.style == '"' and control_character(event.value, self.path):
            self._fault(where, "control-character", "a backslash code stands for a control character", "delete it")
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        mark: Any = event.end_mark
        comment = self._comment(mark) if mark.line in self._remarks else ("", False)
        below = self._below(event) if not style and mark.line + 1 in self._remarks else ""
        return self._add(Text(event.value, where, style, *comment, below))

    def _start(self, event: yaml.CollectionStartEvent) -> bool:
        where = self._where(event)
        self._signs(event, where)
        self._open.append((isinstance(event, yaml.MappingStartEvent), [], where))
        if len(self._open) > self.limits.depth:
            self.root = None
            self._fault(where, "too-deep", f"more than {self.limits.depth} levels of lists inside lists",
                        f"claims and codebook need three; write it flatter, {raising('depth')}")  # fmt: skip
            return False
        return True

    def _end(self, _: yaml.CollectionEndEvent) -> bool:
        is_mapping, children, start = self._open.pop()
        return self._add(self._mapping(children, start) if is_mapping else Items(tuple(children), start))

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        where = self._where(event)
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
            name = event.tag.replace("tag:yaml.org,2002:", "!!", 1)  # as it was written
            self._fault(where, "tag", f"'{shown(name)}' gives a text another type",
                        "delete it; a text that begins with '!' needs quotation marks")  # fmt: skip

    def _mapping(self, children: list[Node], start: Where) -> Mapping:
        found: dict[str, tuple[Text, Node]] = {}
        doubled: list[tuple[Text, Text, str]] = []  # the key, where it stood before, and what to do
        for key, value in zip(children[::2], children[1::2]):
            if not isinstance(key, Text):
                self._fault(key.where, "syntax", "a list stands where a key should be",
                            "if you meant a text, put it in quotation marks")  # fmt: skip
            elif key.value in found:
                before, first = found[key.value]
                doubled.append((key, before, _one_of_two(first, value, key.value == next(reversed(found)))))
            else:
                found[key.value] = (key, value)
        if doubled:
            self._doubled(doubled, start)
        return Mapping(tuple(found.values()), start)

    def _doubled(self, doubled: list[tuple[Text, Text, str]], start: Where) -> None:
        """One message: what stands below the first of several was most often put there as a whole."""
        key, before, hint = doubled[0]
        what = f"'{shown(key.value)}' appears twice, first in line {before.where.line}"
        names = list(dict.fromkeys(f"'{shown(key.value)}'" for key, _, _ in doubled))
        if len(names) > 1:
            what = f"{' and '.join(names[:_A_SECOND])} appear twice, the first in line {before.where.line}"
            hint = "keep one of each"
        if len(doubled) >= _A_SECOND and start.column == 1:
            hint = "if a second claim begins here, put it into a file of its own; else delete these lines"
            what = "from here on the keys of this file stand a second time"
        self._fault(key.where, "duplicate-key", what, hint)

    def _add(self, node: Node) -> bool:
        if self._open:
            self._open[-1][1].append(node)
        else:
            self.root = node if not (isinstance(node, Text) and not node.value and not node.style) else None
        return True

    def _comment(self, mark: Any) -> tuple[str, bool]:
        found = _COMMENT.match(self.lines[mark.line][mark.column :])
        return (found[1], bool(found[1]) and not found[0].lstrip()[1:2].isspace()) if found else ("", False)

    def _below(self, event: yaml.ScalarEvent) -> str:
        """The line after a plain text, where it is a comment and stands deeper than the line the text began on."""
        begin: Any = event.start_mark
        end: Any = event.end_mark
        first, after = begin.line, end.line + 1
        line = self.lines[after]
        told = line.lstrip(" ")
        if not told.startswith("#"):
            return ""
        began = self.lines[first]
        return told if len(line) - len(told) > len(began) - len(began.lstrip(" ")) else ""

    def _where(self, event: yaml.Event) -> Where:
        mark: Any = event.start_mark
        return Where(self.path, mark.line + 1, mark.column + 1)

    def _fault(self, where: Where, rule: str, what: str, hint: str) -> None:
        self.problems.append(Problem(where, rule, what, hint))


_USES: dict[type[yaml.Event], Callable[[_Builder, Any], bool]] = {
    yaml.DocumentStartEvent: _Builder._document,
    yaml.AliasEvent: _Builder._alias,
    yaml.ScalarEvent: _Builder._scalar,
    yaml.SequenceStartEvent: _Builder._start,
    yaml.MappingStartEvent: _Builder._start,
    yaml.SequenceEndEvent: _Builder._end,
    yaml.MappingEndEvent: _Builder._end,
}
