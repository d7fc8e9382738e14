"""What mkdocs.yml says, as nodes: its tags are left alone, and what its keys mean is for mkdocs to judge."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from dossier.problems import Problem, Where
from dossier.store.faults import in_plain_words, unfinished_merge

_DEEPEST = 50  # levels of lists inside lists; what reads them further calls itself for each
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def site_settings(root: Path) -> dict[str, yaml.Node]:
    """The top keys of mkdocs.yml with their values; none where it cannot be read."""
    file = root / "mkdocs.yml"
    try:
        return _settings(file.read_text("utf-8")) if file.is_file() else {}  # a pipe would keep us waiting
    except (OSError, UnicodeError, yaml.YAMLError, RecursionError):
        return {}


@lru_cache(maxsize=1)  # asked for several times in a run, and the same each time
def _settings(text: str) -> dict[str, yaml.Node]:
    root = yaml.compose(text, Loader=_LOADER)
    level, inside = 0, [root]
    while inside := [part for node in inside for part in _parts(node)]:
        level += 1
        if level > _DEEPEST:
            raise RecursionError
    return {str(key.value): value for key, value in pairs(root)}


def place_of(root: Path, key: str) -> Where:
    """Where mkdocs.yml says what stands behind a top key; its first line where it says nothing of it."""
    said = site_settings(root).get(key)
    return Where("mkdocs.yml", said.start_mark.line + 1, said.start_mark.column + 1) if said else Where("mkdocs.yml")


def _parts(node: object) -> Iterator[yaml.Node]:
    """What stands directly in a list or behind the keys of a mapping."""
    yield from node.value if isinstance(node, yaml.SequenceNode) else (value for _, value in pairs(node))


def settings_fault(root: Path) -> Problem | None:
    """Why mkdocs.yml cannot be read as YAML, in plain words; a file that is not there is no fault of its form."""
    file = root / "mkdocs.yml"
    try:
        text = file.read_text("utf-8") if file.is_file() else ""
        return _in_the_way(root, _settings(text))
    except yaml.YAMLError as error:
        return unfinished_merge(text, "mkdocs.yml") or in_plain_words(error, text.splitlines(), "mkdocs.yml")
    except RecursionError:
        return Problem(Where("mkdocs.yml"), "too-deep", "too many levels of lists inside lists", "write it flatter")
    except (OSError, UnicodeError):
        what = "the file cannot be read as UTF-8"
        return Problem(Where("mkdocs.yml"), "encoding", what, "save it as UTF-8, and see that you may read it")


def _in_the_way(root: Path, settings: dict[str, yaml.Node]) -> Problem | None:
    """That the site would be built where articles and claims lie, which every build deletes first."""
    folder = settings.get("site_dir")
    site, here = (Path(os.path.realpath(path)) for path in (site_folder(root), root))  # a link in a loop is no fault
    if folder is None or not any(site.is_relative_to(here / name) for name in ("claims", "sources")):
        return None
    what = f"the site would replace everything in '{folder.value}'"
    return Problem(place_of(root, "site_dir"), "no-site", what, "name a folder of its own: site_dir: site")


def hook_fault(root: Path) -> Problem | None:
    """That MkDocs would know no page made from claims: no hook is named, nor were the pages written as files."""
    if not (root / "mkdocs.yml").is_file():
        what, hint = "there is no such file, and it says how the site is built", "bring it back from Git: git restore"
        return Problem(Where("mkdocs.yml"), "unreadable", what, f"{hint} mkdocs.yml")
    if "hooks" in site_settings(root) or (root / "docs" / "index.md").is_file():
        return None
    what = "no hook is named here, so MkDocs would not know the pages that are made from the claims"
    return Problem(Where("mkdocs.yml"), "missing-key", what, "add the line: hooks: [build_dossier.py]")


def address_set(root: Path, key: str) -> str:
    """A web address that mkdocs.yml sets, itself or as `!ENV [NAME, default]`, no slash at its end; else ""."""
    node = site_settings(root).get(key)
    said = [str(n.value) for n in (node.value if isinstance(node, yaml.SequenceNode) else [node]) if n is not None]
    if node is not None and node.tag == "!ENV" and said:
        *names, last = said
        default = [last] if names else []
        said = [os.environ[name] for name in (names or [last]) if name in os.environ] or default
    address = said[0] if said else ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    safe = parts.scheme in ("http", "https") and parts.hostname and not set(address) & set(" <>()[]\"'`\\")
    return address.rstrip("/") if safe and address.isprintable() else ""


def pairs(node: object) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Keys and values of a mapping; none of anything else."""
    yield from node.value if isinstance(node, yaml.MappingNode) else ()


def site_folder(root: Path) -> Path:
    """Where mkdocs.yml has the site put."""
    said = site_settings(root).get("site_dir")
    return root / (said.value if said is not None and isinstance(said.value, str) else "site")
