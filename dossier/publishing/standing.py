"""A site that lies there as a build would write it again is left as it is, and no page of it is made.

All that a build reads is compared by its bytes, and so is every file of the site: one that was damaged, deleted or
added is seen, and then the whole site is built.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml

from dossier.editing.history import corrections
from dossier.store.cache import open_cache
from dossier.store.settings import pairs, site_folder, site_settings
from dossier.store.unchanged import state_of, tree_hash

_NAME = re.compile(r"[A-Za-z_]\w*")
_OWN = {"search", "offline", "tags"}  # plugins that read the pages and nothing else


def unless_standing(root: Path, to: Path | None, desk: bool, build: Callable[[], str]) -> str:
    """Why the site could not be built, or "": by `build`, or without it where its work would change nothing."""
    site = (to or site_folder(root)).absolute()
    kept = open_cache(root)
    made_from = _made_from(root, site, desk)
    lies_there = tree_hash(site)
    if made_from and lies_there and kept.look_up("site", (made_from,), str) == lies_there:
        return ""
    failure = build()
    if made_from and not failure and _made_from(root, site, desk) == made_from:
        kept.keep("site", (made_from,), tree_hash(site))
    return failure


def _made_from(root: Path, site: Path, desk: bool) -> str:
    """All a site is made from, in one text; "" where it may hang on what we cannot see."""
    files = state_of(root, [site])
    if not files or _looks_outside(site_settings(root)):
        return ""
    # The map of the site for search engines bears the day.
    return repr((files, desk, corrections(root), _surroundings(root), f"{datetime.now(UTC):%Y-%m-%d}"))


def _surroundings(root: Path) -> object:
    """The installed packages, and the variables that mkdocs.yml may name."""
    packages = Path(yaml.__file__).parents[1]
    installed = sorted((e.name, e.stat().st_mtime_ns) for e in os.scandir(packages) if e.name.endswith("-info"))
    words = set(_NAME.findall((root / "mkdocs.yml").read_text("utf-8"))) | {"SOURCE_DATE_EPOCH"}
    return str(packages), installed, sorted((name, os.environ[name]) for name in words & set(os.environ))


def _looks_outside(settings: dict[str, yaml.Node]) -> bool:
    """Whether mkdocs.yml names files of other folders, or plugins that may read what they like."""
    plugins = settings.get("plugins")
    named = {text.strip() for text in _names(plugins)} if plugins else set()
    paths = (text for node in settings.values() for text in _texts(node))
    return "INHERIT" in settings or bool(named - _OWN) or any(text.startswith(("/", "~", "..")) for text in paths)


def _names(plugins: yaml.Node) -> Iterator[str]:
    """Plugins by name: a list of names and of names with settings, or a mapping."""
    for node in plugins.value if isinstance(plugins, yaml.SequenceNode) else (plugins,):
        yield from (str(key.value) for key, _ in pairs(node))
        if isinstance(node, yaml.ScalarNode):
            yield node.value


def _texts(node: yaml.Node) -> Iterator[str]:
    """All texts below a node."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    for _, value in pairs(node):
        yield from _texts(value)
