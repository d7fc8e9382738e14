"""After a save, the pages that show the claim are written first and the browser is reloaded; the rest follows.

Lists, data for other tools and the search are made in the background. A request for one of them waits until it is
written, so nothing older than the save is ever shown.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from dossier.assemble import read_dossier, ready_to_compare
from dossier.problems import errors
from dossier.publishing.beside import Exports
from dossier.publishing.imprint import Imprint, options_of
from dossier.publishing.keeping import Shelf, pieces_in
from dossier.publishing.mending import INDEX, SCRIPT, Part, mended
from dossier.publishing.stamping import Shells
from dossier.publishing.standing import frame_of
from dossier.relating.many.memory import Memory
from dossier.rendering.page import Page
from dossier.rendering.view import View
from dossier.store.cache import open_cache

log = logging.getLogger("mkdocs.plugins.dossier")
App = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(slots=True)
class Good:
    """The last dossier without errors, and how it lies in its site."""

    view: View
    pages: list[Page] | None = None  # None until MkDocs asks for them
    exports: Exports | None = None
    imprint: Imprint | None = None
    frame: str = ""
    shells: Shells = field(default_factory=dict)  # what the theme puts around pages


def _nothing_waits() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


@dataclass(slots=True)
class Rest:
    """What is still being written after a save."""

    files: frozenset[str] = frozenset()
    wanted: bool = False
    everything: bool = False  # every page waits
    written: threading.Event = field(default_factory=_nothing_waits)

    def hold(self) -> None:
        """Have the work given up that something newer makes needless, and all wait who ask for a page."""
        self.wanted = False
        self.wait()
        self.everything = True
        self.written.clear()

    def release(self) -> None:
        """Nothing is left to be written."""
        self.everything = False
        self.written.set()

    def begin(self, files: frozenset[str], work: Callable[[], None]) -> None:
        """Start the work; who asks for one of the files waits for it."""

        def run() -> None:
            try:
                # The server may have ended, and its folder with it.
                with contextlib.suppress(OSError):
                    work()
            finally:
                self.release()

        self.files, self.wanted, self.everything = files, True, False
        self.written.clear()
        threading.Thread(target=run, daemon=True).start()

    def wait(self) -> None:
        """Until it is written, or given up."""
        self.written.wait()

    def holds(self, path: str) -> bool:
        """Whether the file at an address is not written yet."""
        name = path.lstrip("/")
        name += "index.html" if not name or name.endswith("/") else ""
        return not self.written.is_set() and (self.everything or name in self.files)


def is_read(path: str) -> bool:
    """Whether a claim is read on the page: that of a source, question, country or theme, and no list of them."""
    return "/" in path and not path.endswith("/index.html")


READ = Part(pages=is_read, data=False)


def mend_on_save(server: LiveReloadServer, config: MkDocsConfig, good: dict[str, Good], memory: Memory) -> None:
    """Have the server write what a save changed, without MkDocs where that is enough."""
    whole, rest = server.builder, Rest()
    root, site = Path(config.config_file_path).resolve().parent, Path(config.site_dir)

    def build() -> None:
        rest.hold()
        begun = False
        try:
            if now := _now(root, site, good, memory):
                good[str(root)] = now
                rest.begin(_files(now), lambda: follow(now))
                begun = True
            else:
                whole()
        finally:
            if not begun:
                rest.release()

    def follow(now: Good) -> None:
        """Write the rest; where that is not enough, all of it."""
        assert now.imprint
        part = Part(pages=lambda path: not is_read(path), wanted=lambda: rest.wanted)
        done = mended(now.view, site, now.imprint, Shelf(open_cache(root)), part)
        if done:
            now.imprint = done.imprint
            log.info("%d more files written", len(done.written))
        elif rest.wanted:
            rest.everything = True
            whole()

    server.builder = build
    if last := good.get(str(root)):  # whoever saves before it is done waits for what is left of it
        rest.begin(frozenset(), partial(ready_to_compare, last.view.dossier, root, memory))
    app = server.get_app()
    assert app
    server.set_app(_waiting(app, rest, server.mount_path))


def _now(root: Path, site: Path, good: dict[str, Good], memory: Memory) -> Good | None:
    """The dossier as it was saved, the pages on which claims are read written; None where all must be built."""
    last = good.get(str(root))
    gc.disable()
    try:
        return last and _read_pages(root, site, last, memory)
    finally:
        gc.enable()


def _read_pages(root: Path, site: Path, last: Good, memory: Memory) -> Good | None:
    if not (last.imprint and last.frame and last.frame == frame_of(root, site, True)):
        return None
    dossier, problems = read_dossier(root, memory)
    if errors(problems):
        return None
    view = View(dossier, options_of(last.imprint, root), pieces_in(open_cache(root)))
    done = mended(view, site, last.imprint, Shelf(open_cache(root)), READ)
    if done is None:
        return None
    log.info("%d files written", len(done.written))
    return Good(view, imprint=done.imprint, frame=last.frame)


def _files(good: Good) -> frozenset[str]:
    """Files of the site that are not written with the pages on which claims are read."""
    assert good.imprint
    lists = {page.file for page in good.imprint.pages if not is_read(page.page.path)}
    return frozenset({*lists, *(path for path, _ in good.imprint.exports), INDEX, SCRIPT[0]})


def _waiting(app: App, rest: Rest, below: str) -> App:
    """The same server, which lets those wait who ask for what is not written yet."""

    def asked(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "ignore")
        if rest.holds(path.removeprefix(below.rstrip("/"))):
            rest.wait()
        return app(environ, start_response)

    return asked
