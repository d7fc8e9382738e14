"""Pages of MkDocs that carry finished HTML, and what the search finds of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape as in_text
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.model import Claim
from dossier.publishing.stamping import STAMPED
from dossier.rendering.addresses import claim_page
from dossier.rendering.page import Page
from dossier.rendering.remembering import Keep
from dossier.store.cache import Cache

Entry = dict[str, Any]


class FinishedPage(MkDocsPage):
    """A page whose HTML and table of contents are there from the start; no Markdown is run over it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, edit: str) -> None:
        # Themes print titles as they are, so this one is escaped here.
        super().__init__(_plain(page.title), file, config)
        self.finished = page
        self.aside: str = ""  # its HTML while plugins look through pages
        self.listed = False  # pages of the navigation differ in what is open there, so the theme renders each
        self.edit_url = edit + page.edit if page.edit and config.repo_url else None

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter from the record."""
        self.markdown = ""
        # The search gets its entries ready made.
        self.meta = {
            "description": _plain(self.finished.description),
            "hide": list(self.finished.hide),
            "search": {"exclude": True},
        }
        if not self.listed:
            self.meta["template"] = STAMPED

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished HTML."""
        self.content = f'<div class="dossier" id="content">\n{self.finished.html}\n</div>'
        headings = self.finished.toc
        links = [AnchorLink(str(escape(h.title)), h.anchor, 2) for h in headings]
        top = AnchorLink(_plain(self.finished.title), "content", 1)
        self.toc = TableOfContents(links or [top])
        self.present_anchor_ids = {h.anchor for h in headings}


def keeper(cache: Cache, before: dict[str, Page]) -> Keep:
    """Pages kept on disk, and in `before` for the next build of this process; it then holds this build's pages."""
    last = dict(before)
    before.clear()

    def keep(key: str, make: Callable[[], Page]) -> Page:
        page = last.get(key) or cache.record("pages", (key,), Page, make)
        before[key] = page
        return page

    return keep


def entries_of(pages: Iterable[FinishedPage], claims: Iterable[Claim]) -> list[Entry]:
    """What readers look for, once each: every page by its title, every claim by its words."""
    found = [_entry(p.url, p.finished.title, p.finished.description) for p in pages]
    return found + [_entry(claim_page(c.id), c.statement, c.quote) for c in claims]


def _entry(location: str, title: str, text: str) -> Entry:
    return {
        "location": location,
        "title": in_text(title, quote=False),
        "text": f"<p>{in_text(text, quote=False)}</p>",
    }


def _plain(text: str) -> str:
    """Escaped, on one line."""
    return str(escape(" ".join(text.split())))
