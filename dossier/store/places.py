"""Where in its file a value stands, for messages about what only the whole dossier shows to be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dossier.problems import Where
from dossier.store.dialect import read_yaml
from dossier.store.files import read_text
from dossier.store.hints import nearest_word
from dossier.store.limits import LIMITS, read_limits
from dossier.store.nodes import Mapping, Text


class Pointing:
    """Points into the files of one dossier; a file is read again only when something in it is wrong."""

    def __init__(self, root: Path | None) -> None:
        self.root = root
        self._limits = read_limits(root)[0] if root else LIMITS
        self._places = cache(self._read)
        self._text = cache(self._read_text)
        self._lines = cache(lambda path: self._text(path).splitlines())

    def __call__(self, where: Where, *keys: str) -> Where:
        """The place of ("themes",) or ("themes", "wind-powr") in the file; `where` itself when it is not found."""
        places = self._places(where.path)
        written = next((key[0] for key in places if keys[:1] not in places and nearest_word(key[0], keys[:1])), "")
        keys = (written, *keys[1:]) if written else keys  # a key that is misspelt is told, and read as what is meant
        return next((places[keys[:n]] for n in range(len(keys), 0, -1) if keys[:n] in places), where)

    def id_in(self, where: Where, id: str, passed: int = 0) -> Where:
        """Where a claim's id stands from `where` on, after so many times; `where` itself when it is not found."""
        named = re.compile(rf"(?<![\w/-]){re.escape(id)}(?![\w-])")
        lines = self._lines(where.path)
        for number in range(where.line, len(lines) + 1):
            for found in named.finditer(lines[number - 1]):
                if not passed:
                    return Where(where.path, number, found.start() + 1)
                passed -= 1
        return where

    def _read_text(self, path: str) -> str:
        root = self.root
        return read_text(root, root / path, self._limits.yaml_bytes)[0] or "" if root and path else ""

    def _read(self, path: str) -> dict[tuple[str, ...], Where]:
        node = read_yaml(self._text(path), path, self._limits)[0]
        places: dict[tuple[str, ...], Where] = {}
        for keys, where in places_of(node) if isinstance(node, Mapping) else ():
            places.setdefault(keys, where)
        return places


def places_of(node: Mapping) -> Iterator[tuple[tuple[str, ...], Where]]:
    """Each key and value of a file with its place: (("themes", "trade"), where) and so on."""
    for key, value in node.entries:
        yield (key.value,), value.where
        yield from _inside(key.value, value)


def _inside(name: str, value: object) -> Iterator[tuple[tuple[str, ...], Where]]:
    if isinstance(value, Text):
        yield (name, value.value), value.where
    elif isinstance(value, Mapping):
        for key, _ in value.entries:
            yield (name, key.value), key.where
    elif hasattr(value, "items"):
        for item in value.items:
            yield from _inside(name, item)
