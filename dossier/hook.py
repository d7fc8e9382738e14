"""The glue to MkDocs: a dossier's pages become virtual files that are finished already.

MkDocs calls the functions named on_*; build_dossier.py hands them on. An error among the claims stops a build; while
serving, the last good pages stay and a banner says what is wrong, until the next save mends it.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.assemble import read_dossier
from dossier.problems import Problem, errors
from dossier.rendering.page import GENERATED, Page
from dossier.rendering.pages.desk import PATH as DESK
from dossier.rendering.pages.desk import desk
from dossier.rendering.render import binaries_of, exports_of, pages_of
from dossier.rendering.view import TEMPLATES, SiteOptions
from dossier.store.schema import schema_files

WATCHED = ("claims", "sources", "docs/templates")
_SHOWN = 5  # problems that a banner names
log = logging.getLogger("mkdocs.plugins.dossier")


class FinishedPage(MkDocsPage):
    """A page whose HTML and table of contents are there from the start; no Markdown is run over it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        # Themes print titles as they are, so this one is escaped here.
        super().__init__(escape(page.title), file, config)
        self._finished = page
        self.edit_url = _edit_base(config) + page.edit if page.edit and config.repo_url else None

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter from the record."""
        self.markdown = ""
        self.meta = {"description": escape(self._finished.description), "hide": list(self._finished.hide)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished HTML."""
        self.content = f'<div class="dossier" id="content">\n{self._finished.html}\n</div>'
        links = [AnchorLink(escape(h.title), h.anchor, 2) for h in self._finished.toc]
        top = AnchorLink(escape(self._finished.title), "content", 1)
        self.toc = TableOfContents(links or [top])
        self.present_anchor_ids = {h.anchor for h in self._finished.toc}


# What the last good build made, and what is wrong now. MkDocs keeps this module loaded between rebuilds.
_good: dict[str, tuple[list[Page], dict[str, str | bytes]]] = {}
_wrong: list[Problem] = []
_serving = False


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is served to an editor or built for readers."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig, **_: Any) -> MkDocsConfig:
    """Read and check the dossier before MkDocs empties the site folder."""
    root = _root(config)
    dossier, problems = read_dossier(root)
    for problem in problems:
        if problem.severity != "error":
            log.info(str(problem))
    _wrong[:] = errors(problems)
    if _wrong:
        listed = "\n".join(map(str, _wrong))
        if str(root) not in _good:
            raise PluginError(f"the dossier has errors; nothing was published\n{listed}")
        log.error("the last good pages stay until this is mended\n%s", listed)
    else:
        options = SiteOptions(url=config.site_url or "", edit=_edit_base(config), templates=_templates(root))
        exports = exports_of(dossier, options) | binaries_of(dossier, options) | schema_files(dossier.codebook)
        pages = pages_of(dossier, options)
        # The editor's desk is for those who serve the site to themselves, or ask for it.
        pages += [desk(dossier, options)] if _with_desk(config) else []
        _good[str(root)] = (pages, exports)
    if _with_desk(config) and config.nav is not None:
        config.nav = [*config.nav, {"Editor’s desk": DESK.removesuffix(".html") + ".md"}]
    return config


def _with_desk(config: MkDocsConfig) -> bool:
    return _serving or bool(config.extra.get("desk"))


def on_files(files: Files, config: MkDocsConfig, **_: Any) -> Files:
    """Add the generated pages and exports; a hand-written page of the same name wins."""
    pages, exports = _good[str(_root(config))]
    _drop_rendered(files, exports)
    for page in pages:
        if files.get_file_from_path(page.file) is None:
            file = File.generated(config, page.file, content="")
            files.append(file)
            FinishedPage(page, file, config)
    for path, content in exports.items():
        files.append(File.generated(config, path, content=content))
    return files


def _drop_rendered(files: Files, exports: Mapping[str, object]) -> None:
    """Leave out what `render` once wrote to disk: it may be older than the claims."""
    for file in list(files):
        on_disk = file.abs_src_path and Path(file.abs_src_path)
        if file.src_uri in exports or (on_disk and file.is_documentation_page() and _is_rendered(on_disk)):
            files.remove(file)


def _is_rendered(file: Path) -> bool:
    with contextlib.suppress(OSError), file.open(encoding="utf-8", errors="replace") as stream:
        return stream.read(len(GENERATED) + 4) == f"---\n{GENERATED}"
    return False


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
    """While something is wrong, say so at the top of every page."""
    if not _wrong:
        return output
    at = output.find("<body")
    at = output.find(">", at) + 1 if at >= 0 else 0
    return output[:at] + banner(_wrong) + output[at:]


def banner(problems: list[Problem]) -> str:
    """What is wrong, escaped, for the person who is editing."""
    rows = "".join(f"<li><pre>{escape(str(p))}</pre></li>" for p in problems[:_SHOWN])
    more = len(problems) - _SHOWN
    rest = f"<p>and {more} more; the terminal lists them all.</p>" if more > 0 else ""
    return (
        '<aside class="broken" role="alert"><p><b>These pages are the last good ones.</b> '
        f"Mend this and save; the site then shows your change:</p><ul>{rows}</ul>{rest}</aside>"
    )


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Rebuild when a claim, a source or a template is saved."""
    for folder in WATCHED:
        if (_root(config) / folder).is_dir():
            server.watch(str(_root(config) / folder))
    return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _templates(root: Path) -> Path:
    """The dossier's own templates where it has them."""
    own = root / "docs" / "templates" / "pages"
    return own if own.is_dir() else TEMPLATES


def _edit_base(config: MkDocsConfig) -> str:
    """The address before the path of a file in the repository: edit_uri leads to docs/, we need its parent."""
    if not config.repo_url or not config.edit_uri:
        return ""
    docs = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    folder = Path(config.docs_dir).name
    return docs.rstrip("/").removesuffix(f"/{folder}") + "/"
