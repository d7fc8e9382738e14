"""A site that a build would not change is left as it is, without making a page.

Everything that a build reads is compared by its bytes, and so is every file of the site: if one was damaged, deleted
or added, the whole site is built.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from dossier.collecting import uncollected
from dossier.editing.history import corrections
from dossier.problems import errors
from dossier.publishing.clearing import end_site
from dossier.store.cache import open_cache, room_for
from dossier.store.settings import hook_fault, pairs, settings_fault, site_folder, site_settings
from dossier.store.unchanged import state_of, tree_hash
from dossier.store.writing import Busy, alone

if TYPE_CHECKING:
    from dossier.publishing.imprint import Imprint

_NAME = re.compile(r"[A-Za-z_]\w*")
_OWN = {"search", "offline", "tags"}  # plugins that read the pages and nothing else
_BY_ENTRIES = {"search", "offline"}  # and those that are given what they need of our pages
_PATIENCE = 600.0  # seconds for another build to end
HANDED_OVER = "imprint"  # under this name the hook keeps what it built


@uncollected()
def unless_standing(root: Path, to: Path | None, desk: bool, build: Callable[[], str]) -> str:
    """Why the site could not be built, or "": by `build`, or without it where its work would change nothing."""
    if settings_fault(root) or hook_fault(root):
        return build()
    try:
        with alone(root, _PATIENCE):  # of two at once each would delete what the other writes
            site = Path(os.path.abspath(to or site_folder(root)))  # noqa: PTH100 (links stay, as in MkDocs)
            failure = _unless_standing(root, site, desk, build)
            if not failure:
                end_site(site)
            return failure
    except Busy as busy:
        return f"the site is not built: {busy}; wait for it to end, then run again"


def _unless_standing(root: Path, site: Path, desk: bool, build: Callable[[], str]) -> str:
    kept = open_cache(root)
    made_from = _made_from(root, site, desk)
    lies_there = tree_hash(site)
    if made_from and lies_there and kept.look_up("site", (made_from,), str) == lies_there:
        return ""
    frame = frame_of(root, site, desk) if made_from else ""
    imprint = _mended(root, site, frame, lies_there) if frame else None
    failure = "" if imprint else build()
    if made_from and not failure and _made_from(root, site, desk) == made_from:
        lying, wrote = tree_hash(site), imprint or _handed_over(root, site)
        if wrote and not all((site / name).is_file() for name in wrote.files()):
            return ""  # somebody deletes what we write
        kept.keep("site", (made_from,), lying)
        if frame:
            kept.keep("lying", (frame, lying), wrote)
    return failure


def frame_of(root: Path, site: Path, desk: bool) -> str:
    """All that the site is made from beside the articles and the claims; "" where they may be all over it."""
    settings = site_settings(root)
    files = tree_hash(root, [site, site_folder(root), root / "claims", root / "sources"])
    if not files or _looks_outside(settings) or _plugins(settings) - _BY_ENTRIES:
        return ""
    return repr((files, desk, _surroundings(root), f"{datetime.now(UTC):%Y-%m-%d}"))


def _mended(root: Path, site: Path, frame: str, lies_there: str) -> Imprint | None:
    """How the site lies there after only what changed was written; None where it must be built."""
    from dossier.assemble import read_dossier
    from dossier.publishing.imprint import Imprint, options_of
    from dossier.publishing.keeping import pieces_in, unless_printed
    from dossier.publishing.mending import mended
    from dossier.rendering.view import View

    kept = open_cache(root)
    last: Imprint | None = kept.look_up("lying", (frame, lies_there), Imprint | None)
    if last is None:
        return None
    dossier, problems = read_dossier(root)
    view = View(dossier, options_of(last, root), pieces_in(kept))
    done = None if errors(problems) else mended(view, site, last, unless_printed(kept, last))
    kept.tidy(room_for(len(dossier.claims)))
    return done.imprint if done else None


def _handed_over(root: Path, site: Path) -> Imprint | None:
    """How the hook says that it built the site."""
    from dossier.publishing.imprint import Imprint

    found: Imprint | None = open_cache(root).look_up(HANDED_OVER, (str(site),), Imprint)
    return found


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
    paths = (text for node in settings.values() for text in _texts(node))
    return (
        "INHERIT" in settings
        or bool(_plugins(settings) - _OWN)
        or any(text.startswith(("/", "~", "..")) for text in paths)
    )


def _plugins(settings: dict[str, yaml.Node]) -> set[str]:
    plugins = settings.get("plugins")
    return {text.strip() for text in _names(plugins)} if plugins else {"search"}


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
