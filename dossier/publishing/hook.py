"""The glue to MkDocs: a dossier's pages become virtual files that are finished already.

MkDocs calls the functions named on_*, which build_dossier.py passes on. An error in the claims stops a build; while
serving, the last good pages stay and a banner says what is wrong, until a save fixes it.
"""

from __future__ import annotations

import contextlib
import gc
import logging
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from dossier.assemble import read_dossier
from dossier.formats import as_text
from dossier.problems import Problem, Where, errors, refused
from dossier.publishing.awake import tell_on_pages, watch_again
from dossier.publishing.beside import entries_of
from dossier.publishing.clearing import begin_site, end_site, no_site
from dossier.publishing.finished import FinishedPage
from dossier.publishing.imprint import Imprint, entries_hash, hashes_of, printed, told_by
from dossier.publishing.keeping import keeper, pieces_in
from dossier.publishing.making import made
from dossier.publishing.mending import planned_with
from dossier.publishing.policy import with_policy
from dossier.publishing.saving import Good, mend_on_save
from dossier.publishing.stamping import with_stamps
from dossier.publishing.standing import HANDED_OVER, frame_of
from dossier.publishing.theming import quickened
from dossier.relating.many.memory import Memory
from dossier.rendering.page import GENERATED, Page
from dossier.rendering.pages.desk import PATH as DESK
from dossier.rendering.unfit import Unfit, unfit
from dossier.rendering.view import TEMPLATES, SiteOptions, View, templates_of
from dossier.store.cache import open_cache, room_for

WATCHED = ("claims", "sources", "docs/templates")
_BREAKING = frozenset(" <>\"'`\\")  # what ends an attribute; the theme writes addresses as they are
_SHOWN = 5  # problems that a banner names
_FRONT_DOOR = "take build_dossier.py, mkdocs.yml and docs/templates/ from where the program came from"
log = logging.getLogger("mkdocs.plugins.dossier")


# What the last good build made, and what is wrong now. MkDocs keeps this module loaded between rebuilds.
_pages: dict[str, Page] = {}
_memory = Memory()
_good: dict[str, Good] = {}
_wrong: list[Problem] = []
_serving = False
_collects = True  # whether dropped circles are looked for between builds


def __getattr__(name: str) -> object:
    """An event of MkDocs that is not asked for here any more, and that a front door of another version hands on."""
    if not name.startswith("on_"):
        raise AttributeError(name)
    what = "this file is of another version than the program in dossier/, and the site cannot be built by both"
    raise ConfigurationError(str(Problem(Where("build_dossier.py"), "mkdocs", what, _FRONT_DOOR)))


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is served to an editor or built for readers."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig, **_: Any) -> MkDocsConfig:
    """Read and check the dossier before MkDocs empties the site folder."""
    # A build makes much and drops little of it: looking for what can be dropped costs more than it gives.
    global _collects
    _collects = gc.isenabled()
    gc.disable()
    _must_be_addresses(config)
    if standing := no_site(Path(config.site_dir)):
        raise PluginError(str(standing))
    config.theme.get_env = quickened(config.theme.get_env)  # type: ignore[method-assign]
    root = _root(config)
    dossier, problems = read_dossier(root, _memory)
    for problem in problems:
        if problem.severity != "error":
            log.info(str(problem))
    _wrong[:] = errors(problems)
    if _wrong:
        listed = as_text(_wrong)
        if str(root) not in _good:
            raise PluginError(f"the dossier has errors; nothing was published\n{listed}")
        log.error("the last good pages stay until this is mended\n%s", listed)
    else:
        options = SiteOptions(config.site_url or "", _edit_base(config), _report_base(config), templates_of(root))
        _good[str(root)] = Good(View(dossier, options, pieces_in(open_cache(root))))
        _fill(root, config)
        open_cache(root).tidy(room_for(len(dossier.claims)))
    if _with_desk(config) and config.nav is not None:
        config.nav = [*config.nav, {"Editor’s desk": DESK.removesuffix(".html") + ".md"}]
    return config


def on_pre_build(config: MkDocsConfig, **_: Any) -> None:
    """Note that a site is being made, before MkDocs empties its folder: what is cut off now is not mended later."""
    _good[str(_root(config))].frame = ""
    begin_site(Path(config.site_dir))


def _fill(root: Path, config: MkDocsConfig) -> None:
    """Make the pages and the data of the last good dossier."""
    good = _good[str(root)]
    shelf = keeper(open_cache(root), _pages)
    try:
        good.pages, good.exports = made(good.view, planned_with(good.view, _with_desk(config)), shelf)
    except Unfit as told:
        raise PluginError(str(told)) from None


def _must_be_addresses(config: MkDocsConfig) -> None:
    """Stop where an address that the theme writes into every page would break out of it."""
    for key in ("site_url", "repo_url", "edit_uri"):
        address = str(config[key] or "")
        if set(address) & _BREAKING or not address.isprintable():
            raise PluginError(f"mkdocs.yml, or the environment it names: {key} holds a character that no address has")


def _with_desk(config: MkDocsConfig) -> bool:
    return _serving or bool(config.extra.get("desk"))


def on_files(files: Files, config: MkDocsConfig, **_: Any) -> Files:
    """Add the generated pages and exports; a hand-written page of the same name wins."""
    good = _good[str(_root(config))]
    if good.pages is None:  # the last good ones, after saves that MkDocs was not asked about
        _fill(_root(config), config)
    assert good.pages is not None and good.exports is not None
    _drop_rendered(files, good.exports)
    for page in good.pages:
        if files.get_file_from_path(page.file) is None:
            file = File.generated(config, page.file, content="")
            files.append(file)
            FinishedPage(page, file, config, _edit_base(config))
    for path, content in good.exports.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Mark the pages that the navigation lists."""
    for page in nav.pages:
        if isinstance(page, FinishedPage):
            page.listed = True
    return nav


def on_page_context(context: dict[str, Any], page: MkDocsPage, **_: Any) -> dict[str, Any]:
    """Give the theme the finished HTML."""
    if isinstance(page, FinishedPage):
        page.fill()
    return context


def on_env(env: Environment, config: MkDocsConfig, files: Files, **_: Any) -> Environment:
    """Stamp the pages of a kind, and give the search its entries ready made."""
    good = _good[str(_root(config))]
    pages = [file.page for file in files.documentation_pages() if isinstance(file.page, FinishedPage)]
    entries = entries_of(((p.url, p.finished.title, p.finished.description) for p in pages), good.view)
    for plugin in config.plugins.values():
        if hasattr(plugin, "search_index"):
            plugin.search_index.entries += entries
    _note(good, pages, (len(entries), entries_hash(entries)), config)
    good.shells = {}
    return with_stamps(env, good.shells)


def _note(good: Good, pages: list[FinishedPage], entries: tuple[int, str], config: MkDocsConfig) -> None:
    """Note how the site looks that this build writes, so that the next one can mend it."""
    root = _root(config)
    assert good.pages is not None and good.exports is not None
    keys = {page.path: key for key, page in _pages.items()}
    found = {p.finished.path: p for p in pages}
    options = good.view.options
    good.imprint = Imprint(
        (options.url, options.edit, options.report),
        _with_desk(config),
        tuple(printed(p.finished, keys.get(p.finished.path, ""), p.file.dest_uri, p.url) for p in pages),
        told_by(good.view),
        hashes_of(good.exports),
        entries,
        tuple(page.path for page in good.pages if page.path not in found),
    )
    good.frame = "" if _wrong else frame_of(root, Path(config.site_dir), _with_desk(config))


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Note what the theme did, and hand over how the site looks."""
    root = _root(config)
    good = _good[str(root)]
    end_site(Path(config.site_dir))
    if good.imprint:
        good.imprint = replace(good.imprint, stamped=all(good.shells.values()))
    if not _serving:
        open_cache(root).keep(HANDED_OVER, (config.site_dir,), good.imprint)
    _collect_again()


def _collect_again() -> None:
    """Look for what can be dropped again, if that was done before."""
    if _collects:
        gc.enable()


def on_build_error(error: Exception, **_: Any) -> None:
    """A disk that is full or may not be written to, and a wrong template of the theme's, are told in one line."""
    _collect_again()
    if isinstance(error, OSError):
        raise Abort(f"the site is not finished: {refused(error)}") from None
    if _wrong and not isinstance(error, PluginError):  # a page of a person's that MkDocs cannot read either
        raise Abort(as_text(_wrong)) from None
    for root in _good:
        if told := unfit(error, Path(root) / "docs" / "templates", TEMPLATES.parent):
            raise Abort(str(told)) from None


def _drop_rendered(files: Files, exports: Mapping[str, object]) -> None:
    """Leave out what `render` once wrote to disk: it may be older than the claims."""
    for file in list(files):
        on_disk = file.abs_src_path and Path(file.abs_src_path)
        if file.src_uri in exports or (on_disk and file.is_documentation_page() and is_rendered(on_disk)):
            files.remove(file)


def is_rendered(file: Path) -> bool:
    """Whether a page was written by `render`, and not by a person."""
    with contextlib.suppress(OSError), file.open(encoding="utf-8", errors="replace") as stream:
        return stream.read(len(GENERATED) + 4) == f"---\n{GENERATED}"
    return False


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
    """Let no script run but the site's own; while something is wrong, say so at the top of every page."""
    if isinstance(page, FinishedPage):
        page.content = ""
    if not _serving:  # while serving, MkDocs adds a script to each page that reloads it
        output = with_policy(output)
    if not _wrong:
        return output
    at = output.find("<body")
    at = output.find(">", at) + 1 if at >= 0 else 0
    return output[:at] + banner(_wrong) + output[at:]


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """The page for a wrong address may be shown at any; opened from a folder it finds its styles beside it."""
    if template_name == "404.html" and not config.site_url:
        context["base_url"] = "."
    return context


def on_post_template(output_content: str, **_: Any) -> str:
    """The same for the theme's pages that are made from no file, such as the one for a wrong address."""
    return output_content if _serving else with_policy(output_content)


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
    """Rebuild when a claim, a source or a template is saved, and where that is enough only the pages it shows on."""
    mend_on_save(server, config, _good, _memory)
    tell_on_pages(server, _root(config))
    watch_again(server)
    for folder in WATCHED:
        if (_root(config) / folder).is_dir():
            server.watch(str(_root(config) / folder))
    return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _report_base(config: MkDocsConfig) -> str:
    """Where issues are begun. The forms in .github/ISSUE_TEMPLATE are GitHub's, so elsewhere there is none."""
    address = config.repo_url or ""
    return f"{address.rstrip('/')}/issues/new" if urlsplit(address).hostname == "github.com" else ""


def _edit_base(config: MkDocsConfig) -> str:
    """The address before the path of a file in the repository: edit_uri leads to docs/, we need its parent."""
    if not config.repo_url or not config.edit_uri:
        return ""
    docs = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    folder = Path(config.docs_dir).name
    return docs.rstrip("/").removesuffix(f"/{folder}") + "/"
