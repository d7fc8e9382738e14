"""What a file of our dialect holds: texts, lists and keys that know where they stand."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category

from dossier.problems import Where


class Text(NamedTuple):  # a large dossier has a million: these are made in a quarter of a dataclass's time
    """A scalar: its text, its style ("" plain, ' or " quoted, | or > block) and the comment behind it."""

    value: str
    where: Where
    style: str = ""
    comment: str = ""
    glued: bool = False  # the comment's '#' touches its first word, as in "#1"
    below: str = ""  # a comment on the next line, indented as if the text went on there: "# 5 percent"


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    where: Where


class Mapping(NamedTuple):
    """Keys and their values, in the order of the file; of doubled keys only the first."""

    entries: tuple[tuple[Text, Node], ...]
    where: Where

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Text | Items | Mapping


def is_empty(node: Node) -> bool:
    """Whether a text holds nothing that is seen; a block may hold whatever the article of a quote does."""
    if not isinstance(node, Text) or node.style in ("|", ">"):
        return isinstance(node, Text) and not node.value.strip()
    return all(sign.isspace() or category(sign) in ("Cc", "Cf") for sign in node.value)
