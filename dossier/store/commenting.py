"""What a '#' takes away from a text, which somebody who writes " #1" or "#farming" does not know."""

from __future__ import annotations

import re

from dossier.problems import Problem
from dossier.store.fields import TEXT, Field
from dossier.store.hints import shown
from dossier.store.nodes import Node, Text

_LOST = re.compile(r"#[^\s#]|# +[\d$€£]")  # what may well be part of the text: "#1", "# 5 percent"


def cut_off(node: Text, field: Field) -> Problem | None:
    """The words behind a text that are a comment, where they may well belong to it."""
    behind = f"#{'' if node.glued else ' '}{node.comment}" if node.comment else node.below
    if not _LOST.match(behind):
        return None
    told = behind.removeprefix("#").strip()
    what = f"'#' ends the text of '{field.name}' here; what follows is a comment: '{shown(told)}'"
    whole = f"{shown(node.value, 300)} {shown(behind, 300)}"
    glued = behind[1:2] != " "
    otherwise = "put a space after the #" if glued else "begin the comment with a word"
    hint = f'if it belongs to the text, write {field.name}: "{whole}"; else {otherwise}'
    return Problem(node.where, "comment", what, hint, "error" if glued else "warning")


def swallowed(node: Node, field: Field, in_list: bool = False) -> Problem | None:
    """A value of which nothing is left, because it begins with '#': 'themes: #farming'."""
    if not isinstance(node, Text) or not node.glued or node.style:
        return None
    what = f"'#' turns what follows into a comment: nothing is left of '{field.name}'"
    key = "-" if in_list else f"{field.name}:"
    whole = f'write {key} "#{shown(node.comment, 300)}"' if field.kind == TEXT else "delete the '#'"
    return Problem(node.where, "comment", what, f"{whole}; for a comment put a space after the '#'")
