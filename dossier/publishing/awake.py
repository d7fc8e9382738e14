"""What keeps `serve` answering: it tells what stops a build, and goes on looking at folders that were away.

MkDocs lets every page wait until a build succeeds, and forgets a folder that is gone for a moment, as when Git takes
it away and brings it back.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileCreatedEvent

from dossier.problems import refused
from dossier.store.settings import hook_fault, settings_fault

log = logging.getLogger("mkdocs.plugins.dossier")
App = Callable[[dict[str, Any], Any], Iterable[bytes]]
LOOKING = "looking again"  # the thread that lives as long as the server
_SECONDS = 0.5  # how often MkDocs itself looks


def tell_on_pages(server: LiveReloadServer, root: Path) -> None:
    """While the site cannot be built, every page says why and what to do, and asks again until it can."""
    build, app = server.builder, server.get_app()
    assert app
    wrong: list[str] = []

    def told() -> None:
        try:
            if fault := settings_fault(root) or hook_fault(root):
                raise ConfigurationError(str(fault))
            build()
            wrong.clear()
        except Exception as error:
            wrong[:] = [refused(error) if isinstance(error, OSError) else str(error).strip()]
            meant = isinstance(error, (MkDocsException, OSError))
            log.error("the site is not built until this is mended\n%s", wrong[0], exc_info=not meant)

    def answered(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if not (wrong and environ.get("PATH_INFO", "").endswith(("/", ".html"))):
            return app(environ, start_response)
        start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
        return [_page(wrong[0]).encode()]

    server.builder = told
    server.set_app(answered)


def _page(what: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
        "<title>The site cannot be built</title><h1>The site cannot be built</h1>"
        f"<p>Mend this and save; the page then comes back by itself:</p><pre>{escape(what)}</pre></html>"
    )


def watch_again(server: LiveReloadServer) -> None:
    """Look again at what was watched, was taken away and is back, and rebuild; ends with the server."""

    def look() -> None:
        while not server.observer.stopped_event.wait(_SECONDS):
            for gone in [e.watch.path for e in server.observer.emitters if not e.should_keep_running()]:
                if Path(gone).exists():
                    _renew(server, gone)

    threading.Thread(target=look, name=LOOKING, daemon=True).start()


def _renew(server: LiveReloadServer, path: str) -> None:
    with contextlib.suppress(KeyError):
        while True:  # it may be watched for more than one reason
            server.unwatch(path)
    with contextlib.suppress(OSError):  # gone once more
        server.watch(path)
    for emitter in server.observer.emitters:
        if emitter.watch.path == path:
            emitter.queue_event(FileCreatedEvent(path))
