"""What mkdocs.yml says, as nodes: its tags are left alone, and mkdocs itself tells what is wrong with its file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def site_settings(root: Path) -> dict[str, yaml.Node]:
    """The top keys of mkdocs.yml with their values; none where it cannot be read."""
    try:
        return _settings((root / "mkdocs.yml").read_text("utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError, RecursionError):
        return {}


@lru_cache(maxsize=1)  # asked for several times in a run, and the same each time
def _settings(text: str) -> dict[str, yaml.Node]:
    return {str(key.value): value for key, value in pairs(yaml.compose(text, Loader=_LOADER))}


def pairs(node: object) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Keys and values of a mapping; none of anything else."""
    yield from node.value if isinstance(node, yaml.MappingNode) else ()


def site_folder(root: Path) -> Path:
    """Where mkdocs.yml has the site put."""
    said = site_settings(root).get("site_dir")
    return root / (said.value if said is not None and isinstance(said.value, str) else "site")
