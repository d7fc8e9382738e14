"""The site as files: built by MkDocs into a folder, served while editing, or as pages for other builders."""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
import warnings
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from dossier.model import Dossier
from dossier.problems import Problem, refused
from dossier.publishing.hook import is_rendered
from dossier.rendering.render import binaries_of, render
from dossier.store.settings import hook_fault, place_of, settings_fault
from dossier.store.writing import write_changed

_VALUE = re.compile(r"Config value '([^']+)': (.*)", re.DOTALL)


def build_site(root: Path, to: Path | None = None, desk: bool = False) -> str:
    """Build the whole site strictly into `to`, by default site/; "" when all went well, else why not.

    With `desk` it has the editor's desk, a page that readers do not get.

    The hook reads and checks the dossier before MkDocs empties the folder, so an error leaves the last site.
    """
    warnings.simplefilter("ignore", DeprecationWarning)
    # MkDocs tells findings through logging; they belong on standard output like those of every command.
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stdout)
    if fault := settings_fault(root) or hook_fault(root):
        return str(fault)
    if not os.environ.get("SOURCE_DATE_EPOCH", "0").isdecimal():
        return "the variable SOURCE_DATE_EPOCH is no number of seconds: unset it, or write one"
    target = {"site_dir": str(to.resolve())} if to else {}
    try:
        config = _settings(root, target)
        config.extra["desk"] = desk
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except OSError as error:
        return f"the site is not finished: {refused(error)}"
    except (Abort, MkDocsException) as stop:
        return str(stop).strip() or "the site was not built; the messages above say why"
    return ""


def _settings(root: Path, target: dict[str, str]) -> MkDocsConfig:
    """What mkdocs.yml says, as MkDocs reads it; what MkDocs does not take is told at its line."""

    def placed(record: logging.LogRecord) -> bool:
        if found := _VALUE.match(record.getMessage()):
            key = place_of(root, found[1])
            hint = "write what it asks for, or delete the lines of this key"
            record.msg, record.args = str(Problem(key, "mkdocs", f"'{found[1]}': {found[2]}", hint)), ()
        return True

    log = logging.getLogger("mkdocs.config")
    log.addFilter(placed)
    try:
        return load_config(str(root / "mkdocs.yml"), strict=True, **target)
    finally:
        log.removeFilter(placed)


def serve_site(root: Path, address: str) -> None:
    """Serve the site at `address` (host:port) until interrupted, rebuilt on every save."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if fault := settings_fault(root) or hook_fault(root):
        raise ConfigurationError(str(fault))
    for ended in {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:  # as by Ctrl+C: its folder goes too
        signal.signal(ended, signal.default_int_handler)
    serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address)


def write_pages(dossier: Dossier, root: Path, to: Path) -> int:
    """Write the pages and exports that differ from what lies in `to`; the number written.

    A page that a person wrote under the name of one of ours stays, as it wins in MkDocs too.
    """
    pages = {p: text for p, text in render(dossier).items() if not p.endswith(".md") or _is_free(to / p)}
    return write_changed(to, {**pages, **binaries_of(dossier)})


def _is_free(page: Path) -> bool:
    return not page.exists() or is_rendered(page)
