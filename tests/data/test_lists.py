"""Word lists say what they look as if they said: each name once, and words as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import dossier.data
from dossier.data import load

FILES = sorted(Path(dossier.data.__file__).parent.glob("*.yaml"))
JOINED = {"poles": load("poles.yaml")["poles"]}  # what stands below a key here and as the whole of other files


def keys_of(node: yaml.Node) -> Iterator[str]:
    """Those that one mapping holds twice."""
    if isinstance(node, yaml.MappingNode):
        yield from (key for key, times in Counter(key.value for key, _ in node.value).items() if times > 1)
        for _, value in node.value:
            yield from keys_of(value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_list_stands_twice_in_a_file(file: Path) -> None:
    node = yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    assert node is not None
    assert list(keys_of(node)) == []


@pytest.mark.parametrize("stem", ["poles"])
def test_no_name_stands_twice_in_files_that_are_read_as_one(stem: str) -> None:
    parts = [load(file.name) for file in FILES if file.stem.startswith(f"{stem}_")] + [JOINED.get(stem, {})]
    assert [name for name, times in Counter(name for part in parts for name in part).items() if times > 1] == []


def test_on_and_no_are_words_in_a_word_list() -> None:
    assert {"on", "in"} <= set(load("cores.yaml")["insertions"])
    assert "no" in load("grammar.yaml")["articles"]
