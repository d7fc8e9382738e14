"""The entry point: turns a dossier into the files of its site, pages and exports, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.model import Dossier
from dossier.rendering.exports import bibliography, data, database, schema, tables
from dossier.rendering.page import Page, Planned
from dossier.rendering.pages import (
    claims,
    comparisons,
    corrections,
    figures,
    home,
    places,
    questions,
    sources,
    speakers,
    timeline,
)
from dossier.rendering.remembering import Keep
from dossier.rendering.view import SiteOptions, View

PAGES: tuple[Callable[[View], Iterator[Planned]], ...] = (
    home.pages,
    questions.pages,
    comparisons.pages,
    sources.pages,
    places.pages,
    timeline.pages,
    speakers.pages,
    figures.pages,
    claims.pages,
    corrections.pages,
)
# Made for the site only: `render` gives text.
BINARIES: dict[str, Callable[[View], bytes]] = {"data/dossier.sqlite": database.database}
EXPORTS: tuple[Callable[[View], dict[str, str]], ...] = (
    data.files,
    schema.files,
    tables.files,
    bibliography.files,
    corrections.files,
)


def render(dossier: Dossier, site: SiteOptions | None = None) -> dict[str, str]:
    """Path -> text of every generated file: pages as .md with finished HTML, exports as they are."""
    pages = {page.file: page.as_text() for page in pages_of(dossier, site)}
    return pages | exports_of(dossier, site)


def pages_of(dossier: Dossier, site: SiteOptions | None = None, keep: Keep | None = None) -> list[Page]:
    """Every generated page; `keep` returns those made earlier from the same input."""
    pages = planned(View(dossier, site or SiteOptions()))
    return [keep(page.key(), page.make) if keep and page.key else page.make() for page in pages]


def planned(view: View) -> list[Planned]:
    """Every page of the dossier, in order, not yet made."""
    return [page for pages in PAGES for page in pages(view)]


def exports_of(dossier: Dossier, site: SiteOptions | None = None) -> dict[str, str]:
    """Every generated text file that is not a page: data for other tools."""
    view = View(dossier, site or SiteOptions())
    return {path: text for make in EXPORTS for path, text in make(view).items()}


def binaries_of(dossier: Dossier, site: SiteOptions | None = None) -> dict[str, bytes]:
    """Every generated binary file."""
    view = View(dossier, site or SiteOptions())
    return {path: make(view) for path, make in BINARIES.items()}
